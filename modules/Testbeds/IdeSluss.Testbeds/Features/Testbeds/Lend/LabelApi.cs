using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.Lend;

internal static class LabelApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/resources/{resource:guid}/labels/{unit:int}.svg", async (Guid resource, int unit, LabelCode labels, IQrCodes codes, CancellationToken cancellationToken) =>
                (await labels.FindAsync(resource, unit, cancellationToken)).ToHttp(label => TypedResults.Text(codes.Svg(label.Address), "image/svg+xml")))
            .RequirePermission(TestbedsPermissions.ManageBookings)
            .Produces(StatusCodes.Status200OK, contentType: "image/svg+xml").ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bokningar").WithSummary("Etikett med QR-kod").WithDescription("En bild att skriva ut. Koden leder till sidan där saken lämnas ut och tas tillbaka.");
}
