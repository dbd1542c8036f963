using System.ComponentModel;
using IdeSluss.Ideas.Features.Ideas.MyIdeas;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.FollowCase;

internal sealed record ReplyRequest(string? Text);

internal sealed record AnswerEmailRequest(string? Email);

internal sealed record WithdrawRequest(bool Confirm);

/// <param name="Answer"><c>ja</c> or <c>nej</c>.</param>
internal sealed record MergeAnswerRequest(string? Answer)
{
    public bool? Yes => Answer switch { "ja" => true, "nej" => false, _ => null };
}

internal sealed record ClaimRequest(string? Code);

internal sealed record AskForTranslationRequest(string? Language);

internal sealed record OwnMessageAnswer(DateTimeOffset At, bool FromSubmitter, string Text);

internal sealed record OwnCaseAnswer(
    string CaseNumber, string Title, string Text, DateTimeOffset ReceivedAt, DateOnly? AnswerBy, int Step, string StepName, bool Done, string? Outcome, string Authority, string? Question, DateOnly? QuestionAnswerBy,
    OwnMergeQuestion? MergeQuestion, string? MergedWith, bool IsPublic, IReadOnlyList<OwnMessageAnswer> Messages, IReadOnlyList<IdeaEventAnswer> Events);

/// <summary>One's own case by API: with the code in the header <c>Idea-Code</c> (never in the address, which ends in logs), or logged in.</summary>
internal static class OwnCaseApi
{
    private const string CodeBecause = "the code is the key";

