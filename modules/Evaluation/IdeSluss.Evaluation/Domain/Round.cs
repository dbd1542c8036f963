using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

internal enum RoundEnd
{
    /// <summary>Everyone who was asked has sent.</summary>
    AllSent,

    /// <summary>Somebody closed it without the rest.</summary>
    ClosedEarly,

    /// <summary>The idea was decided on, or the decision that began it was taken back.</summary>
    IdeaMovedOn,
}

/// <summary>Those who judge an idea before one decision, each by themselves and all by the same version of a sheet.</summary>
internal sealed class Round : IVersioned
{
    public const int LongestText = 4_000;
    public const int MostReviewers = 12;

    public required Guid Id { get; init; }
    public required Guid IdeaId { get; init; }
    public required string CaseNumber { get; init; }
    public required string Gate { get; init; }
    public required Guid AuthorityId { get; init; }
    public Guid? UnitId { get; init; }
    public required Guid SheetId { get; init; }
    public required Guid SheetVersionId { get; init; }

    /// <summary>Until then the decision that began it can be taken back, and nobody sees it.</summary>
    public required DateTimeOffset OpensAt { get; init; }
    public required DateOnly LastDay { get; set; }

    /// <summary>How many judgements are wanted.</summary>
    public required int Wanted { get; set; }
    public Guid? StartedById { get; init; }

    /// <summary>The decision that began it, where a rule asks for a judgement after it.</summary>
    public Guid? DecisionId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; set; }
    public RoundEnd? End { get; set; }

    /// <summary>Those who judged it are far apart: they are to talk. Nothing is averaged away.</summary>
    public DateTimeOffset? TalkNeededAt { get; set; }
    public DateTimeOffset? TalkedAt { get; set; }
    public Guid? TalkedById { get; set; }

    /// <summary>They came to see it alike; or it stays as it is, and the one who decides knows.</summary>
    public bool? Agreed { get; set; }

    /// <summary>What they came to.</summary>
    public string? TalkText { get; set; }
    public int Version { get; set; }

    public bool TalkWaits => TalkNeededAt is not null && TalkedAt is null;
}

internal enum ReviewState
{
    /// <summary>Asked, and perhaps begun.</summary>
    Waiting,
    Sent,

    /// <summary>Said no, with a reason.</summary>
    Declined,

    /// <summary>No longer asked.</summary>
    Withdrawn,

    /// <summary>The person no longer judges here.</summary>
    Left,
}

/// <summary>One person's judgement.</summary>
internal sealed class Review : IVersioned
{
    public const int LongestReason = 1_000;

    public required Guid Id { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid ReviewerId { get; init; }

    /// <summary>Where the person worked when asked.</summary>
    public Guid? UnitId { get; init; }
    public ReviewState State { get; set; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The one who could not, where this one judges instead.</summary>
    public Guid? InsteadOfId { get; init; }

    /// <summary>By criterion, as JSON.</summary>
    public string Answers { get; set; } = "{}";

    /// <summary>Weighted mean of the steps, 1 to 5; set when it is sent.</summary>
    public decimal? Score { get; set; }

    /// <summary>Keys of the knock-out questions that were answered against the idea.</summary>
    public string[] Stops { get; set; } = [];
    public DateTimeOffset? SentAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why not.</summary>
    public string? Reason { get; set; }
    public DateOnly? RemindedOn { get; set; }

    /// <summary>The question itself, which waits while the decision that led to it can be taken back.</summary>
    public Guid? MailId { get; set; }
    public int Version { get; set; }
}
