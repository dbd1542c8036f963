using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.ReadCourse;

/// <summary>A course as everyone may read it.</summary>
/// <param name="Given">False for one that is no longer given.</param>
internal sealed record PublicCourse(
    string Code, string Title, string? EnglishTitle, string Purpose, string? EnglishPurpose, CourseKind Kind, CourseLevel Level, decimal Hours, string Language, IReadOnlyList<string> Outcomes, IReadOnlyList<string> EnglishOutcomes,
    string? Accessibility, string? EnglishAccessibility, int Edition, int? ValidityMonths, bool ManagerApproves, bool CompletedByReading, bool Given,
    IReadOnlyList<CourseReference> Prerequisites, IReadOnlyList<TrackNeed> Tracks, IReadOnlyList<LessonLine> Lessons, IReadOnlyList<MaterialLine> Materials, int Version);

internal sealed record CourseReference(string Code, string Title, string? EnglishTitle);

internal sealed record TrackNeed(RoleTrack Track, Necessity Necessity);

internal sealed record LessonLine(int Number, string Title, string? EnglishTitle, int Minutes);

/// <param name="Address">Of a link; null for a file, which is fetched by the material's id.</param>
/// <param name="AccessibilityCheckedOn">Null when nobody has checked that it can be read with aids.</param>
internal sealed record MaterialLine(Guid Id, string Name, string Language, Licence Licence, string? Author, string? Address, string? FileName, long? Bytes, int Edition, DateOnly? AccessibilityCheckedOn);

internal sealed class ReadCourse(TrainingDbContext db, IFiles files)
{
    public async Task<Outcome<PublicCourse>> HandleAsync(string code, CancellationToken cancellationToken)
    {
        var given = code.ToUpperInvariant();
        if (await db.Courses.AsNoTracking().Readable().FirstOrDefaultAsync(one => one.Code == given, cancellationToken) is not { } course) return CourseScope.NoSuchCourse;
        var needed = await db.Courses.AsNoTracking().Readable().Where(one => course.Prerequisites.Contains(one.Code)).OrderBy(one => one.Code).Select(one => new CourseReference(one.Code, one.Title, one.EnglishTitle)).ToListAsync(cancellationToken);
        var tracks = await db.Steps.AsNoTracking().Where(step => step.CourseId == course.Id).ToListAsync(cancellationToken);
        var lessons = await db.Lessons.AsNoTracking().Where(lesson => lesson.CourseId == course.Id).OrderBy(lesson => lesson.Number)
            .Select(lesson => new LessonLine(lesson.Number, lesson.Title, lesson.EnglishTitle, lesson.Minutes)).Take(Lesson.MostPerCourse).ToListAsync(cancellationToken);
        return new PublicCourse(
            course.Code, course.Title, course.EnglishTitle, course.Purpose, course.EnglishPurpose, course.Kind, course.Level, course.Hours, course.Language, course.Outcomes, course.EnglishOutcomes, course.Accessibility,
            course.EnglishAccessibility, course.Edition, course.ValidityMonths, course.ManagerApproves, course.CompletedByReading, course.State == CourseState.Published, needed,
            [.. tracks.OrderBy(step => step.Necessity).ThenBy(step => step.Track).Select(step => new TrackNeed(step.Track, step.Necessity))], lessons, await MaterialsAsync(course.Id, cancellationToken), course.Version);
    }

    /// <summary>The file of a material as it is now; none for a link and for what is not shown.</summary>
    public async Task<Outcome<StoredFile>> FileAsync(string code, Guid material, CancellationToken cancellationToken)
    {
        var file = await db.Courses.AsNoTracking().Readable().Where(course => course.Code == code)
            .Join(db.Materials, course => course.Id, one => one.CourseId, (course, one) => one).Where(one => one.Id == material && one.Active)
            .Select(one => db.MaterialEditions.Where(edition => edition.MaterialId == one.Id).OrderByDescending(edition => edition.Number).Select(edition => edition.FileId).First()).FirstOrDefaultAsync(cancellationToken);
        return file is { } id && await files.FindAsync(id, cancellationToken) is { } stored ? stored : Problem.NotFound("Materialet finns inte.");
    }

    private async Task<IReadOnlyList<MaterialLine>> MaterialsAsync(Guid course, CancellationToken cancellationToken)
    {
        var rows = await db.Materials.AsNoTracking().Where(material => material.CourseId == course && material.Active).OrderBy(material => material.Name).ThenBy(material => material.Id).Take(Material.MostPerCourse)
            .Select(material => new { Material = material, Edition = db.MaterialEditions.Where(edition => edition.MaterialId == material.Id).OrderByDescending(edition => edition.Number).First() }).ToListAsync(cancellationToken);
        var stored = await files.FindAsync([.. rows.Where(row => row.Edition.FileId is not null).Select(row => row.Edition.FileId!.Value)], cancellationToken);
        return [.. rows.Select(row =>
        {
            var file = row.Edition.FileId is { } id ? stored.GetValueOrDefault(id) : null;
            return new MaterialLine(row.Material.Id, row.Material.Name, row.Material.Language, row.Material.Licence, row.Material.Author, row.Edition.Address, file?.Name, file?.Length, row.Edition.Number, row.Edition.AccessibilityCheckedOn);
        })];
    }
}
