using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Evaluation.Tests.Privacy;

/// <summary>The nine rules of statistics about people (<c>domain.md</c> 3.7), all in one place.</summary>
public class PrivacyTests
{
    private static readonly string[] Sexes = ["kvinna", "man", "annat"];
    private static readonly string[] Areas = ["vard", "skola", "trafik"];
    private static readonly string[] Channels = ["webb", "telefon"];

    /// <summary>How many of each sex, area and channel in each quarter.</summary>
    private static StatTable[] Tables(string[] quarters, Func<int, int, int, int, int> count) =>
    [
        .. quarters.SelectMany((quarter, q) => new[]
        {
            new StatTable("E01", quarter, ["sex", "area"], [.. from s in Range(Sexes) from a in Range(Areas) select new StatCount([Sexes[s], Areas[a]], Range(Channels).Sum(c => count(q, s, a, c)))]),
            new StatTable("E01", quarter, ["channel", "sex"], [.. from c in Range(Channels) from s in Range(Sexes) select new StatCount([Channels[c], Sexes[s]], Range(Areas).Sum(a => count(q, s, a, c)))]),
        }),
    ];

    private static IEnumerable<int> Range(string[] names) => Enumerable.Range(0, names.Length);

    /// <summary>Small numbers and noughts are what is dangerous: most draws are such.</summary>
    private static Arbitrary<int[]> Draws(int length) => Gen.Frequency((3, Gen.Constant(0)), (4, Gen.Choose(1, 4)), (3, Gen.Choose(5, 30))).ArrayOf(length).ToArbitrary();

