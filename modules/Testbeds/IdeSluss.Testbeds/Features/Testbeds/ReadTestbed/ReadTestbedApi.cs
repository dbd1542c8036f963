using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadTestbed;

internal static class ReadTestbedApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/testbeds/{slug}", async (string slug, ReadTestbed read, HttpResponse response, CancellationToken cancellationToken) =>
                (await read.HandleAsync(slug, cancellationToken)).ToHttp(testbed =>
                {
                    response.SetVersionTag(testbed.Version);
                    return TypedResults.Ok(testbed);
                }))
            .OpenToAll("what the municipality can try things in is for everyone; all others answer 404")
            .Produces<PublicTestbed>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Testbäddar")
            .WithSummary("Läs en testbädd")
            .WithDescription("Det som alla får läsa: inte vem kontakten är, inte försäkringar och inte sekretess. Koderna förklaras av `/terms`. 404 för den som inte visas öppet.");
}
