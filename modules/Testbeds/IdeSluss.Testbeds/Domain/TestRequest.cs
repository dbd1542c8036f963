using IdeSluss.Sdk.Data;

namespace IdeSluss.Testbeds.Domain;

internal enum PartnerKind
{
    Company,
    University,
    SciencePark,
    Association,
    PublicAuthority,
}

internal enum TestRequestStatus
{
    Waiting,
    Accepted,
    Declined,
}

/// <summary>Someone outside the municipality asks to try something in a test bed. What they may know, everyone may know: it stands on the page where they ask.</summary>
internal sealed class TestRequest : IVersioned
{
    public const int LongestLine = 200;
    public const int LongestText = 4_000;

    /// <summary>Working days in which the one who answers for the test bed answers.</summary>
    public const int AnswerDays = 15;

    public required Guid Id { get; init; }
    public required Guid TestbedId { get; init; }
    public required Guid AuthorityId { get; init; }
    public Guid? UnitId { get; init; }
    public required string Organisation { get; init; }
    public required PartnerKind Kind { get; init; }

    // The person to talk to; forgotten a year after the answer.
    public string? ContactName { get; set; }
    public string? Email { get; set; }

    /// <summary>What is to be tried, and what need it meets.</summary>
    public required string What { get; init; }

    /// <summary>Ties to somebody who works here, or to a procurement that is under way or planned.</summary>
    public required bool HasConflict { get; init; }
    public string? Conflict { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required DateOnly AnswerBy { get; init; }
    public TestRequestStatus Status { get; set; }
    public string? Answer { get; set; }
    public Guid? AnsweredById { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public int Version { get; set; }
}
