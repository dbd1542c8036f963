using IdeSluss.Ideas.Features.Ideas.WaitingDecisions;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.MyUnit;

internal sealed record MyUnitAnswer(
    DateOnly WeekEnds, IReadOnlyList<WaitingDecision> Decide, int DecideLater, IReadOnlyList<UnitTaskAnswer> Tasks, IReadOnlyList<LateCaseAnswer> Overdue, bool MoreOverdue, IReadOnlyList<UnitCaseAnswer> UnderWay, bool MoreUnderWay);

internal sealed record UnitTaskAnswer(Guid Id, string? CaseNumber, string What, DateOnly Due, bool Overdue);

internal sealed record LateCaseAnswer(string CaseNumber, string? Title, string Stage, DateOnly Due, string? Coach, string? Unit);

internal sealed record UnitCaseAnswer(string CaseNumber, string? Title, string Stage, DateOnly? PromiseDue, string Promise);

internal static class MyUnitApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/my-unit", async (ReadMyUnit read, IStringLocalizer texts, CancellationToken ct) => TypedResults.Ok(Of(await read.HandleAsync(ct), texts)))
            .RequirePermission(IdeasPermissions.SeeOwnUnit)
            .Produces<MyUnitAnswer>()
            .WithTags("Beslut")
            .WithSummary("Läs en chefs vecka")
            .WithDescription("Beslut som ska tas till och med söndag, uppgifter, försenade ärenden och idéer på gång i ens enheter. Högst 20 av de två sista; `moreOverdue` och `moreUnderWay` säger om det finns fler.");

    private static MyUnitAnswer Of(MyUnitView view, IStringLocalizer texts) => new(
        view.WeekEnds, view.Decide, view.DecideLater,
        [.. view.Tasks.Select(task => new UnitTaskAnswer(task.Id, task.CaseNumber, texts[task.What], task.Due, task.Overdue))],
        [.. view.Overdue.Select(one => new LateCaseAnswer(one.CaseNumber, one.Title, texts[one.Stage], one.Due, one.Coach, one.Unit))], view.MoreOverdue,
        [.. view.UnderWay.Select(one => new UnitCaseAnswer(one.CaseNumber, one.Title, texts[one.Stage], one.PromiseDue, texts.Say(one.Promise.Said)))], view.MoreUnderWay);
}
