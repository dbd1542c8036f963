using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Certificates;
using IdeSluss.Training.Features.Training.Enrol;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Attend;

/// <param name="There">Ids of the parts.</param>
/// <param name="Completes">Has been there enough.</param>
/// <param name="Certificate">The one for this session that was given last; null for none.</param>
/// <param name="Revoked">That one was taken back.</param>
/// <param name="Due">Should have a certificate and has none. One that was taken back is given again only for attendance that was written afterwards.</param>
internal sealed record AttendanceLine(Guid Enrolment, string Name, IReadOnlyList<Guid> There, int Percent, bool Completes, Guid? Certificate, bool Revoked, bool Due);

internal sealed record AttendancePart(Guid Id, int Number, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Code);

internal sealed record SessionAttendance(Guid Session, string Course, string Title, bool Over, int Needed, IReadOnlyList<AttendancePart> Parts, IReadOnlyList<AttendanceLine> Lines);

internal sealed class AttendanceInput
{
    /// <summary><c>{enrolment}.{part}</c> for everyone who was there. Who is not in it was not.</summary>
    public List<string> There { get; set; } = [];
}

/// <summary>Who was there, by those who run the course; and the certificates that follow.</summary>
internal sealed class AttendanceList(TrainingDbContext db, SeatGiving seats, GiveCertificates certificates, PartCodes codes, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<SessionAttendance>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not (var session, var course)) return ReadSession.NoSuchSession;
        var parts = await db.Parts.AsNoTracking().Where(part => part.SessionId == id).OrderBy(part => part.Number).ToListAsync(cancellationToken);
        var rows = await db.Enrolments.AsNoTracking().Where(one => one.SessionId == id && one.State == EnrolmentState.Confirmed).Join(db.Learners, one => one.LearnerId, learner => learner.Id, (enrolment, learner) => new { enrolment.Id, learner.Name, LearnerId = learner.Id })
            .OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var there = (await db.Attendances.AsNoTracking().Where(one => parts.Select(part => part.Id).Contains(one.PartId)).ToListAsync(cancellationToken)).ToLookup(one => one.EnrolmentId);
        var given = (await db.Certificates.AsNoTracking().Where(one => one.SessionId == id).OrderBy(one => one.Id).ToListAsync(cancellationToken)).ToLookup(one => one.LearnerId);
        var total = parts.Sum(part => part.Minutes);
        var lines = rows.Select(row =>
        {
            var minutes = there[row.Id].Sum(one => one.Minutes);
            var (completes, last) = (Completion.IsMet(minutes, total, course.CompletionPercent), given[row.LearnerId].LastOrDefault());
            var due = completes && (last is null || there[row.Id].Any(one => one.At > last.RevokedAt));
            return new AttendanceLine(row.Id, row.Name, [.. there[row.Id].Select(one => one.PartId)], total == 0 ? 0 : minutes * 100 / total, completes, last?.Id, last?.RevokedAt is not null, due);
        });
        return new SessionAttendance(id, course.Code, course.Title, session.EndsAt <= time.GetUtcNow(), course.CompletionPercent, [.. parts.Select(part => new AttendancePart(part.Id, part.Number, part.StartsAt, part.EndsAt, codes.Of(part.Id)))], [.. lines]);
    }

    /// <summary>The whole list at once. What a learner has said by code stays as it was said, unless the list says that they were not there.</summary>
    public async Task<Outcome<SessionAttendance>> WriteAsync(Guid id, AttendanceInput input, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not (var session, var course)) return ReadSession.NoSuchSession;
        if (session.StartsAt > time.GetUtcNow()) return Problem.Conflict("Kursen har inte börjat än.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await seats.HoldAsync(id, cancellationToken);
        var parts = await db.Parts.AsNoTracking().Where(part => part.SessionId == id).ToDictionaryAsync(part => part.Id, cancellationToken);
        var enrolled = await db.Enrolments.AsNoTracking().Where(one => one.SessionId == id && one.State == EnrolmentState.Confirmed).Select(one => one.Id).ToListAsync(cancellationToken);
        var wanted = new HashSet<(Guid Enrolment, Guid Part)>();
        foreach (var pair in input.There.Select(pair => pair.Split('.', 2)))
        {
            if (pair is not [var left, var right] || !Guid.TryParse(left, out var enrolment) || !Guid.TryParse(right, out var part) || !parts.ContainsKey(part) || !enrolled.Contains(enrolment)) return Problem.Invalid(new FieldError("there", "Närvaro: någon i listan finns inte längre. Ladda om sidan."));
            wanted.Add((enrolment, part));
        }

        var known = await db.Attendances.Where(one => enrolled.Contains(one.EnrolmentId)).ToListAsync(cancellationToken);
        db.Attendances.RemoveRange(known.Where(one => !wanted.Contains((one.EnrolmentId, one.PartId))));
        db.Attendances.AddRange(wanted.Where(pair => !known.Exists(one => (one.EnrolmentId, one.PartId) == pair))
            .Select(pair => new Attendance { EnrolmentId = pair.Enrolment, PartId = pair.Part, Minutes = parts[pair.Part].Minutes, Method = AttendanceMethod.List, At = time.GetUtcNow(), ById = me.RequiredId }));
        db.Audit(new("training.attendance-written", "session", id, me.RequiredId, course.AuthorityId, new Dictionary<string, string> { ["there"] = FormattableString.Invariant($"{wanted.Count}") }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await ReadAsync(id, cancellationToken);
    }

    /// <summary>Certificates for those who have been there enough and have none for this session. May be done again after the list is mended.</summary>
    public async Task<Outcome<int>> CertifyAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not (var session, var course)) return ReadSession.NoSuchSession;
        if (session.State == SessionState.Cancelled) return Problem.Conflict("Tillfället är inställt.");
        if (session.EndsAt > time.GetUtcNow()) return Problem.Conflict("Kursen är inte slut än.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await seats.HoldAsync(id, cancellationToken);
        if ((await ReadAsync(id, cancellationToken)).Failed(out var problem, out var attendance)) return problem;
        var completed = attendance.Lines.Where(line => line.Due).Select(line => line.Enrolment).ToList();
        var learners = await db.Enrolments.Where(one => completed.Contains(one.Id)).Join(db.Learners, one => one.LearnerId, learner => learner.Id, (one, learner) => learner).ToListAsync(cancellationToken);
        foreach (var learner in learners) certificates.Give(learner, course, id, session.EndsAt.StockholmDay(), me.RequiredId);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return learners.Count;
    }

    /// <summary>The code of a part as a picture, for the screen in the room.</summary>
    public async Task<Outcome<string>> QrAsync(Guid id, Guid part, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is not null && await db.Parts.AnyAsync(one => one.Id == part && one.SessionId == id, cancellationToken) ? codes.Svg(part) : ReadSession.NoSuchSession;

    private async Task<(CourseSession Session, Course Course)?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Sessions.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is { } session
        && await db.Courses.AsNoTracking().Within(me.Scope(TrainingPermissions.ManageCourses)).FirstOrDefaultAsync(one => one.Id == session.CourseId, cancellationToken) is { } course ? (session, course) : null;
}
