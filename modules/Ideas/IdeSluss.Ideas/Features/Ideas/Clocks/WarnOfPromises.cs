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
        foreach (var some in (await AtRiskAsync(today, cancellationToken)).Chunk(RunClocks.Batch))
        {
            var cases = await db.Ideas.AsNoTracking().Where(idea => some.Contains(idea.Id) && idea.Status == IdeaStatus.Active && idea.PromiseDue != null).OrderBy(idea => idea.Id).ToListAsync(cancellationToken);
            var given = (await db.ClockWarnings.AsNoTracking().Where(warning => some.Contains(warning.IdeaId)).ToListAsync(cancellationToken)).ToLookup(warning => warning.IdeaId);
            foreach (var idea in cases)
                if (Percent(Clock.Of(idea), today) is { } percent)
                    Warn(idea, percent, [.. given[idea.Id].Where(warning => warning.StageEnteredAt == idea.StageEnteredAt).Select(warning => warning.Percent)], now);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Read through once, and of each only what tells the time: asked for batch by batch, PostgreSQL reads all ideas there are for every batch. Who has had the last warning has had them all.</summary>
    private async Task<List<Guid>> AtRiskAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var atRisk = new List<Guid>();
        await foreach (var clock in db.Ideas.AsNoTracking()
            .Where(idea => idea.Status == IdeaStatus.Active && idea.PromiseDue != null
                && !db.ClockWarnings.Any(warning => warning.IdeaId == idea.Id && warning.StageEnteredAt == idea.StageEnteredAt && warning.Percent == CaseClock.Full))
            .Select(idea => new Clock(idea.Id, idea.WorkflowKey, idea.WorkflowVersion, idea.Stage, idea.Track, idea.ReceivedAt, idea.StageEnteredAt, idea.PromiseDue!.Value))
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
            if (Percent(clock, today) is not null) atRisk.Add(clock.Id);
        atRisk.Sort();
        return atRisk;
    }

    private int? Percent(Clock clock, DateOnly today)
    {
        var workflow = names.Of(clock.WorkflowKey, clock.WorkflowVersion);
        var stage = workflow?.Stages.FirstOrDefault(one => one.Code == clock.Stage);
        // Without its workflow the whole length is unknown; that the last day has come is known anyway.
        var promised = stage is null ? clock.Due : Idea.PromiseAtEntry(stage, workflow!.TrackOf(clock.Track), clock.Received, clock.Entered) ?? clock.Due;
        return CaseClock.Warning(clock.Entered.StockholmDay(), promised, clock.Due, today);
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

    private sealed record Clock(Guid Id, string WorkflowKey, int WorkflowVersion, string Stage, string? Track, DateTimeOffset Received, DateTimeOffset Entered, DateOnly Due)
    {
        public static Clock Of(Idea idea) => new(idea.Id, idea.WorkflowKey, idea.WorkflowVersion, idea.Stage, idea.Track, idea.ReceivedAt, idea.StageEnteredAt, idea.PromiseDue!.Value);
    }
}
