using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>The idea goes live, or its effect is decided on.</summary>
internal sealed class FollowDecisions(EvaluationDbContext db, SettlePlan settle, CaseAnswers answers) : IEventHandler<GateDecided>
{
    public async Task HandleAsync(GateDecided message, Delivery delivery, CancellationToken cancellationToken)
    {
        if (message is { Gate: Gates.Handover, ToStage: Stages.Benefit }) await settle.HandleAsync(new(message.IdeaId, message.DecisionId, message.DecidedBy, message.DecidedAt), cancellationToken);
        if (message.Gate != Gates.Benefit || await db.BenefitPlans.FirstOrDefaultAsync(one => one.IdeaId == message.IdeaId, cancellationToken) is not { } plan) return;
        plan.Outcome = message.Outcome;
        await answers.TakeAsync(plan, cancellationToken);
        if (message.ToStage == Stages.Benefit && !await db.FollowUps.AnyAsync(one => one.PlanId == plan.Id && one.Form == FormKeys.FollowUpAfterAdjusting, cancellationToken))
            db.FollowUps.Add(new() { Id = Guid.CreateVersion7(), PlanId = plan.Id, Form = FormKeys.FollowUpAfterAdjusting, Due = message.DecidedAt.StockholmDay().AddMonths(FollowUpSchedule.MonthsAfterAdjusting) });
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A decision was taken back: what it began is as if it had never been. Nobody has been asked yet.</summary>
internal sealed class UndoDecisions(EvaluationDbContext db) : IEventHandler<DecisionTakenBack>
{
    public async Task HandleAsync(DecisionTakenBack message, Delivery delivery, CancellationToken cancellationToken)
    {
        await db.BenefitPlans.Where(one => one.DecisionId == message.DecisionId).ExecuteDeleteAsync(cancellationToken);
        if (message.Gate != Gates.Benefit || await db.BenefitPlans.FirstOrDefaultAsync(one => one.IdeaId == message.IdeaId, cancellationToken) is not { } plan) return;
        plan.Outcome = null;
        await db.SaveChangesAsync(cancellationToken);
        await db.FollowUps.Where(one => one.PlanId == plan.Id && one.Form == FormKeys.FollowUpAfterAdjusting && one.State == FollowUpState.Planned).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>An idea that ended as anything but implemented is followed up no longer. One that was implemented is asked about after two years too.</summary>
internal sealed class EndWithIdea(EvaluationDbContext db, Asking asking) : IEventHandler<IdeaClosed>
{
    public async Task HandleAsync(IdeaClosed message, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await db.BenefitPlans.FirstOrDefaultAsync(one => one.IdeaId == message.IdeaId, cancellationToken) is not { } plan) return;
        var left = await db.FollowUps.Where(one => one.PlanId == plan.Id && (one.State == FollowUpState.Planned || one.State == FollowUpState.Open)).ToListAsync(cancellationToken);
        foreach (var followUp in left.Where(one => message.Reason != CloseReasons.Implemented || one.Form != FormKeys.FollowUpTwentyFourMonths)) asking.End(plan, followUp, FollowUpState.NotNeeded, null);
        await db.SaveChangesAsync(cancellationToken);
    }
}
