using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Seating;
using IdeSluss.Training.Features.Training.Tracks;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.MyTraining;

/// <summary>A step of one of my tracks, and how far I have come.</summary>
/// <param name="Done">I have a certificate for it that is valid.</param>
internal sealed record MyStep(string Code, string Title, string? EnglishTitle, decimal Hours, Necessity Necessity, int LessonsRead, int Lessons, bool Done);

internal sealed record MyTrack(RoleTrack Track, IReadOnlyList<MyStep> Steps);

/// <summary>A session I have enrolled in, coming or just over.</summary>
internal sealed record MyEnrolment(string Token, EnrolmentState State, string Code, string Title, string? EnglishTitle, DateTimeOffset StartsAt);

/// <summary>What the one who is logged in should and could learn, by their roles.</summary>
internal sealed class MyTraining(TrainingDbContext db, EnrolmentLinks links, CurrentUser me, TimeProvider time)
{
    private const int DaysBack = 90;
    private const int MostShown = 50;

    public async Task<IReadOnlyList<MyEnrolment>> EnrolmentsAsync(CancellationToken cancellationToken)
    {
        var (person, since) = (me.RequiredId, time.GetUtcNow().AddDays(-DaysBack));
        var rows = await db.Enrolments.AsNoTracking().Where(one => db.Learners.Any(learner => learner.Id == one.LearnerId && learner.PersonId == person))
            .Join(db.Sessions.Where(session => session.EndsAt > since), one => one.SessionId, session => session.Id, (enrolment, session) => new { Enrolment = enrolment, Session = session })
            .Join(db.Courses, row => row.Session.CourseId, course => course.Id, (row, course) => new { row.Enrolment, row.Session.StartsAt, course.Code, course.Title, course.EnglishTitle })
            .OrderBy(row => row.StartsAt).ThenBy(row => row.Enrolment.Id).Take(MostShown).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new MyEnrolment(links.TokenOf(row.Enrolment.Id), row.Enrolment.State, row.Code, row.Title, row.EnglishTitle, row.StartsAt))];
    }

    /// <summary>A course that several of my roles have stands with the first of them, as the most that any of them asks.</summary>
    public async Task<IReadOnlyList<MyTrack>> TracksAsync(CancellationToken cancellationToken)
    {
        var (person, today, tracks) = (me.RequiredId, time.StockholmToday(), TracksOfRoles.Of(me.Roles));
        var rows = await db.Steps.AsNoTracking().Where(step => tracks.Contains(step.Track))
            .Join(db.Courses.Where(course => course.State == CourseState.Published), step => step.CourseId, course => course.Id, (step, course) => new { Step = step, Course = course })
            .OrderBy(row => row.Step.Place).ThenBy(row => row.Course.Code)
            .Select(row => new
            {
                row.Step, row.Course.Code, row.Course.Title, row.Course.EnglishTitle, row.Course.Hours, Lessons = db.Lessons.Count(lesson => lesson.CourseId == row.Course.Id),
                Read = db.Readings.Count(one => one.PersonId == person && db.Lessons.Any(lesson => lesson.Id == one.LessonId && lesson.CourseId == row.Course.Id)),
                Done = db.Certificates.Any(one => one.CourseId == row.Course.Id && one.RevokedAt == null && one.Edition >= row.Course.OldestValidEdition && (one.ValidUntil == null || one.ValidUntil >= today) && db.Learners.Any(learner => learner.Id == one.LearnerId && learner.PersonId == person)),
            }).ToListAsync(cancellationToken);
        var most = rows.GroupBy(row => row.Step.CourseId).ToDictionary(group => group.Key, group => group.Min(row => row.Step.Necessity));
        var first = rows.GroupBy(row => row.Step.CourseId).ToDictionary(group => group.Key, group => group.Min(row => row.Step.Track));
        return [.. tracks.Select(track => new MyTrack(track, [.. rows.Where(row => row.Step.Track == track && first[row.Step.CourseId] == track).Select(row => new MyStep(row.Code, row.Title, row.EnglishTitle, row.Hours, most[row.Step.CourseId], row.Read, row.Lessons, row.Done))])).Where(track => track.Steps.Count > 0)];
    }
}
