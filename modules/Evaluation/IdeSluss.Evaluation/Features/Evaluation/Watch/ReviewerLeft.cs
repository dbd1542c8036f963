using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Events;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Watch;

/// <summary>What waited for someone who no longer judges here is asked of somebody else. What they have sent stays.</summary>
internal sealed class LeaveReviews(EvaluationDbContext db, Replacing replacing, TimeProvider time)
{
    public async Task HandleAsync(Guid personId, CancellationToken cancellationToken)
    {
        var waiting = await db.Reviews.Where(one => one.ReviewerId == personId && one.State == ReviewState.Waiting).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        if (waiting.Count == 0) return;
        await db.LockAskingAsync(cancellationToken);
        foreach (var review in waiting)
        {
            var round = await db.HeldAsync(review.RoundId, cancellationToken);
            (review.State, review.EndedAt) = (ReviewState.Left, time.GetUtcNow());
            db.Audit(new("evaluation.reviewer-left", "review", review.Id, null, round.AuthorityId));
            await db.SaveChangesAsync(cancellationToken);
            await replacing.ReplaceAsync(round, review, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}

internal sealed class ReviewerDeactivated(LeaveReviews leave) : IEventHandler<PersonDeactivated>
{
    public Task HandleAsync(PersonDeactivated message, Delivery delivery, CancellationToken cancellationToken) => leave.HandleAsync(message.PersonId, cancellationToken);
}
