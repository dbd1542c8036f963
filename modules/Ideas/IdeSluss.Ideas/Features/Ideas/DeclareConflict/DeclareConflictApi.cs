using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Ideas.Features.Ideas.DeclareConflict;

internal static class DeclareConflictApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/ideas/{number}/conflict", async (string number, DeclareConflict declare, CancellationToken ct) =>
                (await declare.HandleAsync(number, ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequireLogin()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Beslut")
            .WithSummary("Anmäl jäv i ett ärende")
            .WithDescription("Den som anmält jäv kan inte längre besluta eller ge råd i ärendet. Det går inte att ta tillbaka.");
}
