namespace IdeSluss.Training.Domain;

/// <summary>An action requires a course. Without rules nothing is required.</summary>
internal sealed class CompetenceRule
{
    public const int LongestAction = 80;

    /// <summary>Code of a <see cref="Contracts.CompetenceAction"/>.</summary>
    public required string Action { get; init; }
    public required Guid CourseId { get; init; }
}

/// <summary>A manager lets someone do without a course for a time. Never changed: it ends by its day, or earlier by whoever ends it.</summary>
internal sealed class Dispensation
{
    public const int MostDays = 183;
    public const int LongestReason = 500;

    public required Guid Id { get; init; }
    public required Guid LearnerId { get; init; }
    public required Guid CourseId { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }
    public required string Reason { get; init; }
    public required Guid GivenById { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsValid(DateOnly today) => EndedAt is null && Until >= today;
}
