using IdeSluss.Sdk.Results;
using IdeSluss.Training.Domain;

namespace IdeSluss.Training.Features.Training.EditCourse;

/// <summary>Between the record as it is typed and the course as it is kept. The record has been checked.</summary>
internal static class CourseWriting
{
    private const int WordsPerMinute = 180;

    public static void Write(this Course course, CourseRecord record, Guid authority, DateTimeOffset now)
    {
        course.Title = record.Title!.Trim();
        course.EnglishTitle = record.EnglishTitle.OrNothing();
        course.Purpose = record.Purpose!.Trim();
        course.EnglishPurpose = record.EnglishPurpose.OrNothing();
        course.Kind = record.Kind!.Value;
        course.Level = record.Level!.Value;
        course.Hours = record.Hours!.Value;
        course.Language = string.IsNullOrEmpty(record.Language) ? "sv" : record.Language;
        course.Outcomes = [.. record.Outcomes];
        course.EnglishOutcomes = [.. record.EnglishOutcomes];
        course.Prerequisites = [.. record.Prerequisites.Distinct()];
        course.Accessibility = record.Accessibility.OrNothing();
        course.EnglishAccessibility = record.EnglishAccessibility.OrNothing();
        course.AuthorityId = authority;
        course.ValidityMonths = record.ValidityMonths;
        course.ManagerApproves = record.ManagerApproves;
        course.CompletedByReading = record.CompletedByReading;
        course.CompletionPercent = record.CompletionPercent ?? Completion.DefaultPercent;
        if (record.NewEdition) course.Edition++;
        course.OldestValidEdition = Math.Clamp(record.OldestValidEdition ?? course.OldestValidEdition, 1, course.Edition);
        course.SearchText = SearchTextOf(course);
        course.ChangedAt = now;
    }

    public static CourseRecord ToRecord(this Course course, string authority) => new()
    {
        Code = course.Code, Title = course.Title, EnglishTitle = course.EnglishTitle, Purpose = course.Purpose, EnglishPurpose = course.EnglishPurpose, Kind = course.Kind, Level = course.Level, Hours = course.Hours,
        Language = course.Language, Outcomes = [.. course.Outcomes], EnglishOutcomes = [.. course.EnglishOutcomes], Prerequisites = [.. course.Prerequisites], Accessibility = course.Accessibility,
        EnglishAccessibility = course.EnglishAccessibility, Authority = authority, ValidityMonths = course.ValidityMonths, ManagerApproves = course.ManagerApproves, CompletedByReading = course.CompletedByReading, CompletionPercent = course.CompletionPercent,
        OldestValidEdition = course.OldestValidEdition,
    };

    public static string SearchTextOf(Course course) =>
        string.Join(' ', new[] { course.Code, course.Title, course.EnglishTitle, course.Purpose, course.EnglishPurpose }.Concat(course.Outcomes).Concat(course.EnglishOutcomes)).ToLowerInvariant();

    public static int MinutesToRead(string text) => Math.Max(1, (int)Math.Ceiling(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length / (double)WordsPerMinute));
}
