using System.Text.Json;
using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Evaluation.Features.Evaluation.Workforce;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Training.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IdeSluss.Evaluation.Tests.Statistics;

/// <summary>Each formula against numbers counted by hand.</summary>
public class QuarterTableTests
{
    private static readonly Guid Care = Guid.CreateVersion7();
    private static readonly Guid Gone = Guid.CreateVersion7();
    private static readonly Guid Home = Guid.CreateVersion7();
    private static readonly Guid Night = Guid.CreateVersion7();

    private static readonly IReadOnlyList<StatTable> Tables = QuarterTables.Of(
        "2026Q3",
        new(
            [new("WEB", "vard-omsorg", "Resident", "sv", Care, Home, 12), new("WEB", "resor-trafik", "Employee", "fi", Care, Night, 3), new("WEB", "resor-trafik", "Employee", "fi", Care, null, 4), new("PHONE", null, "Resident", "sv", Gone, null, 6), new("OLD", "utgatt", "Elected", "en", Gone, null, 5)],
            [new(Gates.Triage, "Resident", "vard-omsorg", true, 9), new(Gates.Triage, "Resident", null, false, 6), new(Gates.Triage, "Employee", "resor-trafik", true, 5), new(Gates.Need, "Employee", "vard-omsorg", false, 5), new(Gates.Handover, "Employee", "vard-omsorg", true, 50)],
            [new(CloseReasons.Implemented, "annat", Care, Home, false, 8), new(CloseReasons.StoppedAfterTest, null, Gone, null, true, 5), new(CloseReasons.StoppedAfterTest, null, Care, Night, false, 2), new(CloseReasons.DeclinedAlreadyExists, "annat", Care, Home, false, 5)])
        {
            // Three tests in care, one in traffic and one that nobody has said the area of; a half crown goes up.
            Costs = [new("vard-omsorg", 1_000), new("vard-omsorg", 250.5m), new("vard-omsorg", 4_000), new("resor-trafik", 7_000), new(null, 800)],
            Deciders = [.. Enumerable.Repeat(new Decider("kvinna", Gates.Triage, Care), 7), .. Enumerable.Repeat(new Decider("man", Gates.Need, Care), 6), new("kvinna", Gates.Handover, Gone)],

            Told = [new(Care, 0, 20), new(Care, 2, 6), new(Care, 3, 7), new(Gone, null, 5)],
            Spread = [new(true, 6), new(false, 9)],
            Barriers = [new(1, 5), new(12, 6), new(null, 8)],
            Participants = [new("Women", "From80", true, 9), new("Men", "From80", true, 6), new("Women", "From18To64", false, 11), new("Other", "Unknown", false, 5)],
            // Three follow-ups: one of money and time, one of quality, one of money and quality.
            FollowUps =
            [
                new([new(BenefitKind.Money, 2, 3, 80_000, 100_000), new(BenefitKind.Redistribution, 1, 2, 5_000, 20_000)]), new([new(BenefitKind.Quality, 4, 4, null, 0)]),
                new([new(BenefitKind.Money, 0, 1, 10_000, 50_000), new(BenefitKind.Quality, 0, 1, null, 0)]),
            ],
            // Twenty managers, fifteen of them trained; thirty elected members, six trained. Of eighteen women who have said it nine are trained, of twelve men seven; twenty have not said it.
            Reached =
            [
                new(RoleTrack.Manager, "kvinna", true, 6), new(RoleTrack.Manager, "kvinna", false, 3), new(RoleTrack.Manager, "man", true, 5), new(RoleTrack.Manager, null, true, 4), new(RoleTrack.Manager, null, false, 2),
                new(RoleTrack.ElectedMember, "kvinna", true, 3), new(RoleTrack.ElectedMember, "kvinna", false, 6), new(RoleTrack.ElectedMember, "man", true, 2), new(RoleTrack.ElectedMember, "man", false, 5), new(RoleTrack.ElectedMember, null, true, 1), new(RoleTrack.ElectedMember, null, false, 13),
            ],
            Certified = [new(RoleTrack.Manager, "kvinna", 8), new(RoleTrack.Manager, null, 5), new(RoleTrack.ElectedMember, "man", 7), new(null, null, 21)],
        },
        new(["WEB", "PHONE"], ["vard-omsorg", "resor-trafik", "annat"], new Dictionary<Guid, string> { [Care] = "SN" })
        {
            Units = UnitTree.Of([new(Home, Care, null, "hemtjanst", "Hemtjänst", 0), new(Night, Care, Home, "natt", "Nattpatrullen", 1)], new Dictionary<Guid, string> { [Care] = "SN" }),
            Majorities = new Dictionary<string, string> { ["vard-omsorg"] = "kvinnor", ["resor-trafik"] = "man" },
        });

