using System.Reflection;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.EditCourse;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Seeding;

/// <summary>Adds our courses that are missing, by code, and the tracks once: an administrator who has emptied a track has decided so.</summary>
internal sealed class CatalogueSeeder(TrainingDbContext db, IOrganisation organisation, TimeProvider time) : ISeeder
{
    public int Order => 100;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await db.Courses.AsNoTracking().Select(course => course.Code).ToListAsync(cancellationToken);
        var authority = (await organisation.ReceivingAuthorityAsync(cancellationToken)).Id;
        foreach (var seed in OwnCourses.All.Where(seed => !known.Contains(seed.Code))) await AddAsync(seed, authority, cancellationToken);
        await AddEnglishAsync(cancellationToken);
        if (known.Count == 0) AddTracks();
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AddAsync(CourseSeed seed, Guid authority, CancellationToken cancellationToken)
    {
        var course = new Course
        {
            Id = Guid.CreateVersion7(), Code = seed.Code, Title = seed.Title, EnglishTitle = seed.EnglishTitle, Purpose = seed.Purpose, EnglishPurpose = seed.EnglishPurpose, Kind = seed.Kind, Level = seed.Level, Hours = seed.Hours,
            Outcomes = [.. seed.Outcomes], EnglishOutcomes = [.. seed.EnglishOutcomes], Prerequisites = [.. seed.Prerequisites], Accessibility = OwnCourses.Accessibility, EnglishAccessibility = OwnCourses.EnglishAccessibility,
            AuthorityId = authority, ValidityMonths = seed.ValidityMonths, ManagerApproves = seed.ManagerApproves, CompletedByReading = seed.CompletedByReading, State = CourseState.Published, ChangedAt = time.GetUtcNow(),
        };
        course.SearchText = CourseWriting.SearchTextOf(course);
        db.Courses.Add(course);
        var text = await LessonTextAsync(seed.Code, cancellationToken);
        db.Lessons.Add(new() { Id = Guid.CreateVersion7(), CourseId = course.Id, Number = 1, Title = seed.Lesson, EnglishTitle = seed.EnglishLesson, Minutes = CourseWriting.MinutesToRead(text), Text = text, EnglishText = await LessonTextAsync("en." + seed.Code, cancellationToken), ChangedAt = time.GetUtcNow() });
    }

    /// <summary>To lessons that are there from before their English was, and that nobody has changed since.</summary>
    private async Task AddEnglishAsync(CancellationToken cancellationToken)
    {
        var own = OwnCourses.All.Select(seed => seed.Code).ToList();
        var bare = await db.Lessons.Where(lesson => lesson.Number == 1 && lesson.EnglishText == null && lesson.Version == 0).Join(db.Courses.Where(course => own.Contains(course.Code)), lesson => lesson.CourseId, course => course.Id, (lesson, course) => new { Lesson = lesson, course.Code }).ToListAsync(cancellationToken);
        foreach (var one in bare) one.Lesson.EnglishText = await LessonTextAsync("en." + one.Code, cancellationToken);
    }

    private void AddTracks()
    {
        var courses = db.Courses.Local.ToDictionary(course => course.Code, course => course.Id);
        foreach (var (track, required, recommended) in OwnCourses.Tracks)
        {
            var steps = required.Select(code => (code, Necessity.Required)).Concat(recommended.Select(code => (code, Necessity.Recommended)));
            db.Steps.AddRange(steps.Select((step, place) => new TrackStep { Track = track, CourseId = courses[step.code], Necessity = step.Item2, Place = (place + 1) * 10 }));
        }
    }

    private static async Task<string> LessonTextAsync(string code, CancellationToken cancellationToken)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var reader = new StreamReader(assembly.GetManifestResourceStream($"IdeSluss.Training.Lessons.{code}.1.md") ?? throw new InvalidOperationException($"The lesson of {code} is missing."));
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
