using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Profiles;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Solutions;

/// <summary>What coaches have said of the ideas whose need was decided on in a quarter.</summary>
internal sealed class CountSolutions(EvaluationDbContext db, CountProfiles profiles, IIdeaStatistics ideas)
{
    /// <summary>No need is described for longer than that.</summary>
    private const int MonthsBack = 24;
    private const int Batch = 10_000;

    public async Task<IReadOnlyList<StatTable>> OfAsync(string quarter, CancellationToken cancellationToken)
    {
        var since = QuarterName.First(quarter).AddMonths(-MonthsBack).StartInStockholm();
        var (all, bySex, after) = (new List<SolutionCount>(), new List<SolutionCount>(), Guid.Empty);
        while (await db.SolutionMarks.AsNoTracking().Where(one => one.IdeaId > after && one.MarkedAt >= since).OrderBy(one => one.IdeaId).Take(Batch).ToListAsync(cancellationToken) is { Count: > 0 } marks)
        {
            after = marks[^1].IdeaId;
            all.AddRange(await DecidedAsync(marks, null, quarter, cancellationToken));
        }

        await foreach (var sexes in profiles.SexesAsync(cancellationToken))
        {
            var ids = sexes.Keys.ToList();
            foreach (var of in (await db.SolutionMarks.AsNoTracking().Where(one => ids.Contains(one.IdeaId) && one.MarkedAt >= since).ToListAsync(cancellationToken)).GroupBy(mark => sexes[mark.IdeaId]))
                bySex.AddRange(await DecidedAsync([.. of], of.Key, quarter, cancellationToken));
        }

        return SolutionTables.Of(quarter, all, bySex);
    }

    private async Task<IEnumerable<SolutionCount>> DecidedAsync(IReadOnlyList<SolutionMark> marks, string? sex, string quarter, CancellationToken cancellationToken)
    {
        static string GroupOf(SolutionMark mark) => $"{mark.Nature}|{mark.Crossing}";
        var kinds = marks.DistinctBy(GroupOf).ToDictionary(GroupOf);
        var counts = await ideas.GroupedAsync(marks.ToDictionary(mark => mark.IdeaId, GroupOf), QuarterName.First(quarter).StartInStockholm(), QuarterName.End(quarter).StartInStockholm(), cancellationToken);
        return counts.Where(one => one.Gate == Gates.Need).Select(one => new SolutionCount(kinds[one.Group].Nature, kinds[one.Group].Crossing, one.Advanced, one.Count, sex));
    }
}
