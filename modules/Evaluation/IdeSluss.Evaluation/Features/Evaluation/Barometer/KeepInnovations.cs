using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.FollowUps;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

/// <summary>An idea comes into use, and somebody is asked about it: as Ideas says it is now, so that events may come twice, late or in another order.</summary>
internal sealed class KeepInnovations(EvaluationDbContext db, IJudgedCases cases, IBenefitCases benefits, SettlePlan owners, TimeProvider time)
{
    /// <summary>How long it waits in somebody's inbox, in working days. Nobody is reminded: it is worth a minute, no more.</summary>
    private const int WorkingDaysToAnswer = 20;
    private const int MostAtOnce = 200;

    /// <summary>What came into use longer ago is not asked about any more.</summary>
    private const int MonthsBack = 24;

    public async Task FollowAsync(Guid ideaId, CancellationToken cancellationToken)
    {
        var inUse = await benefits.InUseAsync(ideaId, cancellationToken);
        var known = await db.Innovations.FirstOrDefaultAsync(one => one.IdeaId == ideaId, cancellationToken);
        // What was answered about an idea that later ended otherwise was true when it was answered.
        if (known is { State: not InnovationState.Answered } && inUse?.DecisionId != known.DecisionId)
        {
            Remove(known);
            known = null;
        }

        if (known is null && inUse is not null) await AskAsync(inUse, cancellationToken);
        await db.TryAddAsync(cancellationToken);
    }

    /// <summary>The decision was taken back: as if nobody had been asked.</summary>
    public async Task UndoAsync(Guid decisionId, CancellationToken cancellationToken)
    {
        if (await db.Innovations.FirstOrDefaultAsync(one => one.DecisionId == decisionId, cancellationToken) is not { } known) return;
        Remove(known);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>For ideas that came into use before they were asked about. Each is saved by itself: a job that is killed goes on where it was.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var since = time.StockholmToday().AddMonths(-MonthsBack).StartInStockholm();
        for (Guid? after = null; await benefits.InUseAsync(since, after, cancellationToken) is [.., var last] page; after = last.DecisionId)
        {
            var ids = page.Select(one => one.IdeaId).ToList();
            var known = (await db.Innovations.AsNoTracking().Where(one => ids.Contains(one.IdeaId)).Select(one => one.IdeaId).ToListAsync(cancellationToken)).ToHashSet();
            foreach (var one in page.Where(one => known.Add(one.IdeaId)))
            {
                await AskAsync(one, cancellationToken);
                await db.TryAddAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>What has waited past its day leaves the inbox.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        foreach (var one in await db.Innovations.Where(one => one.State == InnovationState.Waiting && one.LastDay < today).OrderBy(one => one.LastDay).ThenBy(one => one.Id).Take(2_000).ToListAsync(cancellationToken))
        {
            one.State = InnovationState.Left;
            db.Publish(new InnovationEnded(one.Id, one.IdeaId, one.CaseNumber, null, time.GetUtcNow()), one.IdeaId);
        }

        await db.SaveAsync(cancellationToken);
    }

    /// <summary>Somebody has left: the next one in line is asked, or the coaches.</summary>
    public async Task ReplaceAsync(Guid personId, CancellationToken cancellationToken)
    {
        // Those that are done are no longer theirs, so that the next ones are others.
        while (await db.Innovations.Where(one => one.OwnerId == personId && one.State == InnovationState.Waiting).OrderBy(one => one.Id).Take(MostAtOnce).ToListAsync(cancellationToken) is { Count: > 0 } some)
        {
            foreach (var one in some)
            {
                one.OwnerId = await owners.OwnerAsync(one.AuthorityId, one.ReceivingUnitId ?? one.UnitId, null, cancellationToken, personId);
                db.Publish(AskedOf(one), one.IdeaId);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task AskAsync(HandedOver inUse, CancellationToken cancellationToken)
    {
        if ((await cases.FindManyAsync([inUse.IdeaId], cancellationToken)).GetValueOrDefault(inUse.IdeaId) is not { } idea) return;
        var one = new Innovation
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.IdeaId, CaseNumber = idea.CaseNumber, AuthorityId = idea.AuthorityId, UnitId = idea.UnitId, ReceivingUnitId = idea.ReceivingUnitId, DecisionId = inUse.DecisionId,
            InUseOn = inUse.DecidedAt.StockholmDay(), OwnerId = await owners.OwnerAsync(idea.AuthorityId, idea.ReceivingUnitId ?? idea.UnitId, inUse.DecidedBy, cancellationToken), LastDay = WorkingDays.Add(time.StockholmToday(), WorkingDaysToAnswer),
        };
        db.Innovations.Add(one);
        db.Publish(AskedOf(one), one.IdeaId);
    }

    private void Remove(Innovation one)
    {
        db.Innovations.Remove(one);
        db.Publish(new InnovationEnded(one.Id, one.IdeaId, one.CaseNumber, null, time.GetUtcNow()), one.IdeaId);
    }

    private InnovationAsked AskedOf(Innovation one) => new(one.Id, one.IdeaId, one.CaseNumber, one.OwnerId, one.LastDay, time.GetUtcNow());
}
