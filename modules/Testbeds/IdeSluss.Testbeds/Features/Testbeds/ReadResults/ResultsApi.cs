using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadResults;

internal static class ResultsApi
{
    private const string Because = "what a test of a public idea came to is for everyone; all others answer 404";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/results", async (string? search, TrialVerdict? verdict, string? after, TestResults results, CancellationToken cancellationToken) =>
                (await results.ListAsync(new(search, verdict, after), cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll(Because).Produces<Page<ResultLine>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Tester").WithSummary("Lista och sök bland testresultat").WithDescription("Också det som inte fungerade. `verdict` är `Supports`, `Rejects` eller `Inconclusive`.");
        api.MapGet("/results/{number}", async (string number, TestResults results, CancellationToken cancellationToken) => (await results.FindAsync(number, cancellationToken)).ToHttp(TypedResults.Ok))
            .OpenToAll(Because).Produces<PublicResult>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Tester").WithSummary("Läs ett testresultat").WithDescription("Lärdomen på en sida, utan personuppgifter.");
    }
}
