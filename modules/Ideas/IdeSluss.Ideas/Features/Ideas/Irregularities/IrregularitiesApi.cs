using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Irregularities;

internal sealed record AcknowledgeBody(string? OtherReference = null);

internal sealed record HandBackBody(string? Why);

internal static class IrregularitiesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var irregularities = api.MapGroup("/irregularities").WithTags("Missförhållanden");
        irregularities.MapGet("", async (IrregularityDesk desk, CancellationToken ct) => TypedResults.Ok(await desk.FindAsync(ct)))
            .RequirePermission(IdeasPermissions.ReceiveIrregularities)
            .WithSummary("Möjliga missförhållanden att ta emot");
        irregularities.MapPost("/{number}/acknowledge", async (string number, AcknowledgeBody body, IrregularityDesk desk, CancellationToken ct) =>
                (await desk.AcknowledgeAsync(new(number, body.OtherReference), ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(IdeasPermissions.ReceiveIrregularities)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Ta emot");
        irregularities.MapPost("/{number}/hand-back", async (string number, HandBackBody body, IrregularityDesk desk, CancellationToken ct) =>
                (await desk.HandBackAsync(new(number, body.Why), ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(IdeasPermissions.ReceiveIrregularities)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Lämna tillbaka: inget missförhållande");
    }
}
