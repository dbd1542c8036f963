using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Workforce;

internal static class WorkforceApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workforce", async (KeepWorkforce keep, HttpResponse http, CancellationToken cancellationToken) =>
            {
                var view = await keep.ReadAsync(cancellationToken);
                http.SetVersionTag(view.Version);
                return TypedResults.Ok(view);
            })
            .RequirePermission(EvaluationPermissions.ManageWorkforce).WithTags("Statistik").WithSummary("Läs könsfördelningen i områdena").WithDescription("Andel kvinnor bland dem som arbetar i varje område, i procent, och vad området räknas som.");
        api.MapPut("/workforce", async (WorkforceInput input, KeepWorkforce keep, HttpRequest http, CancellationToken cancellationToken) => (await keep.SaveAsync(input, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.ManageWorkforce).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Statistik").WithSummary("Ange könsfördelningen i områdena").WithDescription("Hela uppgiften ersätts: `women` är procent per område, `source` varifrån talen kommer. Kvartal som redan är räknade ändras inte.");
    }
}
