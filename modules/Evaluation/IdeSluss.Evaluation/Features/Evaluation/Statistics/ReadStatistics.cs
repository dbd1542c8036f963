using System.Globalization;
using System.Text;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Sdk.Results;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <param name="Count">Null when it is not told.</param>
internal sealed record Figure(string What, string? Dimension, string Part, int? Count, CellState State, int? Median, int? Ninth);

internal sealed record StatisticsView(string Period, IReadOnlyList<string> Periods, IReadOnlyList<Figure> Figures)
{
    /// <summary>One way of dividing, with its parts.</summary>
    public IReadOnlyList<Figure> Of(string what, string dimension) => [.. Figures.Where(one => one.What == what && one.Dimension == dimension)];

    public PublishedCell Total(string what) => Cell(Figures.FirstOrDefault(one => one.What == what && one.Dimension is null));

    public PublishedCell Part(string what, string dimension, string part) => Cell(Figures.FirstOrDefault(one => one.What == what && one.Dimension == dimension && one.Part == part));

    private static PublishedCell Cell(Figure? figure) => figure is null ? new(CellState.Withheld, null) : new(figure.State, figure.Count);
}

/// <summary>Settled figures for everyone. What is not to be told never leaves here.</summary>
internal sealed class ReadStatistics(EvaluationDbContext db)
{
    private const int MostPeriods = 200;

    public static readonly Problem NoSuchPeriod = Problem.NotFound("Det finns ingen statistik för perioden. Statistik räknas när ett kvartal är slut.");

    /// <param name="period">Null for the latest quarter.</param>
    public async Task<Outcome<StatisticsView>> FindAsync(string? period, CancellationToken cancellationToken)
    {
        var periods = await db.Periods.AsNoTracking().Select(one => one.Name).Take(MostPeriods).ToListAsync(cancellationToken);
        periods = [.. periods.OrderByDescending(name => name[..4], StringComparer.Ordinal).ThenBy(name => name.Length).ThenByDescending(name => name, StringComparer.Ordinal)];
        if (period is null && periods.Count == 0) return new StatisticsView("", [], []);
        var chosen = period ?? periods.Find(QuarterName.IsQuarter) ?? periods[0];
        if (!periods.Contains(chosen)) return NoSuchPeriod;
        var rows = await db.Figures.AsNoTracking().Where(one => one.Period == chosen).ToListAsync(cancellationToken);
        return new StatisticsView(chosen, periods,
        [
            .. rows.Select(row => (Row: row, Ways: row.Dimensions.Zip(row.Parts).Where(pair => pair.Second.Length > 0).ToList())).Where(one => one.Ways.Count <= 1)
                .Select(one => new Figure(one.Row.What, one.Ways.Count == 0 ? null : one.Ways[0].First, one.Ways.Count == 0 ? "" : one.Ways[0].Second, one.Row.State == CellState.Shown ? one.Row.Count : null, one.Row.State, one.Row.Median, one.Row.Ninth))
                .DistinctBy(one => (one.What, one.Dimension, one.Part)),
        ]);
    }

    /// <summary>As a spreadsheet reads it.</summary>
    public static string Csv(StatisticsView view)
    {
        var text = new StringBuilder("period;indicator;dimension;part;count;state;median;ninth\n");
        foreach (var one in view.Figures.OrderBy(one => one.What, StringComparer.Ordinal).ThenBy(one => one.Dimension, StringComparer.Ordinal).ThenBy(one => one.Part, StringComparer.Ordinal))
            text.AppendJoin(';', view.Period, one.What, one.Dimension, one.Part, one.Count?.ToString(CultureInfo.InvariantCulture), one.Median is null ? one.State.ToString() : "", one.Median?.ToString(CultureInfo.InvariantCulture), one.Ninth?.ToString(CultureInfo.InvariantCulture)).Append('\n');
        return text.ToString();
    }
}
