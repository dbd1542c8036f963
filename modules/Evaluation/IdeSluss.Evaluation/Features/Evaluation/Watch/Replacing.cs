using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Evaluation.Features.Evaluation.Rounds;
using IdeSluss.Ideas.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Watch;

/// <summary>
/// Somebody who was asked cannot: their deputy is asked, else the one whom the balance chooses. Nobody is asked who may not judge the idea; where there is nobody, the one who asked is told.
/// The round is held and the lock on asking taken.
/// </summary>
internal sealed class Replacing(EvaluationDbContext db, IJudgedCases cases, Proposals proposals, StartRound start, Closing closing, ReviewMail mail)
{
    public async Task ReplaceAsync(Round round, Review gone, CancellationToken cancellationToken)
    {
        if (round.ClosedAt is not null || (await cases.FindManyAsync([round.IdeaId], cancellationToken)).GetValueOrDefault(round.IdeaId) is not { } idea) return;
        var content = await db.SheetVersions.AsNoTracking().Where(one => one.Id == round.SheetVersionId).Select(one => one.Content).FirstAsync(cancellationToken);
        var asked = await db.Reviews.Where(one => one.RoundId == round.Id).Select(one => one.ReviewerId).ToListAsync(cancellationToken);
        var deputy = await db.Reviewers.AsNoTracking().Where(one => one.PersonId == gone.ReviewerId).Select(one => one.DeputyId).FirstOrDefaultAsync(cancellationToken);
        var people = await proposals.OfAsync(idea, content, 1, asked, deputy is { } id ? [id] : [], cancellationToken);
        if (people.FirstOrDefault(one => one.Proposed) is { } next) start.Ask(round, next.Candidate, gone.Id);
        else if (await closing.AskerOfAsync(round, cancellationToken) is { } asker) mail.Missing(round, asker);
    }
}
