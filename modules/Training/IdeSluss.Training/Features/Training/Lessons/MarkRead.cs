using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Training.Data;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Lessons;

/// <param name="Of">How many lessons the course has.</param>
internal sealed record ReadingProgress(int Read, int Of);

/// <summary>Someone who is logged in says that they have read a lesson. Saying it again changes nothing.</summary>
internal sealed class MarkRead(TrainingDbContext db, CurrentUser me, TimeProvider time)
{
    public async Task<Outcome<ReadingProgress>> HandleAsync(string code, int number, CancellationToken cancellationToken)
    {
        var (person, given) = (me.RequiredId, code.ToUpperInvariant());
        var lessons = await db.Courses.AsNoTracking().Readable().Where(course => course.Code == given)
            .Join(db.Lessons, course => course.Id, lesson => lesson.CourseId, (course, lesson) => new { lesson.Id, lesson.Number, Read = db.Readings.Any(one => one.PersonId == person && one.LessonId == lesson.Id) }).ToListAsync(cancellationToken);
        if (lessons.Find(lesson => lesson.Number == number) is not { } read) return ReadLesson.NoSuchLesson;
        if (!read.Read)
        {
            db.Readings.Add(new() { PersonId = person, LessonId = read.Id, ReadAt = time.GetUtcNow() });
            // Pressed twice at once: the other one has written the same.
            await db.TryAddAsync(cancellationToken);
        }

        return new ReadingProgress(lessons.Count(lesson => lesson.Read || lesson.Id == read.Id), lessons.Count);
    }
}
