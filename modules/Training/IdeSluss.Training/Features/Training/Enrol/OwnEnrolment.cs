using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Enrol;

/// <summary>One's enrolment, and what one can do with it.</summary>
/// <param name="OnlineAddress">Only for those who have a seat.</param>
/// <param name="PlaceInLine">1 for the first; null for those who are not in line.</param>
internal sealed record OwnEnrolment(
    string Token, EnrolmentState State, string Course, string Title, string? EnglishTitle, Guid Session, SessionState SessionState, string? CancelReason, IReadOnlyList<PartTime> Parts, string? Place, string? OnlineAddress,
    string? Teachers, DateTimeOffset? OfferUntil, int? PlaceInLine, DateOnly CancelUntil, bool CanCancel, bool CanAnswer);

internal sealed record PartTime(DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>Reads, answers and leaves an enrolment by the secret of its address.</summary>
internal sealed class OwnEnrolments(TrainingDbContext db, EnrolmentLinks links, Enrolling enrolling, SeatGiving seats, EnrolmentMail mail, CurrentUser me, TimeProvider time)
{
    private static readonly Problem NoSuchEnrolment = Problem.NotFound("Anmälan finns inte. Kontrollera att hela länken kom med.");

    public async Task<Outcome<OwnEnrolment>> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (links.IdOf(token) is not { } id || await db.Enrolments.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } enrolment) return NoSuchEnrolment;
        var session = await db.Sessions.AsNoTracking().FirstAsync(one => one.Id == enrolment.SessionId, cancellationToken);
        var course = await db.Courses.AsNoTracking().FirstAsync(one => one.Id == session.CourseId, cancellationToken);
        var parts = await db.Parts.AsNoTracking().Where(part => part.SessionId == session.Id).OrderBy(part => part.Number).Select(part => new PartTime(part.StartsAt, part.EndsAt)).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        int? line = enrolment.State != EnrolmentState.Waiting ? null : 1 + await db.Enrolments.CountAsync(one => one.SessionId == session.Id && one.State == EnrolmentState.Waiting
            && (one.Priority < enrolment.Priority || (one.Priority == enrolment.Priority && (one.EnrolledAt < enrolment.EnrolledAt || (one.EnrolledAt == enrolment.EnrolledAt && one.Id.CompareTo(enrolment.Id) < 0)))), cancellationToken);
        return new OwnEnrolment(
            token, enrolment.State, course.Code, course.Title, course.EnglishTitle, session.Id, session.State, session.State == SessionState.Cancelled ? session.CancelReason : null, parts, session.Place,
            enrolment.State == EnrolmentState.Confirmed ? session.OnlineAddress : null, session.Teachers, enrolment.OfferUntil, line, session.CancelUntil,
            EnrolmentStates.Living.Contains(enrolment.State) && session.StartsAt > now, enrolment.State == EnrolmentState.Offered && enrolment.OfferUntil > now);
    }

    /// <summary>Takes an offered seat.</summary>
    public Task<Outcome<EnrolmentState>> AcceptAsync(string token, CancellationToken cancellationToken) => ChangeAsync(token, async (session, enrolment) =>
    {
        if (enrolment.State != EnrolmentState.Offered || enrolment.OfferUntil <= time.GetUtcNow()) return Problem.Conflict("Erbjudandet gäller inte längre. Platsen har gått till nästa i kön.");
        if (await enrolling.OtherAtTheSameTimeAsync(session.Id, enrolment.LearnerId, cancellationToken) is { } other) return other;
        (enrolment.State, enrolment.OfferUntil) = (EnrolmentState.Confirmed, null);
        return null;
    }, cancellationToken);

    /// <summary>Leaves a seat, an offer or the line. The seat goes to the next at once.</summary>
    public Task<Outcome<EnrolmentState>> CancelAsync(string token, CancellationToken cancellationToken) => ChangeAsync(token, (session, enrolment) =>
    {
        if (!EnrolmentStates.Living.Contains(enrolment.State)) return Task.FromResult<Problem?>(Problem.Conflict("Du är redan avbokad."));
        if (session.StartsAt <= time.GetUtcNow()) return Task.FromResult<Problem?>(Problem.Conflict("Kursen har börjat, så det går inte att avboka här. Säg till dem som håller i kursen."));
        (enrolment.State, enrolment.SeatOf, enrolment.OfferUntil) = (EnrolmentState.Cancelled, null, null);
        return Task.FromResult<Problem?>(null);
    }, cancellationToken);

    private async Task<Outcome<EnrolmentState>> ChangeAsync(string token, Func<CourseSession, Enrolment, Task<Problem?>> change, CancellationToken cancellationToken)
    {
        if (links.IdOf(token) is not { } id || await db.Enrolments.Where(one => one.Id == id).Select(one => (Guid?)one.SessionId).FirstOrDefaultAsync(cancellationToken) is not { } sessionId) return NoSuchEnrolment;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var session = (await seats.HoldAsync(sessionId, cancellationToken))!;
        var enrolment = await db.Enrolments.FirstAsync(one => one.Id == id, cancellationToken);
        if (await change(session, enrolment) is { } problem) return problem;
        db.Audit(new("training.enrolment-changed", "enrolment", enrolment.Id, me.Id, Facts: new Dictionary<string, string> { ["state"] = enrolment.State.ToString() }));
        await mail.TellStateAsync(enrolment, session, cancellationToken);
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await seats.AdvanceAsync(session, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return enrolment.State;
    }
}
