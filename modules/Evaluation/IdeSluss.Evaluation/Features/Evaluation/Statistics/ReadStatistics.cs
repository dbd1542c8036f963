using System.Globalization;
using System.Text;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Research;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

internal sealed record FigurePart(string Dimension, string Part);

/// <param name="Parts">What it is divided by and which part, in the order of the dimensions; none for all together.</param>
/// <param name="Count">Null when it is not told.</param>
internal sealed record Figure(string What, IReadOnlyList<FigurePart> Parts, int? Count, CellState State, int? Median, int? Ninth);

/// <summary>What came in and what was carried out in one quarter.</summary>
internal sealed record QuarterPoint(string Period, PublishedCell HandedIn, PublishedCell Implemented);

internal sealed record StatisticsView(string Period, IReadOnlyList<string> Periods, IReadOnlyList<Figure> Figures, IReadOnlyList<QuarterPoint> Quarters)
{
    private readonly Dictionary<string, Figure> byName = Figures.ToDictionary(one => NameOf(one.What, one.Parts));

    /// <summary>Withheld when there is no such number.</summary>
    public PublishedCell Cell(string what, params FigurePart[] parts) => byName.TryGetValue(NameOf(what, parts), out var figure) ? new(figure.State, figure.Count) : new(CellState.Withheld, null);

    /// <summary>A number that is told by its middle, of a part or of all together; null when they are too few.</summary>
    public Figure? Middle(string what, params FigurePart[] parts) => byName.GetValueOrDefault(NameOf(what, parts)) is { Median: not null } figure ? figure : null;

    /// <summary>The parts that there are when it is divided in this way alone.</summary>
    public IReadOnlySet<string> Parts(string what, string dimension) => Figures.Where(one => one.What == what && one.Parts is [var part] && part.Dimension == dimension).Select(one => one.Parts[0].Part).ToHashSet();

    private static string NameOf(string what, IReadOnlyList<FigurePart> parts) => StatTables.NameOf(what, "", [.. parts.Select(part => part.Dimension)], [.. parts.Select(part => part.Part)]);
}

/// <summary>Settled figures for everyone. What is not to be told never leaves here.</summary>
internal sealed class ReadStatistics(EvaluationDbContext db)
{
    private const int MostPeriods = 200;
    private const int MostQuarters = 8;

    public static readonly Problem NoSuchPeriod = Problem.NotFound("Det finns ingen statistik för perioden. Statistik räknas när ett kvartal är slut.");

    /// <param name="period">Null for the latest quarter, or the latest year where that tells more.</param>
    public Task<Outcome<StatisticsView>> FindAsync(string? period, CancellationToken cancellationToken) => FindAsync(period, null, cancellationToken);

    /// <param name="places">Only these of what is divided by authority or unit; null for all.</param>
    public async Task<Outcome<StatisticsView>> FindAsync(string? period, string[]? places, CancellationToken cancellationToken)
    {
        var periods = await db.Periods.AsNoTracking().Select(one => one.Name).Take(MostPeriods).ToListAsync(cancellationToken);
        periods = [.. periods.OrderByDescending(name => name[..4], StringComparer.Ordinal).ThenBy(name => name.Length).ThenByDescending(name => name, StringComparer.Ordinal)];
        if (period is not null && !periods.Contains(period)) return NoSuchPeriod;
        if (periods.Count == 0) return new StatisticsView("", [], [], []);
        var quarters = await QuartersAsync([.. periods.Where(QuarterName.IsQuarter).Take(MostQuarters)], cancellationToken);
        var chosen = period ?? await SaysMostAsync(quarters[0].Period, periods.Find(name => !QuarterName.IsQuarter(name)), cancellationToken);
        var rows = await db.Figures.AsNoTracking().Where(one => one.Period == chosen && !EF.Functions.Like(one.What, ResearchTable.OwnCodes) && (places == null || !(one.Dimensions.Contains(Dimensions.Authority) || one.Dimensions.Contains(Dimensions.Unit)) || one.Parts[0] == "" || places.Contains(one.Parts[0]))).ToListAsync(cancellationToken);
        return new StatisticsView(chosen, periods, [.. rows.Select(Figure).DistinctBy(one => StatTables.NameOf(one.What, chosen, [.. one.Parts.Select(part => part.Dimension)], [.. one.Parts.Select(part => part.Part)]))], quarters);
    }

    /// <summary>In a small municipality nearly all of a quarter is too small to tell, while a year says something.</summary>
    private async Task<string> SaysMostAsync(string quarter, string? year, CancellationToken cancellationToken)
    {
        if (year is null) return quarter;
        var told = await db.Figures.AsNoTracking().Where(one => (one.Period == quarter || one.Period == year) && one.State == CellState.Shown && one.Count > 0 && !EF.Functions.Like(one.What, ResearchTable.OwnCodes))
            .GroupBy(one => one.Period).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return told.GetValueOrDefault(year) > told.GetValueOrDefault(quarter) ? year : quarter;
    }

    private async Task<IReadOnlyList<QuarterPoint>> QuartersAsync(IReadOnlyList<string> quarters, CancellationToken cancellationToken)
    {
        string[] wanted = [Indicator.HandedIn, Indicator.Implemented];
        var figures = (await db.Figures.AsNoTracking().Where(one => quarters.Contains(one.Period) && wanted.Contains(one.What)).ToListAsync(cancellationToken)).ToLookup(one => (one.Period, one.What));
        PublishedCell Of(string quarter, string what, params FigurePart[] parts) =>
            figures[(quarter, what)].Select(Figure).FirstOrDefault(one => one.Parts.SequenceEqual(parts)) is { } figure ? new(figure.State, figure.Count) : new(CellState.Withheld, null);
        return [.. quarters.Select(quarter => new QuarterPoint(quarter, Of(quarter, Indicator.HandedIn), Of(quarter, Indicator.Implemented, new FigurePart(Dimensions.Outcome, "ja"))))];
    }

    private static Figure Figure(QuarterFigure row) => new(
        row.What, [.. row.Dimensions.Zip(row.Parts).Where(pair => pair.Second.Length > 0).Select(pair => new FigurePart(pair.First, pair.Second))],
        row.State == CellState.Shown ? row.Count : null, row.State, row.Median, row.Ninth);

    /// <summary>As a spreadsheet reads it.</summary>
    public static string Csv(StatisticsView view)
    {
        var text = new StringBuilder("period;indicator;dimension;part;dimension2;part2;dimension3;part3;count;state;median;ninth\n");
        foreach (var one in view.Figures.OrderBy(one => one.What, StringComparer.Ordinal).ThenBy(one => string.Join('|', one.Parts.Select(part => $"{part.Dimension}={part.Part}")), StringComparer.Ordinal))
            text.AppendJoin(
                ';', view.Period, one.What, one.Parts.ElementAtOrDefault(0)?.Dimension, one.Parts.ElementAtOrDefault(0)?.Part, one.Parts.ElementAtOrDefault(1)?.Dimension, one.Parts.ElementAtOrDefault(1)?.Part, one.Parts.ElementAtOrDefault(2)?.Dimension, one.Parts.ElementAtOrDefault(2)?.Part,
                one.Count?.ToString(CultureInfo.InvariantCulture), one.Median is null ? one.State.ToString() : "", one.Median?.ToString(CultureInfo.InvariantCulture), one.Ninth?.ToString(CultureInfo.InvariantCulture)).Append('\n');
        return text.ToString();
    }
}
