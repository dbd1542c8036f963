using System.Text.Json.Nodes;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.Sort;

/// <summary>The sorting screen as the API takes it.</summary>
/// <param name="Sorting">Answers to the form <c>sortering</c>.</param>
/// <param name="Decision">Left out: saves without deciding.</param>
internal sealed record SortBody(
    string? PublicTitle, string? PublicText, string? NeedSentence, string? Area, Guid? Unit, string? Language, string? Track, JsonObject? Sorting = null, SortDecision? Decision = null)
{
    public SortRequest ToRequest(string number, int version) => new()
    {
        CaseNumber = number, Version = version, PublicTitle = PublicTitle, PublicText = PublicText, NeedSentence = NeedSentence, Area = Area, Unit = Unit, Language = Language, Track = Track,
        Sorting = new(Sorting ?? []), Decision = Decision,
    };
}

/// <param name="Masking">Places that may need masking in the original; nothing is masked by itself.</param>
/// <param name="Similar">Public ideas like this one, to merge with.</param>
internal sealed record SortView(
    string CaseNumber, int Version, string OriginalText, string? PublicTitle, string? PublicText, string? NeedSentence, string? Area, Guid? Unit, string? Track, JsonObject Sorting,
    IReadOnlyList<MaskChoice> Masking, string? SuggestedRedirect, string? ProposedTrack, IReadOnlyList<string> Outcomes, IReadOnlyList<string> Redirects,
    IReadOnlyList<SimilarIdea> Similar, IReadOnlyList<RequirementView> Untrained);

internal static class SortApi
{
    private static readonly Problem NoVersion = Problem.Invalid(new FieldError("If-Match", "Skicka ärendets version (ETag) i If-Match."));

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{number}/sorting", async (string number, FindSortScreen find, HttpResponse response, CancellationToken ct) =>
                (await find.HandleAsync(number, ct)).ToHttp(screen =>
                {
                    response.SetVersionTag(screen.Case.Version);
                    var c = screen.Case;
                    return TypedResults.Ok(new SortView(
                        c.CaseNumber, c.Version, c.OriginalText, c.PublicTitle, c.PublicText, c.NeedSentence, c.Area, c.UnitId, c.Track, screen.Sorting.Json, MaskChoice.In(c.PublicText ?? c.OriginalText),
                        screen.SuggestedRedirect, screen.ProposedTrack, [.. screen.Gate.OutcomesIn(c.Track).Select(outcome => outcome.Code)], [.. screen.Workflow.Redirects.Select(target => target.Code)], screen.Similar, screen.Untrained));
                }))
            .RequirePermission(IdeasPermissions.Sort)
            .Produces<SortView>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Coach")
            .WithSummary("Det en coach behöver för att sortera");
        api.MapPut("/cases/{number}/sorting", async (string number, SortBody body, SortIdea sort, HttpRequest request, HttpResponse response, CancellationToken ct) =>
                request.IfMatchVersion() is { } version
                    ? (await sort.HandleAsync(body.ToRequest(number, version), ct)).ToHttp(receipt =>
                    {
                        response.SetVersionTag(receipt.Version);
                        return TypedResults.Ok(receipt);
                    })
                    : Outcome<SortReceipt>.FromProblem(NoVersion).ToHttp(TypedResults.Ok))
            .RequirePermission(IdeasPermissions.Sort)
            .Produces<SortReceipt>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Coach")
            .WithSummary("Spara och, om du vill, besluta vid sorteringen")
            .WithDescription("""
                Kräver If-Match med ärendets version. Utan `decision` sparas uppgifterna bara. 409 listar vad som saknas före beslut.
                Exempel: `{ "publicTitle": "Tak vid entrén", "publicText": "…", "needSentence": "Besökare behöver skydd för regn.", "area": "vard-omsorg", "unit": "…", "track": "LITEN", "sorting": { "liknande": "ja", … }, "decision": { "outcome": "ADVANCE", "reason": "Bra idé.", "impartial": true } }`
                """);
    }
}
