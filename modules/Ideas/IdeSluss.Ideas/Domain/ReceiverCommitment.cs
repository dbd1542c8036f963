using IdeSluss.Sdk.Data;

namespace IdeSluss.Ideas.Domain;

/// <summary>
/// A unit asked to receive the result of a test, on stated terms: what happens after each outcome, and which time and money are set aside. The terms never change;
/// others are a new row, and the one before has ended.
/// </summary>
internal sealed class ReceiverCommitment : IVersioned
{
    public Guid Id { get; init; }
    public Guid IdeaId { get; init; }

    /// <summary>The unit that would receive, and the authority it belongs to: scope goes into every query by both.</summary>
    public Guid UnitId { get; init; }
    public Guid AuthorityId { get; init; }

    /// <summary>Null, like the two that follow, where deciding was accepting (track Liten): then the decision tells.</summary>
    public string? IfStopped { get; init; }
    public string? IfRetested { get; init; }
    public string? IfGoesOn { get; init; }

    /// <summary>Working hours set aside.</summary>
    public int? Hours { get; init; }

    /// <summary>Whole kronor set aside.</summary>
    public int? Money { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public Guid ProposedById { get; init; }

    /// <summary>The day by which the unit is asked to answer.</summary>
    public DateOnly AnswerBy { get; init; }

    /// <summary>The decision that was the acceptance (track Liten).</summary>
    public Guid? DecisionId { get; init; }
    public ReceiverStatus Status { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public Guid? AnsweredById { get; set; }
    public string? DeclineReason { get; set; }

    /// <summary>Another unit or other terms were proposed, or a decision made it needless: it no longer holds.</summary>
    public DateTimeOffset? EndedAt { get; set; }
    public Guid? EndedById { get; set; }
    public int Version { get; set; }

    public bool Holds => Status == ReceiverStatus.Accepted && EndedAt is null;
}

internal enum ReceiverStatus
{
    Proposed,
    Accepted,
    Declined,
}
