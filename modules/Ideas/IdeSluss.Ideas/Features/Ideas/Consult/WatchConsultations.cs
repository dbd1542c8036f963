using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Clocks;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Consult;

/// <summary>Two working days before the last day whoever answers by itself is reminded, once; after it a coach is asked what to do. Nothing is noted by a job.</summary>
internal sealed class WatchConsultations(IdeasDbContext db, IPeopleDirectory people, BodyCatalogue bodies, InstanceInfo instance, IStringLocalizer texts, TimeProvider time)
{
    private const int RemindBefore = 2;
    private const int DaysToDoIt = 3;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = now.StockholmDay();
        var horizon = WorkingDays.Add(today, RemindBefore);
        var last = Guid.Empty;
        while (true)
        {
            var waiting = await db.Consultations.Where(one => one.Status == ConsultationStatus.Asked && one.LastDay <= horizon && one.Id > last)
                .Join(db.Ideas.Where(idea => idea.Status != IdeaStatus.Closed && !idea.Restricted), one => one.IdeaId, idea => idea.Id, (one, idea) => new { one, idea })
                .OrderBy(pair => pair.one.Id).Take(RunClocks.Batch)
                .Select(pair => new
                {
                    Consultation = pair.one, Idea = pair.idea, pair.idea.Contact, People = pair.idea.People.ToList(),
                    Noted = db.Tasks.Any(task => task.SubjectId == pair.one.Id && task.Kind == CoachTaskKind.NoteConsultation),
                }).ToListAsync(cancellationToken);
            if (waiting.Count == 0) return;
            last = waiting.Max(row => row.Consultation.Id);
            foreach (var row in waiting)
            {
                var consultation = row.Consultation;
                if (consultation.LastDay >= today && consultation.RemindedAt is null && consultation.AskedAt.StockholmDay() < today && bodies.Find(consultation.Body) is { AnsweredBy: not null } body)
                    await ConsultationReminder.SendAsync(db, people, instance, texts, consultation, row.Idea, body, now, cancellationToken);
                if (consultation.LastDay < today && !row.Noted) db.Tasks.Add(Task(row.Idea, consultation, now));
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private static CoachTask Task(Idea idea, Consultation consultation, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), IdeaId = idea.Id, SubjectId = consultation.Id, Kind = CoachTaskKind.NoteConsultation, Role = Roles.IdeaCoach, AuthorityId = idea.AuthorityId, AssigneeId = idea.CoachId,
        CreatedAt = now, VisibleFrom = now, Due = WorkingDays.Add(now.StockholmDay(), DaysToDoIt), What = "Samrådet har inte svarat i tid. Påminn, eller notera att inget svar kom.",
    };
}
