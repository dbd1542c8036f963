using System.Text.Json.Serialization;

namespace IdeSluss.Sdk.Forms;

public enum ComputationKind
{
    /// <summary>The product of number answers: a risk number. No result while one is missing.</summary>
    Product,

    /// <summary>The sum of number answers; <c>rows.column</c> sums a column.</summary>
    Sum,

    /// <summary>As <see cref="Sum"/>, of the numbers' sizes: a loss adds as much as a gain, since both may turn out differently. Times <see cref="Computation.Factor"/>.</summary>
    Sizes,

    /// <summary>The sum of number answers and results; no result while one is missing.</summary>
    Total,

    /// <summary>How many of the fields (or of the rows, as <c>rows.column</c>) have one of <see cref="Computation.Answers"/>; every filled row counts when no answers are named.</summary>
    Count,

    /// <summary>The greatest of number answers; no result when there is none.</summary>
    Max,

    /// <summary>The first less all that follow; no result while one is missing.</summary>
    Difference,

    /// <summary>The first of the second in percent; no result when the second is zero or missing.</summary>
    Percent,

    /// <summary>The first, times <see cref="Computation.Factor"/>: sensitivity.</summary>
    Scaled,

    /// <summary>What the first, a yearly amount paid at each year's end, is worth today: over the second (years) at the third (per cent a year).</summary>
    PresentValue,
}

/// <summary>A result computed from answers, with an optional least value that the form needs to be complete.</summary>
/// <param name="Of">Fields, <c>rows.column</c>, or earlier computations by key. For a row: its columns and its own earlier computations.</param>
/// <param name="AtLeast">The form is not complete below this; <paramref name="Otherwise"/> tells what to do.</param>
public sealed record Computation(string Key, string Label, ComputationKind Kind, IReadOnlyList<string> Of, IReadOnlyList<string>? Answers = null, decimal? AtLeast = null, string? Otherwise = null)
{
    /// <summary>What it is counted in: <c>kr per år</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    /// <summary>For a column: only rows that meet this.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Condition? Where { get; init; }

    /// <summary>For <see cref="ComputationKind.Scaled"/> and <see cref="ComputationKind.Sizes"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Factor { get; init; }
}

public sealed record ComputedValue(Computation Computation, decimal Value);
