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
        api.MapPost("/cases/{number}/take", async (string number, TakeCase take, HttpResponse response, CancellationToken ct) =>
                (await take.HandleAsync(number, ct)).ToHttp(version =>
                {
                    response.SetVersionTag(version);
                    return TypedResults.NoContent();
                }))
            .RequirePermission(IdeasPermissions.Sort)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithTags("Coach")
            .WithSummary("Ta ett ärende som ingen har")
            .WithDescription("Bland ofördelade ärenden och i coachpoolen. Tar två samtidigt får en ärendet, och den andra 409 med namnet på den som fick det. Den som redan har ärendet får 204.");
        api.MapPost("/absences", async (CoverRequest body, CoverForAbsence cover, CancellationToken ct) =>
                (await cover.HandleAsync(body, ct)).ToHttp(moved => TypedResults.Ok(new CoverReceipt(moved))))
            .RequirePermission(IdeasPermissions.Assign)
            .Produces<CoverReceipt>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Coach")
            .WithSummary("Ta över alla öppna ärenden från en coach som är borta");
    }
}