    [Fact]
    public void Whatever_the_numbers_no_set_of_tables_lets_a_number_of_one_to_four_be_worked_out() => Prop.ForAll(Draws(18), draw =>
    {
        var published = StatTables.Publish(Tables(["2026Q1"], (_, s, a, c) => draw[(s * 6) + (a * 2) + c]), PrivacyLevel.Public);
        return Outsider.Reading(published).FirstWorkedOut() is null;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Nor_do_four_quarters_and_their_year_together() => Prop.ForAll(Draws(12), draw =>
    {
        string[] quarters = ["2026Q1", "2026Q2", "2026Q3", "2026Q4"];
        var tables = quarters.Select((quarter, q) => new StatTable("E01", quarter, ["sex"], [.. Range(Sexes).Select(s => new StatCount([Sexes[s]], draw[(q * 3) + s]))])).ToList();
        return Outsider.Reading(StatTables.Publish(tables, PrivacyLevel.Public)).FirstWorkedOut() is null;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Nor_does_a_sum_of_several_decisions_beside_each_of_them() => Prop.ForAll(Draws(18), draw =>
    {
        string[] gates = ["G1", "G2", "G3"];
        string[] kinds = ["boende", "anställd", "vald"];
        int At(int gate, int kind, bool on) => draw[(gate * 6) + (kind * 2) + (on ? 0 : 1)];
        StatTable Table(string what, Func<int, bool, int> count) => new(what, "2026Q1", ["submitter", "outcome"], [.. from kind in Range(kinds) from went in new[] { true, false } select new StatCount([kinds[kind], went ? "ja" : "nej"], count(kind, went))]);
        var published = StatTables.Publish([Table("E02", (kind, on) => Range(gates).Sum(gate => At(gate, kind, on))), .. Range(gates).Select(gate => Table($"E02:{gates[gate]}", (kind, on) => At(gate, kind, on)))], PrivacyLevel.Public);
        return Outsider.Reading(published).FirstWorkedOut() is null;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void A_year_of_everything_a_small_municipality_counts_is_protected_within_seconds()
    {
        // Nearly all of it is few: the hardest case, and what the night's job meets where people are few.
        var random = new Random(7);
        var authorities = Enumerable.Range(1, 7).ToDictionary(_ => Guid.CreateVersion7(), number => $"N{number}");
        var tables = Enumerable.Range(1, 4).SelectMany(quarter => QuarterTables.Of(
            $"2026Q{quarter}",
            new(
                [.. Enumerable.Range(0, 40).Select(_ => new HandedInCount("WEB", Areas[random.Next(3)], QuarterTables.Submitters[random.Next(4)], "sv", authorities.Keys.ElementAt(random.Next(7)), null, 1))],
                [.. Enumerable.Range(0, 40).Select(_ => new DecidedCount(Indicator.Decisions[random.Next(5)], QuarterTables.Submitters[random.Next(4)], Areas[random.Next(3)], random.Next(3) > 0, 1))],
                [.. Enumerable.Range(0, 12).Select(_ => new ClosedCount(random.Next(2) == 0 ? CloseReasons.Implemented : CloseReasons.Withdrawn, Areas[random.Next(3)], authorities.Keys.ElementAt(random.Next(7)), null, LessonShared: false, 1))]),
            new([.. Enumerable.Range(1, 9).Select(number => $"C{number}")], [.. Areas, "a4", "a5", "a6", "a7", "a8", "a9"], authorities))).ToList();
        var before = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime;
        StatTables.Publish(tables, PrivacyLevel.Public);
        Assert.InRange((System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds, 0, 60);
    }

    [Fact]
    public void What_is_out_stays_as_it_was_and_a_later_quarter_gives_nothing_of_it_away() =>
        Prop.ForAll(Draws(12), StaysHiddenQuarterByQuarter).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void That_a_later_sum_is_few_is_not_told_where_it_gives_an_earlier_number_away() => Assert.True(StaysHiddenQuarterByQuarter([29, 2, 4, 17, 0, 2, 4, 2, 0, 4, 0, 1]));

    [Fact]
    public void Where_all_that_is_new_is_withheld_not_even_that_it_is_few_is_told() => Assert.True(StaysHiddenQuarterByQuarter([0, 2, 4, 4, 1, 27, 2, 0, 0, 0, 1, 4]));

    private static bool StaysHiddenQuarterByQuarter(int[] draw)
    {
        string[] quarters = ["2026Q1", "2026Q2", "2026Q3", "2026Q4"];
        var out_ = new Dictionary<string, CellState>();
        IReadOnlyList<PublishedTable> last = [];
        for (var done = 1; done <= 4; done++)
        {
            var tables = quarters.Take(done).Select((quarter, q) => new StatTable("E01", quarter, ["sex"], [.. Range(Sexes).Select(s => new StatCount([Sexes[s]], draw[(q * 3) + s]))])).ToList();
            last = StatTables.Publish(tables, PrivacyLevel.Public, out_);
            foreach (var table in last)
                foreach (var count in table.Counts)
                {
                    var name = StatTables.NameOf(table.What, table.Period, table.Dimensions, count.Parts);
                    if (out_.TryGetValue(name, out var before) && before != count.Cell.State) return false;
                    out_[name] = count.Cell.State;
                }
        }

        return Outsider.Reading(last).FirstWorkedOut() is null;
    }

    [Fact]
    public void The_outsider_of_these_tests_does_work_out_what_is_badly_hidden()
    {
        // 3 hidden alone beside 20 and 30 of 53.
        var bad = new PublishedTable("E01", "2026Q1", ["sex"],
        [
            new([null], new(CellState.Shown, 53)), new(["kvinna"], new(CellState.Few, null)), new(["man"], new(CellState.Shown, 20)), new(["annat"], new(CellState.Shown, 30)),
        ]);
        Assert.NotNull(Outsider.Reading([bad]).FirstWorkedOut());
        // Two that are 1 each, of 2: each is at least 1.
        var both = new PublishedTable("E01", "2026Q1", ["sex"], [new([null], new(CellState.Shown, 2)), new(["kvinna"], new(CellState.Few, null)), new(["man"], new(CellState.Few, null))]);
        Assert.NotNull(Outsider.Reading([both]).FirstWorkedOut());
    }

    [Fact]
    public void One_to_four_are_few_and_the_smallest_beside_it_is_withheld_too()
    {
        var table = One(3, 20, 30);
        Assert.Equal((CellState.Few, CellState.Withheld, CellState.Shown, CellState.Shown), (table["kvinna"].State, table["man"].State, table["annat"].State, table[[null]].State));
        Assert.Null(table["kvinna"].Count);
    }

    [Fact]
    public void Nobody_is_shown_where_it_gives_nothing_away_and_a_table_of_large_numbers_is_left_alone()
    {
        Assert.All(One(0, 20, 30).Counts, count => Assert.Equal(CellState.Shown, count.Cell.State));
        Assert.All(One(7, 20, 30).Counts, count => Assert.Equal(CellState.Shown, count.Cell.State));
    }

    [Fact]
    public void A_filter_made_to_single_out_one_person_meets_the_limit_of_ways_to_divide()
    {
        var three = new StatTable("E01", "2026Q1", ["sex", "area", "channel"], [new(["kvinna", "vard", "webb"], 12)]);
        Assert.Throws<ArgumentException>(() => StatTables.Publish([three], PrivacyLevel.Public));
        Assert.Single(StatTables.Publish([three], PrivacyLevel.Research));
        Assert.Throws<ArgumentException>(() => StatTables.Publish([new("E01", "2026-03-14", ["sex"], [new(["kvinna"], 12)])], PrivacyLevel.Public));
    }

    [Fact]
    public void Two_filters_that_differ_by_few_cannot_be_laid_beside_each_other()
    {
        // Everyone in the area, and everyone who came by the web: the difference would be the two who telephoned.
        var published = StatTables.Publish(Tables(["2026Q1"], (_, s, a, c) => c == 0 ? 20 : a == 0 && s == 0 ? 2 : 0), PrivacyLevel.Public);
        Assert.Null(Outsider.Reading(published).FirstWorkedOut());
        Assert.Equal(CellState.Few, published[1]["telefon", "kvinna"].State);
        Assert.NotEqual(CellState.Shown, published[1]["webb", "kvinna"].State);
    }

    [Fact]
    public void Research_needs_ten_in_each_cell_and_nobody_may_set_fewer_than_five()
    {
        var table = StatTables.Publish([new("E01", "2026Q1", ["sex"], [new(["kvinna"], 7), new(["man"], 40), new(["annat"], 30)])], PrivacyLevel.Research)[0];
        Assert.Equal(CellState.Few, table["kvinna"].State);
        Assert.Throws<ArgumentOutOfRangeException>(() => StatTables.Publish([], new(4, 2)));
    }

    [Fact]
    public void Shares_are_told_only_of_ten_or_more_and_differences_only_between_two_such()
    {
        Assert.Null(Shares.Of(Shown(4 + 1), Shown(9)));
        Assert.Null(Shares.Of(new(CellState.Few, null), Shown(40)));
        var women = Shares.Of(Shown(12), Shown(40))!;
        Assert.Equal(30.0m, women.Value);
        Assert.Null(Shares.Gap(women, Shares.Of(Shown(5), Shown(8))));
        Assert.Equal(-20.0m, Shares.Gap(women, Shares.Of(Shown(20), Shown(40)))!.Value.Value);
    }

    [Fact]
    public void The_interval_is_Wilsons_as_counted_by_hand()
    {
        // 8 of 10: (0.8 + 1.9208/10 ± 1.96·√(0.016 + 0.009604)) / 1.38416, as in textbooks.
        var share = Shares.Of(Shown(8), Shown(10))!;
        Assert.Equal((80.0m, 49.0m, 94.3m, 10), (share.Value, share.Lowest, share.Highest, share.Of));
        Assert.Equal((0.0m, 27.8m), Shares.Of(Shown(0), Shown(10)) is { } none ? (none.Lowest, none.Highest) : default);
    }

    [Fact]
    public void Small_units_are_counted_with_the_one_above_until_they_are_five()
    {
        var told = UnitRollUp.Of(
            new Dictionary<string, int> { ["boende-a"] = 3, ["boende-b"] = 1, ["boende-c"] = 8, ["skola"] = 2 },
            new Dictionary<string, string?> { ["boende-a"] = "omsorg", ["boende-b"] = "omsorg", ["boende-c"] = "omsorg", ["omsorg"] = "social", ["social"] = null, ["skola"] = null }, "kommunen", 5);
        Assert.Equal([("boende-a", "kommunen"), ("boende-b", "kommunen"), ("boende-c", "boende-c"), ("skola", "kommunen")], told.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public void Each_unit_is_told_with_itself_or_one_above_and_none_but_the_whole_is_told_of_fewer_than_five() => Prop.ForAll(Draws(6), draw =>
    {
        var counts = draw.Select((count, at) => KeyValuePair.Create($"e{at}", count)).ToDictionary();
        var parents = draw.Select((_, at) => KeyValuePair.Create($"e{at}", at == 0 ? null : $"e{(at - 1) / 2}")).ToDictionary();
        var told = UnitRollUp.Of(counts, parents, "allt", 5);
        return told.Keys.Order(StringComparer.Ordinal).SequenceEqual(counts.Keys.Order(StringComparer.Ordinal)) && told.GroupBy(one => one.Value).All(into => into.Key == "allt" || into.Sum(one => counts[one.Key]) >= 5);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nor_do_all_the_tables_of_a_quarter_with_units_and_deciders_and_decisions_divided_twice() => Prop.ForAll(Draws(26), draw =>
    {
        // Two authorities, one with a unit below another, and every table that the product makes of what was drawn.
        var (care, school) = (new Guid("00000000-0000-7000-8000-000000000001"), new Guid("00000000-0000-7000-8000-000000000002"));
        var (home, night) = (new Guid("00000000-0000-7000-8000-000000000003"), new Guid("00000000-0000-7000-8000-000000000004"));
        var authorities = new Dictionary<Guid, string> { [care] = "SN", [school] = "BUN" };
        Guid?[] units = [home, night, null];
        var (handedIn, decided) = (draw[..8], draw[8..16]);
        var counts = new QuarterCounts(
            [.. handedIn.Select((count, at) => new HandedInCount("WEB", Areas[at % 2], QuarterTables.Submitters[at / 4], at % 3 == 0 ? "fi" : "sv", at < 6 ? care : school, at < 6 ? units[at % 3] : null, count))],
            [.. decided.Select((count, at) => new DecidedCount(Indicator.Decisions[at / 4], QuarterTables.Submitters[at / 2 % 2], Areas[at % 2], at % 2 == 0, count))],
            [.. draw[16..20].Select((count, at) => new ClosedCount(at % 2 == 0 ? CloseReasons.Implemented : CloseReasons.Withdrawn, Areas[at / 2], care, units[at / 2], LessonShared: false, count))])
        {
            Answered = [new("kvinna|From80", null, false, handedIn[0] / 2), new("man|Unknown", null, false, handedIn[1] / 2), new("kvinna|From80", Gates.Triage, true, decided[0] / 2)],
            Deciders = [.. draw[20..24].SelectMany((count, at) => Enumerable.Repeat(new Decider(at % 2 == 0 ? "kvinna" : "man", Indicator.Decisions[at / 2], at % 2 == 0 ? care : school), count))],
            Participants = [new("Women", "From80", true, draw[24]), new("Men", "From80", false, draw[25])],
        };
        var parts = new QuarterParts(["WEB"], [.. Areas[..2]], authorities)
        {
            Units = UnitTree.Of([new(home, care, null, "hem", "Hem", 0), new(night, care, home, "natt", "Natt", 1)], authorities), Majorities = new Dictionary<string, string> { [Areas[0]] = "kvinnor" },
        };
        var published = StatTables.Publish(QuarterTables.Of("2026Q1", counts, parts), PrivacyLevel.Public);
        var told = published.SelectMany(table => table.Counts.Select(count => (Name: StatTables.NameOf(table.What, table.Period, table.Dimensions, count.Parts), count.Cell.State))).DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.State);
        // What is told of each decision is read as a table of that decision; those that are counted together say nothing of one.
        var beside = ByDecision.Of("2026Q1", counts, told).SelectMany(table => table.Counts.GroupBy(count => count.Parts[0]).Where(gate => gate.Key != Dimensions.Others)
            .Select(gate => new PublishedTable($"{Indicator.Accepted}:{gate.Key}", table.Period, [.. table.Dimensions.Skip(1)], [.. gate.Select(count => new PublishedCount([.. count.Parts.Skip(1)], new(CellState.Shown, count.Count)))])));
        return Outsider.Reading([.. published, .. beside]).FirstWorkedOut() is null;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    private static PublishedTable One(int women, int men, int other) => StatTables.Publish([new("E01", "2026Q1", ["sex"], [new(["kvinna"], women), new(["man"], men), new(["annat"], other)])], PrivacyLevel.Public)[0];

    private static PublishedCell Shown(int count) => new(CellState.Shown, count);
}
