using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Assign;

/// <param name="Coach">Null gives the case back to everyone.</param>
internal sealed record AssignBody(Guid? Coach);

/// <param name="Moved">How many cases were handed over.</param>
internal sealed record CoverReceipt(int Moved);

internal static class AssignApi
{
    private static readonly Problem NoVersion = Problem.Invalid(new FieldError("If-Match", "Skicka ärendets version (ETag) i If-Match."));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/cases/{number}/coach", async (string number, AssignBody body, AssignCase assign, HttpRequest request, HttpResponse response, CancellationToken ct) =>
                request.IfMatchVersion() is { } version
                    ? (await assign.HandleAsync(new(number, body.Coach, version), ct)).ToHttp(newVersion =>
                    {
                        response.SetVersionTag(newVersion);
                        return TypedResults.NoContent();
                    })
                    : Outcome<int>.FromProblem(NoVersion).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(IdeasPermissions.Assign)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Coach")
            .WithSummary("Lämna ett ärende till en coach");
        api.MapPost("/absences", async (CoverRequest body, CoverForAbsence cover, CancellationToken ct) =>
                (await cover.HandleAsync(body, ct)).ToHttp(moved => TypedResults.Ok(new CoverReceipt(moved))))
            .RequirePermission(IdeasPermissions.Assign)
            .Produces<CoverReceipt>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Coach")
            .WithSummary("Ta över alla öppna ärenden från en coach som är borta");
    }
}
