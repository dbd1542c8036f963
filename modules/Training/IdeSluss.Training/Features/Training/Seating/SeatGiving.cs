using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Seating;

/// <summary>
/// Gives the seats of a session. Whoever gives or frees one holds the session's row until their transaction ends, so that the last seat has one taker, and a freed seat is offered in the same
/// transaction: nothing waits for a job, which comes only for what time alone changes.
/// </summary>
internal sealed class SeatGiving(TrainingDbContext db, EnrolmentMail mail, TimeProvider time)
{
    /// <summary>The session, held for the rest of the transaction; null when there is none.</summary>
    public Task<CourseSession?> HoldAsync(Guid id, CancellationToken cancellationToken) =>
        db.Sessions.FromSql($"select * from training.session where id = {id} for update").AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    /// <summary>As the database has them now; what this transaction has not saved is not counted.</summary>
    private async Task<Seats> ReadAsync(CourseSession session, CancellationToken cancellationToken)
    {
        var reserved = await db.Reservations.AsNoTracking().Where(one => one.SessionId == session.Id).ToListAsync(cancellationToken);
        var held = await db.Enrolments.Where(one => one.SessionId == session.Id && EnrolmentStates.Holding.Contains(one.State)).Select(one => one.SeatOf).ToListAsync(cancellationToken);
        return Seats.Of(session, reserved, held, time.StockholmToday());
    }

    /// <summary>A seat if there is one, otherwise a place in line, and a mail that says which. With the next save.</summary>
    public async Task SeatAsync(CourseSession session, Enrolment enrolment, CancellationToken cancellationToken)
    {
        // Those in line come before someone new, also when a seat is just being offered.
        var someoneWaits = await db.Enrolments.AnyAsync(one => one.SessionId == session.Id && one.State == EnrolmentState.Waiting && one.Id != enrolment.Id, cancellationToken);
        var seats = await ReadAsync(session, cancellationToken);
        enrolment.State = seats.TryTake(enrolment.Tracks, out var seatOf) && (!someoneWaits || seatOf is not null) ? EnrolmentState.Confirmed : EnrolmentState.Waiting;
        enrolment.SeatOf = enrolment.State == EnrolmentState.Confirmed ? seatOf : null;
        await mail.TellStateAsync(enrolment, session, cancellationToken);
    }

    /// <summary>Ends offers that were not taken, and offers each free seat to the first in line who may have it. Saves; the session must be held.</summary>
    public async Task AdvanceAsync(CourseSession session, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        foreach (var late in await db.Enrolments.Where(one => one.SessionId == session.Id && one.State == EnrolmentState.Offered && one.OfferUntil <= now).ToListAsync(cancellationToken))
        {
            (late.State, late.SeatOf) = (EnrolmentState.Expired, null);
            await mail.TellStateAsync(late, session, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (session.State != SessionState.Open || session.StartsAt <= now) return;
        var line = await db.Enrolments.Where(one => one.SessionId == session.Id && one.State == EnrolmentState.Waiting).OrderBy(one => one.Priority).ThenBy(one => one.EnrolledAt).ThenBy(one => one.Id).ToListAsync(cancellationToken);
        var seats = await ReadAsync(session, cancellationToken);
        foreach (var next in line)
        {
            if (!seats.TryTake(next.Tracks, out var seatOf)) continue;
            (next.State, next.SeatOf, next.OfferUntil) = (EnrolmentState.Offered, seatOf, OfferTime.Until(now, session.StartsAt));
            seats = seats with { Held = [.. seats.Held, seatOf] };
            await mail.TellStateAsync(next, session, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
