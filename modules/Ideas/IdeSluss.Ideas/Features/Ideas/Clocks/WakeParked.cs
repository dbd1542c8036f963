using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Clocks;

/// <summary>A parked case comes back on its day: the follow-up task becomes visible, and the clock goes on.</summary>
internal sealed class WakeParked(IdeasDbContext db, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        while (true)
        {
            var parked = await db.Ideas
                .Where(idea => idea.Status == IdeaStatus.Parked && db.Tasks.Any(task => task.IdeaId == idea.Id && task.Kind == CoachTaskKind.FollowUp && !task.Cancelled && task.VisibleFrom <= now && task.CreatedAt >= idea.PausedAt))
                .OrderBy(idea => idea.Id).Take(RunClocks.Batch).ToListAsync(cancellationToken);
            if (parked.Count == 0) return;
            foreach (var idea in parked)
            {
                idea.Resume(now);
                db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = idea.Id, At = now, VisibleFrom = now, Audience = Audience.Internal, Kind = TimelineKinds.Woken, Stage = idea.Stage });
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>
/// A sorted idea belongs to its unit's authority from when the decision of the first gate can no longer be taken back. Until then it stays where it came in, so that
/// the coach who decided can still reach it.
/// </summary>
internal sealed class MoveToAuthority(IdeasDbContext db, IOrganisation organisation, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var group in (await organisation.UnitsAsync(cancellationToken)).GroupBy(unit => unit.AuthorityId))
        {
            var authority = group.Key;
            var units = group.Select(unit => unit.Id).ToList();
            while (true)
            {
                var strays = await db.Ideas
                    .Where(idea => idea.UnitId != null && units.Contains(idea.UnitId.Value) && idea.AuthorityId != authority && !idea.Restricted && idea.PublishedAt <= now && (idea.HeldUntil == null || idea.HeldUntil <= now))
                    .OrderBy(idea => idea.Id).Take(RunClocks.Batch).ToListAsync(cancellationToken);
                if (strays.Count == 0) break;
                foreach (var idea in strays)
                {
                    db.Audit(new AuditFact("ideas.moved-to-authority", "idea", idea.Id, null, authority, new Dictionary<string, string> { ["from"] = idea.AuthorityId.ToString() }));
                    idea.AuthorityId = authority;
                }

                await db.SaveChangesAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }
        }
    }
}
