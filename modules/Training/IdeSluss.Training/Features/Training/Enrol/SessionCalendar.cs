using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Results;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Enrol;

/// <summary>A session as calendar events, one for each part (RFC 5545). The same part keeps its UID, and its number is raised when it moves, so that a calendar that reads it again moves its entry.</summary>
internal sealed class SessionCalendar(TrainingDbContext db, EnrolmentLinks links, InstanceInfo instance, TimeProvider time)
{
    public async Task<Outcome<string>> OfSessionAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Sessions.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.State != SessionState.Draft, cancellationToken) is { } session
            ? await WriteAsync(session, null, null, cancellationToken)
            : ReadSession.NoSuchSession;

    /// <summary>With the web address for those who have a seat, and cancelled for those who have left.</summary>
    public async Task<Outcome<string>> OfEnrolmentAsync(string token, CancellationToken cancellationToken)
    {
        if (links.IdOf(token) is not { } id || await db.Enrolments.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } enrolment) return ReadSession.NoSuchSession;
        var session = await db.Sessions.AsNoTracking().FirstAsync(one => one.Id == enrolment.SessionId, cancellationToken);
        return await WriteAsync(session, enrolment, token, cancellationToken);
    }

    private async Task<string> WriteAsync(CourseSession session, Enrolment? enrolment, string? token, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().FirstAsync(one => one.Id == session.CourseId, cancellationToken);
        var title = TrainingWords.In(course.Title, course.EnglishTitle).Text;
        var hasSeat = enrolment is { State: EnrolmentState.Confirmed };
        var cancelled = session.State == SessionState.Cancelled || (enrolment is not null && !EnrolmentStates.Living.Contains(enrolment.State));
        var calendar = new Ical.Net.Calendar { ProductId = "-//IdeSluss//Training//SV" };
        foreach (var part in await db.Parts.AsNoTracking().Where(part => part.SessionId == session.Id).OrderBy(part => part.Number).ToListAsync(cancellationToken))
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{part.Id:N}@{new Uri(instance.PublicAddress).Host}", Summary = title, Location = session.Place ?? (hasSeat ? session.OnlineAddress : null), Start = new CalDateTime(part.StartsAt.UtcDateTime), End = new CalDateTime(part.EndsAt.UtcDateTime),
                DtStamp = new CalDateTime(time.GetUtcNow().UtcDateTime), Sequence = session.Version, Status = cancelled ? "CANCELLED" : hasSeat || enrolment is null ? "CONFIRMED" : "TENTATIVE",
                Url = new Uri(token is null ? $"{instance.PublicAddress}/utbildning/tillfalle/{session.Id}" : links.Of(enrolment!.Id)),
            });
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}
