using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Count;

/// <summary>Sums of those who took part and of what it cost, grouped by the database.</summary>
internal sealed class TrialStatistics(TestbedsDbContext db) : ITrialStatistics
{
    public async Task<IReadOnlyList<ParticipantCount>> ParticipantsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (first, end) = (from, to);
        return (await db.Participants.AsNoTracking().Where(one => one.Consent != null && one.Consent.GivenOn >= first && one.Consent.GivenOn < end)
                .GroupBy(one => new { one.Group, one.Age, Adapted = one.Consent!.Format != ConsentFormat.Text }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
            .ConvertAll(group => new ParticipantCount(group.Key.Group.ToString(), group.Key.Age.ToString(), group.Key.Adapted, group.Count));
    }

    public async Task<IReadOnlyList<TrialCost>> CostsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (first, end) = (from, to);
        return (await (from line in db.TrialLog.AsNoTracking()
                       where line.Kind == TrialLogKind.Cost && line.Day >= first && line.Day < end && line.Value > 0
                       join trial in db.Trials on line.TrialId equals trial.Id
                       group line by trial.IdeaId into idea
                       select new { idea.Key, Kronor = idea.Sum(line => line.Value!.Value) }).ToListAsync(cancellationToken))
            .ConvertAll(idea => new TrialCost(idea.Key, idea.Kronor));
    }
}
