using IdeSluss.Sdk.Data;

namespace IdeSluss.Training.Domain;

internal enum CourseKind
{
    Course,
    Workshop,
    Lecture,
}

internal enum CourseLevel
{
    Basic,
    Advanced,
}

internal enum CourseState
{
    /// <summary>Seen by those who look after courses alone.</summary>
    Draft,
    Published,

    /// <summary>No longer given. Certificates and what happened stay.</summary>
    Retired,
}

/// <summary>Something one can learn (<c>domain.md</c> 4.1): what it is about, for how long, and what one can do afterwards.</summary>
internal sealed class Course : IVersioned
{
    public const int LongestCode = 12;
    public const int LongestTitle = 120;
    public const int LongestText = 2_000;
    public const int LongestLine = 300;
    public const int MostOutcomes = 10;

    public required Guid Id { get; init; }

    /// <summary>In addresses and on certificates: <c>POL-101</c>. Never changes.</summary>
    public required string Code { get; init; }
    public required string Title { get; set; }
    public string? EnglishTitle { get; set; }

    /// <summary>What it is for, in a few sentences.</summary>
    public required string Purpose { get; set; }
    public string? EnglishPurpose { get; set; }
    public CourseKind Kind { get; set; }
    public CourseLevel Level { get; set; }
    public decimal Hours { get; set; }

    /// <summary>BCP 47: the language that is spoken.</summary>
    public string Language { get; set; } = "sv";

    /// <summary>What one can do afterwards, a line each.</summary>
    public string[] Outcomes { get; set; } = [];
    public string[] EnglishOutcomes { get; set; } = [];

    /// <summary>Codes of courses that it builds on.</summary>
    public string[] Prerequisites { get; set; } = [];

    /// <summary>What is accessible and what one can ask for.</summary>
    public string? Accessibility { get; set; }
    public string? EnglishAccessibility { get; set; }

    /// <summary>The authority that answers for it.</summary>
    public required Guid AuthorityId { get; set; }

    /// <summary>Raised when what one learns has changed, not when a word is mended. A certificate says which one it is for.</summary>
    public int Edition { get; set; } = 1;

    /// <summary>Certificates for older editions than this no longer count as competence.</summary>
    public int OldestValidEdition { get; set; } = 1;

    /// <summary>How long a certificate is valid; null for always.</summary>
    public int? ValidityMonths { get; set; }

    /// <summary>A manager must say yes before one has a seat.</summary>
    public bool ManagerApproves { get; set; }

    /// <summary>Who has read every lesson has completed it; otherwise one must attend.</summary>
    public bool CompletedByReading { get; set; }

    /// <summary>How much of the time one must attend.</summary>
    public int CompletionPercent { get; set; } = Completion.DefaultPercent;
    public CourseState State { get; set; }

    /// <summary>Lower-case, of what one searches in.</summary>
    public string SearchText { get; set; } = "";
    public required DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }
}
