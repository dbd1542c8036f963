using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Enrol;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.EditSession;

internal sealed record SavedSession(Guid Id, int Version);

/// <summary>Plans a session, changes it and cancels it. Those who have enrolled are told what it means for them in the same save.</summary>
internal sealed class SaveSession(TrainingDbContext db, SeatGiving seats, EnrolmentMail mail, CurrentUser me, TimeProvider time)
{
    private PermissionScope Scope => me.Scope(TrainingPermissions.ManageCourses);

    public async Task<Outcome<SavedSession>> CreateAsync(string code, SessionRecord record, CancellationToken cancellationToken)
    {
        if (await db.Courses.AsNoTracking().Within(Scope).FirstOrDefaultAsync(one => one.Code == code, cancellationToken) is not { } course) return CourseScope.NoSuchCourse;
        if (SessionPlan.Of(record, time.StockholmToday()).Failed(out var problem, out var plan)) return problem;
        if (plan.Parts[0].From <= time.GetUtcNow()) return Problem.Invalid(new FieldError("parts[0].day", "Dag: den har redan varit."));
        var session = new CourseSession { Id = Guid.CreateVersion7(), CourseId = course.Id };
        Write(session, record, plan);
        db.Sessions.Add(session);
        db.Audit(Fact("training.session-planned", session, course));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await WritePartsAsync(session, plan, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SavedSession(session.Id, session.Version);
    }

    public Task<Outcome<SavedSession>> UpdateAsync(Guid id, SessionRecord record, int? version, CancellationToken cancellationToken) => ChangeAsync(id, version, async (session, course) =>
    {
        if (session.State == SessionState.Cancelled) return Problem.Conflict("Tillfället är inställt och går inte att ändra.");
        if (SessionPlan.Of(record, time.StockholmToday()).Failed(out var problem, out var plan)) return problem;
        var held = await db.Enrolments.CountAsync(one => one.SessionId == id && EnrolmentStates.Holding.Contains(one.State), cancellationToken);
        if (plan.Seats < held) return Problem.Invalid(new FieldError("seats", new Text("Platser: {0} har redan en plats.", held)));
        if (await db.Attendances.AnyAsync(one => db.Parts.Any(part => part.Id == one.PartId && part.SessionId == id && part.Number > plan.Parts.Count), cancellationToken))
            return Problem.Invalid(new FieldError("parts[0].day", "Dag: en del där närvaro är antecknad går inte att ta bort."));
        var before = (session.StartsAt, session.EndsAt, session.Place, session.OnlineAddress);
        Write(session, record, plan);
        await WritePartsAsync(session, plan, cancellationToken);
        db.Audit(Fact("training.session-changed", session, course));
        if (session.State == SessionState.Open && before != (session.StartsAt, session.EndsAt, session.Place, session.OnlineAddress))
            await TellAllAsync(session, "Tid eller plats är ändrad: {0}", "Hej!\n\nTid eller plats har ändrats för {0}. Kursen börjar nu {1}. Här ser du det nya, och här avbokar du om det inte passar:\n{2}\n", cancellationToken);
        return null;
    }, cancellationToken);

    /// <summary>From draft to what everyone sees.</summary>
    public Task<Outcome<SavedSession>> OpenAsync(Guid id, int? version, CancellationToken cancellationToken) => ChangeAsync(id, version, (session, course) =>
    {
        if (session.State == SessionState.Cancelled) return Task.FromResult<Problem?>(Problem.Conflict("Tillfället är inställt. Planera ett nytt."));
        if (course.State != CourseState.Published) return Task.FromResult<Problem?>(Problem.Conflict("Visa kursen för alla först."));
        session.State = SessionState.Open;
        db.Audit(Fact("training.session-opened", session, course));
        return Task.FromResult<Problem?>(null);
    }, cancellationToken);

    /// <summary>Everyone who had a seat, stood in line or waited for their manager is told, with the reason; nobody is left in a line that goes nowhere.</summary>
    public Task<Outcome<SavedSession>> CancelAsync(Guid id, string? reason, int? version, CancellationToken cancellationToken) => ChangeAsync(id, version, async (session, course) =>
    {
        if (session.State == SessionState.Cancelled) return Problem.Conflict("Tillfället är redan inställt.");
        if (session.EndsAt <= time.GetUtcNow()) return Problem.Conflict("Tillfället har redan varit.");
        if (string.IsNullOrWhiteSpace(reason)) return Problem.Invalid(new FieldError("reason", "Skäl: skriv varför det ställs in. De anmälda får läsa det."));
        if (reason.Trim().Length > Course.LongestText) return Problem.Invalid(new FieldError("reason", new Text("{0}: högst {1} tecken.", new Text("Skäl"), Course.LongestText)));
        (session.State, session.CancelReason) = (SessionState.Cancelled, reason.Trim());
        var told = await TellAllAsync(session, "Inställt: {0}", "Hej!\n\n{0} den {1} är inställd. Du behöver inte göra något. Här står varför, och här hittar du andra tillfällen:\n{2}\n", cancellationToken);
        foreach (var enrolment in told) (enrolment.State, enrolment.SeatOf, enrolment.OfferUntil) = (EnrolmentState.Cancelled, null, null);
        db.Audit(Fact("training.session-cancelled", session, course));
        return null;
    }, cancellationToken);

    private async Task<Outcome<SavedSession>> ChangeAsync(Guid id, int? version, Func<CourseSession, Course, Task<Problem?>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await seats.HoldAsync(id, cancellationToken) is null) return ReadSession.NoSuchSession;
        var session = await db.Sessions.FirstAsync(one => one.Id == id, cancellationToken);
        if (await db.Courses.AsNoTracking().Within(Scope).FirstOrDefaultAsync(one => one.Id == session.CourseId, cancellationToken) is not { } course) return ReadSession.NoSuchSession;
        if (version is { } seen && seen != session.Version) return Problem.Stale();
        if (await change(session, course) is { } problem) return problem;
        // Raised also when only parts or reserved seats are new.
        db.Entry(session).Property(one => one.State).IsModified = true;
        await db.SaveChangesAsync(cancellationToken);
        // More seats than before go to those in line at once.
        await seats.AdvanceAsync(session, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SavedSession(session.Id, session.Version);
    }

    private async Task<List<Enrolment>> TellAllAsync(CourseSession session, string subject, string body, CancellationToken cancellationToken)
    {
        var living = await db.Enrolments.Where(one => one.SessionId == session.Id && EnrolmentStates.Living.Contains(one.State)).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var ids = living.ConvertAll(one => one.LearnerId);
        // At once: each mail looks for its learner among those that are known.
        await db.Learners.Where(learner => ids.Contains(learner.Id)).LoadAsync(cancellationToken);
        foreach (var enrolment in living) await mail.TellAsync(enrolment, session, subject, body, cancellationToken);
        return living;
    }

    private static void Write(CourseSession session, SessionRecord record, SessionPlan plan)
    {
        (session.StartsAt, session.EndsAt, session.LeastSeats, session.Seats) = (plan.Parts[0].From, plan.Parts.Max(part => part.To), plan.LeastSeats, plan.Seats);
        (session.EnrolFrom, session.EnrolUntil, session.CancelUntil) = (plan.EnrolFrom, plan.EnrolUntil, plan.CancelUntil);
        (session.Place, session.OnlineAddress, session.Teachers) = (record.Place.OrNothing(), record.OnlineAddress.OrNothing(), record.Teachers.OrNothing());
        (session.Interpreter, session.HearingLoop, session.Captions) = (record.Interpreter, record.HearingLoop, record.Captions);
    }

    /// <summary>Parts keep their numbers, so that what has been written about one stays with it.</summary>
    private async Task WritePartsAsync(CourseSession session, SessionPlan plan, CancellationToken cancellationToken)
    {
        var known = await db.Parts.Where(part => part.SessionId == session.Id).OrderBy(part => part.Number).ToListAsync(cancellationToken);
        for (var at = 0; at < plan.Parts.Count; at++)
        {
            if (at < known.Count) (known[at].StartsAt, known[at].EndsAt) = plan.Parts[at];
            else db.Parts.Add(new() { Id = Guid.CreateVersion7(), SessionId = session.Id, Number = at + 1, StartsAt = plan.Parts[at].From, EndsAt = plan.Parts[at].To });
        }

        db.Parts.RemoveRange(known.Skip(plan.Parts.Count));
        db.Reservations.RemoveRange(await db.Reservations.Where(one => one.SessionId == session.Id).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        db.Reservations.AddRange(plan.Reserved.Select(one => new SeatReservation { SessionId = session.Id, Track = one.Key, Seats = one.Value }));
    }

    private AuditFact Fact(string action, CourseSession session, Course course) => new(action, "session", session.Id, me.RequiredId, course.AuthorityId, new Dictionary<string, string> { ["course"] = course.Code });
}
