using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
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

internal sealed class ReadSession(TrainingDbContext db, TimeProvider time)
{
    public static readonly Problem NoSuchSession = Problem.NotFound("Tillfället finns inte.");

    /// <summary>More than this is no plan that anyone reads.</summary>
    private const int MostComing = 30;

    public async Task<Outcome<PublicSession>> HandleAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Sessions.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.State != SessionState.Draft, cancellationToken) is { } session
        && await db.Courses.AsNoTracking().Readable().FirstOrDefaultAsync(one => one.Id == session.CourseId, cancellationToken) is { } course
            ? (await ShownAsync([session], course, cancellationToken))[0]
            : NoSuchSession;

    /// <summary>Those that have not begun, the nearest first.</summary>
    public async Task<IReadOnlyList<PublicSession>> ComingAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.Courses.AsNoTracking().FirstOrDefaultAsync(one => one.Code == code && one.State == CourseState.Published, cancellationToken) is not { } course) return [];
        var now = time.GetUtcNow();
        var sessions = await db.Sessions.AsNoTracking().Where(one => one.CourseId == course.Id && one.State != SessionState.Draft && one.StartsAt > now)
            .OrderBy(one => one.StartsAt).ThenBy(one => one.Id).Take(MostComing).ToListAsync(cancellationToken);
        return await ShownAsync(sessions, course, cancellationToken);
    }

    public static SessionView ViewOf(CourseSession session, int free, DateTimeOffset now) => session switch
    {
        { State: SessionState.Cancelled } => SessionView.Cancelled,
        _ when session.EndsAt <= now => SessionView.Over,
        _ when now.StockholmDay() < session.EnrolFrom => SessionView.NotOpenYet,
        _ when now.StockholmDay() > session.EnrolUntil || session.StartsAt <= now => SessionView.Closed,
        _ => free > 0 ? SessionView.Open : SessionView.Full,
    };

    private async Task<IReadOnlyList<PublicSession>> ShownAsync(List<CourseSession> sessions, Course course, CancellationToken cancellationToken)
    {
        var (ids, now) = (sessions.ConvertAll(one => one.Id), time.GetUtcNow());
        var parts = (await db.Parts.AsNoTracking().Where(part => ids.Contains(part.SessionId)).OrderBy(part => part.Number).ToListAsync(cancellationToken)).ToLookup(part => part.SessionId, part => new PartTime(part.StartsAt, part.EndsAt));
        var reserved = (await db.Reservations.AsNoTracking().Where(one => ids.Contains(one.SessionId)).ToListAsync(cancellationToken)).ToLookup(one => one.SessionId);
        var enrolled = (await db.Enrolments.Where(one => ids.Contains(one.SessionId) && (one.State == EnrolmentState.Waiting || EnrolmentStates.Holding.Contains(one.State)))
            .Select(one => new { one.SessionId, one.State, one.SeatOf }).ToListAsync(cancellationToken)).ToLookup(one => one.SessionId);
        return
        [
            .. sessions.Select(session =>
            {
                var line = enrolled[session.Id].Count(one => one.State == EnrolmentState.Waiting);
                var shared = Seats.Of(session, reserved[session.Id], enrolled[session.Id].Where(one => one.State != EnrolmentState.Waiting).Select(one => one.SeatOf), now.StockholmDay());
                // Those in line come before someone new.
                var free = line > 0 ? 0 : shared.FreeForAll;
                return new PublicSession(session.Id, course.Code, course.Title, course.EnglishTitle, ViewOf(session, free, now), session.StartsAt, session.EndsAt, [.. parts[session.Id]], session.Place, session.OnlineAddress is not null,
                    session.Teachers, session.Interpreter, session.HearingLoop, session.Captions, session.Seats, free, line, shared.Reserved, session.StartsAt.StockholmDay().AddDays(-CourseSession.ReleaseDays), session.EnrolFrom,
                    session.EnrolUntil, session.CancelUntil, course.ManagerApproves, session.IsExample, session.Version);
            }),
        ];
    }
}
