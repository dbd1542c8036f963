using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

internal sealed record StartClockScreen(string CaseNumber, string? Title, IReadOnlyList<LegalClockKind> Kinds);

/// <summary>What a person does with a legal clock: starts one by hand, enters the day it counts from, lengthens it where the law allows, stops it with the reason.</summary>
internal sealed class ManageLegalClock(IdeasDbContext db, CurrentUser user, ClockKinds kinds, TimeProvider time)
{
    public static readonly Problem NotFound = Problem.NotFound("Tiden finns inte, eller så är den inte din.");

    /// <summary>Kinds that a person may start: those whose day is a person's to enter.</summary>
    public async Task<Outcome<StartClockScreen>> ReadCaseAsync(string caseNumber, CancellationToken cancellationToken) =>
        await CaseAsync(caseNumber, cancellationToken) is { } idea ? new StartClockScreen(idea.CaseNumber, idea.PublicTitle, kinds.All) : GateCases.NoSuchCase;

    public async Task<Outcome<LegalClockView>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } clock) return NotFound;
        var idea = clock.IdeaId is null ? null : await db.Ideas.AsNoTracking().FirstAsync(one => one.Id == clock.IdeaId, cancellationToken);
        return LegalClockView.Of(clock, kinds.Find(clock.Kind), idea?.CaseNumber, idea?.PublicTitle, time.StockholmToday());
    }

    /// <returns>The clock's id.</returns>
    public async Task<Outcome<Guid>> StartAsync(string caseNumber, string? kindCode, DateOnly? startsOn, CancellationToken cancellationToken)
    {
        if (await CaseAsync(caseNumber, cancellationToken) is not { } idea) return GateCases.NoSuchCase;
        var now = time.GetUtcNow();
        var errors = new List<FieldError>();
        if (kinds.Find(kindCode ?? "") is not { } kind) errors.Add(new("Kind", "Välj vilken tid det gäller."));
        if (ClockRules.CheckDay("StartsOn", startsOn, now.StockholmDay()) is { } wrong) errors.Add(wrong);
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        var clock = ClockLines.Start(db, kinds.Find(kindCode!)!, idea.Id, null, idea.AuthorityId, startsOn, user.RequiredId, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException conflict) when (conflict.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Problem.Conflict("Den tiden går redan i det här ärendet.");
        }

        return clock.Id;
    }

    /// <summary>Enters or mends the day it counts from. The warnings begin anew.</summary>
    public Task<Outcome<Done>> EnterDayAsync(Guid id, DateOnly? startsOn, int version, CancellationToken cancellationToken) => ChangeAsync(id, version, async (clock, kind, now) =>
    {
        if (ClockRules.CheckDay("StartsOn", startsOn, now.StockholmDay()) is { } wrong) return Problem.Invalid(wrong);
        if (kind is null) return Problem.Conflict("Regeln för den här tiden finns inte i systemet just nu. Be systemförvaltaren att titta på tilläggen.");
        clock.StartsOn = startsOn;
        clock.StartedById = user.RequiredId;
        clock.Due = ClockRules.Due(kind, startsOn!.Value, clock.ExtendedOn is not null);
        (clock.WarnedEarlyAt, clock.WarnedLateAt) = (null, null);
        await TasksDoneAsync(clock, now, cancellationToken);
        ClockLines.Line(db, clock, TimelineKinds.LegalClockStarted, clock.KindName, user.RequiredId, now);
        ClockLines.Audit(db, "ideas.legal-clock-day", clock, user.RequiredId, ("starts", startsOn.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        db.Publish(new LegalClockStarted(clock.Id, clock.IdeaId, clock.Kind, clock.Due, now), clock.IdeaId ?? clock.Id);
        return null;
    }, cancellationToken);

    /// <summary>Once, before the time is out, when whoever waits has been told why.</summary>
    public Task<Outcome<Done>> ExtendAsync(Guid id, string? note, int version, CancellationToken cancellationToken) => ChangeAsync(id, version, async (clock, kind, now) =>
    {
        if (kind?.Extension is null || clock.StartsOn is not { } starts) return Problem.Conflict("Den här tiden går inte att förlänga.");
        if (clock.ExtendedOn is not null) return Problem.Conflict("Tiden är redan förlängd.");
        if (clock.Due < now.StockholmDay()) return Problem.Conflict("Tiden är ute och går inte längre att förlänga.");
        if (ClockRules.CheckNote("Note", note, required: true) is { } wrong) return Problem.Invalid(wrong);
        clock.ExtendedOn = now.StockholmDay();
        clock.ExtensionNote = note!.Trim();
        clock.Due = ClockRules.Due(kind, starts, extended: true);
        (clock.WarnedEarlyAt, clock.WarnedLateAt) = (null, null);
        await TasksDoneAsync(clock, now, cancellationToken);
        ClockLines.Line(db, clock, TimelineKinds.LegalClockExtended, clock.KindName, user.RequiredId, now);
        ClockLines.Audit(db, "ideas.legal-clock-extended", clock, user.RequiredId);
        return null;
    }, cancellationToken);

    public Task<Outcome<Done>> StopAsync(Guid id, string? reason, string? note, int version, CancellationToken cancellationToken) => ChangeAsync(id, version, async (clock, _, now) =>
    {
        var errors = new List<FieldError>();
        var stop = StopReasons.Parse(reason);
        if (stop is null) errors.Add(new("Reason", "Välj varför tiden inte längre går."));
        if (ClockRules.CheckNote("Note", note, required: stop == LegalClockStop.NotApplicable) is { } wrong) errors.Add(wrong);
        if (errors.Count > 0) return Problem.Invalid([.. errors]);
        ClockLines.Stop(db, clock, stop!.Value, note, user.RequiredId, now);
        await TasksDoneAsync(clock, now, cancellationToken);
        return null;
    }, cancellationToken);

    private async Task<Outcome<Done>> ChangeAsync(Guid id, int version, Func<LegalClock, LegalClockKind?, DateTimeOffset, Task<Problem?>> change, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } clock) return NotFound;
        if (clock.Version != version) return Problem.Stale();
        if (!clock.Runs) return Problem.Conflict("Tiden går inte längre.");
        if (await change(clock, kinds.Find(clock.Kind), time.GetUtcNow()) is { } problem) return problem;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale();
        }

        return Done.It;
    }

    private async Task TasksDoneAsync(LegalClock clock, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var task in await db.Tasks.Where(task => task.SubjectId == clock.Id && task.Kind == CoachTaskKind.LegalClock && task.DoneAt == null && !task.Cancelled).ToListAsync(cancellationToken))
            (task.DoneAt, task.DoneById) = (now, user.RequiredId);
    }

    private Task<LegalClock?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.LegalClocks.Within(user.Scope(IdeasPermissions.LegalTime), db).FirstOrDefaultAsync(clock => clock.Id == id, cancellationToken);

    private Task<Idea?> CaseAsync(string caseNumber, CancellationToken cancellationToken) =>
        db.Ideas.AsNoTracking().Within(user.Scope(IdeasPermissions.LegalTime)).FirstOrDefaultAsync(idea => idea.CaseNumber == caseNumber, cancellationToken);
}