    [Theory]
    [InlineData(Indicator.HandedIn, Dimensions.Area, "vard-omsorg", 12)]
    [InlineData(Indicator.HandedIn, Dimensions.Area, Dimensions.None, 11)]
    [InlineData(Indicator.HandedIn, Dimensions.Submitter, "Resident", 18)]
    [InlineData(Indicator.HandedIn, Dimensions.Channel, "OLD", 5)]
    [InlineData(Indicator.HandedIn, Dimensions.Language, "ja", 12)]
    [InlineData(Indicator.HandedIn, Dimensions.Authority, "SN", 19)]
    [InlineData(Indicator.HandedIn, Dimensions.Authority, Dimensions.Others, 11)]
    [InlineData(Indicator.Participants, Dimensions.Sex, "kvinna", 20)]
    [InlineData(Indicator.Participants, Dimensions.Age, "From80", 15)]
    [InlineData(Indicator.Barriers, Dimensions.Outcome, "ja", 11)]
    [InlineData(Indicator.Barriers, Dimensions.Outcome, "nej", 8)]
    [InlineData(Indicator.Benefit, Dimensions.Outcome, "ja", 7)]
    [InlineData(Indicator.Benefit, Dimensions.Outcome, "nej", 4)]
    [InlineData(Indicator.Spread, Dimensions.Outcome, "ja", 6)]
    [InlineData(Indicator.Trained, Dimensions.Role, "Manager", 13)]
    [InlineData(Indicator.Trained, Dimensions.Role, Dimensions.Others, 21)]
    [InlineData(Indicator.Trained, Dimensions.Sex, "kvinna", 8)]
    // Five managers and 21 others have not said it.
    [InlineData(Indicator.Trained, Dimensions.Sex, Dimensions.Unsaid, 26)]
    [InlineData(Indicator.Participants, Dimensions.Adapted, "ja", 15)]
    [InlineData(Indicator.Participants, Dimensions.Adapted, "nej", 16)]
    // 1 000 + 250.50 + 4 000.
    [InlineData(Indicator.Resources, Dimensions.Majority, "kvinnor", 5_251)]
    [InlineData(Indicator.Resources, Dimensions.Majority, "man", 7_000)]
    [InlineData(Indicator.Resources, Dimensions.Majority, "lika", 0)]
    [InlineData(Indicator.Resources, Dimensions.Majority, Dimensions.Unsaid, 800)]
    // Three at night are counted with home care above; four of no unit are the rest of the nämnd.
    [InlineData(Indicator.HandedIn, Dimensions.Unit, "SN/hemtjanst", 15)]
    [InlineData(Indicator.HandedIn, Dimensions.Unit, "SN/", 4)]
    [InlineData(Indicator.HandedIn, Dimensions.Unit, "annan/", 11)]
    [InlineData(Indicator.Lessons, Dimensions.Outcome, "ja", 5)]
    [InlineData(Indicator.Lessons, Dimensions.Outcome, "nej", 2)]
    public void Each_number_is_what_one_counts_by_hand(string what, string dimension, string part, int expected) =>
        Assert.Equal(expected, Tables.Single(table => table.What == what && table.Dimensions is [var only] && only == dimension).Counts.Single(count => count.Parts[0] == part).Count);

