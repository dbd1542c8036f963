using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.ReadLesson;

internal static class LessonApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/ideas/{number}/lesson", async (string number, ReadLesson read, CancellationToken ct) => (await read.HandleAsync(number, ct)).ToHttp(TypedResults.Ok))
            .OpenToAll("what was learnt from a closed, public case is for everyone; all others answer 404")
            .Produces<Lesson>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Idéer")
            .WithSummary("Läs vad som lärdes")
            .WithDescription("Lärdomsbladet för en idé som är avslutad och visas öppet. 404 om ärendet pågår eller inget blad är klart.");
}
