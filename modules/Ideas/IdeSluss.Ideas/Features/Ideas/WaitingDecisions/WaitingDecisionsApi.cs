using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.WaitingDecisions;

internal static class WaitingDecisionsApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/decisions/waiting", async (string? after, ListWaitingDecisions list, CancellationToken ct) => TypedResults.Ok(await list.HandleAsync(after, ct)))
            .RequirePermission(IdeasPermissions.Decide)
            .Produces<Page<WaitingDecision>>()
            .WithTags("Beslut")
            .WithSummary("Lista det som väntar på ditt beslut")
            .WithDescription("Efter löftesdag. `next` är markören för nästa sida: skicka den som `after`.");
}
