using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.HandIn;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

internal sealed record SimilarRequest(string? Text, string? Title = null);

internal static class SimilarApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/ideas/similar", async (SimilarRequest request, FindSimilar find, SimilarOffers offers, CancellationToken ct) =>
                (await FindAsync(request, find, offers, ct)).ToHttp(TypedResults.Ok))
            .OpenToAll("ideas that a coach has let through are for everyone")
            .Produces<IReadOnlyList<SimilarIdea>>()
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Idéer")
            .WithSummary("Hitta idéer som liknar en text")
            .WithDescription("Upp till fem öppna idéer i alla lägen, också de som har prövats och inte gick. `same` säger om det kan vara samma sak eller om de bara har ord gemensamt, `words` vilka ord som liknar, `lesson` varför den slutade som den gjorde. Texten sparas inte.");

    private static async Task<Outcome<IReadOnlyList<SimilarIdea>>> FindAsync(SimilarRequest request, FindSimilar find, SimilarOffers offers, CancellationToken cancellationToken)
    {
        var text = SubmittedText.Lines(request.Text);
        if (text.Length == 0) return Problem.Invalid(new FieldError("text", "Text: fältet är tomt."));
        if (text.Length > SubmissionRules.TextLength) return Problem.Invalid(new FieldError("text", new Text("Text: högst {0} tecken.", SubmissionRules.TextLength)));
        var ideas = await find.FindAsync(new(SubmittedText.Line(request.Title), text), cancellationToken);
        await offers.ShownAsync(ideas, SimilarPlace.Api, cancellationToken);
        return Outcome<IReadOnlyList<SimilarIdea>>.FromT(ideas);
    }
}
