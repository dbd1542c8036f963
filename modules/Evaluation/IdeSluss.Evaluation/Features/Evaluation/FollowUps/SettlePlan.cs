using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Evaluation.Features.Evaluation.Quality;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>When the operation has received the idea: what was promised is kept as it is that day, somebody answers for it, and it is decided when to ask. Once for each idea, however often it is called.</summary>
internal sealed class SettlePlan(EvaluationDbContext db, IJudgedCases cases, IBenefitCases benefits, KeepQualityWork quality, IPeopleDirectory people, TimeProvider time)
{
    public async Task HandleAsync(HandedOver handover, CancellationToken cancellationToken)
    {
        if (await db.BenefitPlans.AnyAsync(one => one.IdeaId == handover.IdeaId, cancellationToken)) return;
        if ((await cases.FindManyAsync([handover.IdeaId], cancellationToken)).GetValueOrDefault(handover.IdeaId) is not { } idea) return;
        var facts = (await cases.BasisAsync(idea.IdeaId, cancellationToken)).Facts;
        var wentLive = handover.DecidedAt.StockholmDay();
        var plan = new BenefitPlan
        {
            Id = Guid.CreateVersion7(), IdeaId = idea.IdeaId, CaseNumber = idea.CaseNumber, AuthorityId = idea.AuthorityId, UnitId = idea.UnitId, ReceivingUnitId = idea.ReceivingUnitId, Track = idea.Track, DecisionId = handover.DecisionId,
            WentLiveOn = wentLive, OwnerId = await OwnerAsync(idea.AuthorityId, idea.ReceivingUnitId ?? idea.UnitId, handover.DecidedBy, cancellationToken), Forms = PlanForms.Of(facts),
            PlannedPerYear = BenefitContent.Of(facts).Benefits.Sum(one => one.MoneyPerYear), CreatedAt = time.GetUtcNow(),
        };
        db.BenefitPlans.Add(plan);
        db.FollowUps.AddRange(FollowUpSchedule.Of(idea.Track, wentLive).Select(one => new FollowUp { Id = Guid.CreateVersion7(), PlanId = plan.Id, Form = one.Form, Due = one.Due }));
        // Somebody else may have been first: then theirs is the plan.
        if (await db.TryAddAsync(cancellationToken)) await quality.HandoverAsync(handover.IdeaId, handover.DecisionId, wentLive, cancellationToken);
    }

    /// <summary>For ideas that were handed over before there was any follow-up, and should an event have been missed.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var handovers = await benefits.HandedOverAsync(cancellationToken);
        var ids = handovers.Select(one => one.IdeaId).ToList();
        var known = (await db.BenefitPlans.AsNoTracking().Where(one => ids.Contains(one.IdeaId)).Select(one => one.IdeaId).ToListAsync(cancellationToken)).ToHashSet();
        foreach (var handover in handovers.Where(one => !known.Contains(one.IdeaId))) await HandleAsync(handover, cancellationToken);
    }

    /// <summary>The one whose role it is nearest the unit that received the idea, else the manager who received it; null when there is neither.</summary>
    /// <param name="but">Somebody who cannot.</param>
    public async Task<Guid?> OwnerAsync(Guid authority, Guid? unit, Guid? receivedBy, CancellationToken cancellationToken, Guid? but = null)
    {
        if ((await people.InRoleAsync(Roles.BenefitOwner, authority, unit, cancellationToken)).FirstOrDefault(person => person.Id != but) is { } owner) return owner.Id;
        return receivedBy is { } id && id != but && await people.FindAsync(id, cancellationToken) is { IsActive: true } ? id : null;
    }
}
