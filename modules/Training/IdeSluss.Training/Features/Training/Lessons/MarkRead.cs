using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Certificates;
using IdeSluss.Training.Features.Training.Seating;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Lessons;

/// <param name="Of">How many lessons the course has.</param>
internal sealed record ReadingProgress(int Read, int Of);

/// <summary>Someone who is logged in says that they have read a lesson. Saying it again changes nothing.</summary>
internal sealed class MarkRead(TrainingDbContext db, Learners learners, GiveCertificates certificates, CurrentUser me, TimeProvider time)
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

        var all = lessons.All(lesson => lesson.Read || lesson.Id == read.Id);
        if (all) await CompleteAsync(given, cancellationToken);
        return new ReadingProgress(lessons.Count(lesson => lesson.Read || lesson.Id == read.Id), lessons.Count);
    }

    /// <summary>Of a course that is completed by reading: a certificate, unless one for this edition is valid already, or was given for reading it and taken back.</summary>
    private async Task CompleteAsync(string code, CancellationToken cancellationToken)
    {
        var course = await db.Courses.AsNoTracking().FirstAsync(one => one.Code == code, cancellationToken);
        if (!course.CompletedByReading || course.State != CourseState.Published) return;
        var (learner, today) = (await learners.MeAsync(cancellationToken), time.StockholmToday());
        if (await db.Certificates.AnyAsync(one => one.LearnerId == learner.Id && one.CourseId == course.Id && one.Edition == course.Edition && (one.RevokedAt == null ? one.ValidUntil == null || one.ValidUntil >= today : one.SessionId == null), cancellationToken)) return;
        certificates.Give(learner, course, null, today, me.RequiredId);
        // Pressed twice at once: the other one has given the same.
        await db.TryAddAsync(cancellationToken);
    }
}
