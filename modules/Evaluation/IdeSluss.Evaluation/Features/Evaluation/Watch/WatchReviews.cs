using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Watch;

/// <summary>
/// Each morning: those whose judgement is due within three working days are reminded, and once more when the day has passed; those who hold no role any more that lets them judge are replaced.
/// Silence never closes a round: a person does.
/// </summary>
internal sealed class WatchReviews(EvaluationDbContext db, IPeopleDirectory people, LeaveReviews leave, ReviewMail mail, TimeProvider time) : IScheduledTask
{
    private const int DaysBefore = 3;
    private const int Most = 2_000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ReplaceThoseWhoLeftAsync(cancellationToken);
        var today = time.StockholmToday();
        if (!WorkingDays.IsWorkingDay(today)) return;
        var (soon, now) = (WorkingDays.Add(today, DaysBefore), time.GetUtcNow());
        var rows = await db.Reviews.Where(one => one.State == ReviewState.Waiting)
            .Join(db.Rounds.Where(round => round.ClosedAt == null && round.OpensAt <= now && round.LastDay <= soon), review => review.RoundId, round => round.Id, (review, round) => new { review, round })
            .Where(row => row.review.RemindedOn == null || (row.review.RemindedOn <= row.round.LastDay && row.round.LastDay < today)).OrderBy(row => row.review.Id).Take(Most).ToListAsync(cancellationToken);
        var known = await people.FindManyAsync([.. rows.Select(row => row.review.ReviewerId).Distinct()], cancellationToken);
        foreach (var row in rows)
        {
            row.review.RemindedOn = today;
            if (known.GetValueOrDefault(row.review.ReviewerId) is { } person) mail.Remind(row.round, row.review, person);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task ReplaceThoseWhoLeftAsync(CancellationToken cancellationToken)
    {
        var waited = await db.Reviews.AsNoTracking().Where(one => one.State == ReviewState.Waiting).Select(one => one.ReviewerId).Distinct().Take(Most).ToListAsync(cancellationToken);
        var judges = await people.AmongHoldersAsync(waited, EvaluationPermissions.Judges, cancellationToken);
        foreach (var gone in waited.Where(id => !judges.Contains(id))) await leave.HandleAsync(gone, cancellationToken);
    }
}
