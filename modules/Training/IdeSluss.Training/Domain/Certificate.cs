using IdeSluss.Sdk.Data;

namespace IdeSluss.Training.Domain;

/// <summary>Someone has completed an edition of a course. It keeps what it said on that day, whatever becomes of the course.</summary>
internal sealed class Certificate : IVersioned
{
    public const int LongestReason = 500;

    public required Guid Id { get; init; }

    /// <summary>From a sequence; the number on the paper is made of it.</summary>
    public int Serial { get; init; }
    public required Guid LearnerId { get; init; }
    public required Guid CourseId { get; init; }

    /// <summary>Where it was completed; null when it was read on the web.</summary>
    public Guid? SessionId { get; init; }
    public required int Edition { get; init; }
    public required decimal Hours { get; init; }
    public required DateOnly CompletedOn { get; init; }

    /// <summary>Last day; null for always.</summary>
    public DateOnly? ValidUntil { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>It was given by mistake. It stays, so that the code on the paper still has an answer.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
    public Guid? RevokedById { get; set; }

    /// <summary>For the learner.</summary>
    public string? RevokedReason { get; set; }

    /// <summary>When the learner was told that it runs out.</summary>
    public DateTimeOffset? WarnedAt { get; set; }
    public int Version { get; set; }

    public bool IsValid(DateOnly today) => RevokedAt is null && (ValidUntil is null || ValidUntil >= today);
}
