namespace IdeSluss.Evaluation.Domain;

/// <summary>How many of those who work in each area are women, as somebody has stated it. A new statement takes the place of the one before; none is changed, so that one can see what a quarter was counted by.</summary>
internal sealed class AreaWorkforce
{
    public const int LongestSource = 300;

    /// <summary>From 1; the latest holds.</summary>
    public required int Number { get; init; }

    /// <summary>Codes of areas, and percent for each at the same place.</summary>
    public required string[] Areas { get; init; }
    public required int[] Women { get; init; }

    /// <summary>Where the numbers are from, and of which year.</summary>
    public required string Source { get; init; }
    public required DateTimeOffset StatedAt { get; init; }

    /// <summary>Null for the demo's.</summary>
    public Guid? StatedById { get; init; }
}
