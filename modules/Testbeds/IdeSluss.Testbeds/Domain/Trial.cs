using IdeSluss.Sdk.Data;

namespace IdeSluss.Testbeds.Domain;

internal enum TrialStatus
{
    /// <summary>Decided on; something may be missing before it can start.</summary>
    Preparing,
    Running,

    /// <summary>Nothing more is collected; the result is awaited.</summary>
    Ended,

    /// <summary>Closed with its result.</summary>
    Closed,

    /// <summary>The decision was taken back, or the idea went on without it.</summary>
    Cancelled,
}

/// <summary>
/// A test (<c>domain.md</c> 2.3): one idea tried once, made by the decision to test. The plan stays in the case's forms; what it said on the day of the start is copied here,
/// so that a later change of the forms does not change what was promised to those who take part.
/// </summary>
internal sealed class Trial : IVersioned
{
    public const int LongestNumber = 60;
    public const int LongestText = 2_000;
    public const int LongestLine = 200;

    public required Guid Id { get; init; }

    /// <summary>The case's number and which test of it: <c>25IDE142-T1</c>.</summary>
    public required string Number { get; init; }

    /// <summary>From 1.</summary>
    public required int Round { get; init; }
    public required Guid IdeaId { get; init; }
    public required string CaseNumber { get; init; }
    public required Guid DecisionId { get; init; }

    /// <summary>Until then the decision can be taken back, and the test cannot start.</summary>
    public required DateTimeOffset ReadyFrom { get; init; }
    public required Guid AuthorityId { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>The unit that has promised to receive the result; it may follow the test.</summary>
    public Guid? ReceivingUnitId { get; set; }
    public string? Track { get; init; }

    /// <summary>The case's public title.</summary>
    public string? Title { get; set; }
    public TrialStatus Status { get; set; }

    /// <summary>The decision that made it needless; taken back, the test is there again.</summary>
    public Guid? CancelledByDecisionId { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who leads it, and alone sees who takes part.</summary>
    public Guid? LeadId { get; set; }

    /// <summary>Where it is tried; null when that is at the unit's own place.</summary>
    public Guid? TestbedId { get; set; }

    /// <summary>Where else, in a few words.</summary>
    public string? OwnPlace { get; set; }

    /// <summary>How people were asked, and how it was made easy to say no. No names.</summary>
    public string? Recruitment { get; set; }

    // As the plan said on the day of the start.
    public string? Tries { get; set; }
    public string? StopRule { get; set; }
    public DateOnly? LastDay { get; set; }
    public bool InvolvesPeople { get; set; }

    /// <summary>The day on which the contact data of those who take part is removed at the latest.</summary>
    public DateOnly? ContactsUntil { get; set; }

    public DateTimeOffset? StartedAt { get; set; }
    public Guid? StartedById { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public bool EndedEarly { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>What title and lesson are found by once it is closed.</summary>
    public string[] Terms { get; set; } = [];
    public int Version { get; set; }

    /// <summary>What happens to it can still be written down.</summary>
    public bool CanBeLogged => Status is TrialStatus.Running or TrialStatus.Ended;
}

/// <summary>A measure of the plan, as it was on the day of the start.</summary>
internal sealed class TrialMeasure
{
    public required Guid Id { get; init; }
    public required Guid TrialId { get; init; }
    public required int Order { get; init; }
    public required string Name { get; init; }
    public string? Unit { get; init; }
    public decimal? Baseline { get; init; }
    public bool HigherIsBetter { get; init; }

    /// <summary>The value at which the test has succeeded.</summary>
    public decimal? Limit { get; init; }

    // The result; null until somebody has measured.
    public decimal? Result { get; set; }

    /// <summary>Number of measurements or answers behind it.</summary>
    public int? Count { get; set; }
    public string? Uncertainty { get; set; }
    public string? Source { get; set; }
    public DateTimeOffset? MeasuredAt { get; set; }
}

/// <summary>
/// On which legal basis a kind of personal data is processed (GDPR), as the plan said on the day of the start. Another thing than <see cref="ParticipationConsent"/>: who
/// withdraws from the test does not change the basis, and the basis makes nobody a participant.
/// </summary>
internal sealed class ProcessingBasis
{
    public required Guid Id { get; init; }
    public required Guid TrialId { get; init; }
    public required string What { get; init; }
    public required string Purpose { get; init; }

    /// <summary>Code of the plan's form: <c>allmant-intresse</c>.</summary>
    public required string Basis { get; init; }
    public required string Readers { get; init; }
    public required string Place { get; init; }
    public DateOnly? RemovedBy { get; init; }
}
