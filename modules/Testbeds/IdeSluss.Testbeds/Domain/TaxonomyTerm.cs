using IdeSluss.Sdk.Data;

namespace IdeSluss.Testbeds.Domain;

/// <summary>The lists that a test bed is described by.</summary>
internal enum TermKind
{
    Capability,
    TargetGroup,
    Need,
    Accessibility,
    Language,
    Connectivity,
    Rule,
    Agreement,
}

/// <summary>One choice of a list, edited by the administrator. A code never changes, and a term that is used is retired, not deleted.</summary>
internal sealed class TaxonomyTerm : IVersioned
{
    public const int LongestCode = 30;
    public const int LongestName = 80;

    public required Guid Id { get; init; }
    public required TermKind Kind { get; init; }

    /// <summary>Upper-case ASCII with underscores; unique in its kind.</summary>
    public required string Code { get; init; }

    /// <summary>Swedish; for the terms we seed also the key of its translation.</summary>
    public required string Name { get; set; }

    /// <summary>For terms of the municipality's own, which no catalogue of texts knows.</summary>
    public string? English { get; set; }

    /// <summary>Code of a legal reference, for a rule whose law is known as data.</summary>
    public string? Law { get; set; }
    public int Order { get; set; }

    /// <summary>False when it is no longer offered; those who have it keep it.</summary>
    public bool Active { get; set; } = true;
    public int Version { get; set; }
}
