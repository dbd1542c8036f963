using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Jobs;
using IdeSluss.Testbeds.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.PrepareTest;

/// <summary>Each night: cases that came to the test stage while this module was not there, or switched off, get their test to prepare.</summary>
internal sealed class PrepareEarlierTests(TestbedsDbContext db, ITestCases cases, NewTest tests) : IScheduledTask
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var decided = await cases.DecidedAsync(cancellationToken);
        var ideas = decided.Select(one => one.IdeaId).ToArray();
        var known = await db.Trials.Where(trial => ideas.Contains(trial.IdeaId)).Select(trial => trial.IdeaId).Distinct().ToListAsync(cancellationToken);
        foreach (var decision in decided.Where(one => !known.Contains(one.IdeaId)))
        {
            if (await cases.FindAsync(decision.IdeaId, cancellationToken) is not { } idea) continue;
            db.Trials.Add(await tests.MakeAsync(idea, decision.DecisionId, decision.EffectiveAt, 1, cancellationToken));
            // The event of a decision that has just been taken may come first.
            await db.TryAddAsync(cancellationToken);
        }
    }
}
