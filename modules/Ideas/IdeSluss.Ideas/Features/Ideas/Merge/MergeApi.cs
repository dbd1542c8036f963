using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

internal sealed record MergeQuestionBody(string? Into, string? Reason, bool Impartial);

/// <param name="Answer"><c>ja</c> or <c>nej</c>.</param>
internal sealed record ToldAnswerBody(string? Answer, string? Note);

internal sealed record UnansweredBody(bool TriedToReach, string? Tried);

internal sealed record UnmergeBody(string? Reason);

internal static class MergeApi
{
    private static readonly Problem NoVersion = Problem.Invalid(new FieldError("If-Match", "Skicka ärendets version (ETag från GET …/merge) i If-Match."));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/cases/{number}/merge");
        api.MapGet("", async (string number, ReadMerge read, HttpResponse response, CancellationToken ct) =>
                (await read.HandleAsync(number, ct)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version);
                    return TypedResults.Ok(view);
                }))
            .RequirePermission(IdeasPermissions.Sort).Produces<MergeView>().ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Slå ihop").WithSummary("Frågan om att slå ihop, eller sammanslagningen").WithDescription("`question` är en fråga som väntar på svar, `inForce` en sammanslagning som gäller. ETag är ärendets version.");
        Described(api.MapPut("/question", (string number, MergeQuestionBody body, ProposeMerge propose, HttpRequest request, CancellationToken ct) =>
                WithVersion(request, version => propose.HandleAsync(new(number, body.Into, body.Reason, body.Impartial, version), ct))),
            "Fråga idégivaren om idén får slås ihop med en annan", "Tiden står still tills svaret kommer. Exempel: `{ \"into\": \"26IDE142\", \"reason\": \"Båda vill ha tak vid hållplatsen.\", \"impartial\": true }`, med If-Match.");
        Described(api.MapDelete("/question", (string number, ProposeMerge propose, HttpRequest request, CancellationToken ct) => WithVersion(request, version => propose.WithdrawAsync(number, version, ct))),
            "Ta tillbaka frågan", "Inom tio minuter har ingen sett den. Senare läser idégivaren att den inte gäller längre.");
        Described(api.MapPost("/answer", (string number, ToldAnswerBody body, AnswerMerge answer, HttpRequest request, CancellationToken ct) =>
                WithVersion(request, version => answer.ToldOfficeAsync(new(number, body.Answer switch { "ja" => true, "nej" => false, _ => null }, body.Note, version), ct))),
            "Skriv in idégivarens svar", "Exempel: `{ \"answer\": \"ja\", \"note\": \"i telefon 3 november\" }`");
        Described(api.MapPost("/unanswered", (string number, UnansweredBody body, AnswerMerge answer, HttpRequest request, CancellationToken ct) =>
                WithVersion(request, version => answer.UnansweredAsync(new(number, body.TriedToReach, body.Tried, version), ct))),
            "Slå ihop utan svar", "När sista svarsdagen har gått. Finns det ett sätt att nå idégivaren ska ni ha försökt, och `tried` säga hur.");
        Described(api.MapDelete("", (string number, [Microsoft.AspNetCore.Mvc.FromBody] UnmergeBody body, Unmerge unmerge, HttpRequest request, CancellationToken ct) =>
                WithVersion(request, version => unmerge.HandleAsync(new(number, body.Reason, version), ct))),
            "Dela idéerna igen", "Idén är där den var, som om den hade väntat. 409 när det de föreslog är genomfört eller arkiverat. Exempel: `{ \"reason\": \"De gäller olika hållplatser.\" }`, med If-Match.");
    }

    private static async Task<IResult> WithVersion(HttpRequest request, Func<int, Task<Outcome<Done>>> act) =>
        (request.IfMatchVersion() is { } version ? await act(version) : NoVersion).ToHttp(_ => TypedResults.NoContent());

    private static void Described(RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .RequirePermission(IdeasPermissions.Sort)
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithTags("Slå ihop").WithSummary(summary).WithDescription(description);
}
