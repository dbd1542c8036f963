using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;

namespace IdeSluss.Evaluation.Features.Evaluation.Solutions;

/// <summary>Marked ideas whose need was decided on.</summary>
/// <param name="Nature">Null where nobody has said; <paramref name="Crossing"/> likewise.</param>
/// <param name="Sex">Of whoever sent it, where they have said it.</param>
internal sealed record SolutionCount(string? Nature, bool? Crossing, bool Advanced, int Count, string? Sex = null);

/// <summary>Social and technical solutions, and meetings between professions, as tables: pure.</summary>
internal static class SolutionTables
{
    private static readonly string[] YesNo = ["ja", "nej"];

    /// <param name="bySex">Those of <paramref name="all"/> whose submitter has said their sex. Who has not is all the others, so that the parts add up.</param>
    public static IReadOnlyList<StatTable> Of(string quarter, IReadOnlyList<SolutionCount> all, IReadOnlyList<SolutionCount> bySex)
    {
        int Said(string nature, string? sex) => bySex.Where(one => one.Nature == nature && (sex is null || one.Sex == sex)).Sum(one => one.Count);
        int All(string nature, string? went) => all.Where(one => one.Nature == nature && (went is null || one.Advanced == (went == "ja"))).Sum(one => one.Count);
        return
        [
            new(Indicator.Social, quarter, [Dimensions.Nature, Dimensions.Outcome], [.. from nature in SolutionNatures.All from went in YesNo select new StatCount([nature.Code, went], All(nature.Code, went))]),
            new(Indicator.Social, quarter, [Dimensions.Nature, Dimensions.Sex],
            [
                .. from nature in SolutionNatures.All from sex in QuarterTables.Sexes select new StatCount([nature.Code, sex], Said(nature.Code, sex)),
                .. SolutionNatures.All.Select(nature => new StatCount([nature.Code, Dimensions.Unsaid], All(nature.Code, null) - Said(nature.Code, null))),
            ]),
            new(Indicator.Intersections, quarter, [Dimensions.Outcome], [.. YesNo.Select(yes => new StatCount([yes], all.Where(one => one.Crossing == (yes == "ja")).Sum(one => one.Count)))]),
        ];
    }
}
