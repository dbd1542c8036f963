using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Approve;

/// <summary>Someone of mine who wants to take a course.</summary>
internal sealed record ToApprove(Guid Id, string Name, string Where, string Course, string Title, string? EnglishTitle, decimal Hours, Guid Session, DateTimeOffset StartsAt, DateTimeOffset EnrolledAt);

/// <summary>
/// A manager says yes or no. Any manager whose scope covers where the learner works may, not only the one who got the mail: the question must not wait for someone who is away. Nobody answers
/// for themselves.
/// </summary>
internal sealed class ApproveEnrolments(TrainingDbContext db, SeatGiving seats, EnrolmentMail mail, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    private const int MostShown = 100;

    private static readonly Problem NoSuchRequest = Problem.NotFound("Frågan finns inte, eller så gäller den någon som du inte är chef för.");

    public async Task<IReadOnlyList<ToApprove>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await Mine(db.Learners.AsNoTracking()).Join(db.Enrolments.Where(one => one.State == EnrolmentState.Requested), learner => learner.Id, one => one.LearnerId, (learner, enrolment) => new { Learner = learner, Enrolment = enrolment })
            .Join(db.Sessions, row => row.Enrolment.SessionId, session => session.Id, (row, session) => new { row.Learner, row.Enrolment, Session = session })
            .Join(db.Courses, row => row.Session.CourseId, course => course.Id, (row, course) => new { row.Learner, row.Enrolment, row.Session, Course = course })
            .OrderBy(row => row.Session.StartsAt).ThenBy(row => row.Enrolment.Id).Take(MostShown).ToListAsync(cancellationToken);
        var shown = new List<ToApprove>();
        foreach (var row in rows)
            shown.Add(new(row.Enrolment.Id, row.Learner.Name, await organisation.PlaceNameAsync(row.Learner.AuthorityId, row.Learner.UnitId, cancellationToken), row.Course.Code, row.Course.Title, row.Course.EnglishTitle, row.Course.Hours,
                row.Session.Id, row.Session.StartsAt, row.Enrolment.EnrolledAt));
        return shown;
    }

    public async Task<Outcome<EnrolmentState>> DecideAsync(Guid id, bool yes, CancellationToken cancellationToken)
    {
        if (await db.Enrolments.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && Mine(db.Learners).Any(learner => learner.Id == one.LearnerId), cancellationToken) is not { } asked) return NoSuchRequest;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var session = (await seats.HoldAsync(asked.SessionId, cancellationToken))!;
        var enrolment = await db.Enrolments.FirstAsync(one => one.Id == id, cancellationToken);
        if (enrolment.State != EnrolmentState.Requested) return Problem.Conflict("Frågan är redan besvarad.");
        if (session.State != SessionState.Open || session.StartsAt <= time.GetUtcNow()) return Problem.Conflict("Tillfället har börjat eller är inställt.");
        (enrolment.ApproverId, enrolment.DecidedAt) = (me.RequiredId, time.GetUtcNow());
        if (yes)
        {
            await seats.SeatAsync(session, enrolment, cancellationToken);
        }
        else
        {
            enrolment.State = EnrolmentState.Declined;
            await mail.TellStateAsync(enrolment, session, cancellationToken);
        }

        db.Audit(new(yes ? "training.enrolment-approved" : "training.enrolment-declined", "enrolment", id, me.RequiredId, Facts: new Dictionary<string, string> { ["state"] = enrolment.State.ToString() }));
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return enrolment.State;
    }

    private IQueryable<Learner> Mine(IQueryable<Learner> learners)
    {
        var person = me.RequiredId;
        return learners.Within(me.Scope(TrainingPermissions.ApproveEnrolments)).Where(learner => learner.PersonId != person);
    }
}
