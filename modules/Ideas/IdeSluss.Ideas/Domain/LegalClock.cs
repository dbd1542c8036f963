using IdeSluss.Sdk.Data;

namespace IdeSluss.Ideas.Domain;

/// <summary>A time that a law sets for a case or a report, apart from the promise to the submitter. It never stops by itself: a person stops it, with the reason.</summary>
internal sealed class LegalClock : IVersioned
{
    public const int MostNote = 1_000;

    public Guid Id { get; init; }

    /// <summary>Null for what is no case: a report about accessibility has its id in <see cref="ReportId"/>.</summary>
    public Guid? IdeaId { get; init; }
    public Guid? ReportId { get; init; }

    /// <summary>Who answers for it when there is no case to ask.</summary>
    public Guid AuthorityId { get; init; }

    /// <summary>Code of the kind, and its name as it was when it began: a plugin that is gone must not take the name with it.</summary>
    public required string Kind { get; init; }
    public required string KindName { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The Swedish day it counts from; null while nobody has entered it.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Who entered the day; null when the system knew it.</summary>
    public Guid? StartedById { get; set; }
    public DateOnly? Due { get; set; }
    public DateOnly? ExtendedOn { get; set; }
    public string? ExtensionNote { get; set; }
    public DateTimeOffset? WarnedEarlyAt { get; set; }
    public DateTimeOffset? WarnedLateAt { get; set; }
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>Null only when the decision that started it was taken back.</summary>
    public Guid? StoppedById { get; set; }
    public LegalClockStop? Stop { get; set; }
    public string? StopNote { get; set; }
    public int Version { get; set; }

    public bool Runs => StoppedAt is null;
}

internal enum LegalClockStop
{
    /// <summary>Decided or answered: what the law asks for is done.</summary>
    Done,
    HandedOver,
    Withdrawn,

    /// <summary>The law does not apply after all.</summary>
    NotApplicable,

    /// <summary>The decision that started it was taken back.</summary>
    TakenBack,
}
