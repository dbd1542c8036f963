using System.Text.Json.Nodes;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Practise;

internal sealed record ExerciseAnswer(string Key, string Role, string Title, string Task, bool Mine, bool Begun, bool Done);

/// <param name="Decision">What one has decided; null until then.</param>
internal sealed record ExerciseDetails(string Key, string Title, string Task, string IdeaTitle, string Idea, string Gate, IReadOnlyList<ExerciseOutcome> Outcomes, IReadOnlyList<string> ToFill, IReadOnlyDictionary<string, JsonObject> Basis, PracticeDecision? Decision);

internal sealed record ExerciseOutcome(string Code, string Name);

internal sealed record PracticeBody(
    string Outcome, string? Reason, bool? Impartial, string? Track, string? CloseReason, string? RedirectTarget, string? Question, string? CommitteeParagraph, DateOnly? MeetingDay, Dictionary<string, JsonObject>? Evidence);

internal static class PracticeApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/practice", async (Practice practice, IStringLocalizer texts, CancellationToken ct) =>
                TypedResults.Ok((await practice.ListAsync(ct)).Select(line => new ExerciseAnswer(line.Exercise.Key, line.Exercise.Role, texts[line.Exercise.Title], texts[line.Exercise.Task], line.Mine, line.Begun, line.Done)).ToList()))
            .RequireLogin()
            .Produces<IReadOnlyList<ExerciseAnswer>>()
            .WithTags("Övning")
            .WithSummary("Lista övningarna")
            .WithDescription("Påhittade ärenden, ett för varje roll. De som gäller ens egna roller står först.");
        api.MapGet("/practice/{key}", async (string key, Practice practice, IStringLocalizer texts, HttpResponse response, CancellationToken ct) =>
                (await practice.ReadAsync(key, ct)).ToHttp(view => Answer(view, texts, response)))
            .RequireLogin()
            .Produces<ExerciseDetails>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Övning")
            .WithSummary("Läs en övning")
            .WithDescription("Med ETag. `toFill` är formulären som man själv fyller i, `basis` det som är ifyllt.");
        api.MapPut("/practice/{key}/decision", async (string key, PracticeBody body, Practice practice, IStringLocalizer texts, HttpRequest request, HttpResponse response, CancellationToken ct) =>
                (await practice.DecideAsync(key, Of(body, request.IfMatchVersion() ?? 0), ct)).ToHttp(view => Answer(view, texts, response)))
            .RequireLogin()
            .Produces<ExerciseDetails>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Övning")
            .WithSummary("Besluta i en övning")
            .WithDescription("Samma regler som i ett riktigt ärende, men inget skickas och inget räknas. If-Match med versionen du läste; första gången utan.");
        api.MapDelete("/practice/{key}", async (string key, Practice practice, CancellationToken ct) => (await practice.ResetAsync(key, ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequireLogin()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Övning")
            .WithSummary("Börja om med en övning")
            .WithDescription("Allt man gjort i övningen tas bort.");
    }

    private static Ok<ExerciseDetails> Answer(ExerciseView view, IStringLocalizer texts, HttpResponse response)
    {
        response.SetVersionTag(view.Version);
        return TypedResults.Ok(new ExerciseDetails(
            view.Exercise.Key, texts[view.Exercise.Title], texts[view.Exercise.Task], view.Title, view.Idea, view.Gate.Code, [.. view.Outcomes.Select(outcome => new ExerciseOutcome(outcome.Code, texts[outcome.Name]))],
            [.. view.ToFill.Select(form => form.Key)], view.Basis.Now.Concat(view.Basis.Earlier).ToDictionary(form => form, form => (JsonObject)view.Facts.AnswersTo(form).Json.DeepClone()), view.State.Decision));
    }

    private static GateDecision Of(PracticeBody body, int version) => new()
    {
        CaseNumber = "", Gate = "", Outcome = body.Outcome, Track = body.Track, Reason = body.Reason, CloseReason = body.CloseReason, RedirectTarget = body.RedirectTarget, Question = body.Question,
        CommitteeParagraph = body.CommitteeParagraph, MeetingDay = body.MeetingDay, Impartial = body.Impartial ?? false, Version = version,
        Evidence = (body.Evidence ?? []).ToDictionary(one => one.Key, one => new Answers(one.Value)),
    };
}
