using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Solutions;

/// <summary>Marked ideas whose need was decided on.</summary>
/// <param name="Nature">Null where nobody has said.</param>
/// <param name="Crossing">Null where nobody has said.</param>
internal sealed record SolutionCount(string? Nature, bool? Crossing, bool Advanced, int Count);

/// <summary>What coaches have said of the ideas whose need was decided on in a quarter.</summary>
internal sealed class CountSolutions(EvaluationDbContext db, IIdeaStatistics ideas)
{
    /// <summary>No need is described for longer than that.</summary>
    private const int MonthsBack = 24;
    private const int Batch = 10_000;

    public async Task<IReadOnlyList<StatTable>> OfAsync(string quarter, CancellationToken cancellationToken)
    {
        var (from, to, since) = (QuarterName.First(quarter).StartInStockholm(), QuarterName.End(quarter).StartInStockholm(), QuarterName.First(quarter).AddMonths(-MonthsBack).StartInStockholm());
        var (counts, after) = (new List<SolutionCount>(), Guid.Empty);
        while (await db.SolutionMarks.AsNoTracking().Where(one => one.IdeaId > after && one.MarkedAt >= since).OrderBy(one => one.IdeaId).Take(Batch).ToListAsync(cancellationToken) is { Count: > 0 } marks)
        {
            after = marks[^1].IdeaId;
            var groups = marks.GroupBy(one => (one.Nature, one.Crossing)).ToDictionary(group => $"{group.Key}", group => group.Key);
            foreach (var one in await ideas.GroupedAsync(marks.ToDictionary(mark => mark.IdeaId, mark => $"{(mark.Nature, mark.Crossing)}"), from, to, cancellationToken))
                if (one.Gate == Gates.Need) counts.Add(new(groups[one.Group].Nature, groups[one.Group].Crossing, one.Advanced, one.Count));
        }

        return SolutionTables.Of(quarter, counts);
    }
}

/// <summary>Pure.</summary>
internal static class SolutionTables
{
    private static readonly string[] YesNo = ["ja", "nej"];

    public static IReadOnlyList<StatTable> Of(string quarter, IReadOnlyList<SolutionCount> counts) =>
    [
        new(Indicator.Social, quarter, [Dimensions.Nature, Dimensions.Outcome],
            [.. from nature in SolutionNatures.All from went in YesNo select new StatCount([nature.Code, went], counts.Where(one => one.Nature == nature.Code && one.Advanced == (went == "ja")).Sum(one => one.Count))]),
        new(Indicator.Intersections, quarter, [Dimensions.Outcome], [.. YesNo.Select(yes => new StatCount([yes], counts.Where(one => one.Crossing == (yes == "ja")).Sum(one => one.Count)))]),
    ];
}
