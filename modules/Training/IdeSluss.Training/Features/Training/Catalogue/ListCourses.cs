using IdeSluss.Sdk.Web;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Catalogue;

/// <param name="Search">Words or parts of words.</param>
internal sealed record CourseFilter(string? Search = null, RoleTrack? Track = null, CourseKind? Kind = null);

/// <summary>A course in the public list.</summary>
/// <param name="Necessity">For the track that the list is narrowed to; null without one.</param>
internal sealed record CourseLine(string Code, string Title, string? EnglishTitle, string Purpose, string? EnglishPurpose, CourseKind Kind, CourseLevel Level, decimal Hours, Necessity? Necessity, bool CompletedByReading);

/// <summary>The public catalogue: by code, or in a track's own order.</summary>
internal sealed class ListCourses(TrainingDbContext db)
{
    public const int PageSize = 30;

    /// <summary>More words than this are no search.</summary>
    private const int MostWords = 8;

    /// <param name="after"><see cref="Page{T}.Next"/> of the page before.</param>
    public async Task<Page<CourseLine>> FindAsync(CourseFilter filter, string? after, CancellationToken cancellationToken)
    {
        var courses = db.Courses.AsNoTracking().Where(course => course.State == CourseState.Published);
        if (filter.Kind is { } kind) courses = courses.Where(course => course.Kind == kind);
        foreach (var word in (filter.Search ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)) courses = courses.Where(course => course.SearchText.Contains(word));
        // The place in a track may be the same for two, so the code decides then.
        var rows = filter.Track is { } track
            ? from course in courses join step in db.Steps on course.Id equals step.CourseId where step.Track == track select new { Course = course, Necessity = (Necessity?)step.Necessity, step.Place }
            : from course in courses select new { Course = course, Necessity = (Necessity?)null, Place = 0 };
        if (!string.IsNullOrEmpty(after) && after.Split('.', 2) is [var number, var code] && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place))
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.Place, row.Course.Code), ValueTuple.Create(place, code)));
        var page = await rows.OrderBy(row => row.Place).ThenBy(row => row.Course.Code).Take(PageSize + 1).ToListAsync(cancellationToken);
        var lines = page.Take(PageSize).Select(row => new CourseLine(row.Course.Code, row.Course.Title, row.Course.EnglishTitle, row.Course.Purpose, row.Course.EnglishPurpose, row.Course.Kind, row.Course.Level, row.Course.Hours,
            row.Necessity, row.Course.CompletedByReading)).ToList();
        return new(lines, page.Count > PageSize ? FormattableString.Invariant($"{page[PageSize - 1].Place}.{page[PageSize - 1].Course.Code}") : null);
    }
}
