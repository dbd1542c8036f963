using IdeSluss.Evaluation.Contracts;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>What happens to one follow-up, with the next save: asked, asked of somebody else, ended.</summary>
internal sealed class Asking(EvaluationDbContext db, IPeopleDirectory people, FollowUpMail mail, TimeProvider time)
{
    /// <param name="tell">Also by mail.</param>
    public async Task AskAsync(BenefitPlan plan, FollowUp followUp, CancellationToken cancellationToken, bool tell = true)
    {
        var now = time.GetUtcNow();
        (followUp.State, followUp.LastDay) = (FollowUpState.Open, WorkingDays.Add(now.StockholmDay(), FollowUpSchedule.WorkingDaysToAnswer));
        (followUp.Reminders, followUp.RemindedOn) = (0, null);
        db.Publish(new FollowUpAsked(followUp.Id, plan.IdeaId, plan.CaseNumber, followUp.Form, plan.OwnerId, followUp.LastDay.Value, now), plan.IdeaId);
        if (tell && plan.OwnerId is { } owner && await people.FindAsync(owner, cancellationToken) is { } person) mail.Ask(plan, followUp, person);
    }

    public void End(BenefitPlan plan, FollowUp followUp, FollowUpState state, Guid? by)
    {
        (followUp.State, followUp.EndedAt, followUp.AnsweredById) = (state, time.GetUtcNow(), by);
        db.Publish(new FollowUpEnded(followUp.Id, plan.IdeaId, plan.CaseNumber, followUp.Form, state == FollowUpState.Answered ? by : null, followUp.MissingSplit, followUp.EndedAt.Value), plan.IdeaId);
    }
}

/// <summary>The inbox of the one who answers gets the task.</summary>
internal sealed class PutInInbox(IBenefitCases cases) : IEventHandler<FollowUpAsked>
{
    public Task HandleAsync(FollowUpAsked message, Delivery delivery, CancellationToken cancellationToken) =>
        cases.AskAsync(new(message.FollowUpId, message.IdeaId, message.OwnerId, message.LastDay, message.At), cancellationToken);
}

/// <summary>The task goes away, and the form of the case has the answers: the decision on the effect asks for nothing twice.</summary>
internal sealed class TakeFromInbox(EvaluationDbContext db, IBenefitCases cases) : IEventHandler<FollowUpEnded>
{
    public async Task HandleAsync(FollowUpEnded message, Delivery delivery, CancellationToken cancellationToken)
    {
        await cases.EndAsync(message.FollowUpId, message.AnsweredBy, message.At, cancellationToken);
        if (message.AnsweredBy is { } by && await db.FollowUps.FindAsync([message.FollowUpId], cancellationToken) is { } followUp)
            await cases.ReportAsync(message.IdeaId, message.Form, followUp.Answers, by, message.At, cancellationToken);
    }
}
