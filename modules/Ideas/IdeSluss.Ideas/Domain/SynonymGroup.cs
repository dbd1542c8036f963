using IdeSluss.Sdk.Data;

namespace IdeSluss.Ideas.Domain;

/// <summary>Words that mean the same to someone who looks for an idea.</summary>
internal sealed class SynonymGroup : IVersioned
{
    public Guid Id { get; init; }
    public required string[] Words { get; set; }
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Null for those that came with the system.</summary>
    public Guid? ChangedById { get; set; }

    /// <summary>Kept, so that the ones that came with the system do not come back.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>How often an idea was shown as similar on a day, and how often someone opened it there. Which text it was similar to is kept nowhere.</summary>
internal sealed class SimilarOffer
{
    public Guid IdeaId { get; init; }
    public DateOnly Day { get; init; }
    public SimilarPlace Place { get; init; }
    public int Shown { get; set; }
    public int Opened { get; set; }
}

internal enum SimilarPlace
{
    /// <summary>While someone wrote.</summary>
    Writing,

    /// <summary>When they read it through before sending.</summary>
    Review,

    /// <summary>When a coach sorted it.</summary>
    Sorting,

    /// <summary>To a program that asked.</summary>
    Api,
}
