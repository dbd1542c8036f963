using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Judge;

/// <param name="Peers">The others' judgements; null until one's own is sent.</param>
internal sealed record ReviewAnswer(Guid Id, Guid RoundId, string CaseNumber, string? Title, string? Need, string? Text, string Gate, DateOnly LastDay, ReviewState State, JsonObject Answers, IReadOnlyList<QuestionAnswer> Questions, IReadOnlyList<PeerAnswer>? Peers);

internal sealed record QuestionAnswer(string Key, string Question, IReadOnlyList<string> Options);

internal sealed record PeerAnswer(string Name, decimal Score, IReadOnlyList<int> Steps, string Why);

internal static class ReviewsApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reviews", async (OwnReviews reviews, CancellationToken cancellationToken) => TypedResults.Ok(await reviews.WaitingAsync(cancellationToken)))
            .RequirePermission(EvaluationPermissions.Judge).WithTags("Bedöma").WithSummary("Det som väntar på din bedömning").WithDescription("Det som ska vara klart först står först.");
        api.MapGet("/reviews/sent", async (string? after, OwnReviews reviews, CancellationToken cancellationToken) => TypedResults.Ok(await reviews.SentAsync(after, cancellationToken)))
            .RequirePermission(EvaluationPermissions.Judge).WithTags("Bedöma").WithSummary("Det du har bedömt").WithDescription("Det senaste först. `next` är `after` för nästa sida.");
        api.MapGet("/reviews/{id:guid}", async (Guid id, OwnReviews reviews, HttpResponse response, CancellationToken cancellationToken) =>
                (await reviews.FindAsync(id, cancellationToken)).ToHttp(review =>
                {
                    response.SetVersionTag(review.Version, review.Tag);
                    return TypedResults.Ok(Of(review));
                }))
            .RequirePermission(EvaluationPermissions.Judge).Produces<ReviewAnswer>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bedöma").WithSummary("Läs din bedömning").WithDescription("De andras (`peers`) finns med först när din egen är skickad. ETag är det som If-Match vill ha.");
        api.MapPut("/reviews/{id:guid}", async (Guid id, JsonObject answers, SendReview send, HttpContext http, CancellationToken cancellationToken) =>
                (await send.SaveAsync(new(id, new Answers(answers), http.Request.IfMatchVersion(), http.Request.IfMatchRest()), cancellationToken)).ToHttp(version => Saved(http, version)))
            .RequirePermission(EvaluationPermissions.Judge).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedöma").WithSummary("Spara ett utkast till din bedömning").WithDescription("Får ha luckor. Exempel: `{ \"k1\": \"4\", \"varfor\": \"Behovet är tydligt.\" }`");
        api.MapPost("/reviews/{id:guid}/send", async (Guid id, JsonObject answers, SendReview send, HttpContext http, CancellationToken cancellationToken) =>
                (await send.SendAsync(new(id, new Answers(answers), http.Request.IfMatchVersion(), http.Request.IfMatchRest()), cancellationToken)).ToHttp(version => Saved(http, version)))
            .RequirePermission(EvaluationPermissions.Judge).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedöma").WithSummary("Skicka din bedömning").WithDescription("Det som är skickat ändras inte. Därefter syns de andras.");
        api.MapPost("/reviews/{id:guid}/decline", async (Guid id, DeclineRequest request, DeclineReview decline, HttpContext http, CancellationToken cancellationToken) =>
                (await decline.HandleAsync(id, request with { Version = http.Request.IfMatchVersion() ?? request.Version }, cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.Judge).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedöma").WithSummary("Avstå från att bedöma").WithDescription("Med skäl. `partial` betyder jäv: du tillfrågas inte om idén igen. Någon annan tillfrågas i stället, ersättaren först.");
    }

    private static NoContent Saved(HttpContext http, int version)
    {
        http.Response.SetVersionTag(version);
        return TypedResults.NoContent();
    }

    private static ReviewAnswer Of(OwnReview review) => new(
        review.Id, review.RoundId, review.CaseNumber, review.Idea?.Title, review.Idea?.Need, review.Idea?.Text, review.Gate, review.LastDay, review.State, review.Answers.Json,
        [.. review.Form.Fields.Select(field => new QuestionAnswer(field.Key, field.Label, [.. field.Options.Select(option => option.Label)]))],
        review.Peers?.Sent.Select(one => new PeerAnswer(one.Name, one.Score, one.Judgement.Steps, one.Why)).ToList());
}
