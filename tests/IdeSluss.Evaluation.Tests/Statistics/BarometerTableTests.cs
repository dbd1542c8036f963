using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Solutions;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Evaluation.Features.Evaluation.Trust;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Tests.Statistics;

/// <summary>Each formula of Innovationsbarometern, the trust pulse and the kinds of solutions against numbers counted by hand.</summary>
public class BarometerTableTests
{
    // Seven services of which two are not said to have given anything, five ways of working, one that nobody could describe.
    private static readonly IReadOnlyList<StatTable> Barometer = BarometerTables.Of(
        "2026Q3",
        [
            .. Enumerable.Repeat(Of("""{ "nytt": "kommunen", "slag": "tjanst", "varde": ["kvalitet", "inflytande"], "drivkraft": "behov", "partner": ["brukare"], "forebild": "egen", "spridning": "nej", "hinder": "tid" }"""), 5),
            .. Enumerable.Repeat(Of("""{ "nytt": "enheten", "slag": "tjanst", "drivkraft": "behov", "forebild": "anpassad" }"""), 2),
            .. Enumerable.Repeat(Of("""{ "nytt": "kommunen", "slag": "process", "varde": ["kvalitet"], "drivkraft": "medarbetare", "partner": ["brukare", "enheter"], "forebild": "egen", "spridning": "ja", "hinder": "prova" }"""), 5),
            Of("""{ "nytt": "vet-inte", "slag": "vet-inte" }"""),
        ],
        units: 40, innovative: 11);

    [Theory]
    [InlineData(Dimensions.Kind, "tjanst", 7)]
    [InlineData(Dimensions.Kind, "process", 5)]
    [InlineData(Dimensions.Kind, "vara", 0)]
    [InlineData(Dimensions.Kind, BarometerForm.Unknown, 1)]
    [InlineData(Dimensions.Novelty, "kommunen", 10)]
    [InlineData(Dimensions.Driver, "behov", 7)]
    // Who has left a question out does not know.
    [InlineData(Dimensions.Driver, BarometerForm.Unknown, 1)]
    [InlineData(Dimensions.Origin, "anpassad", 2)]
    [InlineData(Dimensions.SpreadOn, "ja", 5)]
    [InlineData(Dimensions.SpreadOn, BarometerForm.Unknown, 3)]
    [InlineData(Dimensions.Obstacle, "prova", 5)]
    [InlineData("value-kvalitet", "ja", 10)]
    [InlineData("value-kvalitet", "nej", 3)]
    [InlineData("value-inflytande", "ja", 5)]
    [InlineData("partner-brukare", "ja", 10)]
    [InlineData("partner-enheter", "ja", 5)]
    [InlineData("partner-foretag", "nej", 13)]
    public void Each_number_of_the_barometer_is_what_one_counts_by_hand(string dimension, string part, int expected) =>
        Assert.Equal(expected, Barometer.Single(table => table.What == Indicator.Innovations && table.Dimensions[0] == dimension).Counts.Single(count => count.Parts[0] == part).Count);

    [Fact]
    public void The_share_of_innovative_units_is_of_all_units_and_has_no_year()
    {
        var table = Barometer.Single(one => one.What == Indicator.Innovative);
        Assert.False(table.AddsUp || QuarterTables.AddsUp(Indicator.Innovative, [Dimensions.Outcome]));
        var published = StatTables.Publish(Barometer, PrivacyLevel.Public).Single(one => one.What == Indicator.Innovative);
        // 11 of 40.
        Assert.Equal((27.5m, 40), Shares.Of(published["ja"], published[[null]]) is { } share ? (share.Value, share.Of) : default);
    }

    [Fact]
    public void All_questions_count_the_same_answers_so_that_none_gives_away_what_another_hides()
    {
        Assert.All(Barometer.Where(one => one.What == Indicator.Innovations), table => Assert.Equal(13, table.Counts.Sum(count => count.Count)));
        var published = StatTables.Publish(Barometer, PrivacyLevel.Public);
        Assert.All(published.SelectMany(table => table.Counts), count => Assert.False(count.Cell.Count is > 0 and < 5, count.ToString()));
        // Ten said quality and three did not: with the sum of thirteen told elsewhere, ten would tell three.
        var quality = published.Single(one => one.Dimensions is ["value-kvalitet"]);
        Assert.Equal(CellState.Few, quality["nej"].State);
        Assert.False(quality["ja"].State == CellState.Shown && quality[[null]].State == CellState.Shown);
        Assert.Single(published.Where(one => one.What == Indicator.Innovations).Select(one => one[[null]].State).Distinct());
    }

