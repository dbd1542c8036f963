using IdeSluss.Evaluation.Data;
using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

/// <summary>A development programme over some years: what it is to lead to, what is done, and what it costs. Each part is the answers to a form, as JSON.</summary>
internal sealed class Programme : IVersioned, IPlaced
{
    public const int LongestCode = 40;

    public required Guid Id { get; init; }

    /// <summary>In addresses. Never changes.</summary>
    public required string Code { get; init; }
    public required Guid AuthorityId { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>Purpose, days, and the budget of each year.</summary>
    public string Frame { get; set; } = "{}";

    /// <summary>Phases and activities.</summary>
    public string Work { get; set; } = "{}";

    /// <summary>From need to effect, with indicators on the way.</summary>
    public string Effects { get; set; } = "{}";

    /// <summary>Who takes part, and with what.</summary>
    public string Partners { get; set; } = "{}";
    public required DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>What was decided about the money of a later year. The latest holds; none is changed.</summary>
internal sealed class RenewalDecision
{
    public const int LongestName = 120;
    public const int LongestParagraph = 60;

    public required Guid Id { get; init; }
    public required Guid ProgrammeId { get; init; }

    /// <summary>Which year of the programme, from 2.</summary>
    public required int Year { get; init; }
    public required bool Granted { get; init; }

    /// <summary>Kronor; null when it was refused.</summary>
    public decimal? Amount { get; init; }
    public required DateOnly DecidedOn { get; init; }

    /// <summary>The nämnd or the funder.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>§ or the funder's number.</summary>
    public required string Paragraph { get; init; }
    public required Guid RecordedById { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

internal enum EntryKind
{
    /// <summary>Of the programme's money.</summary>
    Spending,

    /// <summary>What a partner has put in, as time, money or premises.</summary>
    Contribution,
}

/// <summary>A cost or a contribution that has been. One that was wrong is struck out, never taken away.</summary>
internal sealed class ProgrammeEntry
{
    public const int LongestText = 200;

    public required Guid Id { get; init; }
    public required Guid ProgrammeId { get; init; }
    public required EntryKind Kind { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Which year of the programme the day lies in.</summary>
    public required int Year { get; init; }

    /// <summary>For a contribution: the partner's name in the plan.</summary>
    public string? Partner { get; init; }
    public required string What { get; init; }

    /// <summary>Kronor.</summary>
    public required decimal Amount { get; init; }
    public required Guid RecordedById { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? StruckAt { get; set; }
    public Guid? StruckById { get; set; }
}

internal enum ReportKind
{
    /// <summary>While it runs.</summary>
    Status,
    Final,
}

/// <summary>What the programme tells its funder: three texts below the funder's own headings. Proposed from the plan, written by a person, and unchanged once it is sent.</summary>
internal sealed class ProgrammeReport : IVersioned
{
    public const int Texts = 3;

    /// <summary>Characters of each text.</summary>
    public const int LongestText = 1_500;

    public required Guid Id { get; init; }
    public required Guid ProgrammeId { get; init; }
    public required ReportKind Kind { get; init; }
    public required string[] Written { get; set; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required Guid ChangedById { get; set; }
    public DateOnly? SentOn { get; set; }
    public int Version { get; set; }
}
