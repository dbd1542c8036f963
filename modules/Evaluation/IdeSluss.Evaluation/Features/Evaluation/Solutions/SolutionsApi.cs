using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Solutions;

internal static class SolutionsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{number}/solution", async (string number, MarkSolution mark, CancellationToken ct) => (await mark.FindAsync(number, ct)).ToHttp(view => TypedResults.Ok(view)))
            .RequirePermission(EvaluationPermissions.MarkSolutions).Produces<SolutionView>().ProducesProblem(StatusCodes.Status404NotFound).WithTags("Statistik").WithSummary("Läs slag av lösning").WithDescription("Det som idécoachen har sagt, eller null.");
        api.MapPut("/cases/{number}/solution", async (string number, MarkRequest request, MarkSolution mark, CancellationToken ct) => (await mark.HandleAsync(number, request, ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.MarkSolutions).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Statistik").WithSummary("Säg slag av lösning").WithDescription("Det som utelämnas är som det var. `nature` är social, teknisk eller bada. Exempel: `{ \"nature\": \"social\", \"crossing\": true }`");
    }
}
