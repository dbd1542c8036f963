using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Training.Features.Training.Guides;

internal sealed record GuideAnswer(string Code, string Text, string EasyRead);

internal static class GuideApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/guides/{code}", (string code) =>
            {
                Outcome<GuideAnswer> found = WorkGuides.Of(code) is { } guide ? new GuideAnswer(guide.Code, guide.Text, guide.EasyRead) : Problem.NotFound("Det finns ingen guide för det.");
                return found.ToHttp(TypedResults.Ok);
            })
            .OpenToAll("how the municipality works with ideas is for everyone").Produces<GuideAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Utbildning").WithSummary("Guiden för en etapp eller ett beslut").WithDescription("`code` är koden på en etapp (`NEED`) eller ett beslut (`G2_NEED`). Markdown, på svenska och på lättläst svenska.");
}
