using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.LogTest;

internal sealed class LogInput
{
    public TrialLogKind? Kind { get; set; }
    public DateOnly? Day { get; set; }
    public string? Text { get; set; }

    /// <summary>Kronor of a cost, 1 to 7 of usability.</summary>
    public decimal? Value { get; set; }
    public string? Reference { get; set; }

    /// <summary>Number of the one it is about.</summary>
    public int? Participant { get; set; }
}

internal class MeasureInput
{
    public decimal? Result { get; set; }
    public int? Count { get; set; }
    public string? Uncertainty { get; set; }
    public string? Source { get; set; }
}

/// <summary>What happens during a test, and what was measured against the baseline. Only who leads the test writes.</summary>
internal sealed class WriteLog(TestbedsDbContext db, CurrentUser me, TimeProvider time)
{
    public const int MostEntries = 1_000;

    private static readonly Problem NotNow = Problem.Conflict("Testet pågår inte. Det går inte att skriva i loggen.");

    public async Task<Outcome<Guid>> AddAsync(string number, LogInput input, CancellationToken cancellationToken)
    {
        if (await OwnAsync(number, cancellationToken) is not { } trial) return TestScope.NoSuchTest;
        if (!trial.CanBeLogged) return NotNow;
        if (LogRules.Check(input, trial, time.StockholmToday()).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        Participant? about = null;
        if (input.Participant is { } order)
        {
            about = await db.Participants.Include(one => one.Consent).FirstOrDefaultAsync(one => one.TrialId == trial.Id && one.Order == order, cancellationToken);
            if (about is null) return Problem.Invalid(new FieldError("participant", "Deltagare: det finns ingen med det numret."));
            if (!about.TakesPartOn(time.StockholmToday()) || !about.TakesPartOn(input.Day!.Value)) return Problem.Conflict("Deltagaren har ångrat sig, eller hade inte sagt ja den dagen. Inget får sparas om personen.");
            // So that a yes taken back at this very moment wins over what is being written.
            db.Entry(about).State = EntityState.Modified;
        }

        if (await db.TrialLog.CountAsync(one => one.TrialId == trial.Id, cancellationToken) >= MostEntries) return Problem.Conflict(new Text("En logg kan ha högst {0} rader.", MostEntries));
        var entry = new TrialLogEntry
        {
            Id = Guid.CreateVersion7(), TrialId = trial.Id, Kind = input.Kind!.Value, Day = input.Day!.Value, Text = input.Text.OrNothing(), Value = input.Value, Reference = input.Reference.OrNothing(),
            ParticipantId = about?.Id, ById = me.RequiredId, At = time.GetUtcNow(),
        };
        db.TrialLog.Add(entry);
        db.Audit(new("testbeds.test-logged", "test", trial.Id, me.RequiredId, trial.AuthorityId, new Dictionary<string, string> { ["kind"] = entry.Kind.ToString() }));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : entry.Id;
    }

    /// <summary>Says what was done about a deviation.</summary>
    public async Task<Outcome<Done>> ClearAsync(string number, Guid id, string? action, CancellationToken cancellationToken)
    {
        if (await OwnAsync(number, cancellationToken) is not { } trial || await db.TrialLog.FirstOrDefaultAsync(one => one.Id == id && one.TrialId == trial.Id && one.Kind == TrialLogKind.Deviation, cancellationToken) is not { } entry) return TestScope.NoSuchTest;
        if (!trial.CanBeLogged) return NotNow;
        if (entry.ClearedAt is not null) return Problem.Conflict("Händelsen är redan utredd.");
        if (string.IsNullOrWhiteSpace(action)) return Problem.Invalid(new FieldError("action", "Vad gjorde ni: fyll i."));
        if (action.Trim().Length > Trial.LongestText) return Problem.Invalid(LogRules.TooLong("action", "Vad gjorde ni", Trial.LongestText));
        (entry.Action, entry.ClearedAt) = (action.Trim(), time.GetUtcNow());
        db.Audit(new("testbeds.deviation-cleared", "test", trial.Id, me.RequiredId, trial.AuthorityId));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    public async Task<Outcome<Done>> MeasureAsync(string number, Guid id, MeasureInput input, CancellationToken cancellationToken)
    {
        if (await OwnAsync(number, cancellationToken) is not { } trial || await db.Measures.FirstOrDefaultAsync(one => one.Id == id && one.TrialId == trial.Id, cancellationToken) is not { } measure) return TestScope.NoSuchTest;
        if (!trial.CanBeLogged) return NotNow;
        if (LogRules.Check(input).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        (measure.Result, measure.Count, measure.Uncertainty, measure.Source, measure.MeasuredAt) = (input.Result, input.Count, input.Uncertainty!.Trim(), input.Source!.Trim(), time.GetUtcNow());
        db.Audit(new("testbeds.test-measured", "test", trial.Id, me.RequiredId, trial.AuthorityId));
        return await db.SaveAsync(cancellationToken) is { } stale ? stale : Done.It;
    }

    private Task<Trial?> OwnAsync(string number, CancellationToken cancellationToken) =>
        db.Trials.Within(me.Scope(TestbedsPermissions.LeadTests)).LedBy(me.RequiredId).FirstOrDefaultAsync(one => one.Number == number, cancellationToken);
}
