using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Enrol;

/// <summary>Enrols one learner in a session that is held: the rules that are the same whoever does it.</summary>
internal sealed class Enrolling(TrainingDbContext db, Learners learners, SeatGiving seats, EnrolmentMail mail, CurrentUser me, TimeProvider time)
{
    /// <summary>A session in which one can enrol now, held for the rest of the transaction, and its course.</summary>
    public async Task<Outcome<(CourseSession Session, Course Course)>> HoldOpenAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await seats.HoldAsync(id, cancellationToken) is not { } session || session.State == SessionState.Draft) return ReadSession.NoSuchSession;
        var course = await db.Courses.AsNoTracking().FirstAsync(one => one.Id == session.CourseId, cancellationToken);
        if (course.State != CourseState.Published) return ReadSession.NoSuchSession;
        if (EnrolmentRules.Refusal(session, time.GetUtcNow()) is { } refusal) return refusal;
        return (session, course);
    }

    /// <summary>Saves; the session must be held.</summary>
    /// <param name="byManager">A manager has said yes by doing it.</param>
    public async Task<Outcome<Enrolment>> AddAsync(CourseSession session, Course course, Learner learner, bool byManager, CancellationToken cancellationToken)
    {
        var own = learner.PersonId == me.Id;
        if (await db.Enrolments.AnyAsync(one => one.SessionId == session.Id && one.LearnerId == learner.Id && EnrolmentStates.Living.Contains(one.State), cancellationToken)) return own ? Problem.Conflict("Du är redan anmäld till det här tillfället.") : Problem.Conflict("Redan anmäld till det här tillfället.");
        if (await OtherAtTheSameTimeAsync(session.Id, learner.Id, cancellationToken) is { } other) return other;
        var tracks = learners.TracksOf(learner);
        var required = await db.Steps.AnyAsync(step => step.CourseId == course.Id && step.Necessity == Necessity.Required && tracks.Contains(step.Track), cancellationToken);
        var enrolment = new Enrolment
        {
            Id = Guid.CreateVersion7(), SessionId = session.Id, LearnerId = learner.Id, State = EnrolmentState.Requested, Tracks = [.. tracks], Priority = required ? 0 : 1, EnrolledAt = time.GetUtcNow(), EnrolledById = own ? null : me.RequiredId,
        };
        if (course.ManagerApproves && !byManager)
        {
            if (await learners.ManagersOfAsync(learner, cancellationToken) is not [var manager, ..]) return Problem.Invalid(new FieldError("unit", "Var arbetar du: vi hittar ingen chef där som kan godkänna. Välj en annan enhet, eller hör av dig till dem som håller i kursen."));
            enrolment.ApproverId = manager.Id;
            mail.AskManager(manager, course, session);
            await mail.TellStateAsync(enrolment, session, cancellationToken);
        }
        else
        {
            if (course.ManagerApproves) (enrolment.ApproverId, enrolment.DecidedAt) = (me.RequiredId, time.GetUtcNow());
            await seats.SeatAsync(session, enrolment, cancellationToken);
        }

        db.Enrolments.Add(enrolment);
        db.Audit(new("training.enrolled", "enrolment", enrolment.Id, me.RequiredId, course.AuthorityId, new Dictionary<string, string> { ["session"] = session.Id.ToString(), ["state"] = enrolment.State.ToString() }));
        await db.SaveChangesAsync(cancellationToken);
        return enrolment;
    }

    /// <summary>Nobody can be in two places at once. Holds the learner, and finds another session in which they have a seat, or have asked for one, and whose parts overlap.</summary>
    public async Task<Problem?> OtherAtTheSameTimeAsync(Guid session, Guid learner, CancellationToken cancellationToken)
    {
        await learners.HoldAsync([learner], cancellationToken);
        var other = await (
            from mine in db.Parts
            from theirs in db.Parts
            join enrolment in db.Enrolments on theirs.SessionId equals enrolment.SessionId
            join held in db.Sessions on theirs.SessionId equals held.Id
            join course in db.Courses on held.CourseId equals course.Id
            where mine.SessionId == session && theirs.SessionId != session && enrolment.LearnerId == learner && held.State == SessionState.Open
                && (enrolment.State == EnrolmentState.Confirmed || enrolment.State == EnrolmentState.Requested) && mine.StartsAt < theirs.EndsAt && theirs.StartsAt < mine.EndsAt
            select course.Title).FirstOrDefaultAsync(cancellationToken);
        return other is null ? null : Problem.Conflict(new Text("Det krockar med {0}, som går samtidigt. Avboka den först, eller välj ett annat tillfälle.", other));
    }
}
