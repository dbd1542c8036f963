using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Inbox;

internal static class InboxApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/inbox", async (Inbox inbox, InboxFilter? filter, string? after, int? count, CancellationToken ct) =>
                TypedResults.Ok(await inbox.FindAsync(new(filter ?? InboxFilter.Waiting, after, Math.Clamp(count ?? 25, 1, 100)), ct)))
            .RequirePermission(IdeasPermissions.Work)
            .Produces<InboxPage>()
            .WithTags("Coach")
            .WithSummary("Inkorgen efter löftesdag")
            .WithDescription("`filter`: Waiting (väntar på coach), Mine, Unassigned, Pool (coachpoolen, sådant som ingen har tagit) eller AllOpen. `next` i svaret är `after` i nästa anrop. Innehåller också dina uppgifter och besked som hålls.");
}
