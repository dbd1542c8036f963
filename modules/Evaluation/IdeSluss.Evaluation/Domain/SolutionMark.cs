namespace IdeSluss.Evaluation.Domain;

/// <summary>
/// What a coach has said of an idea's solution, for statistics alone (<c>domain.md</c> 3.6, E19 and E20). Nothing that the case knows already says it: a service may be an app or a new way to meet, and teams are described in words.
/// </summary>
internal sealed class SolutionMark
{
    public const int LongestNature = 20;

    public required Guid IdeaId { get; init; }

    /// <summary>One of <c>SolutionNatures</c>; null where nobody has said.</summary>
    public string? Nature { get; init; }

    /// <summary>At least two professions or sectors work on it together; null where nobody has said.</summary>
    public bool? Crossing { get; init; }
    public required DateTimeOffset MarkedAt { get; init; }
    public required Guid MarkedById { get; init; }
}
