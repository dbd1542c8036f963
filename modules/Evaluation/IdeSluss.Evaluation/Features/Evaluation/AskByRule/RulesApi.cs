using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.AskByRule;

internal static class RulesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rules", async (KeepRules keep, CancellationToken cancellationToken) => TypedResults.Ok(await keep.ListAsync(cancellationToken)))
            .RequirePermission(EvaluationPermissions.ManageSheets).WithTags("Bedömningsregler").WithSummary("Lista regler för vem som tillfrågas").WithDescription("En regel gäller för ett beslut, och kan gälla en nämnd eller ett område. Den snävaste gäller.");
        api.MapGet("/rules/{id:guid}", async (Guid id, KeepRules keep, HttpResponse response, CancellationToken cancellationToken) => (await keep.FindAsync(id, cancellationToken)).ToHttp(rule =>
            {
                response.SetVersionTag(rule.Version);
                return TypedResults.Ok(rule);
            }))
            .RequirePermission(EvaluationPermissions.ManageSheets).Produces<RuleView>().ProducesProblem(StatusCodes.Status404NotFound).WithTags("Bedömningsregler").WithSummary("Läs en regel").WithDescription("ETag är det som If-Match vill ha.");
        api.MapPost("/rules", async (RuleInput input, KeepRules keep, CancellationToken cancellationToken) => (await keep.SaveAsync(null, input, null, cancellationToken)).ToHttp(id => TypedResults.Created($"/api/v1/evaluation/rules/{id}", new { id })))
            .RequirePermission(EvaluationPermissions.ManageSheets).Idempotent().Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedömningsregler").WithSummary("Lägg till en regel").WithDescription("Exempel: `{ \"sheet\": \"test\", \"wanted\": 3, \"workingDays\": 10 }`");
        api.MapPut("/rules/{id:guid}", async (Guid id, RuleInput input, KeepRules keep, HttpRequest http, CancellationToken cancellationToken) => (await keep.SaveAsync(id, input, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.ManageSheets).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedömningsregler").WithSummary("Ändra en regel").WithDescription("`active` false slutar fråga; det som pågår fortsätter.");
    }
}
