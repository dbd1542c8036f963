using IdeSluss.Evaluation.Features.Evaluation.Privacy;

namespace IdeSluss.Evaluation.Domain;

/// <summary>A period whose figures are settled: a quarter, or a year out of its quarters. Never computed again, since what is out cannot be taken back.</summary>
internal sealed class SettledPeriod
{
    public const int LongestName = 6;

    /// <summary><c>2026Q3</c> or <c>2026</c>.</summary>
    public required string Name { get; init; }
    public required DateTimeOffset SettledAt { get; init; }
}

/// <summary>One number of the store. What it counts is people's, so that it leaves only as its state says.</summary>
internal sealed class QuarterFigure
{
    public required Guid Id { get; init; }
    public required string Period { get; init; }

    /// <summary>Code of the indicator, with what is counted of it: <c>E02:G3_TEST</c>.</summary>
    public required string What { get; init; }

    /// <summary>What it is divided by, in order, and which part; empty parts are the sums.</summary>
    public required string[] Dimensions { get; init; }
    public required string[] Parts { get; init; }
    public required int Count { get; init; }
    public required CellState State { get; init; }

    /// <summary>For a time: working days within which half and nine of ten had been decided on.</summary>
    public int? Median { get; init; }
    public int? Ninth { get; init; }
}