    [Theory]
    [InlineData(Indicator.Implemented, Dimensions.Area, "annat", "ja", 8)]
    [InlineData(Indicator.Implemented, Dimensions.Area, "annat", "nej", 5)]
    [InlineData(Indicator.Implemented, Dimensions.Area, Dimensions.None, "nej", 7)]
    [InlineData(Indicator.Implemented, Dimensions.Authority, "SN", "ja", 8)]
    [InlineData(Indicator.Implemented, Dimensions.Authority, "SN", "nej", 7)]
    [InlineData(Indicator.Implemented, Dimensions.Unit, "SN/hemtjanst", "nej", 7)]
    // Of all decisions that may end a case: 9 in care went on and 5 ended.
    [InlineData(Indicator.Accepted, Dimensions.Majority, "kvinnor", "ja", 9)]
    [InlineData(Indicator.Accepted, Dimensions.Majority, "kvinnor", "nej", 5)]
    [InlineData(Indicator.Accepted, Dimensions.Majority, Dimensions.Unsaid, "nej", 6)]
    // Within two working days: 20 + 6. Whoever nobody has told was not told in time.
    [InlineData(Indicator.Told, Dimensions.Authority, "SN", "ja", 26)]
    [InlineData(Indicator.Told, Dimensions.Authority, "SN", "nej", 7)]
    [InlineData(Indicator.Told, Dimensions.Authority, Dimensions.Others, "nej", 5)]
    // At all decisions that may end a case together; the handover is none of them.
    [InlineData(Indicator.Accepted, Dimensions.Submitter, "Employee", "ja", 5)]
    [InlineData(Indicator.Accepted, Dimensions.Submitter, "Employee", "nej", 5)]
    [InlineData(Indicator.Deciders, Dimensions.Authority, "SN", "kvinna", 7)]
    [InlineData(Indicator.Deciders, Dimensions.Authority, Dimensions.Others, "kvinna", 1)]
    [InlineData(Indicator.Deciders, Dimensions.Gate, Gates.Need, "man", 6)]
    [InlineData(Indicator.Deciders, Dimensions.Gate, Dimensions.Others, "kvinna", 1)]
    // Reached their goal: 2 + 0 of four in money, 1 of two in time, 4 + 0 of five in quality.
    [InlineData(Indicator.Benefit, Dimensions.Benefit, "pengar", "ja", 2)]
    [InlineData(Indicator.Benefit, Dimensions.Benefit, "pengar", "nej", 2)]
    [InlineData(Indicator.Benefit, Dimensions.Benefit, "tid", "nej", 1)]
    [InlineData(Indicator.Benefit, Dimensions.Benefit, "kvalitet", "ja", 4)]
    [InlineData(Indicator.Benefit, Dimensions.Benefit, "kvalitet", "nej", 1)]
    [InlineData(Indicator.Reach, Dimensions.Role, "Manager", "ja", 15)]
    [InlineData(Indicator.Reach, Dimensions.Role, "Manager", "nej", 5)]
    [InlineData(Indicator.Reach, Dimensions.Role, "ElectedMember", "ja", 6)]
    [InlineData(Indicator.Reach, Dimensions.Role, "ElectedMember", "nej", 24)]
    [InlineData(Indicator.Reach, Dimensions.Sex, "kvinna", "ja", 9)]
    [InlineData(Indicator.Reach, Dimensions.Sex, "kvinna", "nej", 9)]
    [InlineData(Indicator.Reach, Dimensions.Sex, "man", "ja", 7)]
    [InlineData(Indicator.Reach, Dimensions.Sex, Dimensions.Unsaid, "nej", 15)]
    [InlineData(Indicator.HandedIn, Dimensions.Channel, "WEB", "ja", 7)]
    [InlineData(Indicator.HandedIn, Dimensions.Channel, "WEB", "nej", 12)]
    public void So_is_each_number_divided_twice(string what, string dimension, string part, string second, int expected) =>
        Assert.Equal(expected, Tables.Single(table => table.What == what && table.Dimensions is [var first, _] && first == dimension).Counts.Single(count => count.Parts[0] == part && count.Parts[1] == second).Count);

