using System.Text.Json.Nodes;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>A decision as the API takes it. The gate's rules and the caller's roles are checked by the handler, as for the pages.</summary>
/// <param name="Evidence">Answers given together with the decision, form → answers.</param>
/// <param name="Version">The case's version, unless it is sent as If-Match.</param>
internal sealed record DecisionBody(
    string? Gate, string? Outcome, string? Reason = null, string? Reply = null, bool Impartial = false, string? CloseReason = null, string? RedirectTarget = null, string? MergeInto = null,
    string? Track = null, string? Question = null, string? Presenter = null, string? Participants = null, string? LegalBasis = null, string? CommitteeParagraph = null, DateOnly? MeetingDay = null,
    string? Voting = null, DateOnly? WakeOn = null, Dictionary<string, JsonObject>? Evidence = null, int? Version = null)
{
    public GateDecision ToDecision(string number, int version, string? seen) => new()
    {
        CaseNumber = number,
        Gate = Gate ?? "",
        Outcome = Outcome ?? "",
        Reason = Reason,
        Reply = Reply,
        Impartial = Impartial,
        CloseReason = CloseReason,
        RedirectTarget = RedirectTarget,
        MergeInto = MergeInto,
        Track = Track,
        Question = Question,
        Presenter = Presenter,
        Participants = Participants,
        LegalBasis = LegalBasis,
        CommitteeParagraph = CommitteeParagraph,
        MeetingDay = MeetingDay,
        Voting = Voting,
        WakeOn = WakeOn,
        Evidence = (Evidence ?? []).ToDictionary(pair => pair.Key, pair => new Answers(pair.Value)),
        Version = version,
        Seen = seen,
    };
}

internal static class DecideApi
{
    private static readonly Problem NoVersion = Problem.Invalid(new FieldError("If-Match", "Skicka ärendets version (ETag från GET …/gate) i If-Match."));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ideas/{number}/gate", async (string number, ReadGate read, HttpResponse response, CancellationToken ct) =>
                (await read.HandleAsync(number, ct)).ToHttp(view =>
                {
                    response.SetVersionTag(view.Version, view.Seen);
                    return TypedResults.Ok(view);
                }))
            .RequireLogin()
            .Produces<GateView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Beslut")
            .WithSummary("Läs ärendet vid dess beslutspunkt")
            .WithDescription("Vad som kan beslutas, vad som saknas för varje utfall, underlagen och råden. Svarets ETag skickas i If-Match när du beslutar: den säger också vilket underlag du har läst.");
        api.MapPost("/ideas/{number}/decisions", async (string number, DecisionBody body, DecideGate decide, HttpRequest request, CancellationToken ct) =>
                (request.IfMatchVersion() ?? body.Version) is { } version
                    ? (await decide.HandleAsync(body.ToDecision(number, version, request.IfMatchRest()), ct)).ToHttp(receipt => TypedResults.Created($"/api/v1/ideas/ideas/{receipt.CaseNumber}/decisions/{receipt.DecisionId}", receipt))
                    : Outcome<GateDecisionReceipt>.FromProblem(NoVersion).ToHttp(TypedResults.Ok))
            .RequireLogin()
            .Idempotent()
            .Produces<GateDecisionReceipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Beslut")
            .WithSummary("Besluta vid en beslutspunkt")
            .WithDescription("""
                409 listar vad som saknas (`errors`: ett fält per formulär). 412 när ärendet eller underlaget har ändrats sedan du läste det. 403 för den egna idén.
                Exempel: `{ "gate": "G2_NEED", "outcome": "ADVANCE", "reason": "Behovet är tydligt.", "impartial": true }`, med If-Match: "v3;behovsbild=2" (hela ETag från GET …/gate).
                Spår Liten med underlaget i samma anrop: `{ "gate": "G2_NEED", "outcome": "DO_IT", "reason": "Bra och enkelt.", "impartial": true, "evidence": { "liten": { "andring": "…" } } }`
                """);
    }
}
