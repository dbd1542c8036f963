using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.EditCourse;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Office;

internal sealed record OfficeLine(string Code, string Title, CourseKind Kind, CourseState State, int Edition, int Lessons, DateTimeOffset ChangedAt);

/// <summary>A course as those who look after it see it.</summary>
internal sealed record OfficeCourse(string Code, CourseRecord Record, CourseState State, int Edition, string Authority, DateTimeOffset ChangedAt, IReadOnlyList<OfficeLesson> Lessons, IReadOnlyList<OfficeMaterial> Materials, int Version);

internal sealed record OfficeLesson(int Number, string Title, int Minutes, DateTimeOffset ChangedAt);

/// <param name="Editions">How many times it has been replaced, the first one included.</param>
internal sealed record OfficeMaterial(Guid Id, string Name, bool Active, bool IsLink, int Editions, DateTimeOffset AddedAt, DateOnly? AccessibilityCheckedOn);

/// <summary>Courses for those who look after them, within their scope.</summary>
internal sealed class OfficeCourses(TrainingDbContext db, IOrganisation organisation, CurrentUser me)
{
    public const int PageSize = 50;

    public async Task<Page<OfficeLine>> ListAsync(string? after, CancellationToken cancellationToken)
    {
        var courses = db.Courses.AsNoTracking().Within(me.Scope(TrainingPermissions.ManageCourses));
        if (!string.IsNullOrEmpty(after)) courses = courses.Where(course => db.Courses.Any(one => one.Code == after && EF.Functions.GreaterThan(ValueTuple.Create(course.Code, course.Id), ValueTuple.Create(one.Code, one.Id))));
        var rows = await courses.OrderBy(course => course.Code).Take(PageSize + 1)
            .Select(course => new OfficeLine(course.Code, course.Title, course.Kind, course.State, course.Edition, db.Lessons.Count(lesson => lesson.CourseId == course.Id), course.ChangedAt)).ToListAsync(cancellationToken);
        return new([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Code : null);
    }

    public async Task<Outcome<OfficeCourse>> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.Courses.AsNoTracking().Within(me.Scope(TrainingPermissions.ManageCourses)).FirstOrDefaultAsync(one => one.Code == code, cancellationToken) is not { } course) return CourseScope.NoSuchCourse;
        var authority = (await organisation.AuthorityAsync(course.AuthorityId, cancellationToken))!;
        var lessons = await db.Lessons.AsNoTracking().Where(lesson => lesson.CourseId == course.Id).OrderBy(lesson => lesson.Number).Select(lesson => new OfficeLesson(lesson.Number, lesson.Title, lesson.Minutes, lesson.ChangedAt)).ToListAsync(cancellationToken);
        var materials = await db.Materials.AsNoTracking().Where(material => material.CourseId == course.Id).OrderByDescending(material => material.Active).ThenBy(material => material.Name).ThenBy(material => material.Id)
            .Select(material => new { Material = material, Edition = db.MaterialEditions.Where(edition => edition.MaterialId == material.Id).OrderByDescending(edition => edition.Number).First() }).Take(Material.MostPerCourse).ToListAsync(cancellationToken);
        return new OfficeCourse(course.Code, course.ToRecord(authority.Code), course.State, course.Edition, authority.Name, course.ChangedAt, lessons,
            [.. materials.Select(row => new OfficeMaterial(row.Material.Id, row.Material.Name, row.Material.Active, row.Edition.FileId is null, row.Edition.Number, row.Edition.AddedAt, row.Edition.AccessibilityCheckedOn))], course.Version);
    }
}
