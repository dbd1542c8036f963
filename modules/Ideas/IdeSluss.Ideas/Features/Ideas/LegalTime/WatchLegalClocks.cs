using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Clocks;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

/// <summary>At 70 and 100 percent of a legal time: one warning each, as a task for the role the kind names, a line in the history and an event.</summary>
internal sealed class WatchLegalClocks(IdeasDbContext db, ClockKinds kinds, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.StockholmDay();
        var last = Guid.Empty;
        while (true)
        {
            var running = await db.LegalClocks.Where(clock => clock.StoppedAt == null && clock.Due != null && clock.WarnedLateAt == null && clock.Id > last)
                .OrderBy(clock => clock.Id).Take(RunClocks.Batch).ToListAsync(cancellationToken);
            if (running.Count == 0) return;
            last = running[^1].Id;
            foreach (var clock in running) Warn(clock, today, now);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private void Warn(LegalClock clock, DateOnly today, DateTimeOffset now)
    {
        var percent = ClockRules.Percent(clock.StartsOn!.Value, clock.Due!.Value, today);
        if (percent is null || (percent == CaseClock.Early && clock.WarnedEarlyAt is not null)) return;
        clock.WarnedEarlyAt ??= now;
        if (percent == CaseClock.Full) clock.WarnedLateAt = now;
        // A kind whose plugin is gone still runs: whoever sorts is told.
        var kind = kinds.Find(clock.Kind);
        var what = percent == CaseClock.Full ? kind?.Late ?? "En tid som lagen sätter är ute." : kind?.Early ?? "En tid som lagen sätter är snart ute.";
        ClockLines.Task(db, clock, kind?.Role ?? People.Contracts.Roles.IdeaCoach, what, percent == CaseClock.Full ? today : clock.Due.Value, now);
        ClockLines.Line(db, clock, TimelineKinds.LegalClockWarned, clock.KindName, null, now);
        db.Publish(new LegalClockWarned(clock.Id, clock.IdeaId, clock.Kind, percent.Value, clock.Due.Value, now), clock.IdeaId ?? clock.Id);
    }
}
