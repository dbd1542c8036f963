using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>What Ideas has counted in a quarter.</summary>
internal sealed record QuarterCounts(IReadOnlyList<HandedInCount> HandedIn, IReadOnlyList<DecidedCount> Decided, IReadOnlyList<ClosedCount> Closed);

/// <summary>The sums of a quarter as tables, with a row also where there is nothing: pure, so that each formula is tested against numbers counted by hand.</summary>
internal static class QuarterTables
{
    public static readonly string[] Submitters = ["Resident", "Employee", "Elected", "Organisation"];
    private static readonly string[] YesNo = ["ja", "nej"];

    // One way at a time where everyone reads: what is divided twice is nearly all too few to tell in a municipality.
    /// <param name="channels">Codes of the ways in.</param>
    /// <param name="areas">Codes of the areas.</param>
    public static IReadOnlyList<StatTable> Of(string quarter, QuarterCounts counts, IReadOnlyList<string> channels, IReadOnlyList<string> areas)
    {
        var known = areas.Append(Dimensions.None).ToList();
        var ways = channels.Union(counts.HandedIn.Select(one => one.Channel)).ToList();
        string AreaOf(string? area) => area is not null && areas.Contains(area) ? area : Dimensions.None;
        return
        [
            new(Indicator.HandedIn, quarter, [Dimensions.Area], [.. known.Select(area => new StatCount([area], counts.HandedIn.Where(one => AreaOf(one.Area) == area).Sum(one => one.Count)))]),
            new(Indicator.HandedIn, quarter, [Dimensions.Submitter], [.. Submitters.Select(kind => new StatCount([kind], counts.HandedIn.Where(one => one.Submitter == kind).Sum(one => one.Count)))]),
            new(Indicator.HandedIn, quarter, [Dimensions.Channel], [.. ways.Select(way => new StatCount([way], counts.HandedIn.Where(one => one.Channel == way).Sum(one => one.Count)))]),
            new(Indicator.HandedIn, quarter, [Dimensions.Language], [.. YesNo.Select(other => new StatCount([other], counts.HandedIn.Where(one => one.Language != "sv" == (other == "ja")).Sum(one => one.Count)))]),
            .. Indicator.Decisions.Select(gate => new StatTable(
                $"{Indicator.Accepted}:{gate}", quarter, [Dimensions.Submitter, Dimensions.Outcome],
                [.. from kind in Submitters from went in YesNo select new StatCount([kind, went], counts.Decided.Where(one => one.Gate == gate && one.Submitter == kind && one.Advanced == (went == "ja")).Sum(one => one.Count))])),
            new(Indicator.Implemented, quarter, [Dimensions.Outcome], [.. YesNo.Select(done => new StatCount([done], counts.Closed.Where(one => one.Reason == CloseReasons.Implemented == (done == "ja")).Sum(one => one.Count)))]),
            new(Indicator.Lessons, quarter, [Dimensions.Outcome], [.. YesNo.Select(shared => new StatCount([shared], counts.Closed.Where(one => one.Reason == CloseReasons.StoppedAfterTest && one.LessonShared == (shared == "ja")).Sum(one => one.Count)))]),
        ];
    }
}
