using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

/// <summary>
/// A redirect to something that a law sets a time for starts its clock. What is asked of an authority counts from the day it arrived (FL 22 §), not from the day someone
/// understood what it was; a citizen proposal counts from a day that only a person knows.
/// </summary>
internal sealed class StartLegalClock(IdeasDbContext db, ClockKinds kinds, TimeProvider time) : IEventHandler<IdeaRedirected>
{
    public async Task HandleAsync(IdeaRedirected message, Delivery delivery, CancellationToken cancellationToken)
    {
        if (kinds.StartedBy(message.Target) is not { } kind) return;
        // Taken back before the clock began.
        if (await db.Ideas.FirstOrDefaultAsync(idea => idea.Id == message.IdeaId && idea.RedirectTarget == message.Target, cancellationToken) is not { } idea) return;
        if (await db.LegalClocks.AnyAsync(clock => clock.IdeaId == idea.Id && clock.Kind == kind.Code && clock.StoppedAt == null, cancellationToken)) return;
        var decision = await db.Redirects.Where(one => one.IdeaId == idea.Id && one.Target == message.Target && one.TakenBackAt == null).OrderByDescending(one => one.Id).Select(one => one.DecisionId).FirstOrDefaultAsync(cancellationToken);
        ClockLines.Start(db, kind, idea.Id, null, idea.AuthorityId, kind.DayIsEntered ? null : idea.ReceivedAt.StockholmDay(), null, time.GetUtcNow(), decision);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>The redirect was taken back: its clock never ran.</summary>
internal sealed class StopLegalClock(IdeasDbContext db, ClockKinds kinds, TimeProvider time) : IEventHandler<DecisionTakenBack>
{
    public async Task HandleAsync(DecisionTakenBack message, Delivery delivery, CancellationToken cancellationToken)
    {
        var target = await db.Redirects.Where(one => one.IdeaId == message.IdeaId && one.DecisionId == message.DecisionId).Select(one => one.Target).FirstOrDefaultAsync(cancellationToken);
        if (target is null || kinds.StartedBy(target) is not { } kind) return;
        foreach (var clock in await db.LegalClocks.Where(one => one.IdeaId == message.IdeaId && one.Kind == kind.Code && one.StoppedAt == null).ToListAsync(cancellationToken))
        {
            ClockLines.Stop(db, clock, LegalClockStop.TakenBack, null, null, time.GetUtcNow());
            foreach (var task in await db.Tasks.Where(task => task.SubjectId == clock.Id && task.DoneAt == null).ToListAsync(cancellationToken)) task.Cancelled = true;
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
