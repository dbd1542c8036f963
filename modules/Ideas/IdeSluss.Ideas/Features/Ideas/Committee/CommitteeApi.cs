using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Committee;

/// <param name="Why">Why it comes to the nämnd; null when a delegate may decide.</param>
internal sealed record CommitteeCaseView(string CaseNumber, string? Title, string? NeedSentence, string Gate, DateOnly? PromiseDue, string? Why);

internal sealed record CommitteeListView(string Code, string Name, IReadOnlyList<CommitteeCaseView> Cases, IReadOnlyList<CommitteeCaseView> Delegated, IReadOnlyList<CommitteeDecision> Decided);

internal static class CommitteeApi
{
    private static CommitteeCaseView Of(CommitteeCase one, IStringLocalizer texts) =>
        new(one.CaseNumber, one.Title, one.NeedSentence, texts[one.GateName].Value, one.PromiseDue, one.Why is { } why ? texts.Say(why) : null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/committees/{code}", async (string code, CommitteeBasis basis, IStringLocalizer texts, CancellationToken ct) =>
                (await basis.ReadAsync(code, IdeasPermissions.ReadCommittee, ct)).ToHttp(view => TypedResults.Ok(new CommitteeListView(
                    view.Code, view.Name, [.. view.Cases.Select(one => Of(one, texts))], [.. view.Delegated.Select(one => Of(one, texts))], view.Decided))))
            .RequirePermission(IdeasPermissions.ReadCommittee)
            .Produces<CommitteeListView>()
            .WithTags("Nämnd")
            .WithSummary("Läs vad en nämnd ska besluta om")
            .WithDescription("`code` är nämndens kod, till exempel sn. `delegated` är det som någon på delegation får besluta om; nämnden får det också. Beslutet skrivs in med POST …/decisions, med `committeeParagraph` och `meetingDay`.");
}
