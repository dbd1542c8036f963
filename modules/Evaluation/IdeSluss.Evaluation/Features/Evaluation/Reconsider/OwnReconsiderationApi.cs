using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

internal sealed record AskRequest(string? Reason);

/// <param name="WhyNot">Why reconsideration cannot be asked for; null when it can.</param>
internal sealed record OwnDecisionAnswer(Guid Decision, string CaseNumber, string Gate, string Outcome, string Reason, DateTimeOffset DecidedAt, DateOnly LastDay, string? WhyNot, OwnReconsideration? Reconsideration);

/// <summary>One's own decisions by API: with the code in the header <c>Idea-Code</c> (never in the address, which ends in logs), or logged in.</summary>
internal static class OwnReconsiderationApi
{
    private const string CodeBecause = "the code is the key";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/by-code/refusals", async ([AsParameters] OwnCall call, [FromHeader(Name = "Idea-Code")] string? code, CancellationToken ct) => await call.ListAsync(await call.Own.ByCodeAsync(code, ct), ct))
            .OpenToAll(CodeBecause).RequireRateLimiting(RateLimits.Secret).Reads("Läs avslag med koden", "Koden skickas i huvudet Idea-Code. `whyNot` säger varför omprövning inte går att begära.");
        api.MapPost("/by-code/refusals/{decision:guid}/reconsideration", async ([AsParameters] OwnCall call, Guid decision, AskRequest request, [FromHeader(Name = "Idea-Code")] string? code, CancellationToken ct) => await call.AskAsync(await call.Own.ByCodeAsync(code, ct), decision, request, ct))
            .OpenToAll(CodeBecause).RequireRateLimiting(RateLimits.Secret).Idempotent().Asks("Begär omprövning med koden", "En gång för varje beslut, inom tiden i `lastDay`. Exempel: `{ \"reason\": \"Det finns en lokal som ni inte kände till.\" }`");
        api.MapGet("/mine/{number}/refusals", async ([AsParameters] OwnCall call, string number, CancellationToken ct) => await call.ListAsync(await call.Own.ByNumberAsync(number, ct), ct))
            .RequireLogin().Reads("Läs avslag på en av dina idéer", "404 för andras.");
        api.MapPost("/mine/{number}/refusals/{decision:guid}/reconsideration", async ([AsParameters] OwnCall call, string number, Guid decision, AskRequest request, CancellationToken ct) => await call.AskAsync(await call.Own.ByNumberAsync(number, ct), decision, request, ct))
            .RequireLogin().RequireRateLimiting(RateLimits.Write).Idempotent().Asks("Begär omprövning, inloggad", "Någon annan än den som beslutade prövar beslutet igen. En gång för varje beslut.");
    }

    private static void Reads(this RouteHandlerBuilder endpoint, string summary, string description) =>
        endpoint.Produces<IReadOnlyList<OwnDecisionAnswer>>().ProducesProblem(StatusCodes.Status404NotFound).WithTags("Omprövning").WithSummary(summary).WithDescription(description);

    private static void Asks(this RouteHandlerBuilder endpoint, string summary, string description) =>
        endpoint.Produces<OwnDecisionAnswer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Omprövning").WithSummary(summary).WithDescription(description);
}

internal sealed record OwnCall([FromServices] AskForReconsideration Asking, [FromServices] IOwnCases Own, [FromServices] IStringLocalizer Texts)
{
    public async Task<IResult> ListAsync(Guid? idea, CancellationToken cancellationToken) =>
        idea is { } id ? TypedResults.Ok((await Asking.OfCaseAsync(id, cancellationToken)).Select(Of).ToList()) : ((Outcome<Done>)ReconsiderationRules.NoSuchDecision).ToHttp(_ => TypedResults.NoContent());

    public async Task<IResult> AskAsync(Guid? idea, Guid decision, AskRequest request, CancellationToken cancellationToken)
    {
        var outcome = idea is { } id && (await Asking.OfCaseAsync(id, cancellationToken)).Any(own => own.Decision.Id == decision) ? await Asking.HandleAsync(decision, request.Reason, cancellationToken) : ReconsiderationRules.NoSuchDecision;
        return outcome.ToHttp(own => TypedResults.Created((string?)null, Of(own)));
    }

    private OwnDecisionAnswer Of(OwnDecision own) => new(
        own.Decision.Id, own.Decision.CaseNumber, own.Decision.Gate, Texts[own.Decision.OutcomeName], own.Decision.Reason, own.Decision.DecidedAt, own.LastDay, own.WhyNot is { } why ? Texts.Say(why) : null, own.Asked);
}
