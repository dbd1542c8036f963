using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

internal static class SluiceApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sluice", async (PublicSluice sluice, HttpResponse response, CancellationToken ct) =>
            {
                response.Headers.CacheControl = "public, max-age=60";
                return TypedResults.Ok(await sluice.ReadAsync(ct));
            })
            .OpenToAll("numbers of ideas under way, without any text or person")
            .Produces<PublicSluiceView>()
            .WithTags("Öppet")
            .WithSummary("Var idéerna är i slussen")
            .WithDescription("Idéer på väg, per etapp. `ages` räknar dem efter när de kom in: senaste månaden, en till tre månader, tre månader till ett år, mer än ett år. `count` är null när färre än fem ligger i en etapp där någon ännu inte är läst. Räknas om en gång i minuten.");
        api.MapGet("/sluice/office", async (string? authority, Guid? unit, string? track, OfficeSluice sluice, CancellationToken ct) =>
                TypedResults.Ok(await sluice.HandleAsync(new(authority, unit, track), ct)))
            .RequirePermission(IdeasPermissions.SeeSluice)
            .Produces<OfficeSluiceView>()
            .WithTags("Coach")
            .WithSummary("Var ärendena är, inom din behörighet")
            .WithDescription("Öppna ärenden per etapp. `promises`: inom löftet, högst två vardagar kvar, försenade, tiden står still. `rests`: i etappen högst två veckor, två månader, ett halvår, längre. `track` är en spårkod, eller `inget` för det som inte är sorterat.");
        api.MapGet("/sluice/office/cases", async (string? authority, Guid? unit, string? track, string? stage, PromiseBand? promise, RestBand? rest, string? after, SluiceCases cases, CancellationToken ct) =>
                TypedResults.Ok(await cases.FindAsync(new(new(authority, unit, track), stage, promise, rest, after), ct)))
            .RequirePermission(IdeasPermissions.SeeSluice)
            .Produces<Page<SluiceCase>>()
            .WithTags("Coach")
            .WithSummary("Ärendena bakom ett tal i slussen")
            .WithDescription("Efter löftesdag. `next` är markören för nästa sida: skicka den som `after`.");
    }
}
