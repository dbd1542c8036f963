using IdeSluss.Sdk.Data;

namespace IdeSluss.Training.Domain;

/// <summary>Something to a course beside its lessons: a file or a link. What was handed out before stays findable as older editions.</summary>
internal sealed class Material : IVersioned
{
    public const int LongestName = 120;
    public const int MostPerCourse = 50;

    public required Guid Id { get; init; }
    public required Guid CourseId { get; init; }
    public required string Name { get; set; }

    /// <summary>BCP 47, of what is in it.</summary>
    public string Language { get; set; } = "sv";
    public required Licence Licence { get; set; }

    /// <summary>Who holds the rights and wants to be named.</summary>
    public string? Author { get; set; }

    /// <summary>False when it is no longer handed out.</summary>
    public bool Active { get; set; } = true;
    public int Version { get; set; }
}

internal enum Licence
{
    /// <summary>Creative Commons, attribution: ours unless said otherwise.</summary>
    Attribution,

    /// <summary>Creative Commons Zero: free for all.</summary>
    Free,

    /// <summary>Others hold the rights; shown with permission.</summary>
    WithPermission,
}

/// <summary>What a material was from a day on. Never changed; the highest number is what is shown.</summary>
internal sealed class MaterialEdition
{
    public required Guid Id { get; init; }
    public required Guid MaterialId { get; init; }
    public required int Number { get; init; }

    /// <summary>Of a kept file; null for a link.</summary>
    public Guid? FileId { get; init; }

    /// <summary>https; null for a file.</summary>
    public string? Address { get; init; }

    /// <summary>Somebody has checked that it can be read with aids: tagged PDF, captions, contrast. Null when nobody has.</summary>
    public DateOnly? AccessibilityCheckedOn { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public required Guid AddedById { get; init; }
}
