using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Clocks;

/// <summary>At 70 and 100 percent of the promised time: one warning each per stage entry, in the case's history and as an event.</summary>
internal sealed class WarnOfPromises(IdeasDbContext db, WorkflowNames names, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.StockholmDay();
        var last = Guid.Empty;
        while (true)
        {
            var cases = await db.Ideas.AsNoTracking()
                .Where(idea => idea.Status == IdeaStatus.Active && idea.PromiseDue != null && idea.Id > last)
                .OrderBy(idea => idea.Id).Take(RunClocks.Batch).ToListAsync(cancellationToken);
            if (cases.Count == 0) return;
            last = cases[^1].Id;
            var due = cases.Select(idea => (Idea: idea, Percent: Percent(idea, today))).Where(pair => pair.Percent is not null).ToList();
            var ids = due.Select(pair => pair.Idea.Id).ToList();
            var given = (await db.ClockWarnings.AsNoTracking().Where(warning => ids.Contains(warning.IdeaId)).ToListAsync(cancellationToken)).ToLookup(warning => warning.IdeaId);
            foreach (var (idea, percent) in due) Warn(idea, percent!.Value, [.. given[idea.Id].Where(warning => warning.StageEnteredAt == idea.StageEnteredAt).Select(warning => warning.Percent)], now);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private int? Percent(Idea idea, DateOnly today)
    {
        if (idea.PromiseDue is not { } due) return null;
        var workflow = names.Of(idea);
        var stage = workflow?.Stages.FirstOrDefault(one => one.Code == idea.Stage);
        // Without its workflow the whole length is unknown; that the last day has come is known anyway.
        var promised = stage is null ? due : idea.PromiseAtEntry(stage, workflow!.TrackOf(idea.Track)) ?? due;
        return CaseClock.Warning(idea.StageEnteredAt.StockholmDay(), promised, due, today);
    }

    private void Warn(Idea idea, int percent, IReadOnlyCollection<int> given, DateTimeOffset now)
    {
        if (given.Contains(percent)) return;
        db.ClockWarnings.Add(new ClockWarning { IdeaId = idea.Id, StageEnteredAt = idea.StageEnteredAt, Percent = percent, At = now });
        // Who comes late to the last day was never warned early: one warning is enough, but both are ticked off.
        if (percent == CaseClock.Full && !given.Contains(CaseClock.Early)) db.ClockWarnings.Add(new ClockWarning { IdeaId = idea.Id, StageEnteredAt = idea.StageEnteredAt, Percent = CaseClock.Early, At = now });
        db.Timeline.Add(new TimelineEntry { Id = OrderedId.Next(), IdeaId = idea.Id, At = now, VisibleFrom = now, Audience = Audience.Internal, Kind = TimelineKinds.PromiseAtRisk, Stage = idea.Stage });
        db.Publish(new PromiseAtRisk(idea.Id, idea.CaseNumber, idea.Stage, percent, idea.PromiseDue!.Value), idea.Id);
    }
}
