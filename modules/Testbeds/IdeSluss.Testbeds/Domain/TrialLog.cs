using IdeSluss.Sdk.Data;
using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Testbeds.Domain;

/// <summary>A line of a test's log. Kept as written; a deviation can be cleared up.</summary>
internal sealed class TrialLogEntry : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid TrialId { get; init; }
    public required TrialLogKind Kind { get; init; }
    public required DateOnly Day { get; init; }
    public string? Text { get; init; }

    /// <summary>Kronor of a cost, 1 to 7 of usability.</summary>
    public decimal? Value { get; init; }

    /// <summary>Number of a deviation in the quality system, or the clause of EN 301 549.</summary>
    public string? Reference { get; init; }

    /// <summary>Whom it is about; cleared when that person withdraws.</summary>
    public Guid? ParticipantId { get; set; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>What was done about a deviation; null while it is open.</summary>
    public string? Action { get; set; }
    public DateTimeOffset? ClearedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>What a test came to. A no is kept as a yes is: it is what the next one needs.</summary>
internal sealed class TrialResult
{
    public required Guid TrialId { get; init; }
    public required TrialVerdict Verdict { get; init; }
    public required TrialRecommendation Recommendation { get; init; }
    /// <summary>Null in track Liten, like the three that follow: one sentence on how it went is enough there.</summary>
    public string? Why { get; init; }

    /// <summary>What it meant for women and for men.</summary>
    public string? Equality { get; init; }

    /// <summary>What those who work there say.</summary>
    public string? StaffView { get; init; }

    // The lesson, for everyone.
    public required string Tried { get; init; }
    public required string Went { get; init; }
    public string? Learnt { get; init; }
    public string? Otherwise { get; init; }
    public required Guid ClosedById { get; init; }
    public required DateTimeOffset At { get; init; }
}
