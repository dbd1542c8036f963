using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Judge;

/// <param name="Reason">Read by the one who asked.</param>
/// <param name="Partial">Something makes one partial: one is never asked about this idea again.</param>
internal sealed record DeclineRequest(string? Reason, bool Partial, int? Version);

/// <summary>Says no to judging, with the reason. Somebody else is asked instead where that can be done without a person.</summary>
internal sealed class DeclineReview(EvaluationDbContext db, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<Done>> HandleAsync(Guid reviewId, DeclineRequest request, CancellationToken cancellationToken)
    {
        var (id, now) = (me.RequiredId, time.GetUtcNow());
        if (await db.Reviews.AsNoTracking().Where(one => one.Id == reviewId && one.ReviewerId == id).Select(one => (Guid?)one.RoundId).FirstOrDefaultAsync(cancellationToken) is not { } roundId) return OwnReviews.NoSuchReview;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var round = await db.HeldAsync(roundId, cancellationToken);
        var review = await db.Reviews.FirstAsync(one => one.Id == reviewId, cancellationToken);
        if (round.OpensAt > now || review.State is ReviewState.Declined or ReviewState.Withdrawn or ReviewState.Left) return OwnReviews.NoSuchReview;
        if (review.State == ReviewState.Sent) return SendReview.IsSent;
        if (round.ClosedAt is not null) return RoundAccess.IsClosed;
        if (request.Version is { } seen && seen != review.Version) return Problem.Stale();
        if (Check(request.Reason) is { } wrong) return Problem.Invalid(wrong);
        (review.State, review.EndedAt, review.Reason, review.Answers) = (ReviewState.Declined, now, request.Reason!.Trim(), "{}");
        if (request.Partial) db.Ties.Add(new() { Id = Guid.CreateVersion7(), PersonId = id, IdeaId = round.IdeaId, At = now });
        db.Audit(new("evaluation.review-declined", "review", review.Id, id, round.AuthorityId, new Dictionary<string, string> { ["partial"] = request.Partial ? "yes" : "no" }));
        db.Publish(new ReviewEnded(review.Id, round.Id, round.IdeaId, round.CaseNumber, "DECLINED", now), round.IdeaId);
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    private static FieldError? Check(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new("reason", "Skriv varför, i en mening.")
        : reason.Trim().Length > Review.LongestReason ? new("reason", new Text("{0}: högst {1} tecken.", new Text("Varför"), Review.LongestReason)) : null;
}
