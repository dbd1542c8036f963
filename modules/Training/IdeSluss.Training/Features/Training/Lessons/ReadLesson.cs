using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using IdeSluss.Training.Features.Training.ReadCourse;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Lessons;

/// <summary>A lesson with its way on.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="EnglishText">Null where there is none.</param>
/// <param name="Next">Null on the last one.</param>
/// <param name="Read">The one who asks has said so.</param>
internal sealed record PublicLesson(string Course, string CourseTitle, string? CourseEnglishTitle, int Number, string Title, string? EnglishTitle, int Minutes, string Text, string? EnglishText, LessonLine? Previous, LessonLine? Next, bool Read);

internal sealed class ReadLesson(TrainingDbContext db, CurrentUser me)
{
    public static readonly Problem NoSuchLesson = Problem.NotFound("Lektionen finns inte.");

    public async Task<Outcome<PublicLesson>> HandleAsync(string code, int number, CancellationToken cancellationToken)
    {
        var given = code.ToUpperInvariant();
        var found = await db.Courses.AsNoTracking().Readable().Where(course => course.Code == given)
            .Join(db.Lessons, course => course.Id, lesson => lesson.CourseId, (course, lesson) => new { Course = course, Lesson = lesson }).FirstOrDefaultAsync(pair => pair.Lesson.Number == number, cancellationToken);
        if (found is null) return NoSuchLesson;
        var (course, lesson) = (found.Course, found.Lesson);
        var lines = await db.Lessons.AsNoTracking().Where(one => one.CourseId == course.Id).OrderBy(one => one.Number).Select(one => new LessonLine(one.Number, one.Title, one.EnglishTitle, one.Minutes)).ToListAsync(cancellationToken);
        var read = me.Id is { } person && await db.Readings.AnyAsync(one => one.PersonId == person && one.LessonId == lesson.Id, cancellationToken);
        return new PublicLesson(course.Code, course.Title, course.EnglishTitle, lesson.Number, lesson.Title, lesson.EnglishTitle, lesson.Minutes, lesson.Text, lesson.EnglishText,
            lines.LastOrDefault(one => one.Number < number), lines.FirstOrDefault(one => one.Number > number), read);
    }
}
