using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>
/// Each morning: what is due is asked of the one who answers for it, those who have not answered are reminded twice and then the coach is told. Each follow-up is a transaction of its own whose state says whether it is done, so that a
/// job that is killed, runs twice at once or has been away for days goes on where it was and asks once. Silence ends nothing.
/// </summary>
internal sealed class WatchFollowUps(EvaluationDbContext db, SettlePlan settle, CaseAnswers answers, Asking asking, FollowUpMail mail, IPeopleDirectory people, IJudgedCases cases, TimeProvider time) : IScheduledTask, ISeeder
{
    private const int Most = 2_000;

    /// <summary>Nobody gets a mail about what the demo has invented.</summary>
    private bool seeding;

    /// <summary>After the demo's ideas and their judgements.</summary>
    public int Order => 225;

    public Task SeedAsync(CancellationToken cancellationToken)
    {
        seeding = true;
        return RunAsync(cancellationToken);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await settle.CatchUpAsync(cancellationToken);
        var today = time.StockholmToday();
        foreach (var id in await db.FollowUps.AsNoTracking().Where(one => one.State == FollowUpState.Planned && one.Due <= today).OrderBy(one => one.Due).ThenBy(one => one.Id).Select(one => one.Id).Take(Most).ToListAsync(cancellationToken))
            await EachAsync(id, OpenAsync, cancellationToken);
        if (seeding || !WorkingDays.IsWorkingDay(today)) return;
        foreach (var id in await db.FollowUps.AsNoTracking().Where(one => one.State == FollowUpState.Open).OrderBy(one => one.Due).ThenBy(one => one.Id).Select(one => one.Id).Take(Most).ToListAsync(cancellationToken))
            await EachAsync(id, WatchAsync, cancellationToken);
    }

    /// <summary>Whoever was first, has done it: a save that comes second is stale and changes nothing.</summary>
    private async Task EachAsync(Guid id, Func<BenefitPlan, FollowUp, CancellationToken, Task> each, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var followUp = await db.FollowUps.FirstAsync(one => one.Id == id, cancellationToken);
        await each(await db.BenefitPlans.FirstAsync(one => one.Id == followUp.PlanId, cancellationToken), followUp, cancellationToken);
        await db.SaveAsync(cancellationToken);
    }

    private async Task OpenAsync(BenefitPlan plan, FollowUp followUp, CancellationToken cancellationToken)
    {
        if (followUp.State != FollowUpState.Planned) return;
        await answers.TakeAsync(plan, cancellationToken);
        if (followUp.State != FollowUpState.Planned) return;
        if (plan.OwnerId is null || (await people.FindAsync(plan.OwnerId.Value, cancellationToken))?.IsActive != true) plan.OwnerId = await settle.OwnerAsync(plan.AuthorityId, plan.ReceivingUnitId ?? plan.UnitId, null, cancellationToken);
        await asking.AskAsync(plan, followUp, cancellationToken, tell: !seeding);
    }

    private async Task WatchAsync(BenefitPlan plan, FollowUp followUp, CancellationToken cancellationToken)
    {
        await answers.TakeAsync(plan, cancellationToken);
        var today = time.StockholmToday();
        if (followUp.State != FollowUpState.Open || followUp.LastDay is not { } lastDay || followUp.Reminders > FollowUpSchedule.MostReminders) return;
        // The first one half-way, the second when the day has come.
        if (followUp.RemindedOn is { } last ? WorkingDays.Between(last, today) < FollowUpSchedule.WorkingDaysBetween : WorkingDays.Between(today, lastDay) > FollowUpSchedule.WorkingDaysBetween) return;
        (followUp.Reminders, followUp.RemindedOn) = (followUp.Reminders + 1, today);
        if (followUp.Reminders > FollowUpSchedule.MostReminders) await TellCoachAsync(plan, followUp, cancellationToken);
        else if (plan.OwnerId is { } owner && await people.FindAsync(owner, cancellationToken) is { } person) mail.Remind(plan, followUp, person);
    }

    private async Task TellCoachAsync(BenefitPlan plan, FollowUp followUp, CancellationToken cancellationToken)
    {
        var coach = (await cases.FindManyAsync([plan.IdeaId], cancellationToken)).GetValueOrDefault(plan.IdeaId)?.CoachId;
        if (coach is { } id && await people.FindAsync(id, cancellationToken) is { } person) mail.Missing(plan, followUp, person);
    }
}