    [Fact]
    public void At_each_decision_what_is_few_is_counted_with_other_decisions_until_it_is_not_and_nothing_is_told_while_a_sum_is_not()
    {
        // Triage and the decision on the need are many; three of the test are few and so are two of its evaluation, five together.
        QuarterCounts counts = new([], [
            new(Gates.Triage, "Resident", null, true, 30), new(Gates.Triage, "Resident", null, false, 9), new(Gates.Triage, "Employee", null, true, 12), new(Gates.Need, "Resident", null, true, 8), new(Gates.Need, "Employee", null, false, 7),
            new(Gates.Test, "Resident", null, true, 3), new(Gates.Evaluate, "Resident", null, true, 2),
        ], []);
        var told = new Dictionary<string, CellState>();
        foreach (var table in StatTables.Publish(QuarterTables.Of("2026Q3", counts, new(["WEB"], [], new Dictionary<Guid, string>())), PrivacyLevel.Public))
            foreach (var count in table.Counts) told[StatTables.NameOf(table.What, table.Period, table.Dimensions, count.Parts)] = count.Cell.State;
        foreach (var gate in Indicator.Decisions.Take(2))
            foreach (var name in told.Keys.Where(name => name.StartsWith($"{Indicator.Accepted}:{gate}", StringComparison.Ordinal))) told[name] = CellState.Shown;
        int Of(IReadOnlyList<StatTable> tables, params string[] parts) => tables.Single(table => table.What == ByDecision.BySubmitter).Counts.Single(count => count.Parts.SequenceEqual(parts)).Count;
        var tables = ByDecision.Of("2026Q3", counts, told);
        Assert.Equal((30, 9, 8, 7), (Of(tables, Gates.Triage, "Resident", "ja"), Of(tables, Gates.Triage, "Resident", "nej"), Of(tables, Gates.Need, "Resident", "ja"), Of(tables, Gates.Need, "Employee", "nej")));
        Assert.Equal((5, 0), (Of(tables, Dimensions.Others, "Resident", "ja"), Of(tables, Dimensions.Others, "Resident", "nej")));
        told[StatTables.NameOf(Indicator.Accepted, "2026Q3", [Dimensions.Submitter], ["Employee"])] = CellState.Withheld;
        Assert.DoesNotContain(ByDecision.Of("2026Q3", counts, told), table => table.What == ByDecision.BySubmitter);
    }

    [Fact]
    public void Whoever_decides_in_several_places_is_counted_once_where_they_decided_most()
    {
        var (one, other, silent) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Equal(
            [new("kvinna", Gates.Test, Care), new Decider("man", Gates.Need, Gone)],
            Decider.Of(
                [new(Gates.Triage, Care, one, 3), new(Gates.Test, Gone, one, 2), new(Gates.Test, Care, one, 2), new(Gates.Need, Gone, other, 1), new(Gates.Need, Gone, silent, 9)],
                new Dictionary<Guid, string> { [one] = "kvinna", [other] = "man" }));
    }

    [Theory]
    [InlineData(61, "kvinnor")]
    [InlineData(60, "lika")]
    [InlineData(40, "lika")]
    [InlineData(39, "man")]
    [InlineData(null, Dimensions.Unsaid)]
    public void An_area_is_mostly_women_above_sixty_percent_and_mostly_men_below_forty(int? women, string expected) => Assert.Equal(expected, KeepWorkforce.MajorityOf(women));

    [Fact]
    public void Middles_are_what_half_and_nine_of_ten_had_at_most_and_are_told_of_ten_or_more()
    {
        // 1 1 2 2 3 4 5 7 9 30: the fifth is 3, the ninth is 9. Care alone has nine of them.
        var middles = QuarterTimes.Of(
            [new("NEED", "vard-omsorg", 4, 9), new("TEST", "vard-omsorg", 20, 10), new("TEST", null, 61, 9)], [new("kvinna|From80", "TEST", 20, 6), new("kvinna|Unknown", "TEST", 30, 6), new("man|Unknown", "TEST", 5, 9), new("okand|From80", "TEST", 5, 12)],
            [new("vard-omsorg", 1, 2), new("vard-omsorg", 2, 2), new("vard-omsorg", 3, 1), new("vard-omsorg", 4, 1), new("vard-omsorg", 5, 1), new("vard-omsorg", 7, 1), new(null, 9, 1), new("vard-omsorg", 30, 1)], [], [new(null, 40), new(3, 10)], []);
        Assert.Equal(
            // Of nineteen the tenth rested 20 days. Care alone has ten of them; of twelve women the sixth rested 20 and the eleventh 30; nine men are too few, and who has not said it is no part.
            [(Indicator.LeadTime, "TEST", 20, 61), (Indicator.LeadTime, "TEST vard-omsorg", 20, 20), (Indicator.LeadTime, "TEST kvinna", 20, 30), (Indicator.ImplementedDays, "", 3, 9), (Indicator.BarrierDays, "", 3, 3)],
            middles.Select(one => (one.What, string.Join(' ', one.Parts.Select(part => part.Part)), one.Median, one.Ninth)));
    }

