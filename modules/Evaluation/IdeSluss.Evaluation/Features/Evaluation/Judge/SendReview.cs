using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Judge;

/// <param name="Version">Of the judgement as it was read.</param>
/// <param name="Sheet">The tag of the sheet as it was read; null is not looked at.</param>
internal sealed record ReviewRequest(Guid Id, Answers Answers, int? Version, string? Sheet);

/// <summary>Saves one's own judgement, and sends it. What is sent is never changed. The first answer locks the version of the sheet.</summary>
internal sealed class SendReview(EvaluationDbContext db, IJudgedCases cases, Closing closing, CurrentUser me, TimeProvider time)
{
    public static readonly Problem IsSent = Problem.Conflict("Din bedömning är redan skickad.");
    public static readonly Problem SheetChanged = new(ProblemKind.Stale, "Frågorna har ändrats sedan du öppnade sidan. Läs dem igen och svara på det som är nytt.", []);

    public Task<Outcome<int>> SaveAsync(ReviewRequest request, CancellationToken cancellationToken) => HandleAsync(request, send: false, cancellationToken);

    public Task<Outcome<int>> SendAsync(ReviewRequest request, CancellationToken cancellationToken) => HandleAsync(request, send: true, cancellationToken);

    private async Task<Outcome<int>> HandleAsync(ReviewRequest request, bool send, CancellationToken cancellationToken)
    {
        var (id, now) = (me.RequiredId, time.GetUtcNow());
        if (await db.Reviews.AsNoTracking().Where(one => one.Id == request.Id && one.ReviewerId == id).Select(one => (Guid?)one.RoundId).FirstOrDefaultAsync(cancellationToken) is not { } roundId) return OwnReviews.NoSuchReview;
        // A tie may have come after the question: the idea may have been merged with one's own. Asked before the round is held: whoever waits for it must not hold two connections.
        var tied = send && await cases.TiesAsync(await db.Rounds.Where(one => one.Id == roundId).Select(one => one.IdeaId).FirstAsync(cancellationToken), [new(id, me.Email ?? "")], cancellationToken) is { Count: > 0 };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var round = await db.HeldAsync(roundId, cancellationToken);
        var reviews = await db.Reviews.Where(one => one.RoundId == round.Id).ToListAsync(cancellationToken);
        var review = reviews.Find(one => one.Id == request.Id)!;
        if (round.OpensAt > now || review.State is ReviewState.Declined or ReviewState.Withdrawn or ReviewState.Left) return OwnReviews.NoSuchReview;
        if (review.State == ReviewState.Sent) return IsSent;
        if (round.ClosedAt is not null) return RoundAccess.IsClosed;
        if (request.Version is { } seen && seen != review.Version) return Problem.Stale();
        var version = await db.SheetVersions.AsNoTracking().FirstAsync(one => one.Id == round.SheetVersionId, cancellationToken);
        if (request.Sheet is { } sheet && sheet != OwnReviews.TagOf(version)) return SheetChanged;
        var evaluation = FormEvaluator.Evaluate(SheetForm.Of(version.Number, version.Content), request.Answers);
        if (evaluation.Errors(complete: send).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        if (tied) return Problem.Forbidden("Du kan inte bedöma en idé som är din egen eller som du har anmält jäv för. Avstå i stället, så frågar vi någon annan.");
        // An edit that comes at the same moment either waits and then makes a new version, or was first: then the tag has changed and there is nothing to lock.
        if (await db.SheetVersions.Where(one => one.Id == version.Id && one.Edit == version.Edit).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedAt, one => one.LockedAt ?? now), cancellationToken) == 0) return SheetChanged;
        review.Answers = evaluation.Own.ToJson();
        if (send) await SendAsync(round, reviews, review, version.Content, evaluation.Own, cancellationToken);
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return review.Version;
    }

    private async Task SendAsync(Round round, List<Review> reviews, Review review, SheetContent content, Answers answers, CancellationToken cancellationToken)
    {
        var judgement = Judgement.Of(content, answers);
        (review.State, review.SentAt, review.EndedAt) = (ReviewState.Sent, time.GetUtcNow(), time.GetUtcNow());
        (review.Score, review.Stops) = (judgement.Score(RoundResult.WeightsOf(content)), [.. judgement.Stops]);
        db.Audit(new("evaluation.review-sent", "review", review.Id, review.ReviewerId, round.AuthorityId));
        if (reviews.Count(one => one.State == ReviewState.Sent) >= round.Wanted && reviews.TrueForAll(one => one.State != ReviewState.Waiting)) await closing.CloseAsync(round, reviews, RoundEnd.AllSent, review.ReviewerId, cancellationToken);
    }
}
