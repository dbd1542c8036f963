using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.TakePart;
using IdeSluss.Training.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.StartTest;

/// <summary>Starts a test when nothing is missing. What the plan says that day is copied: it is what those who take part were promised.</summary>
internal sealed class StartTest(TestbedsDbContext db, ITestCases cases, TestBookings bookings, IEnumerable<ICompetence> competences, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<int>> HandleAsync(string number, int? version, CancellationToken cancellationToken)
    {
        if (await db.Trials.Within(me.Scope(TestbedsPermissions.LeadTests)).FirstOrDefaultAsync(one => one.Number == number, cancellationToken) is not { } trial) return TestScope.NoSuchTest;
        if (version is { } seen && seen != trial.Version) return Problem.Stale();
        if (trial.Status != TrialStatus.Preparing) return Problem.Conflict("Testet har redan börjat, eller så behövs det inte längre.");
        if (trial.LeadId is { } lead && lead != me.RequiredId) return Problem.Forbidden("Bara den som leder testet kan starta det.");
        var idea = await cases.FindAsync(trial.IdeaId, cancellationToken);
        if (await MissingAsync(trial, idea, cancellationToken) is { Count: > 0 } missing)
            return Problem.Conflict(missing.Count == 1 ? "En sak saknas innan testet kan börja." : new Text("{0} saker saknas innan testet kan börja.", missing.Count), [.. missing.Select(gap => new FieldError(gap.Key, gap.What))]);

        var now = time.GetUtcNow();
        Copy(db, trial, idea!);
        (trial.Status, trial.StartedAt, trial.StartedById, trial.LeadId) = (TrialStatus.Running, now, me.RequiredId, me.RequiredId);
        db.Audit(new("testbeds.test-started", "test", trial.Id, me.RequiredId, trial.AuthorityId));
        db.Publish(new TestStarted(trial.Id, trial.Number, trial.IdeaId, trial.CaseNumber, me.RequiredId, trial.LastDay, now), trial.IdeaId);
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : trial.Version;
    }

    public async Task<IReadOnlyList<TestGap>> MissingAsync(Trial trial, TestCase? idea, CancellationToken cancellationToken)
    {
        var testbed = trial.TestbedId is { } id ? await db.Testbeds.AsNoTracking().FirstAsync(one => one.Id == id, cancellationToken) : null;
        var accepting = await db.Participants.CountAsync(one => one.TrialId == trial.Id && one.Consent != null && one.WithdrawnOn == null, cancellationToken);
        var booked = await bookings.StateAsync(trial, cancellationToken);
        var toBook = booked == BookedForTest.Missing && idea is not null ? await bookings.AddressAsync(trial, idea.Plan, cancellationToken) : null;
        return [.. StartRules.Missing(trial, idea, testbed, accepting, time.GetUtcNow(), booked, toBook), .. await UntrainedAsync(trial, cancellationToken)];
    }

    /// <summary>What the one who leads it must learn first. A small test touches no care and no risk (<c>service.md</c>), so it asks for no course.</summary>
    private async Task<IEnumerable<TestGap>> UntrainedAsync(Trial trial, CancellationToken cancellationToken)
    {
        if (trial.Track == Tracks.Small || trial.LeadId is not { } lead) return [];
        return (await competences.MissingAsync(lead, CompetenceActions.LeadTest, cancellationToken)).Select(one => new TestGap("utbildning-" + one.Course, lead == me.Id
            ? new Text("Utbildning: {0}", one.Message)
            : new Text("Utbildning: testledaren saknar ett giltigt intyg för {0}.", one.Course), one.Address));
    }

    /// <summary>What the plan says now is what the test goes by.</summary>
    public static void Copy(TestbedsDbContext db, Trial trial, TestCase idea)
    {
        var plan = idea.Plan;
        (trial.Title, trial.ReceivingUnitId, trial.Tries, trial.StopRule, trial.LastDay, trial.InvolvesPeople) = (idea.Title, idea.ReceivingUnitId, plan.Tries, plan.StopRule, plan.Ends, plan.InvolvesPeople);
        if (plan.InvolvesPeople) trial.ContactsUntil = ContactRules.LastDay(plan.Ends, plan.Data.Select(data => data.RemovedBy));
        db.Measures.AddRange(plan.Measures.DistinctBy(measure => measure.Name).Select((measure, index) => new TrialMeasure
        {
            Id = Guid.CreateVersion7(), TrialId = trial.Id, Order = index, Name = measure.Name, Unit = measure.Unit, Baseline = measure.Baseline, HigherIsBetter = measure.HigherIsBetter, Limit = measure.Limit,
        }));
        db.ProcessingBases.AddRange(plan.Data.Select(data => new ProcessingBasis
        {
            Id = Guid.CreateVersion7(), TrialId = trial.Id, What = data.What, Purpose = data.Purpose, Basis = data.Basis, Readers = data.Readers, Place = data.Place, RemovedBy = data.RemovedBy,
        }));
    }
}
