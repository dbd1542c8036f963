using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training.Evaluate;

internal static class EvaluationApi
{
    private const string Because = "the address is a secret too long to guess, sent to the one who was there";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/evaluations/{round}/{token}", async (EvaluationRound round, string token, AnswerEvaluation answer, CancellationToken cancellationToken) => (await answer.FindAsync(token, round, cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll(Because).Produces<AskedEvaluation>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Läs vad som frågas efter en kurs").WithDescription("`round` är `After` eller `Later` (efter tre månader), `token` det hemliga i anmälans adress.");
        api.MapPost("/evaluations/{round}/{token}", async (EvaluationRound round, string token, EvaluationInput input, AnswerEvaluation answer, CancellationToken cancellationToken) => (await answer.AnswerAsync(token, round, input, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .OpenToAll(Because).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Utbildning").WithSummary("Svara anonymt").WithDescription("Sex tal från 1 till 5. Att du har svarat sparas, och vad som svarades, men inget som hör ihop dem.");
        api.MapGet("/office/courses/{code}/evaluations", async (string code, ReadEvaluations read, CancellationToken cancellationToken) => (await read.HandleAsync(code, cancellationToken)).ToHttp(TypedResults.Ok))
            .RequirePermission(TrainingPermissions.ManageCourses).Produces<CourseEvaluations>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Vad deltagarna tyckte").WithDescription("Alla tillfällen tillsammans, fem svar i taget. `answers` är null när färre än fem har svarat.");
    }
}
