using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;

namespace IdeSluss.Evaluation.Features.Evaluation.Research;

/// <summary>A table that researchers may agree on: divided in more ways than those for everyone.</summary>
/// <param name="Name">Swedish, also the key of its translation.</param>
/// <param name="Counts">Code of the indicator that it divides.</param>
internal sealed record ResearchTable(string Code, string Name, string Counts, IReadOnlyList<string> Dimensions)
{
    /// <summary>Codes of those that are no one else's, as a pattern of the database.</summary>
    public const string OwnCodes = "R%";

    /// <summary>Everything that everyone may read, for every period.</summary>
    public const string Public = "P";

    private static readonly string[] YesNo = ["ja", "nej"];

    public static IReadOnlyList<ResearchTable> All { get; } =
    [
        new(Public, "Allt som visas öppet, för alla perioder", "", []),
        new("R01", "Inlämnade idéer efter område, idégivare och språk", Indicator.HandedIn, [Statistics.Dimensions.Area, Statistics.Dimensions.Submitter, Statistics.Dimensions.Language]),
        new("R02", "Inlämnade idéer efter område och idégivare", Indicator.HandedIn, [Statistics.Dimensions.Area, Statistics.Dimensions.Submitter]),
        new("R03", "Inlämnade idéer efter kön och ålder", Indicator.HandedIn, [Statistics.Dimensions.Sex, Statistics.Dimensions.Age]),
        new("R04", "Beslut efter idégivare, och om idén gick vidare", Indicator.Accepted, [Statistics.Dimensions.Gate, Statistics.Dimensions.Submitter, Statistics.Dimensions.Outcome]),
        new("R05", "Beslut efter kön, och om idén gick vidare", Indicator.Accepted, [Statistics.Dimensions.Gate, Statistics.Dimensions.Sex, Statistics.Dimensions.Outcome]),
        new("R06", "Deltagare i tester efter kön och ålder", Indicator.Participants, [Statistics.Dimensions.Sex, Statistics.Dimensions.Age]),
    ];

    public static IReadOnlyList<(string Code, StatTable Table)> Of(string quarter, QuarterCounts counts, QuarterParts parts)
    {
        var areas = parts.Areas.Append(Statistics.Dimensions.None).ToList();
        string AreaOf(string? area) => area is not null && parts.Areas.Contains(area) ? area : Statistics.Dimensions.None;
        var people = new AnsweredCounts(counts);
        string[] sexes = [.. QuarterTables.Sexes, Statistics.Dimensions.Unsaid];
        return
        [
            Table("R01", from area in areas from kind in QuarterTables.Submitters from other in YesNo
                         select new StatCount([area, kind, other], counts.HandedIn.Where(one => AreaOf(one.Area) == area && one.Submitter == kind && one.Language != "sv" == (other == "ja")).Sum(one => one.Count))),
            Table("R02", from area in areas from kind in QuarterTables.Submitters select new StatCount([area, kind], counts.HandedIn.Where(one => AreaOf(one.Area) == area && one.Submitter == kind).Sum(one => one.Count))),
            Table("R03", from sex in sexes from age in QuarterTables.Ages select new StatCount([sex, age], people.HandedIn(sex, age))),
            Table("R04", from gate in Indicator.Decisions from kind in QuarterTables.Submitters from went in YesNo
                         select new StatCount([gate, kind, went], counts.Decided.Where(one => one.Gate == gate && one.Submitter == kind && one.Advanced == (went == "ja")).Sum(one => one.Count))),
            Table("R05", from gate in Indicator.Decisions from sex in sexes from went in YesNo select new StatCount([gate, sex, went], people.Decided(gate, sex, went == "ja"))),
            Table("R06", from sex in QuarterTables.Sexes from age in QuarterTables.Ages select new StatCount([sex, age], counts.Participants.Where(one => QuarterTables.SexOf(one.Group) == sex && one.Age == age).Sum(one => one.Count))),
        ];

        (string, StatTable) Table(string code, IEnumerable<StatCount> cells)
        {
            var table = All.First(one => one.Code == code);
            return (code, new(table.Counts, quarter, table.Dimensions, [.. cells]));
        }
    }

    /// <summary>
    /// All or nothing: every number is none or at least ten, and every sum of them that everyone may ask for is told to everyone already. Then nothing in it is few, it narrows nothing that was withheld, and a part that is left
    /// out cannot be worked out from the rest, for there is none.
    /// </summary>
    /// <param name="told">What was said of each number of the quarter: <see cref="StatTables.NameOf"/>.</param>
    public static bool MayBeTold(StatTable table, IReadOnlyDictionary<string, CellState> told) =>
        table.Dimensions.Count <= PrivacyLevel.Research.MostDimensions && table.Counts.All(count => count.Count == 0 || count.Count >= PrivacyLevel.Research.FewestInCell)
        && table.Counts.SelectMany(count => SumsWith(table, count.Parts)).All(name => !told.TryGetValue(name, out var said) || said == CellState.Shown);

    /// <summary>Every sum that the number is part of, and itself, by the names of the tables for everyone: there a decision is part of what is counted.</summary>
    private static IEnumerable<string> SumsWith(StatTable table, IReadOnlyList<string> parts)
    {
        for (var chosen = 0; chosen < 1 << parts.Count; chosen++)
        {
            var (what, dimensions, of) = (table.What, new List<string>(), new List<string?>());
            for (var at = 0; at < parts.Count; at++)
            {
                if ((chosen & (1 << at)) == 0) continue;
                if (table.Dimensions[at] == Statistics.Dimensions.Gate) what += ":" + parts[at];
                else (dimensions, of) = ([.. dimensions, table.Dimensions[at]], [.. of, parts[at]]);
            }

            yield return StatTables.NameOf(what, table.Period, dimensions, of);
        }
    }
}
