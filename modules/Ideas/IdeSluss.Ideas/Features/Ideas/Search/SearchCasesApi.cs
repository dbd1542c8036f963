using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <param name="Found">How many there are, at most 1000; on the first page of a search only.</param>
/// <param name="MoreThanFound">There are more than a thousand.</param>
/// <param name="SimilarWords">Nothing had the words as they were written; these have words that begin with them.</param>
internal sealed record CaseListAnswer(IReadOnlyList<CaseHit> Items, string? Next, int? Found, bool MoreThanFound, bool SimilarWords);

internal static class SearchCasesApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases", async (string? search, string? stage, string? track, IdeaStatus? status, Guid? coach, Guid? unit, string? after, SearchCases find, CancellationToken ct) =>
                (await find.FindAsync(new(search, stage, track, status, coach, unit, after), "search", ct))
                .ToHttp(hits => TypedResults.Ok(new CaseListAnswer(hits.Page.Items, hits.Page.Next, hits.Found, hits.MoreThanFound, hits.IsWide))))
            .RequirePermission(IdeasPermissions.SearchCases)
            .Produces<CaseListAnswer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Coach")
            .WithSummary("Sök bland ärenden som du får läsa")
            .WithDescription("Nyast först. Den som läser ärenden i sin helhet söker också i det som kom in; den som beslutar söker i det som idécoachen har skrivit. Ärenden som kan vara ett missförhållande finns aldrig med. "
                + "`search` är ord, högst 200 tecken: `\"en fras\"`, `-utan`, `or` och `början*` går att skriva. `stage` och `track` är koder, `status` är Active, Waiting, Parked eller Closed, `coach` och `unit` är id. `next` är markören för nästa sida: skicka den som `after`.");
}
