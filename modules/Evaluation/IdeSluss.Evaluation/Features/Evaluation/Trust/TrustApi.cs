using System.Text.Json.Nodes;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Trust;

/// <summary>By API: with the code in the header <c>Idea-Code</c> (never in the address, which ends in logs), or logged in.</summary>
internal static class TrustApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/by-code/trust", async (JsonObject answers, [FromHeader(Name = "Idea-Code")] string? code, AnswerTrust trust, IOwnCases cases, CancellationToken ct) => (await trust.HandleAsync(await cases.ByCodeAsync(code, ct), new Answers(answers), ct)).ToHttp(_ => TypedResults.NoContent()))
            .OpenToAll("the code is the key").RequireRateLimiting(RateLimits.Secret).Answers("Säg hur det gick, med koden", "Frivilligt och anonymt: bara antal sparas. En gång för varje idé, när den är avgjord. Exempel: `{ \"forstadd\": \"4\", \"rattvist\": \"5\", \"igen\": \"5\" }`");
        api.MapPut("/mine/{number}/trust", async (string number, JsonObject answers, AnswerTrust trust, IOwnCases cases, CancellationToken ct) => (await trust.HandleAsync(await cases.ByNumberAsync(number, ct), new Answers(answers), ct)).ToHttp(_ => TypedResults.NoContent()))
            .RequireLogin().RequireRateLimiting(RateLimits.Write).Answers("Säg hur det gick, inloggad", "Stegen är 1 (nej, inte alls) till 5 (ja, helt). 404 för andras idéer, och innan idén är avgjord.");
    }

    // Without a key that makes it one: what is kept for that would tie the answer to somebody. Who answers again is told so.
    private static void Answers(this RouteHandlerBuilder endpoint, string summary, string description) => endpoint
        .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithTags("Statistik").WithSummary(summary).WithDescription(description);
}
