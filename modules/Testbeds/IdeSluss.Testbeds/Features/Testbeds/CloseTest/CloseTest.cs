using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.CloseTest;

/// <summary>Closes a test with its result; one of track Liten is ended by it too. What it found becomes answers in the case's own report, so that nobody is asked twice.</summary>
internal sealed class CloseTest(TestbedsDbContext db, ITestCases cases, ReleaseBookings bookings, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<int>> HandleAsync(string number, ResultInput input, int? version, CancellationToken cancellationToken)
    {
        if (await db.Trials.Within(me.Scope(TestbedsPermissions.LeadTests)).LedBy(me.RequiredId).FirstOrDefaultAsync(one => one.Number == number, cancellationToken) is not { } trial) return TestScope.NoSuchTest;
        if (version is { } seen && seen != trial.Version) return Problem.Stale();
        var ends = trial is { Track: Tracks.Small, Status: TrialStatus.Running };
        if (trial.Status != TrialStatus.Ended && !ends) return Problem.Conflict(trial.Status == TrialStatus.Running ? "Testet pågår. Säg först att det är slut." : "Testet kan inte avslutas nu.");
        if (CloseRules.Check(input, trial.Track, cases.PointingOutSomeone).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        var measures = await db.Measures.AsNoTracking().Where(one => one.TrialId == trial.Id).OrderBy(one => one.Order).ToListAsync(cancellationToken);
        var deviations = await db.TrialLog.AsNoTracking().Where(one => one.TrialId == trial.Id && one.Kind == TrialLogKind.Deviation).ToListAsync(cancellationToken);
        if (CloseRules.Missing(measures, deviations).ToArray() is { Length: > 0 } missing) return Problem.Conflict("Testet kan inte avslutas än.", missing);

        var now = time.GetUtcNow();
        if (ends)
        {
            (trial.EndedAt, trial.EndedEarly) = (now, trial.LastDay > now.StockholmDay());
            db.Publish(new TestEnded(trial.Id, trial.Number, trial.IdeaId, trial.CaseNumber, me.RequiredId, trial.EndedEarly, now), trial.IdeaId);
        }

        var result = new TrialResult
        {
            TrialId = trial.Id, Verdict = input.Verdict!.Value, Recommendation = input.Recommendation!.Value, Why = input.Why.OrNothing(), Equality = input.Equality.OrNothing(), StaffView = input.StaffView.OrNothing(),
            Tried = input.Tried.OrNothing() ?? trial.Tries ?? "", Went = input.Went!.Trim(), Learnt = input.Learnt.OrNothing(), Otherwise = input.Otherwise.OrNothing(), ClosedById = me.RequiredId, At = now,
        };
        db.Results.Add(result);
        (trial.Status, trial.ClosedAt, trial.Terms) = (TrialStatus.Closed, now, [.. cases.TermsOf(trial.Title, result.Tried, result.Went, result.Learnt, result.Otherwise)]);
        db.Audit(new("testbeds.test-closed", "test", trial.Id, me.RequiredId, trial.AuthorityId, new Dictionary<string, string> { ["verdict"] = result.Verdict.ToString(), ["recommendation"] = result.Recommendation.ToString() }));
        db.Publish(new TestResultRecorded(trial.Id, trial.Number, trial.IdeaId, trial.CaseNumber, TestCodes.Of(result.Verdict), TestCodes.Of(result.Recommendation), me.RequiredId, now), trial.IdeaId);
        var freed = ends ? await bookings.ReleaseAsync(trial, cancellationToken) : [];
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await bookings.OfferAsync(freed, cancellationToken);
        return trial.Version;
    }
}

/// <summary>How results are called in events: stable, whatever they are called here.</summary>
internal static class TestCodes
{
    public static string Of(TrialVerdict verdict) => verdict switch
    {
        TrialVerdict.Supports => "SUPPORTS",
        TrialVerdict.Rejects => "REJECTS",
        _ => "INCONCLUSIVE",
    };

    public static string Of(TrialRecommendation recommendation) => recommendation switch
    {
        TrialRecommendation.Stop => "STOP",
        TrialRecommendation.Retest => "RETEST",
        _ => "GO_ON",
    };
}
