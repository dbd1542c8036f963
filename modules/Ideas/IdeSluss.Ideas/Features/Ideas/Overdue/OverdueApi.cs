using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Overdue;

internal static class OverdueApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/overdue", async (OverdueCases overdue, string? after, CancellationToken ct) => TypedResults.Ok(await overdue.FindAsync(after, ct)))
            .RequirePermission(IdeasPermissions.SeeOverdue)
            .Produces<Page<OverdueItem>>()
            .WithTags("Coach")
            .WithSummary("Ärenden där löftet om besked har passerat");
        api.MapGet("/overdue/sums", async (OverdueCases overdue, CancellationToken ct) => TypedResults.Ok(await overdue.SumsAsync(ct)))
            .OpenToAll("sums per authority without any case; fewer than five are not told")
            .WithTags("Öppet")
            .WithSummary("Öppna och försenade ärenden per nämnd")
            .WithDescription("Tal mellan 1 och 4 visas inte (null).");
    }
}
