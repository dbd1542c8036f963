using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

internal sealed record InnovationAnswer(string CaseNumber, string? Title, DateOnly InUseOn, InnovationState State, string Form, int FormVersion, JsonObject Answers, int Version);

/// <param name="Several">More than one answer may be given, as a list.</param>
internal sealed record InnovationQuestion(string Key, string Label, bool Several, bool Required, IReadOnlyList<Option> Options);

internal static class BarometerApi
{
    private const string Tag = "Innovationsbarometern";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/innovations", async (string? after, AnswerBarometer barometer, CancellationToken ct) => TypedResults.Ok(await barometer.ListAsync(after, ct)))
            .RequirePermission(EvaluationPermissions.AnswerBarometer).WithTags(Tag).WithSummary("Infört men inte beskrivet").WithDescription("Idéer som används och där ingen har svarat än, den som togs i bruk senast överst. `next` är `after` för nästa sida.");
        api.MapGet("/innovations/questions", () => TypedResults.Ok(BarometerForm.Questions.Select(question => new InnovationQuestion(question.Field.Key, question.Field.Label, question.AllowsSeveral, question.Field.Required, question.Field.Options)).ToList()))
            .RequirePermission(EvaluationPermissions.AnswerBarometer).WithTags(Tag).WithSummary("Frågorna om det som införs").WithDescription("Den senaste versionens frågor, med de svar som går att välja.");
        api.MapGet("/innovations/{number}", async (string number, AnswerBarometer barometer, HttpResponse response, CancellationToken ct) => (await barometer.FindAsync(number, ct)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(new InnovationAnswer(view.CaseNumber, view.Title, view.InUseOn, view.State, view.Form.Key, view.Form.Version, view.Answers.Json, view.Version));
                }))
            .RequirePermission(EvaluationPermissions.AnswerBarometer).Produces<InnovationAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags(Tag).WithSummary("Läs vad som infördes").WithDescription("Frågorna finns på `GET /innovations/questions`. ETag är det som If-Match vill ha.");
        api.MapPost("/innovations/{number}/answer", async (string number, JsonObject answers, AnswerBarometer barometer, HttpRequest http, CancellationToken ct) => (await barometer.SendAsync(number, new Answers(answers), http.IfMatchVersion(), ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.AnswerBarometer).Idempotent().Changes().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags(Tag).WithSummary("Svara om det som infördes").WithDescription("En gång för varje idé. Exempel: `{ \"nytt\": \"kommunen\", \"slag\": \"process\", \"varde\": [\"kvalitet\"], \"drivkraft\": \"medarbetare\", \"forebild\": \"egen\", \"spridning\": \"nej\", \"hinder\": \"tid\" }`");
        api.MapPost("/innovations/{number}/leave", async (string number, AnswerBarometer barometer, CancellationToken ct) => (await barometer.LeaveAsync(number, ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.AnswerBarometer).Idempotent().Changes().WithTags(Tag).WithSummary("Fråga inte mer").WithDescription("Frågan försvinner ur inkorgen. Den som vet kan svara ändå.");
    }

    private static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint) => endpoint
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed);
}
