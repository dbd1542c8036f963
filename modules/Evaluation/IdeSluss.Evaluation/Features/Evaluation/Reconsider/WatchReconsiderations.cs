using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Events;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

/// <summary>
/// Each morning: what waits for somebody who may no longer do it, or for nobody, is asked of somebody else; whoever is asked is reminded three working days before the answer is due, and once more
/// when the day has passed. Silence decides nothing: a person does.
/// </summary>
internal sealed class WatchReconsiderations(EvaluationDbContext db, IReconsideredCases cases, DeciderPool pool, IPeopleDirectory people, AssignDecider assign, ReconsiderationMail mail, TimeProvider time) : IScheduledTask
{
    private const int DaysBefore = 3;
    private const int Most = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var today = time.StockholmToday();
        if (!WorkingDays.IsWorkingDay(today)) return;
        var soon = WorkingDays.Add(today, DaysBefore);
        foreach (var one in await db.Reconsiderations.Where(each => each.State == ReconsiderationState.Waiting).OrderBy(each => each.AskedAt).Take(Most).ToListAsync(cancellationToken))
        {
            // A case that has become restricted is seen by its receiver alone.
            if (await cases.FindAsync(one.DecisionId, cancellationToken) is null) continue;
            var left = one.DeciderId is not { } decider || (await pool.OfAsync(one, cancellationToken)).All(each => each.Person.Id != decider);
            if (left) await assign.HandleAsync(one, tellCoach: one.DeciderId is not null, cancellationToken);
            else if (one.AnswerBy <= soon && (one.RemindedOn is null || (one.RemindedOn <= one.AnswerBy && one.AnswerBy < today)) && await people.FindAsync(one.DeciderId!.Value, cancellationToken) is { } person)
            {
                one.RemindedOn = today;
                mail.Remind(one, person);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Whoever was asked has left: somebody else is.</summary>
internal sealed class DeciderLeft(EvaluationDbContext db, AssignDecider assign) : IEventHandler<PersonDeactivated>
{
    public async Task HandleAsync(PersonDeactivated message, Delivery delivery, CancellationToken cancellationToken)
    {
        foreach (var one in await db.Reconsiderations.Where(each => each.State == ReconsiderationState.Waiting && each.DeciderId == message.PersonId).ToListAsync(cancellationToken))
            await assign.HandleAsync(one, tellCoach: true, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
