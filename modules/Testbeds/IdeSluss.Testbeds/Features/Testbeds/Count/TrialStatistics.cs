using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Count;

/// <summary>Sums of those who took part, grouped by the database.</summary>
internal sealed class TrialStatistics(TestbedsDbContext db) : ITrialStatistics
{
    public async Task<IReadOnlyList<ParticipantCount>> ParticipantsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (first, end) = (from, to);
        return (await db.Participants.AsNoTracking().Where(one => one.Consent != null && one.Consent.GivenOn >= first && one.Consent.GivenOn < end)
                .GroupBy(one => new { one.Group, one.Age }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
            .ConvertAll(group => new ParticipantCount(group.Key.Group.ToString(), group.Key.Age.ToString(), group.Count));
    }
}
