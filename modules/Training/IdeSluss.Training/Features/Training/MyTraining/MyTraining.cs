using IdeSluss.Sdk.Security;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Tracks;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.MyTraining;

/// <summary>A step of one of my tracks, and how far I have come.</summary>
internal sealed record MyStep(string Code, string Title, string? EnglishTitle, decimal Hours, Necessity Necessity, int LessonsRead, int Lessons);

internal sealed record MyTrack(RoleTrack Track, IReadOnlyList<MyStep> Steps);

/// <summary>What the one who is logged in should and could learn, by their roles.</summary>
internal sealed class MyTraining(TrainingDbContext db, CurrentUser me)
{
    public async Task<IReadOnlyList<MyTrack>> TracksAsync(CancellationToken cancellationToken)
    {
        var (person, tracks) = (me.RequiredId, TracksOfRoles.Of(me.Roles));
        var rows = await db.Steps.AsNoTracking().Where(step => tracks.Contains(step.Track))
            .Join(db.Courses.Where(course => course.State == CourseState.Published), step => step.CourseId, course => course.Id, (step, course) => new { Step = step, Course = course })
            .OrderBy(row => row.Step.Place).ThenBy(row => row.Course.Code)
            .Select(row => new
            {
                row.Step, row.Course.Code, row.Course.Title, row.Course.EnglishTitle, row.Course.Hours, Lessons = db.Lessons.Count(lesson => lesson.CourseId == row.Course.Id),
                Read = db.Readings.Count(one => one.PersonId == person && db.Lessons.Any(lesson => lesson.Id == one.LessonId && lesson.CourseId == row.Course.Id)),
            }).ToListAsync(cancellationToken);
        return [.. tracks.Select(track => new MyTrack(track, [.. rows.Where(row => row.Step.Track == track).Select(row => new MyStep(row.Code, row.Title, row.EnglishTitle, row.Hours, row.Step.Necessity, row.Read, row.Lessons))]))];
    }
}