    public static void Map(IEndpointRouteBuilder api)
    {
        ByCode(api.MapGroup("/by-code"));
        Mine(api.MapGroup("/mine"));
        api.MapPut("/ideas/{number}/follow", async (string number, FollowIdea follow, CancellationToken ct) => (await follow.HandleAsync(number, follow: true, ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequireLogin().RequireRateLimiting(RateLimits.Write).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Idéer").WithSummary("Följ en idé").WithDescription("Du får e-post när något har hänt.");
        api.MapDelete("/ideas/{number}/follow", async (string number, FollowIdea follow, CancellationToken ct) => (await follow.HandleAsync(number, follow: false, ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequireLogin().RequireRateLimiting(RateLimits.Write).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Idéer").WithSummary("Sluta följa en idé").WithDescription("Gör inget om du inte följer den.");
    }

    private static void ByCode(RouteGroupBuilder api)
    {
        Described(api.MapGet("", ([AsParameters] ByCodeCall call, CancellationToken ct) => WithCode(call, async id => (await call.Own.ReadAsync(id, ct)).ToHttp(Answer), ct))
            .Produces<OwnCaseAnswer>(), "Läs din idé med koden", "Koden skickas i huvudet Idea-Code, till exempel `K7MP-4RTX`.").OpenToAll(CodeBecause).RequireRateLimiting(RateLimits.Secret);
        Described(api.MapPost("/replies", ([AsParameters] ByCodeCall call, ReplyRequest request, CancellationToken ct) =>
                WithCode(call, async id => (await call.Own.ReplyAsync(id, request.Text, ct)).ToHttp(_ => TypedResults.NoContent()), ct))
            .Produces(StatusCodes.Status204NoContent), "Svara på en fråga, eller skriv något mer", "Tiden börjar gå igen. Exempel: `{ \"text\": \"Det gäller entrén mot parken.\" }`").OpenToAll(CodeBecause).RequireRateLimiting(RateLimits.Secret);
        Described(api.MapPut("/email", ([AsParameters] ByCodeCall call, AnswerEmailRequest request, CancellationToken ct) =>
                WithCode(call, async id => (await call.Own.EmailAsync(id, request.Email, ct)).ToHttp(_ => TypedResults.NoContent()), ct))
            .Produces(StatusCodes.Status204NoContent), "Få e-post när det finns något att läsa", "E-posten har nummer och länk, aldrig texten.").OpenToAll(CodeBecause).RequireRateLimiting(RateLimits.Secret);
        Described(api.MapPost("/translations", ([AsParameters] ByCodeCall call, AskForTranslationRequest request, CancellationToken ct) =>
                WithCode(call, async id => (await call.Own.TranslateAsync(id, request.Language, ct)).ToHttp(_ => TypedResults.NoContent()), ct))
            .Produces(StatusCodes.Status204NoContent), "Be om beslutet på ett annat språk", "Det senaste beslutet. Exempel: `{ \"language\": \"fi\" }`").OpenToAll(CodeBecause).RequireRateLimiting(RateLimits.Secret);
        Described(api.MapPost("/withdrawal", ([AsParameters] ByCodeCall call, WithdrawRequest request, CancellationToken ct) =>
                WithCode(call, async id => (await call.Own.WithdrawAsync(id, request.Confirm, ct)).ToHttp(_ => TypedResults.NoContent()), ct))
            .Produces(StatusCodes.Status204NoContent), "Ta tillbaka din idé", "`confirm` ska vara true. Det som kom in är kvar som allmän handling.").OpenToAll(CodeBecause).RequireRateLimiting(RateLimits.Secret);
        Described(api.MapPost("/merge-answer", ([AsParameters] ByCodeCall call, MergeAnswerRequest request, CancellationToken ct) =>
                WithCode(call, async id => (await call.Own.MergeAsync(id, request.Yes, ct)).ToHttp(_ => TypedResults.NoContent()), ct))
            .Produces(StatusCodes.Status204NoContent), "Svara på om idén får slås ihop med en annan", "`answer` är `ja` eller `nej`. Vid ja slås idéerna ihop genast. Frågan finns i `mergeQuestion` när du läser idén.").OpenToAll(CodeBecause).RequireRateLimiting(RateLimits.Secret);
    }

    private static void Mine(RouteGroupBuilder api)
    {
        Described(api.MapGet("", async (ReadMyIdeas read, CancellationToken ct) => TypedResults.Ok(await read.HandleAsync(ct))), "Lista dina idéer", "De du har lämnat inloggad, och de du följer.").RequireLogin();
        Described(api.MapPost("", async (ClaimRequest request, ClaimCase claim, CancellationToken ct) => (await claim.HandleAsync(request.Code, ct)).ToHttp(number => TypedResults.Ok(new { CaseNumber = number }))),
            "Lägg till en idé till ditt konto", "Med koden från kvittot.").RequireLogin().RequireRateLimiting(RateLimits.Secret);
        Described(api.MapGet("/{number}", ([AsParameters] MyCall call, CancellationToken ct) => WithNumber(call, async id => (await call.Own.ReadAsync(id, ct)).ToHttp(Answer), ct))
            .Produces<OwnCaseAnswer>(), "Läs en av dina idéer", "404 för andras.").RequireLogin();
        Described(api.MapPost("/{number}/replies", ([AsParameters] MyCall call, ReplyRequest request, CancellationToken ct) =>
                WithNumber(call, async id => (await call.Own.ReplyAsync(id, request.Text, ct)).ToHttp(_ => TypedResults.NoContent()), ct))
            .Produces(StatusCodes.Status204NoContent), "Svara på en fråga, inloggad", "Tiden börjar gå igen.").RequireLogin().RequireRateLimiting(RateLimits.Write);
        Described(api.MapPut("/{number}/email", ([AsParameters] MyCall call, AnswerEmailRequest request, CancellationToken ct) =>
                WithNumber(call, async id => (await call.Own.EmailAsync(id, request.Email, ct)).ToHttp(_ => TypedResults.NoContent()), ct))
            .Produces(StatusCodes.Status204NoContent), "Få e-post om en av dina idéer", "E-posten har nummer och länk, aldrig texten.").RequireLogin().RequireRateLimiting(RateLimits.Write);
        Described(api.MapPost("/{number}/translations", ([AsParameters] MyCall call, AskForTranslationRequest request, CancellationToken ct) =>
                WithNumber(call, async id => (await call.Own.TranslateAsync(id, request.Language, ct)).ToHttp(_ => TypedResults.NoContent()), ct))
            .Produces(StatusCodes.Status204NoContent), "Be om beslutet på ett annat språk, inloggad", "Det senaste beslutet.").RequireLogin().RequireRateLimiting(RateLimits.Write);
        Described(api.MapPost("/{number}/withdrawal", ([AsParameters] MyCall call, WithdrawRequest request, CancellationToken ct) =>
                WithNumber(call, async id => (await call.Own.WithdrawAsync(id, request.Confirm, ct)).ToHttp(_ => TypedResults.NoContent()), ct))
            .Produces(StatusCodes.Status204NoContent), "Ta tillbaka en av dina idéer", "`confirm` ska vara true.").RequireLogin().RequireRateLimiting(RateLimits.Write);
        Described(api.MapPost("/{number}/merge-answer", ([AsParameters] MyCall call, MergeAnswerRequest request, CancellationToken ct) =>
                WithNumber(call, async id => (await call.Own.MergeAsync(id, request.Yes, ct)).ToHttp(_ => TypedResults.NoContent()), ct))
            .Produces(StatusCodes.Status204NoContent), "Svara på om en av dina idéer får slås ihop", "`answer` är `ja` eller `nej`.").RequireLogin().RequireRateLimiting(RateLimits.Write);
    }

    private static RouteHandlerBuilder Described(RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithTags("Min idé").WithSummary(summary).WithDescription(description);

    private static async Task<IResult> WithCode(ByCodeCall call, Func<Guid, Task<IResult>> then, CancellationToken ct)
    {
        var found = await call.Find.HandleAsync(call.Code, ct);
        return found.Problem is null ? await then(found.Value) : found.ToHttp(_ => TypedResults.NoContent());
    }

    private static async Task<IResult> WithNumber(MyCall call, Func<Guid, Task<IResult>> then, CancellationToken ct) =>
        await call.Mine.FindAsync(call.Number, ct) is { } id ? await then(id) : ((Outcome<Done>)OwnCase.NoSuchCase).ToHttp(_ => TypedResults.NoContent());

    private static IResult Answer(OwnCaseView view) => TypedResults.Ok(new OwnCaseAnswer(
        view.CaseNumber, view.Title, view.Text, view.ReceivedAt, view.AnswerBy, view.Story.Step + 1, StepListTagHelper.Names[view.Story.Step], view.Story.Done, view.Story.Outcome, view.Authority,
        view.Question?.Text, view.Question?.AnswerBy, view.Merge, view.MergedWith?.Number, view.IsPublic, [.. view.Messages.Select(message => new OwnMessageAnswer(message.At, message.FromSubmitter, message.Text))],
        [.. view.Story.Events.Select(line => new IdeaEventAnswer(line.At, line.Kind, line.Title, line.By, line.Text))]));

    internal sealed record ByCodeCall
    {
        [FromHeader(Name = "Idea-Code"), Description("Koden från kvittot.")]
        public string? Code { get; init; }

        public required FindByCode Find { get; init; }

        public required OwnCaseActions Own { get; init; }
    }

    internal sealed record MyCall(string Number, ReadMyIdeas Mine, OwnCaseActions Own);
}
