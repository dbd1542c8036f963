using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Events;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.PrepareTest;

/// <summary>A decision to test makes a test to prepare; one that leads on from the test makes a test that never started needless.</summary>
internal sealed class PrepareTest(TestbedsDbContext db, ITestCases cases, NewTest tests) : IEventHandler<GateDecided>
{
    public async Task HandleAsync(GateDecided message, Delivery delivery, CancellationToken cancellationToken)
    {
        var known = await db.Trials.Where(one => one.IdeaId == message.IdeaId).ToListAsync(cancellationToken);
        if (message.ToStage != Stages.Test)
        {
            foreach (var waiting in known.Where(one => one.Status == TrialStatus.Preparing)) (waiting.Status, waiting.CancelledByDecisionId) = (TrialStatus.Cancelled, message.DecisionId);
        }
        // The one that is open goes on, whatever else was decided meanwhile; and a decision that has been taken back leads to none.
        else if (known.TrueForAll(one => one.Status is TrialStatus.Closed or TrialStatus.Cancelled) && await cases.FindAsync(message.IdeaId, cancellationToken) is { Stage: Stages.Test } idea)
        {
            db.Trials.Add(await tests.MakeAsync(idea, message.DecisionId, message.EffectiveAt, known.Count + 1, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A decision was taken back within its hold: what it led to is undone, and what it made needless is there again.</summary>
internal sealed class UndoPreparation(TestbedsDbContext db) : IEventHandler<DecisionTakenBack>
{
    public async Task HandleAsync(DecisionTakenBack message, Delivery delivery, CancellationToken cancellationToken)
    {
        foreach (var trial in await db.Trials.Where(one => one.DecisionId == message.DecisionId || one.CancelledByDecisionId == message.DecisionId).ToListAsync(cancellationToken))
        {
            if (trial.DecisionId == message.DecisionId && trial.Status == TrialStatus.Preparing) (trial.Status, trial.CancelledByDecisionId) = (TrialStatus.Cancelled, null);
            else if (trial.CancelledByDecisionId == message.DecisionId) (trial.Status, trial.CancelledByDecisionId) = (TrialStatus.Preparing, null);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>An idea that has ended is not tested; a test that is under way is ended by a person, with its result.</summary>
internal sealed class CancelPreparation(TestbedsDbContext db) : IEventHandler<IdeaClosed>
{
    public async Task HandleAsync(IdeaClosed message, Delivery delivery, CancellationToken cancellationToken)
    {
        foreach (var trial in await db.Trials.Where(one => one.IdeaId == message.IdeaId && one.Status == TrialStatus.Preparing).ToListAsync(cancellationToken)) trial.Status = TrialStatus.Cancelled;
        await db.SaveChangesAsync(cancellationToken);
    }
}
