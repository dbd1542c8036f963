using IdeSluss.Training.Domain;

namespace IdeSluss.Training.Features.Training.EditCourse;

/// <summary>A course as it is typed and as the API takes it.</summary>
internal sealed class CourseRecord
{
    /// <summary>Of a new one; it never changes.</summary>
    public string? Code { get; set; }
    public string? Title { get; set; }
    public string? EnglishTitle { get; set; }
    public string? Purpose { get; set; }
    public string? EnglishPurpose { get; set; }
    public CourseKind? Kind { get; set; }
    public CourseLevel? Level { get; set; }
    public decimal? Hours { get; set; }
    public string? Language { get; set; }

    /// <summary>A line each.</summary>
    public List<string> Outcomes { get; set; } = [];
    public List<string> EnglishOutcomes { get; set; } = [];

    /// <summary>Codes of courses.</summary>
    public List<string> Prerequisites { get; set; } = [];
    public string? Accessibility { get; set; }
    public string? EnglishAccessibility { get; set; }

    /// <summary>Code of the authority that answers for it.</summary>
    public string? Authority { get; set; }
    public int? ValidityMonths { get; set; }
    public bool ManagerApproves { get; set; }
    public bool CompletedByReading { get; set; }

    /// <summary>How much of the time one must attend; null leaves it as it is.</summary>
    public int? CompletionPercent { get; set; }

    /// <summary>What one learns has changed so much that it is a new edition.</summary>
    public bool NewEdition { get; set; }

    /// <summary>Certificates for older editions than this no longer count; null leaves it as it is.</summary>
    public int? OldestValidEdition { get; set; }
}
