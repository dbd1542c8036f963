using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Committee;

/// <param name="Why">Why it comes to the nämnd; null when a delegate may decide.</param>
internal sealed record CommitteeCaseView(string CaseNumber, string? Title, string? NeedSentence, string Gate, DateOnly? PromiseDue, string? Why);

internal sealed record CommitteeListView(string Code, string Name, IReadOnlyList<CommitteeCaseView> Cases, IReadOnlyList<CommitteeCaseView> Delegated, IReadOnlyList<CommitteeStage> Sluice, IReadOnlyList<ComingCase> Coming, IReadOnlyList<CommitteeDecision> Decided);

internal sealed record PackageItemView(int Number, CommitteeCaseView Case, IReadOnlyList<BasisSection> Sections);

internal sealed record PackageView(string Code, string Name, DateTimeOffset MadeAt, IReadOnlyList<PackageItemView> Items);

internal static class CommitteeApi
{
    private static CommitteeCaseView Of(CommitteeCase one, IStringLocalizer texts) =>
        new(one.CaseNumber, one.Title, one.NeedSentence, texts[one.GateName].Value, one.PromiseDue, one.Why is { } why ? texts.Say(why) : null);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/committees/{code}", async (string code, CommitteeBasis basis, IStringLocalizer texts, CancellationToken ct) =>
                (await basis.ReadAsync(code, IdeasPermissions.ReadCommittee, ct)).ToHttp(view => TypedResults.Ok(new CommitteeListView(
                    view.Code, view.Name, [.. view.Cases.Select(one => Of(one, texts))], [.. view.Delegated.Select(one => Of(one, texts))],
                    [.. view.Sluice.Select(stage => stage with { Name = texts[stage.Name] })], [.. view.Coming.Select(one => one with { Stage = texts[one.Stage] })], view.Decided))))
            .RequirePermission(IdeasPermissions.ReadCommittee)
            .Produces<CommitteeListView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Nämnd")
            .WithSummary("Läs vad en nämnd ska besluta om")
            .WithDescription("`code` är nämndens kod, till exempel sn. `delegated` är det som någon på delegation får besluta om; nämnden får det också. `sluice` och `coming` är det som är på väg, `decided` vad besluten ledde till. Beslutet skrivs in med POST …/decisions, med `committeeParagraph` och `meetingDay`.");
        api.MapGet("/committees/{code}/package", async (string code, [FromQuery(Name = "case")] string[] cases, ReadMeetingPackage read, IStringLocalizer texts, CancellationToken ct) =>
                (await read.HandleAsync(code, cases, ct)).ToHttp(package => TypedResults.Ok(new PackageView(package.Code, package.Name, package.MadeAt, [.. package.Items.Select(item => new PackageItemView(item.Number, Of(item.Case, texts), item.Sections))]))))
            .RequirePermission(IdeasPermissions.ReadCommittee)
            .Produces<PackageView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Nämnd")
            .WithSummary("Läs handlingarna till ett sammanträde")
            .WithDescription("`case` upprepas, i dagordningens ordning: `?case=26IDE7&case=26IDE3`. Högst 30. Varje idé med rubrikerna i beslutsunderlaget; `lines` är tom där inget är skrivet än.");
        api.MapGet("/committees/{code}/package/pdf", async (string code, [FromQuery(Name = "case")] string[] cases, ReadMeetingPackage read, InstanceInfo instance, CancellationToken ct) =>
                (await read.HandleAsync(code, cases, ct)).ToHttp(package => new PdfAnswer(read.Paper(package, instance), $"handlingar-{code.ToLowerInvariant()}.pdf")))
            .RequirePermission(IdeasPermissions.ReadCommittee)
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Nämnd")
            .WithSummary("Hämta handlingarna till ett sammanträde som PDF")
            .WithDescription("Samma innehåll och ordning som utan `/pdf`, uppmärkt för uppläsning, varje idé på en ny sida.");
    }
}
