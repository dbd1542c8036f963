using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Profiles;

internal static class ProfilesApi
{
    private const string Why = "opened with the link from the receipt of an idea, which nobody else has";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/profiles/{link}", async (string link, ProfileInput input, AnswerProfile answer, CancellationToken cancellationToken) => (await answer.SaveAsync(link, input, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .OpenToAll(Why).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Statistik").WithSummary("Svara på frivilliga frågor").WithDescription("`link` är `kod` i länken på kvittot. `sex` är kvinna, man eller annat; `age` är Under18, From18To64, From65To79 eller From80. Båda får saknas. Ett nytt svar ersätter det gamla.");
        api.MapDelete("/profiles/{link}", async (string link, AnswerProfile answer, CancellationToken cancellationToken) => (await answer.ForgetAsync(link, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .OpenToAll(Why).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Statistik").WithSummary("Ta bort frivilliga svar").WithDescription("Svaren tas bort genast.");
        api.MapPut("/profiles/me", async (ProfileInput input, AnswerProfile answer, CancellationToken cancellationToken) => (await answer.SaveOwnAsync(input, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.ReadDashboard).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Statistik").WithSummary("Svara på en frivillig fråga om dig som beslutar").WithDescription("Bara `sex` sparas.");
        api.MapDelete("/profiles/me", async (AnswerProfile answer, CancellationToken cancellationToken) =>
            {
                await answer.ForgetOwnAsync(cancellationToken);
                return TypedResults.NoContent();
            })
            .RequirePermission(EvaluationPermissions.ReadDashboard).WithTags("Statistik").WithSummary("Ta bort ditt frivilliga svar").WithDescription("Svaret tas bort genast.");
    }
}
