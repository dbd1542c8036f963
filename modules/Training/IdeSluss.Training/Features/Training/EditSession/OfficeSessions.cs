using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Enrol;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.EditSession;

internal sealed record OfficeSessionLine(Guid Id, SessionState State, DateTimeOffset StartsAt, string? Place, int Seats, int Held, int InLine);

/// <summary>A session as those who arrange it see it.</summary>
/// <param name="TooFew">It starts within two weeks with fewer than it needs.</param>
internal sealed record OfficeSession(
    Guid Id, string Course, string Title, SessionState State, string? CancelReason, SessionRecord Record, IReadOnlyList<PartTime> Parts, DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<OfficeEnrolment> Enrolments, IReadOnlyList<OfficeNeeds> Needs, bool TooFew, int Version);

internal sealed record OfficeEnrolment(Guid Id, string Name, string Where, EnrolmentState State, DateTimeOffset EnrolledAt, DateTimeOffset? OfferUntil);

/// <summary>What somebody needs, without whose it is: the kitchen and the room need no names.</summary>
internal sealed record OfficeNeeds(string? Food, string? Access);

internal sealed class OfficeSessions(TrainingDbContext db, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    private const int MostShown = 100;
    private const int FewDays = 14;

    public async Task<IReadOnlyList<OfficeSessionLine>> ListAsync(string code, CancellationToken cancellationToken) =>
        await db.Sessions.AsNoTracking().Where(session => db.Courses.Within(me.Scope(TrainingPermissions.ManageCourses)).Any(course => course.Id == session.CourseId && course.Code == code))
            .OrderByDescending(session => session.StartsAt).ThenBy(session => session.Id).Take(MostShown)
            .Select(session => new OfficeSessionLine(session.Id, session.State, session.StartsAt, session.Place, session.Seats,
                db.Enrolments.Count(one => one.SessionId == session.Id && EnrolmentStates.Holding.Contains(one.State)), db.Enrolments.Count(one => one.SessionId == session.Id && one.State == EnrolmentState.Waiting))).ToListAsync(cancellationToken);

    public async Task<Outcome<OfficeSession>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Sessions.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } session
            || await db.Courses.AsNoTracking().Within(me.Scope(TrainingPermissions.ManageCourses)).FirstOrDefaultAsync(one => one.Id == session.CourseId, cancellationToken) is not { } course) return ReadSession.NoSuchSession;
        var parts = await db.Parts.AsNoTracking().Where(part => part.SessionId == id).OrderBy(part => part.Number).ToListAsync(cancellationToken);
        var reserved = await db.Reservations.AsNoTracking().Where(one => one.SessionId == id).ToListAsync(cancellationToken);
        var rows = await db.Enrolments.AsNoTracking().Where(one => one.SessionId == id).Join(db.Learners, one => one.LearnerId, learner => learner.Id, (enrolment, learner) => new { Enrolment = enrolment, Learner = learner })
            .OrderBy(row => row.Enrolment.Priority).ThenBy(row => row.Enrolment.EnrolledAt).ThenBy(row => row.Enrolment.Id).Take(CourseSession.MostSeatsAtAll * 2).ToListAsync(cancellationToken);
        var needs = await db.Needs.AsNoTracking().Where(one => db.Enrolments.Any(enrolment => enrolment.Id == one.EnrolmentId && enrolment.SessionId == id && enrolment.State == EnrolmentState.Confirmed))
            .OrderBy(one => one.EnrolmentId).Select(one => new OfficeNeeds(one.Food, one.Access)).ToListAsync(cancellationToken);
        var enrolments = new List<OfficeEnrolment>();
        foreach (var row in rows)
            enrolments.Add(new(row.Enrolment.Id, row.Learner.Name, await organisation.PlaceNameAsync(row.Learner.AuthorityId, row.Learner.UnitId, cancellationToken), row.Enrolment.State, row.Enrolment.EnrolledAt, row.Enrolment.OfferUntil));
        var now = time.GetUtcNow();
        var tooFew = session.State == SessionState.Open && session.StartsAt > now && session.StartsAt < now.AddDays(FewDays) && enrolments.Count(one => one.State == EnrolmentState.Confirmed) < session.LeastSeats;
        return new OfficeSession(session.Id, course.Code, course.Title, session.State, session.CancelReason, ToRecord(session, parts, reserved), [.. parts.Select(part => new PartTime(part.StartsAt, part.EndsAt))], session.StartsAt, session.EndsAt, enrolments, needs, tooFew, session.Version);
    }

    private static SessionRecord ToRecord(CourseSession session, List<SessionPart> parts, List<SeatReservation> reserved) => new()
    {
        Parts = [.. parts.Select(part => new PartRecord { Day = Day(part.StartsAt.StockholmDay()), From = Clock(part.StartsAt), To = Clock(part.EndsAt) })],
        Place = session.Place, OnlineAddress = session.OnlineAddress, Teachers = session.Teachers, Interpreter = session.Interpreter, HearingLoop = session.HearingLoop, Captions = session.Captions, LeastSeats = session.LeastSeats, Seats = session.Seats,
        EnrolFrom = Day(session.EnrolFrom), EnrolUntil = Day(session.EnrolUntil), CancelUntil = Day(session.CancelUntil), Reserved = reserved.ToDictionary(one => one.Track, one => (int?)one.Seats),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset at) => at.ToStockholm().ToString("HH'.'mm", System.Globalization.CultureInfo.InvariantCulture);
}
