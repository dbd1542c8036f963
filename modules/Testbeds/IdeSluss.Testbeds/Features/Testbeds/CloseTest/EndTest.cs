using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.LogTest;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.CloseTest;

/// <summary>Nothing more is tried or collected; what remains is the result. One may always stop before the planned last day, and says why.</summary>
internal sealed class EndTest(TestbedsDbContext db, ReleaseBookings bookings, CurrentUser me, TimeProvider time)
{
    /// <param name="reason">Needed when it ends early; becomes a line of the log.</param>
    public async Task<Outcome<int>> HandleAsync(string number, string? reason, int? version, CancellationToken cancellationToken)
    {
        if (await db.Trials.Within(me.Scope(TestbedsPermissions.LeadTests)).LedBy(me.RequiredId).FirstOrDefaultAsync(one => one.Number == number, cancellationToken) is not { } trial) return TestScope.NoSuchTest;
        if (version is { } seen && seen != trial.Version) return Problem.Stale();
        if (trial.Status != TrialStatus.Running) return Problem.Conflict("Testet pågår inte.");
        var today = time.StockholmToday();
        var early = trial.LastDay > today;
        if (early && string.IsNullOrWhiteSpace(reason)) return Problem.Invalid(new FieldError("reason", "Varför slutar ni i förtid: fyll i."));
        if (reason?.Trim().Length > Trial.LongestText) return Problem.Invalid(LogRules.TooLong("reason", "Varför slutar ni i förtid", Trial.LongestText));

        var now = time.GetUtcNow();
        (trial.Status, trial.EndedAt, trial.EndedEarly) = (TrialStatus.Ended, now, early);
        if (!string.IsNullOrWhiteSpace(reason)) db.TrialLog.Add(new() { Id = Guid.CreateVersion7(), TrialId = trial.Id, Kind = TrialLogKind.Note, Day = today, Text = reason.Trim(), ById = me.RequiredId, At = now });
        db.Audit(new("testbeds.test-ended", "test", trial.Id, me.RequiredId, trial.AuthorityId));
        db.Publish(new TestEnded(trial.Id, trial.Number, trial.IdeaId, trial.CaseNumber, me.RequiredId, early, now), trial.IdeaId);
        var freed = await bookings.ReleaseAsync(trial, cancellationToken);
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await bookings.OfferAsync(freed, cancellationToken);
        return trial.Version;
    }
}
