using IdeSluss.Evaluation.Data;
using IdeSluss.Sdk.Data;

namespace IdeSluss.Evaluation.Domain;

/// <summary>Scales that tell how ready an idea is, with the municipality's own words. Read in from a file; the words of a licensed scale are the municipality's to supply.</summary>
internal sealed class ScaleSet : IVersioned
{
    public const int LongestCode = 40;

    public required Guid Id { get; init; }

    /// <summary>In the file, and in addresses. Never changes.</summary>
    public required string Code { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>The scales as they were read in. Once an idea has been marked by them they are not changed: another file makes the next version.</summary>
internal sealed class ScaleVersion
{
    public required Guid Id { get; init; }
    public required Guid SetId { get; init; }
    public required int Number { get; init; }
    public required ScaleContent Content { get; set; }
    public required DateTimeOffset ReadInAt { get; set; }

    /// <summary>Null for those that come with the product.</summary>
    public Guid? ReadInById { get; set; }
}

/// <param name="Source">Whose scale it is, shown wherever it is used: a licence may ask for it.</param>
internal sealed record ScaleContent(string Title, string? Source, IReadOnlyList<ScaleDimension> Dimensions)
{
    public const int LevelCount = 9;
    public const int FewestDimensions = 3;
    public const int MostDimensions = 6;
}

/// <param name="Levels">What each level means, from the first; nine of them.</param>
internal sealed record ScaleDimension(string Name, IReadOnlyList<string> Levels);

/// <summary>How ready somebody found an idea to be on a day. Never changed: the next mark stands beside it.</summary>
internal sealed class ReadinessMark : IPlaced
{
    public const int LongestNote = 1_000;

    public required Guid Id { get; init; }
    public required Guid IdeaId { get; init; }
    public required string CaseNumber { get; init; }
    public required Guid AuthorityId { get; init; }
    public Guid? UnitId { get; init; }
    public required Guid ScaleVersionId { get; init; }

    /// <summary>One for each dimension, in order; 0 where nobody knows.</summary>
    public required int[] Levels { get; init; }
    public string? Note { get; init; }
    public required Guid MarkedById { get; init; }
    public required DateTimeOffset MarkedAt { get; init; }
}
