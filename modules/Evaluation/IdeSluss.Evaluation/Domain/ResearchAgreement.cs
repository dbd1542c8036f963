using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

/// <summary>What a researcher may take out, for what and until when. Kept when it has ended: it says on what grounds each export was made.</summary>
internal sealed class ResearchAgreement : IVersioned
{
    public const int LongestPurpose = 1_000;
    public const int LongestReference = 100;
    public const int MostYears = 5;

    public required Guid Id { get; init; }
    public required Guid ResearcherId { get; init; }
    public required string Purpose { get; init; }

    /// <summary>Of the approval by Etikprövningsmyndigheten, or why none is needed.</summary>
    public required string EthicsReference { get; init; }

    /// <summary>Codes of <see cref="Features.Evaluation.Research.ResearchTable"/>.</summary>
    public required string[] Tables { get; init; }

    /// <summary>The last Swedish day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Which codebook was agreed on; after another an administrator must agree anew.</summary>
    public required string Codebook { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required Guid CreatedById { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Version { get; set; }

    public bool Holds(DateOnly today) => EndedAt is null && today <= EndsOn;
}

/// <summary>Somebody took out what an agreement lets them. Written before the first row leaves.</summary>
internal sealed class ResearchExport
{
    public required Guid Id { get; init; }
    public required Guid AgreementId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required int Rows { get; init; }
    public required string Codebook { get; init; }
}
