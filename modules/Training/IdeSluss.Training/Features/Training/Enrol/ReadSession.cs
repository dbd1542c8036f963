using IdeSluss.Sdk.Results;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Enrol;

/// <summary>How it stands with a session, for those who may want to come.</summary>
internal enum SessionView
{
    NotOpenYet,
    Open,

    /// <summary>One can stand in line.</summary>
    Full,
    Closed,
    Over,
    Cancelled,
}

/// <summary>A session as everyone may read it. Who takes part is not in it.</summary>
/// <param name="FreeSeats">That anyone may have now.</param>
/// <param name="Reserved">Seats kept for a track until <paramref name="ReservedUntil"/>.</param>
internal sealed record PublicSession(
    Guid Id, string Course, string Title, string? EnglishTitle, SessionView View, DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<PartTime> Parts, string? Place, bool Online, string? Teachers, bool Interpreter,
    bool HearingLoop, bool Captions, int Seats, int FreeSeats, int InLine, IReadOnlyDictionary<RoleTrack, int> Reserved, DateOnly ReservedUntil, DateOnly EnrolFrom, DateOnly EnrolUntil, DateOnly CancelUntil, bool ManagerApproves,
    bool IsExample, int Version);

internal sealed class ReadSession(TrainingDbContext db, SeatGiving seats, TimeProvider time)
{
    public static readonly Problem NoSuchSession = Problem.NotFound("Tillfället finns inte.");

    /// <summary>More than this is no plan that anyone reads.</summary>
    private const int MostComing = 30;

    public async Task<Outcome<PublicSession>> HandleAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Sessions.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.State != SessionState.Draft, cancellationToken) is { } session && await CourseAsync(session, cancellationToken) is { } course
            ? await ShownAsync(session, course, cancellationToken)
            : NoSuchSession;

    /// <summary>Those that have not begun, the nearest first.</summary>
    public async Task<IReadOnlyList<PublicSession>> ComingAsync(string code, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sessions = await db.Sessions.AsNoTracking().Where(one => one.State != SessionState.Draft && one.StartsAt > now && db.Courses.Any(course => course.Id == one.CourseId && course.Code == code && course.State == CourseState.Published))
            .OrderBy(one => one.StartsAt).ThenBy(one => one.Id).Take(MostComing).ToListAsync(cancellationToken);
        var shown = new List<PublicSession>();
        foreach (var session in sessions) shown.Add(await ShownAsync(session, (await CourseAsync(session, cancellationToken))!, cancellationToken));
        return shown;
    }

    public static SessionView ViewOf(CourseSession session, int free, DateTimeOffset now) => session switch
    {
        { State: SessionState.Cancelled } => SessionView.Cancelled,
        _ when session.EndsAt <= now => SessionView.Over,
        _ when Sdk.Time.StockholmTime.StockholmDay(now) < session.EnrolFrom => SessionView.NotOpenYet,
        _ when Sdk.Time.StockholmTime.StockholmDay(now) > session.EnrolUntil || session.StartsAt <= now => SessionView.Closed,
        _ => free > 0 ? SessionView.Open : SessionView.Full,
    };

    private Task<Course?> CourseAsync(CourseSession session, CancellationToken cancellationToken) => db.Courses.AsNoTracking().Readable().FirstOrDefaultAsync(one => one.Id == session.CourseId, cancellationToken);

    private async Task<PublicSession> ShownAsync(CourseSession session, Course course, CancellationToken cancellationToken)
    {
        var parts = await db.Parts.AsNoTracking().Where(part => part.SessionId == session.Id).OrderBy(part => part.Number).Select(part => new PartTime(part.StartsAt, part.EndsAt)).ToListAsync(cancellationToken);
        var shared = await seats.ReadAsync(session, cancellationToken);
        var line = await db.Enrolments.CountAsync(one => one.SessionId == session.Id && one.State == EnrolmentState.Waiting, cancellationToken);
        // Those in line come before someone new.
        var free = line > 0 ? 0 : shared.FreeForAll;
        return new(session.Id, course.Code, course.Title, course.EnglishTitle, ViewOf(session, free, time.GetUtcNow()), session.StartsAt, session.EndsAt, parts, session.Place, session.OnlineAddress is not null, session.Teachers,
            session.Interpreter, session.HearingLoop, session.Captions, session.Seats, free, line, shared.Reserved, Sdk.Time.StockholmTime.StockholmDay(session.StartsAt).AddDays(-CourseSession.ReleaseDays), session.EnrolFrom,
            session.EnrolUntil, session.CancelUntil, course.ManagerApproves, session.IsExample, session.Version);
    }
}
