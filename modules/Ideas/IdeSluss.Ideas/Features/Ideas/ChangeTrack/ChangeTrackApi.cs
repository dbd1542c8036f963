using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.ChangeTrack;

internal static class ChangeTrackApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/ideas/{number}/track", async (string number, TrackChange body, ChangeTrack change, HttpRequest request, CancellationToken ct) =>
                (await change.HandleAsync(number, body with { Version = request.IfMatchVersion() ?? body.Version }, ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(IdeasPermissions.Sort)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithTags("Beslut")
            .WithSummary("Ändra spår")
            .WithDescription("GOR_NU, LITEN eller FULL, med ett skäl som idégivaren läser. Exempel: `{ \"track\": \"FULL\", \"reason\": \"Den berör flera enheter.\" }`, med If-Match.");
}
