using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Committee;

internal sealed record CommitteeCaseView(string CaseNumber, string? Title, string? NeedSentence, string Gate, DateOnly? PromiseDue);

internal sealed record CommitteeListView(string Code, string Name, IReadOnlyList<CommitteeCaseView> Cases, IReadOnlyList<CommitteeDecision> Decided);

internal static class CommitteeApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/committees/{code}", async (string code, CommitteeBasis basis, CancellationToken ct) =>
                (await basis.ReadAsync(code, IdeasPermissions.ReadCommittee, ct)).ToHttp(view => TypedResults.Ok(new CommitteeListView(
                    view.Code, view.Name, [.. view.Cases.Select(one => new CommitteeCaseView(one.CaseNumber, one.Title, one.NeedSentence, one.GateName, one.PromiseDue))], view.Decided))))
            .RequirePermission(IdeasPermissions.ReadCommittee)
            .Produces<CommitteeListView>()
            .WithTags("Nämnd")
            .WithSummary("Läs vad en nämnd ska besluta om")
            .WithDescription("`code` är nämndens kod, till exempel sn. Beslutet skrivs in med POST …/decisions, med `committeeParagraph` och `meetingDay`.");
}
