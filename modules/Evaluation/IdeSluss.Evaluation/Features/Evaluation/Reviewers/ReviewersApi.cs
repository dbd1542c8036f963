using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace IdeSluss.Evaluation.Features.Evaluation.Reviewers;

internal sealed record ReviewerLine(Guid Id, string Name, bool Takes, int Waiting, int MostWaiting, int SentLately, DateOnly? AwayUntil, IReadOnlyList<string> Competences);

internal static class ReviewersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/reviewers", async (KeepReviewers keep, CancellationToken cancellationToken) => TypedResults.Ok((await keep.ListAsync(cancellationToken)).Select(one => new ReviewerLine(
                one.Candidate.Person.Id, one.Candidate.Person.DisplayName, one.Takes, one.Candidate.Waiting, one.Candidate.MostWaiting, one.Candidate.SentLately, one.Candidate.AwayUntil, one.Candidate.Competences)).ToList()))
            .RequirePermission(EvaluationPermissions.Ask).WithTags("Bedömare").WithSummary("Lista dem som bedömer idéer").WithDescription("Alla vars roll låter dem bedöma. `takes` säger om de tillfrågas när ingen väljer för hand.");
        api.MapGet("/reviewers/{person:guid}", async (Guid person, KeepReviewers keep, HttpResponse response, CancellationToken cancellationToken) => (await keep.FindAsync(person, cancellationToken)).ToHttp(view => Read(response, view)))
            .RequirePermission(EvaluationPermissions.Ask).Produces<ReviewerInput>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bedömare").WithSummary("Läs om en bedömare").WithDescription("ETag är det som If-Match vill ha.");
        api.MapPut("/reviewers/{person:guid}", async (Guid person, ReviewerInput input, KeepReviewers keep, HttpRequest http, CancellationToken cancellationToken) =>
                (await keep.SaveAsync(person, input, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.Ask).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedömare").WithSummary("Ändra en bedömare").WithDescription("Enhet, kunskap, hur många som får vänta på en gång, frånvaro, ersättare och jäv för enheter.");
        api.MapGet("/reviewers/me", async (KeepReviewers keep, CurrentUser me, HttpResponse response, CancellationToken cancellationToken) => (await keep.FindAsync(me.RequiredId, cancellationToken)).ToHttp(view => Read(response, view)))
            .RequirePermission(EvaluationPermissions.Judge).Produces<ReviewerInput>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithTags("Bedömare").WithSummary("Läs om dig som bedömare").WithDescription("ETag är det som If-Match vill ha.");
        api.MapPut("/reviewers/me", async (ReviewerInput input, KeepReviewers keep, HttpRequest http, CancellationToken cancellationToken) => (await keep.SaveOwnAsync(input, http.IfMatchVersion(), cancellationToken)).ToHttp(_ => TypedResults.NoContent()))
            .RequirePermission(EvaluationPermissions.Judge).Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithTags("Bedömare").WithSummary("Säg till om frånvaro och ersättare").WithDescription("Den som är borta tillfrågas inte. Enhet och om du tillfrågas alls bestämmer den som ordnar bedömningarna.");
    }

    private static Ok<ReviewerInput> Read(HttpResponse response, ReviewerView view)
    {
        response.SetVersionTag(view.Version);
        return TypedResults.Ok(view.Input);
    }
}
