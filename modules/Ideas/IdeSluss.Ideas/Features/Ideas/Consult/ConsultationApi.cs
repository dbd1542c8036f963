using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

internal sealed record ConsultationAskedReceipt(Guid Id);

/// <param name="ByItself">Answers in the system; the answer of others is written in by a coach.</param>
internal sealed record BodyView(string Code, string Name, string Explanation, bool ByItself, bool Signs, int AnswerDays);

/// <param name="SeenVersion">For a signature: <c>formVersion</c> of what was read.</param>
internal sealed record ConsultationReplyBody(string? Verdict = null, string? Text = null, string? Conditions = null, DateOnly? AnsweredOn = null, int? SeenVersion = null);

internal static class ConsultationApi
{
    private static readonly Problem NoVersion = Problem.Invalid(new FieldError("If-Match", "Skicka samrådets version (ETag från GET …/consultations/{id}) i If-Match."));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/consultation-bodies", (BodyCatalogue bodies, IStringLocalizer texts) =>
                TypedResults.Ok(bodies.All.Select(body => new BodyView(body.Code, texts[body.Name], texts[body.Explanation], body.AnsweredBy is not null, body.Signs, body.AnswerDays)).ToList()))
            .RequirePermission(IdeasPermissions.Prepare)
            .Produces<IReadOnlyList<BodyView>>()
            .WithTags("Samråd")
            .WithSummary("Lista vilka som kan tillfrågas");
        api.MapGet("/consultations/waiting", async (AnswerBody answer, CancellationToken ct) => TypedResults.Ok(await answer.ListAsync(ct)))
            .RequirePermission(IdeasPermissions.Advise)
            .Produces<IReadOnlyList<WaitingConsultation>>()
            .WithTags("Samråd")
            .WithSummary("Lista samråd som väntar på ditt svar");
        var ofCase = api.MapGroup("/ideas/{number}/consultations").WithTags("Samråd");
        ofCase.MapGet("", async (string number, AskBody ask, CancellationToken ct) => (await ask.ReadAsync(number, ct)).ToHttp(screen => TypedResults.Ok(screen.Consultations)))
            .RequirePermission(IdeasPermissions.Prepare)
            .Produces<IReadOnlyList<ConsultationView>>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Lista ärendets samråd");
        ofCase.MapPost("", async (string number, ConsultationQuestion body, AskBody ask, CancellationToken ct) =>
                (await ask.HandleAsync(number, body, ct)).ToHttp(id => TypedResults.Created($"/api/v1/ideas/consultations/{id}", new ConsultationAskedReceipt(id))))
            .RequirePermission(IdeasPermissions.Prepare)
            .Idempotent()
            .Produces<ConsultationAskedReceipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Fråga någon före beslut")
            .WithDescription("`body` är en kod från `/consultation-bodies`. En remiss har alltid en sista dag. Exempel: `{ \"body\": \"MAS\", \"question\": \"Är riskerna rätt bedömda?\", \"lastDay\": \"2026-05-12\" }`");
        var one = api.MapGroup("/consultations/{id:guid}").WithTags("Samråd");
        one.MapGet("", async (Guid id, AnswerBody answer, HttpResponse response, CancellationToken ct) => (await answer.ReadAsync(id, ct)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Consultation.Version);
                    return TypedResults.Ok(new { view.Consultation, view.CaseNumber, view.Title, view.NeedSentence, view.Words.Text, view.Words.Language, Form = view.Form?.Key, Answers = view.Answers?.Json, view.FormVersion, view.Signs, view.ByItself, view.MayAnswer });
                }))
            .RequireLogin()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Läs ett samråd")
            .WithDescription("Frågan, svaret och det formulär som ska signeras. Svarets ETag skickas i If-Match.");
        Post(one, "/answer", async (id, version, body, answer, _, ct) => await answer.HandleAsync(id, new(body?.Verdict, body?.Text, body?.Conditions, body?.AnsweredOn, body?.SeenVersion, version), ct))
            .WithSummary("Svara på ett samråd")
            .WithDescription("Den tillfrågade rollen svarar själv; för dem utanför systemet skriver coachen in svaret, med `answeredOn`. Signatur: `{ \"verdict\": \"YES_WITH_CONDITIONS\", \"conditions\": \"Bara dagtid.\", \"seenVersion\": 3 }`");
        Post(one, "/remind", async (id, version, _, _, followUp, ct) => await followUp.RemindAsync(id, version, ct)).WithSummary("Påminn om ett samråd");
        Post(one, "/no-answer", async (id, version, _, _, followUp, ct) => await followUp.NoteNoAnswerAsync(id, version, ct)).WithSummary("Notera att inget svar kom inom tiden").WithDescription("Går från dagen efter sista svarsdagen. En människa noterar det; tystnad avslutar inget av sig själv.");
        Post(one, "/withdraw", async (id, version, _, _, followUp, ct) => await followUp.WithdrawAsync(id, version, ct)).WithSummary("Återkalla en fråga");
    }

    private static RouteHandlerBuilder Post(RouteGroupBuilder group, string path, Func<Guid, int, ConsultationReplyBody?, AnswerBody, FollowUpBody, CancellationToken, Task<Outcome<Done>>> act) =>
        group.MapPost(path, async (Guid id, ConsultationReplyBody? body, AnswerBody answer, FollowUpBody followUp, HttpRequest request, CancellationToken ct) =>
                (request.IfMatchVersion() is { } version ? await act(id, version, body, answer, followUp, ct) : NoVersion).ToHttp(_ => TypedResults.NoContent()))
            .RequireLogin()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
