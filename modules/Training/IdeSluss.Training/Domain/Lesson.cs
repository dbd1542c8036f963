using IdeSluss.Sdk.Data;

namespace IdeSluss.Training.Domain;

/// <summary>Part of a course that is read on the web.</summary>
internal sealed class Lesson : IVersioned
{
    public const int LongestText = 30_000;
    public const int MostPerCourse = 30;

    public required Guid Id { get; init; }
    public required Guid CourseId { get; init; }

    /// <summary>From 1, in the order they are read. Never changes, so that links hold.</summary>
    public required int Number { get; init; }
    public required string Title { get; set; }
    public string? EnglishTitle { get; set; }

    /// <summary>How long it takes to read.</summary>
    public int Minutes { get; set; }

    /// <summary>Markdown, in Swedish.</summary>
    public required string Text { get; set; }

    /// <summary>Markdown; where there is none, English readers get the Swedish one.</summary>
    public string? EnglishText { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>Someone has read a lesson to its end.</summary>
internal sealed class LessonReading
{
    public required Guid PersonId { get; init; }
    public required Guid LessonId { get; init; }
    public required DateTimeOffset ReadAt { get; init; }
}
