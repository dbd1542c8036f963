using System.Text.Json.Nodes;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

internal sealed record OpenedAssessment(Guid Id);

internal static class AssessmentsApi
{
    private const string Tag = "Självskattning";

    public static void Map(IEndpointRouteBuilder api)
    {
        MapQuestions(api);
        api.MapGet("/assessments", async (string? after, ReadAssessments read, CancellationToken ct) => TypedResults.Ok(await read.ListAsync(after, ct)))
            .RequirePermission(EvaluationPermissions.Assess).WithTags(Tag).WithSummary("Lista självskattningar").WithDescription("De senaste först. `next` är `after` för nästa sida.");
        api.MapGet("/assessments/{id:guid}", async (Guid id, ReadAssessments read, HttpResponse response, CancellationToken ct) =>
                (await read.FindAsync(id, ct)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(view);
                }))
            .RequirePermission(EvaluationPermissions.Assess).Produces<AssessmentView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Läs en självskattning").WithDescription("Resultatet finns när den är avslutad: medelvärden när minst tio har svarat, antalet när minst fem har det. Bara år med samma version av frågorna jämförs. ETag är det som If-Match vill ha.");
        api.MapPost("/assessments", async (AssessmentRequest request, OpenAssessment open, CancellationToken ct) => (await open.HandleAsync(request, ct)).ToHttp(id => TypedResults.Created($"/api/v1/evaluation/assessments/{id}", new OpenedAssessment(id))))
            .RequirePermission(EvaluationPermissions.Assess).Idempotent().Produces<OpenedAssessment>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Börja en självskattning").WithDescription("`kind` är `Manager` eller `Staff`. En för varje enhet, år och sätt att svara.");
        api.MapPost("/assessments/{id:guid}/close", async (Guid id, OpenAssessment open, HttpRequest http, CancellationToken ct) => (await open.CloseAsync(id, http.IfMatchVersion(), ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.Assess).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithTags(Tag).WithSummary("Avsluta en självskattning").WithDescription("Ingen kan svara längre, och resultatet visas.");
        api.MapPost("/assessments/{id:guid}/answers", async (Guid id, JsonObject answers, AnswerAssessment answer, CancellationToken ct) => (await answer.HandleAsync(id, new Answers(answers), ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequireLogin().Idempotent().Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Svara på en självskattning").WithDescription("Ett svar för varje konto; ingen kan se vems det är. Exempel: `{ \"f1\": \"4\", \"f2\": \"2\" }`");
    }

    private static void MapQuestions(IEndpointRouteBuilder api)
    {
        api.MapGet("/question-sets", async (ReadInQuestions questions, CancellationToken ct) => TypedResults.Ok(await questions.ListAsync(ct)))
            .RequirePermission(EvaluationPermissions.Assess).WithTags(Tag).WithSummary("Lista frågor till självskattning").WithDescription("Med den senaste versionens nummer.");
        api.MapPost("/question-sets", async (HttpRequest request, string? code, string? title, ReadInQuestions questions, CancellationToken ct) => (await questions.HandleAsync(request.Body, code, title, ct)).ToHttp(set => TypedResults.Ok(set)))
            .RequirePermission(EvaluationPermissions.ManageQuestions).Accepts<string>("application/json", "text/csv").Produces<ReadInSet>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Läs in frågor").WithDescription("Filen skickas som den är. JSON har `code`, `title`, `steps` och `questions`; CSV har kolumnerna `avsnitt`, `fraga`, `hjalp` och `vikt`, och kod och namn i adressen. Vikterna ska bli 100. Har någon enhet börjat svara blir det en ny version.");
    }
}
