using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>
/// What went on at each decision, by whose idea it was. Divided like that nearly all is few, so it is told in whole or not at all: decisions with few are counted together until no number is one to four, and every sum that it has is one that is told already.
/// Then there is nothing few in it, and nothing that is left out to be worked out. Pure.
/// </summary>
internal static class ByDecision
{
    /// <summary>Codes of tables that are told in whole begin so: they are no sums of others.</summary>
    public const string OwnCodes = "G%";

    public const string BySubmitter = "G02." + Dimensions.Submitter;
    public const string BySex = "G02." + Dimensions.Sex;

    private static readonly string[] YesNo = ["ja", "nej"];

    /// <param name="told">What was said of each number of the quarter: <see cref="StatTables.NameOf"/>.</param>
    public static IReadOnlyList<StatTable> Of(string quarter, QuarterCounts counts, IReadOnlyDictionary<string, CellState> told)
    {
        var people = new AnsweredCounts(counts);
        return
        [
            .. Table(BySubmitter, Dimensions.Submitter, QuarterTables.Submitters, (gate, kind, on) => counts.Decided.Where(one => one.Gate == gate && one.Submitter == kind && one.Advanced == on).Sum(one => one.Count)),
            .. Table(BySex, Dimensions.Sex, [.. QuarterTables.Sexes, Dimensions.Unsaid], people.Decided),
        ];

        IEnumerable<StatTable> Table(string code, string dimension, IReadOnlyList<string> parts, Func<string, string, bool, int> count)
        {
            var apart = Apart((gates, part, on) => gates.Sum(gate => count(gate, part, on)), parts);
            if (apart.Count == 0 || !SumsAreTold(quarter, apart, dimension, parts, told)) yield break;
            var together = Indicator.Decisions.Except(apart).ToList();
            yield return new(code, quarter, [Dimensions.Gate, dimension, Dimensions.Outcome],
            [
                .. from gate in apart.Append(Dimensions.Others) from part in parts from yes in YesNo
                   where gate != Dimensions.Others || together.Count > 0
                   select new StatCount([gate, part, yes], gate == Dimensions.Others ? together.Sum(one => count(one, part, yes == "ja")) : count(gate, part, yes == "ja")),
            ], AddsUp: false);
        }
    }

    /// <summary>The decisions that can be told by themselves, while the others together can too; none when only all of them together can.</summary>
    private static List<string> Apart(Func<IReadOnlyList<string>, string, bool, int> count, IReadOnlyList<string> parts)
    {
        bool Many(IReadOnlyList<string> gates) => parts.All(part => YesNo.All(yes => count(gates, part, yes == "ja") is 0 or >= PrivacyLevel.LowestFewest));
        var apart = Indicator.Decisions.Where(gate => Many([gate])).ToList();
        while (apart.Count > 0 && !Many([.. Indicator.Decisions.Except(apart)])) apart.Remove(apart.MinBy(gate => parts.Sum(part => count([gate], part, true) + count([gate], part, false)))!);
        return apart;
    }

    private static bool SumsAreTold(string quarter, List<string> apart, string dimension, IReadOnlyList<string> parts, IReadOnlyDictionary<string, CellState> told)
    {
        bool Told(string what, IReadOnlyList<string> dimensions, params string[] of) => told.GetValueOrDefault(StatTables.NameOf(what, quarter, dimensions, of), CellState.Withheld) == CellState.Shown;
        return Told(Indicator.Accepted, []) && YesNo.All(yes => Told(Indicator.Accepted, [Dimensions.Outcome], yes))
            && parts.All(part => Told(Indicator.Accepted, [dimension], part) && YesNo.All(yes => Told(Indicator.Accepted, [dimension, Dimensions.Outcome], part, yes)))
            && apart.TrueForAll(gate => Told($"{Indicator.Accepted}:{gate}", []) && YesNo.All(yes => Told($"{Indicator.Accepted}:{gate}", [Dimensions.Outcome], yes)));
    }
}