    [Fact]
    public void A_year_of_small_quarters_tells_what_none_of_them_can_also_when_one_answer_comes_once_each_quarter()
    {
        // Six services, five ways of working and one product in each quarter: the year has 24, 20 and 4. That four few are few together would say that each is one.
        var said = new Dictionary<string, CellState>();
        IReadOnlyList<PublishedTable> published = [];
        foreach (var quarters in Enumerable.Range(1, 4).Select(last => Enumerable.Range(1, last)))
        {
            published = StatTables.Publish([.. quarters.SelectMany(quarter => BarometerTables.Of($"2026Q{quarter}", [.. Enumerable.Range(0, 12).Select(at => Of($$"""{ "nytt": "kommunen", "slag": "{{(at < 6 ? "tjanst" : at < 11 ? "process" : "vara")}}" }"""))], 40, 11))], PrivacyLevel.Public, said);
            foreach (var (table, count) in published.SelectMany(table => table.Counts.Select(count => (table, count)))) said[StatTables.NameOf(table.What, table.Period, table.Dimensions, count.Parts)] = count.Cell.State;
        }

        var year = published.Single(one => one is { Period: "2026", Dimensions: [Dimensions.Kind] });
        Assert.Equal(48, published.First(one => one is { Period: "2026", What: Indicator.Innovations, Dimensions: [Dimensions.Novelty] })["kommunen"].Count);
        Assert.Equal((CellState.Withheld, null), (year["vara"].State, year["vara"].Count));
        Assert.True(year["tjanst"].Count is 24 || year["process"].Count is 20);
    }

    [Fact]
    public void The_trust_pulse_is_the_share_of_fours_and_fives_and_the_middle_of_ten_or_more()
    {
        // Understood: 1 2 2 3 3 3 4 4 4 4 5 5 5 5 5; the eighth of fifteen is a 4, and nine said 4 or 5.
        int[] counts = [1, 2, 3, 4, 5, 5, 5, 0, 0, 5, 0, 0, 0, 15, 0];
        var tables = TrustTables.Of("2026Q3", counts);
        Assert.Equal([(9, 6), (5, 10), (15, 0)], tables.Select(table => (table.Counts[0].Count, table.Counts[1].Count)));
        Assert.Equal([("E18.understood", 4), ("E18.fair", 2), ("E18.again", 4)], TrustTables.MiddlesOf(counts).Select(one => (one.What, one.Median)));
        Assert.All(TrustTables.MiddlesOf(counts), one => Assert.Equal(one.Median, one.Ninth));
        Assert.Empty(TrustTables.MiddlesOf([0, 0, 0, 0, 9, 0, 0, 0, 0, 9, 0, 0, 0, 0, 9]));
        var understood = StatTables.Publish(tables, PrivacyLevel.Public).Single(one => one.Dimensions[0] == Dimensions.Understood);
        Assert.Equal(60.0m, Shares.Of(understood["ja"], understood[[null]])!.Value);
    }

    [Fact]
    public void One_answer_is_a_one_at_the_chosen_step_of_each_question() =>
        Assert.Equal([0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1], TrustForm.CountsOf(Of("""{ "forstadd": "4", "rattvist": "1", "igen": "5" }""")));

    [Fact]
    public void Social_solutions_and_meetings_between_professions_are_of_those_that_somebody_has_said_so_of()
    {
        var tables = SolutionTables.Of("2026Q3",
        [
            new(SolutionNatures.Social, true, Advanced: true, 6), new(SolutionNatures.Social, false, Advanced: true, 5), new(SolutionNatures.Social, null, Advanced: false, 9), new(SolutionNatures.Technical, false, Advanced: true, 8),
            new(SolutionNatures.Both, true, Advanced: false, 2), new(null, true, Advanced: true, 4),
        ],
        [new(SolutionNatures.Social, true, Advanced: true, 5, "kvinna"), new(SolutionNatures.Social, null, Advanced: false, 6, "kvinna"), new(SolutionNatures.Social, false, Advanced: true, 2, "man"), new(SolutionNatures.Technical, false, Advanced: true, 7, "man"), new(null, true, Advanced: true, 1, "man")]);
        int Count(string what, params string[] parts) => tables.Where(table => table.What == what).SelectMany(table => table.Counts).Single(count => count.Parts.SequenceEqual(parts)).Count;
        Assert.Equal((11, 9, 8, 0, 2), (Count("E19", "social", "ja"), Count("E19", "social", "nej"), Count("E19", "teknisk", "ja"), Count("E19", "teknisk", "nej"), Count("E19", "bada", "nej")));
        Assert.Equal((12, 13), (Count("E20", "ja"), Count("E20", "nej")));
        // Of twenty social ones eleven are women's and two men's; seven have not said. Both ways to divide have the same sums, or they could not be told together.
        Assert.Equal((11, 2, 7, 1), (Count("E19", "social", "kvinna"), Count("E19", "social", "man"), Count("E19", "social", Dimensions.Unsaid), Count("E19", "teknisk", Dimensions.Unsaid)));
        Assert.NotEmpty(StatTables.Publish(tables, PrivacyLevel.Public));
    }

    private static Answers Of(string json) => Answers.Parse(json);
}
