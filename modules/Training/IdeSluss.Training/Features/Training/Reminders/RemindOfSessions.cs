using IdeSluss.Sdk.Jobs;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Reminders;

/// <summary>
/// Each morning: reminds those who have a seat, fourteen and two days before, and forgets what nobody needs any more. It looks at what is due and not at which day it is: after days when it did
/// not run, one reminder goes out and not one for each day, and none for what has begun.
/// </summary>
internal sealed class RemindOfSessions(TrainingDbContext db, EnrolmentMail mail, TimeProvider time) : IScheduledTask
{
    public const int EarlyDays = 14;
    public const int LateDays = 2;
    private const int Batch = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await RemindAsync(now, cancellationToken);
        var over = now.AddDays(-EnrolmentNeeds.KeptDays);
        await db.Needs.Where(needs => db.Enrolments.Any(one => one.Id == needs.EnrolmentId && db.Sessions.Any(session => session.Id == one.SessionId && session.EndsAt < over))).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task RemindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A day counts from its beginning, so that a course in the afternoon is not reminded of a day late.
        var (early, late) = (time.StockholmToday().AddDays(EarlyDays + 1).StartInStockholm(), time.StockholmToday().AddDays(LateDays + 1).StartInStockholm());
        while (true)
        {
            var due = await db.Enrolments.Join(db.Sessions, one => one.SessionId, session => session.Id, (enrolment, session) => new { Enrolment = enrolment, Session = session })
                .Where(row => row.Enrolment.State == EnrolmentState.Confirmed && row.Session.State == SessionState.Open && row.Session.StartsAt > now
                    && ((row.Session.StartsAt < late && row.Enrolment.LateReminderAt == null) || (row.Session.StartsAt >= late && row.Session.StartsAt < early && row.Enrolment.EarlyReminderAt == null)))
                .OrderBy(row => row.Enrolment.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var row in due)
            {
                var (enrolment, session) = (row.Enrolment, row.Session);
                var isLate = session.StartsAt < late;
                // Whoever enrolled after the reminder's own day has just been told the same.
                var enrolledBefore = enrolment.EnrolledAt.StockholmDay() < session.StartsAt.StockholmDay().AddDays(-(isLate ? LateDays : EarlyDays));
                enrolment.EarlyReminderAt ??= now;
                if (isLate) enrolment.LateReminderAt = now;
                if (enrolledBefore) await mail.TellAsync(enrolment, session, "Snart dags: {0}", "Hej!\n\n{0} börjar {1}. Här finns plats, länk och kalenderfil. Får du förhinder avbokar du här, så kan någon annan få platsen:\n{2}\n", cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            if (due.Count < Batch) return;
        }
    }
}
