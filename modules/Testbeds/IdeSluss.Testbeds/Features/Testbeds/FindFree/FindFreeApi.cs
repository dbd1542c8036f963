using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Testbeds.Features.Testbeds.FindFree;

internal static class FindFreeApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/free", async (
                string? fromDay, string? fromTime, string? toDay, string? toTime, Turn? fromTurn, Turn? toTurn, string? capability, string? targetGroup, string[]? accessibility, ResourceKind? kind, string? testbed, string? after,
                FindFree find, CancellationToken cancellationToken) =>
                BookingPeriod.Of(new(fromDay, fromTime, toDay, toTime, fromTurn, toTurn)).Failed(out var problem, out var period)
                    ? ((Outcome<Done>)problem).ToHttp(_ => TypedResults.NoContent())
                    : TypedResults.Ok(await find.HandleAsync(period, new(capability, targetGroup, accessibility, kind, testbed), after, cancellationToken)))
            .OpenToAll("what the municipality can lend is for everyone to see; to book needs a log-in")
            .Produces<Page<FreeThing>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bokningar")
            .WithSummary("Sök det som är ledigt en viss tid")
            .WithDescription("Allt i alla testbäddar som är ledigt hela tiden, med förberedelse och städning inräknade. Dagar som `2027-03-01`, tider som `08:30` i svensk tid; utan tider hela dagar. `capability`, `targetGroup` och `accessibility` är koder (se `/terms`), `testbed` en testbädds `slug`. `next` är markören för nästa sida: skicka den som `after`.");
}
