using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.Translate;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

internal sealed record IdeaEventAnswer(DateTimeOffset At, string Kind, string Title, string? By, string? Text);

/// <param name="Language">BCP 47 of the text; <c>und</c> when it is not known.</param>
/// <param name="Translations">Documents of their own beside the text.</param>
internal sealed record IdeaPageAnswer(
    string CaseNumber, string Title, string Text, string? Need, string? Area, string Authority, string? Unit, string Channel, string Language, DateTimeOffset PublishedAt,
    int Step, string StepName, bool Done, string? Outcome, IReadOnlyList<MergedIdea> Merged, IReadOnlyList<IdeaEventAnswer> Events, IReadOnlyList<ShownTranslation> Translations);

/// <param name="Found">With a search: how many there are, at most 1000; on the first page only.</param>
/// <param name="MoreThanFound">There are more than a thousand.</param>
/// <param name="SimilarWords">Nothing had the words as they were written; these have words that begin with them.</param>
internal sealed record IdeaListAnswer(IReadOnlyList<IdeaLine> Items, string? Next, int? Found = null, bool MoreThanFound = false, bool SimilarWords = false);

internal static class ReadIdeasApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/ideas", async (int? step, string? area, string? authority, string? outcome, string? stage, string? search, string? after, ListIdeas list, SearchIdeas find, CancellationToken ct) =>
                (await FindAsync(new(step, area, authority, outcome, after, stage, search), list, find, ct)).ToHttp(TypedResults.Ok))
            .OpenToAll("ideas that a coach has let through are for everyone")
            .Produces<IdeaListAnswer>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Idéer")
            .WithSummary("Lista och sök bland idéer som visas öppet")
            .WithDescription("Nyast först. `search` är ord att söka efter i den öppna texten, högst 200 tecken: `\"en fras\"`, `-utan`, `or` och `början*` går att skriva. `titleMarks` och `excerptMarks` säger var orden står. `step` är 1 till 5, `area` en områdeskod, `authority` nämndens kod, `outcome` är `pagar`, `genomford` eller `avslutad`, `stage` en etappkod. `next` är markören för nästa sida: skicka den som `after`.");
        api.MapGet("/ideas/{number}", async (string number, ReadIdea read, HttpResponse response, CancellationToken ct) =>
                (await read.HandleAsync(number, ct)).ToHttp<PublicIdea>(idea =>
                {
                    if (idea.CaseNumber != number)
                    {
                        response.Headers.CacheControl = "no-cache";
                        return TypedResults.Redirect($"/api/v1/ideas/ideas/{Uri.EscapeDataString(idea.CaseNumber)}", permanent: true);
                    }

                    response.SetVersionTag(idea.Version);
                    return TypedResults.Ok(new IdeaPageAnswer(
                        idea.CaseNumber, idea.Title, idea.Text, idea.Need, idea.Area, idea.Authority, idea.Unit, idea.Channel, idea.Language, idea.PublishedAt,
                        idea.Story.Step + 1, StepListTagHelper.Names[idea.Story.Step], idea.Story.Done, idea.Story.Outcome, idea.Merged,
                        [.. idea.Story.Events.Select(line => new IdeaEventAnswer(line.At, line.Kind, line.Title, line.By, line.Text))], idea.Translations));
                }))
            .OpenToAll("ideas that a coach has let through are for everyone; all others answer 404")
            .Produces<IdeaPageAnswer>()
            .Produces(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Idéer")
            .WithSummary("Läs en idé")
            .WithDescription("Det som alla får läsa: den text som en idécoach har släppt igenom, var idén är, och besluten med skäl. Numret på en idé som är hopslagen med en annan leder till den gemensamma (301). 404 för allt annat.");
    }

    private static async Task<Outcome<IdeaListAnswer>> FindAsync(IdeaFilter filter, ListIdeas list, SearchIdeas find, CancellationToken cancellationToken)
    {
        if (filter.Step is < 1 or > 5) return Problem.Invalid(new FieldError("step", "Valet finns inte."));
        if (filter.Area is not null && !IdeaAreas.Exists(filter.Area)) return Problem.Invalid(new FieldError("area", "Valet finns inte."));
        if (!filter.Searches)
        {
            var page = await list.FindAsync(filter, cancellationToken);
            return new IdeaListAnswer(page.Items, page.Next);
        }

        return (await find.FindAsync(filter, "search", cancellationToken)).Failed(out var problem, out var hits)
            ? problem
            : new IdeaListAnswer(hits.Page.Items, hits.Page.Next, hits.Found, hits.MoreThanFound, hits.IsWide);
    }
}
