using IdeSluss.Sdk.Jobs;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Seating;

/// <summary>Every minute: what time alone changes. Offers end, reserved seats are released, and the line goes on. One transaction per session, so a crash loses nothing and asks nobody twice.</summary>
internal sealed class AdvanceLines(TrainingDbContext db, SeatGiving seats, TimeProvider time) : IScheduledTask
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sessions = await db.Sessions.Where(session => db.Enrolments.Any(one => one.SessionId == session.Id && one.State == EnrolmentState.Offered && one.OfferUntil <= now)
                || (session.State == SessionState.Open && session.StartsAt > now && db.Enrolments.Any(one => one.SessionId == session.Id && one.State == EnrolmentState.Waiting)
                    // A full one has nothing to give.
                    && db.Enrolments.Count(one => one.SessionId == session.Id && EnrolmentStates.Holding.Contains(one.State)) < session.Seats))
            .Select(session => session.Id).ToListAsync(cancellationToken);
        foreach (var id in sessions)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await seats.HoldAsync(id, cancellationToken) is not { } session) continue;
            await seats.AdvanceAsync(session, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
