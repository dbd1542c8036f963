using IdeSluss.Evaluation.Data;
using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

internal enum ReconsiderationState
{
    Waiting,

    /// <summary>The decision is not changed.</summary>
    Stands,

    /// <summary>The case is back where the decision was taken.</summary>
    Changed,
}

/// <summary>One no that its submitter has asked somebody else to look at. There is one for each decision, ever.</summary>
internal sealed class Reconsideration : IVersioned, IPlaced
{
    public const int LongestText = 4_000;

    public required Guid Id { get; init; }
    public required Guid DecisionId { get; init; }
    public required Guid IdeaId { get; init; }
    public required string CaseNumber { get; init; }
    public required string Gate { get; init; }

    /// <summary>Where those who decide are looked for.</summary>
    public required Guid AuthorityId { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>Who said no, and in which role.</summary>
    public Guid? FirstDeciderId { get; init; }
    public required string FirstDecidedAs { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Null for a submitter without an account.</summary>
    public Guid? AskedById { get; init; }

    /// <summary>Why it should be changed, in the submitter's words.</summary>
    public required string Reason { get; init; }
    public required DateOnly AnswerBy { get; init; }

    /// <summary>Who has been asked to reconsider it; a colleague with the same power may do it too. Null while nobody can.</summary>
    public Guid? DeciderId { get; set; }
    public DateOnly? RemindedOn { get; set; }
    public ReconsiderationState State { get; set; }
    public Guid? DecidedById { get; set; }
    public string? DecidedAs { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The reasons (FL 32 §), in words for the submitter.</summary>
    public string? Motivation { get; set; }
    public int Version { get; set; }
}
