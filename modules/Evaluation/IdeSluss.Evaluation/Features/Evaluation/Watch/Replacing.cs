using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Events;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Watch;

/// <summary>
/// Somebody who was asked cannot: their deputy is asked, else the one whom the balance chooses. Nobody is asked who may not judge the idea; where there is nobody, the one who asked is told.
/// </summary>
internal sealed class Replacing(EvaluationDbContext db, IJudgedCases cases, IPeopleDirectory people, Proposals proposals, StartRound start, ReviewMail mail) : IEventHandler<ReviewEnded>
{
    public async Task HandleAsync(ReviewEnded message, Delivery delivery, CancellationToken cancellationToken)
    {
        if ((await cases.FindManyAsync([message.IdeaId], cancellationToken)).GetValueOrDefault(message.IdeaId) is not { } idea) return;
        await db.LockAskingAsync(cancellationToken);
        var round = await db.HeldAsync(message.RoundId, cancellationToken);
        if (round.ClosedAt is not null) return;
        var gone = await db.Reviews.AsNoTracking().Where(one => one.Id == message.ReviewId).Select(one => one.ReviewerId).FirstAsync(cancellationToken);
        var content = await db.SheetVersions.AsNoTracking().Where(one => one.Id == round.SheetVersionId).Select(one => one.Content).FirstAsync(cancellationToken);
        var asked = await db.Reviews.Where(one => one.RoundId == round.Id).Select(one => one.ReviewerId).ToListAsync(cancellationToken);
        var deputy = await db.Reviewers.AsNoTracking().Where(one => one.PersonId == gone).Select(one => one.DeputyId).FirstOrDefaultAsync(cancellationToken);
        var found = await proposals.OfAsync(idea, content, 1, asked, deputy is { } id ? [id] : [], cancellationToken);
        if (found.FirstOrDefault(one => one.Proposed) is { } next) start.Ask(round, next.Candidate, message.ReviewId);
        else if (await Asker.OfAsync(round, cases, people, cancellationToken) is { } asker) mail.Missing(round, asker);
        await db.SaveChangesAsync(cancellationToken);
    }
}