    [Fact]
    public void Measured_benefit_is_told_of_what_was_promised_in_kronor_when_ten_follow_ups_have_both()
    {
        static FollowedUp Of(params FollowedBenefits[] kinds) => new(kinds);
        // 9 × 40 000 + 60 000 = 420 000 of 9 × 50 000 + 100 000 = 550 000: 76.4 %. Without kronor, or nothing promised: not compared with.
        IReadOnlyList<FollowedUp> nine =
            [.. Enumerable.Repeat(Of(new(BenefitKind.Money, 1, 1, 30_000, 25_000), new(BenefitKind.Redistribution, 0, 1, 10_000, 25_000)), 9), Of(new FollowedBenefits(BenefitKind.Money, 1, 1, null, 90_000)), Of(new FollowedBenefits(BenefitKind.Money, 1, 1, 5_000, 0))];
        Assert.Empty(QuarterTimes.Of([], [], [], [], [], nine));
        // In money 9 × 30 000 + 60 000 = 330 000 of 9 × 25 000 + 100 000 = 325 000: 101.5 %. Nine have promised time: one too few.
        Assert.Equal(
            [(Indicator.BenefitPercent, "", 10, 76), (Indicator.BenefitPercent, "pengar", 10, 102)],
            QuarterTimes.Of([], [], [], [], [], [.. nine, Of(new(BenefitKind.Money, 1, 1, 60_000, 100_000), new(BenefitKind.Quality, 1, 1, null, 0))]).Select(one => (one.What, string.Join(' ', one.Parts.Select(part => part.Part)), one.Count, one.Median)));
    }

    [Fact]
    public void No_indicator_is_without_formula_and_source_and_one_without_figures_says_why()
    {
        Assert.Equal([.. Enumerable.Range(1, 20).Select(number => $"E{number:00}"), .. Enumerable.Range(1, 8).Select(number => $"IB{number}")], Indicator.All.Select(one => one.Code));
        var counted = Tables.Select(table => table.What.Split(':', '.')[0]).Concat(BarometerForm.Questions.Select(question => question.Indicator)).Concat([Indicator.Kinds, Indicator.Innovative, Indicator.Trust, Indicator.Social, Indicator.Intersections]).Append(Indicator.LeadTime).Append(Indicator.Gap).Append(Indicator.NeedTalks).Append(Indicator.OtherLanguage).ToHashSet();
        Assert.All(Indicator.All, one => Assert.True(one.Formula.Length > 0 && one.Source.Length > 0 && counted.Contains(one.Code) == one.Missing is null, one.Code));
    }

    [Fact]
    public void Training_reach_is_told_as_a_share_of_all_managers_and_elected_members_and_by_sex()
    {
        var published = StatTables.Publish(Tables, PrivacyLevel.Public);
        var (role, sex) = (published.Single(table => table.What == Indicator.Reach && table.Dimensions[0] == Dimensions.Role), published.Single(table => table.What == Indicator.Reach && table.Dimensions[0] == Dimensions.Sex));
        // 15 of 20 managers, 6 of 30 elected members, 21 of 50 together, 9 of 18 women.
        Assert.Equal([75.0m, 20.0m, 42.0m, 50.0m], new[] { (role, "Manager"), (role, "ElectedMember"), (role, (string?)null), (sex, "kvinna") }.Select(one => Shares.Of(one.Item1[one.Item2, "ja"], one.Item1[one.Item2, null])!.Value));
        Assert.DoesNotContain(QuarterTables.Of("2026Q4", new([], [], []), new([], [], new Dictionary<Guid, string>())), table => table.What == Indicator.Reach && table.AddsUp);
    }

