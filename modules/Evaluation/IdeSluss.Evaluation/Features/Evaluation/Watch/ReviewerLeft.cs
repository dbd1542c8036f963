using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Events;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Watch;

/// <summary>What waited for someone who no longer judges here is asked of somebody else. What they have sent stays.</summary>
internal sealed class LeaveReviews(EvaluationDbContext db, TimeProvider time)
{
    public async Task HandleAsync(Guid personId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = await db.Reviews.Where(one => one.ReviewerId == personId && one.State == ReviewState.Waiting).Join(db.Rounds, review => review.RoundId, round => round.Id, (review, round) => new { review, round }).ToListAsync(cancellationToken);
        foreach (var row in waiting)
        {
            (row.review.State, row.review.EndedAt) = (ReviewState.Left, now);
            db.Publish(new ReviewEnded(row.review.Id, row.round.Id, row.round.IdeaId, row.round.CaseNumber, "LEFT", now), row.round.IdeaId);
            db.Audit(new("evaluation.reviewer-left", "review", row.review.Id, null, row.round.AuthorityId));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

internal sealed class ReviewerDeactivated(LeaveReviews leave) : IEventHandler<PersonDeactivated>
{
    public Task HandleAsync(PersonDeactivated message, Delivery delivery, CancellationToken cancellationToken) => leave.HandleAsync(message.PersonId, cancellationToken);
}
