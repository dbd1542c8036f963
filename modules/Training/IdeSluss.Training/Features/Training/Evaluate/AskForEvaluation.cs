using IdeSluss.Sdk.Jobs;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Evaluate;

/// <summary>Each morning: asks those who were there what they thought, the day after and once more three months later. Whoever was not there is not asked, and nobody is asked twice.</summary>
internal sealed class AskForEvaluation(TrainingDbContext db, EnrolmentMail mail, EnrolmentLinks links, TimeProvider time) : IScheduledTask
{
    private const int Batch = 200;

    /// <summary>What is older than this when the job first sees it is not asked about any more.</summary>
    private const int LatestDays = 30;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await AskAsync(EvaluationRound.After, now, "Vad tyckte du om {0}?", "Hej!\n\nDu har gått {0}. Svara på sex frågor, så blir nästa kurs bättre. Ingen får veta vem som svarade vad:\n{2}\n", cancellationToken);
        await AskAsync(EvaluationRound.Later, now.AddDays(-EvaluationQuestions.LaterDays), "Har du haft nytta av {0}?", "Hej!\n\nDet är tre månader sedan du gick {0}. Har du haft nytta av den? Sex frågor, och ingen får veta vem som svarade vad:\n{2}\n", cancellationToken);
    }

    private async Task AskAsync(EvaluationRound round, DateTimeOffset endedBefore, string subject, string body, CancellationToken cancellationToken)
    {
        var since = endedBefore.AddDays(-LatestDays);
        while (true)
        {
            var due = await db.Enrolments.AsNoTracking().Where(one => one.State == EnrolmentState.Confirmed && db.Attendances.Any(attendance => attendance.EnrolmentId == one.Id) && !db.EvaluationsAsked.Any(asked => asked.EnrolmentId == one.Id && asked.Round == round))
                .Join(db.Sessions.Where(session => session.EndsAt < endedBefore && session.EndsAt >= since && session.State == SessionState.Open && !session.IsExample), one => one.SessionId, session => session.Id, (enrolment, session) => new { Enrolment = enrolment, Session = session })
                .OrderBy(row => row.Enrolment.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var row in due)
            {
                db.EvaluationsAsked.Add(new() { EnrolmentId = row.Enrolment.Id, Round = round, AskedAt = time.GetUtcNow() });
                await mail.TellAsync(row.Enrolment, row.Session, subject, body, links.EvaluationOf(row.Enrolment.Id, EvaluationWords.AddressOf(round)), cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            if (due.Count < Batch) return;
        }
    }
}