    [Fact]
    public void The_share_that_went_on_is_of_those_that_went_on_or_ended()
    {
        // 9 + 5 of 20: 70 %.
        var published = StatTables.Publish(Tables, PrivacyLevel.Public).Single(table => table.What == $"{Indicator.Accepted}:{Gates.Triage}");
        Assert.Equal((70.0m, 20), Shares.Of(published["ja"], published[[null]]) is { } share ? (share.Value, share.Of) : default);
    }
}

/// <summary>Quarters are settled once, and what is settled is what everyone reads.</summary>
public class SettleTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    [Fact]
    public async Task A_settled_quarter_is_the_same_however_often_the_job_runs()
    {
        var before = await DumpAsync();
        Assert.NotEqual("", before);
        await SettleAsync();
        Assert.Equal(before, await DumpAsync());
        await ForgetLastAsync();
        await SettleAsync();
        Assert.Equal(before, await DumpAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_job_that_is_killed_while_it_writes_a_quarter_leaves_nothing_of_it_and_gets_the_same_when_it_runs_again(bool connectionIsCut)
    {
        var before = await DumpAsync();
        await ForgetLastAsync();
        var without = await DumpAsync();
        using var stop = new CancellationTokenSource();
        await using (var inTheWay = await host.Database.Source.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            // Whoever reads it may, nobody may write: the job has begun its quarter, and waits to write its figures.
            await using var held = await inTheWay.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using (var command = new NpgsqlCommand("lock table evaluation.quarter_figure in share mode", inTheWay, held)) await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            var job = host.InScopeAsync(services => services.GetRequiredService<SettleQuarters>().RunAsync(stop.Token));
            const string waiting = "from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%insert into evaluation.quarter_figure%'";
            await Eventually.TrueAsync(async () => job.IsCompleted || await host.Database.QueryAsync<long>($"select count(*) {waiting}") > 0, "the job to write its figures");
            if (connectionIsCut) Assert.True(await host.Database.QueryAsync<bool>($"select bool_and(pg_terminate_backend(pid)) {waiting}"));
            else await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => job);
        }

        Assert.Equal(without, await DumpAsync());
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from evaluation.settled_period p where not exists (select 1 from evaluation.quarter_figure f where f.period = p.name)"));
        await SettleAsync();
        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task No_number_of_one_to_four_leaves_by_page_api_or_file()
    {
        using var anyone = host.Visitor();
        var few = await host.Database.QueryAsync<long>("select count(*) from evaluation.quarter_figure where count between 1 and 4 and state = 'Shown'");
        Assert.Equal(0, few);
        foreach (var period in await host.Database.ListAsync<string>("select name from evaluation.settled_period"))
        {
            var body = await anyone.ReadAsync($"statistics?period={period}");
            foreach (var figure in body.GetProperty("figures").EnumerateArray())
                Assert.True(figure.GetProperty("count").ValueKind == JsonValueKind.Null || figure.GetProperty("count").GetInt32() is 0 or >= 5, figure.ToString());
            Assert.Equal(200, (await anyone.GetAsync($"/statistik?period={period}")).StatusCode);
        }
    }

    [Fact]
    public async Task Statistics_of_a_day_or_a_period_that_is_not_settled_do_not_exist()
    {
        using var anyone = host.Visitor();
        Assert.Equal(404, (await anyone.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/statistics?period=2026-03-14")).Status);
        Assert.Equal(404, (await anyone.GetAsync("/statistik?period=2099Q1")).StatusCode);
    }

    private async Task ForgetLastAsync()
    {
        var last = await host.Database.QueryAsync<string>("select max(name) from evaluation.settled_period where length(name) = 6");
        await host.Database.ExecuteAsync($"delete from evaluation.quarter_figure where period = '{last}'; delete from evaluation.settled_period where name = '{last}'");
    }

    private Task SettleAsync() => host.InScopeAsync(services => services.GetRequiredService<SettleQuarters>().RunAsync(TestContext.Current.CancellationToken));

    private async Task<string> DumpAsync() => await host.Database.QueryAsync<string>(
        "select coalesce(string_agg(period || what || dimensions::text || parts::text || count || state || coalesce(median, -1) || coalesce(ninth, -1), E'\\n' order by period, what, dimensions::text, parts::text), '') from evaluation.quarter_figure");
}
