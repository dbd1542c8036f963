using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

internal static class ReconsiderationsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reconsiderations", async (bool? waiting, string? after, ReadReconsiderations read, CancellationToken cancellationToken) => TypedResults.Ok(await read.ListAsync(waiting ?? true, after, cancellationToken)))
            .RequirePermission(EvaluationPermissions.Reconsider).WithTags("Omprövning").WithSummary("Lista omprövningar").WithDescription("De som väntar. `waiting=false` ger de avgjorda. `next` är `after` för nästa sida.");
        api.MapGet("/reconsiderations/{id:guid}", async (Guid id, ReadReconsiderations read, HttpResponse response, CancellationToken cancellationToken) =>
                (await read.FindAsync(id, cancellationToken)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(view);
                }))
            .RequirePermission(EvaluationPermissions.Reconsider).Produces<ReconsiderationView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Omprövning").WithSummary("Läs en omprövning").WithDescription("Beslutet, idégivarens skäl och utgången. ETag är det som If-Match vill ha.");
        api.MapPut("/reconsiderations/{id:guid}/outcome", async (Guid id, ReconsiderationOutcome outcome, DecideReconsideration decide, HttpRequest http, CancellationToken cancellationToken) =>
                (await decide.HandleAsync(id, outcome, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.Reconsider).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Omprövning").WithSummary("Ompröva ett beslut")
            .WithDescription("Den som fattade beslutet får 403. Ändras det öppnas ärendet igen där beslutet fattades. Exempel: `{ \"changed\": true, \"motivation\": \"Lokalen finns.\", \"impartial\": true }`");
    }
}
