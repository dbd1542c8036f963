using System.Text.Json;
using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Training.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Evaluation.Tests.Statistics;

/// <summary>Each formula against numbers counted by hand.</summary>
public class QuarterTableTests
{
    private static readonly Guid Care = Guid.CreateVersion7();
    private static readonly Guid Gone = Guid.CreateVersion7();

    private static readonly IReadOnlyList<StatTable> Tables = QuarterTables.Of(
        "2026Q3",
        new(
            [new("WEB", "vard-omsorg", "Resident", "sv", Care, 12), new("WEB", "resor-trafik", "Employee", "fi", Care, 7), new("PHONE", null, "Resident", "sv", Gone, 6), new("OLD", "utgatt", "Elected", "en", Gone, 5)],
            [new(Gates.Triage, "Resident", true, 9), new(Gates.Triage, "Resident", false, 6), new(Gates.Triage, "Employee", true, 5), new(Gates.Need, "Employee", false, 5), new(Gates.Handover, "Employee", true, 50)],
            [new(CloseReasons.Implemented, "annat", false, 8), new(CloseReasons.StoppedAfterTest, null, true, 5), new(CloseReasons.StoppedAfterTest, null, false, 2), new(CloseReasons.DeclinedAlreadyExists, "annat", false, 5)])
        {
            Told = [new(Care, 0, 20), new(Care, 2, 6), new(Care, 3, 7), new(Gone, null, 5)],
            Spread = [new(true, 6), new(false, 9)],
            Barriers = [new(1, 5), new(12, 6), new(null, 8)],
            Participants = [new("Women", "From80", 9), new("Men", "From80", 6), new("Women", "From18To64", 11), new("Other", "Unknown", 5)],
            FollowUps = [new(3, 5, 80_000, 100_000), new(4, 4, null, 0), new(0, 2, 10_000, 50_000)],
            Certified = [new(RoleTrack.Manager, 13), new(RoleTrack.ElectedMember, 7), new(null, 21)],
        },
        new(["WEB", "PHONE"], ["vard-omsorg", "resor-trafik", "annat"], new Dictionary<Guid, string> { [Care] = "SN" }));

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
    [InlineData(Indicator.Lessons, Dimensions.Outcome, "ja", 5)]
    [InlineData(Indicator.Lessons, Dimensions.Outcome, "nej", 2)]
    public void Each_number_is_what_one_counts_by_hand(string what, string dimension, string part, int expected) =>
        Assert.Equal(expected, Tables.Single(table => table.What == what && table.Dimensions is [var only] && only == dimension).Counts.Single(count => count.Parts[0] == part).Count);

    [Theory]
    [InlineData(Indicator.Implemented, Dimensions.Area, "annat", "ja", 8)]
    [InlineData(Indicator.Implemented, Dimensions.Area, "annat", "nej", 5)]
    [InlineData(Indicator.Implemented, Dimensions.Area, Dimensions.None, "nej", 7)]
    // Within two working days: 20 + 6. Whoever nobody has told was not told in time.
    [InlineData(Indicator.Told, Dimensions.Authority, "SN", "ja", 26)]
    [InlineData(Indicator.Told, Dimensions.Authority, "SN", "nej", 7)]
    [InlineData(Indicator.Told, Dimensions.Authority, Dimensions.Others, "nej", 5)]
    // At all decisions that may end a case together; the handover is none of them.
    [InlineData(Indicator.Accepted, Dimensions.Submitter, "Employee", "ja", 5)]
    [InlineData(Indicator.Accepted, Dimensions.Submitter, "Employee", "nej", 5)]
    public void So_is_each_number_divided_twice(string what, string dimension, string part, string outcome, int expected) =>
        Assert.Equal(expected, Tables.Single(table => table.What == what && table.Dimensions is [var first, Dimensions.Outcome] && first == dimension).Counts.Single(count => count.Parts[0] == part && count.Parts[1] == outcome).Count);

    [Fact]
    public void Middles_are_what_half_and_nine_of_ten_had_at_most_and_are_told_of_ten_or_more()
    {
        // 1 1 2 2 3 4 5 7 9 30: the fifth is 3, the ninth is 9. Care alone has nine of them.
        var middles = QuarterTimes.Of([new("NEED", 9, 4, 8), new("TEST", 10, 20, 61)], [new("vard-omsorg", 1, 2), new("vard-omsorg", 2, 2), new("vard-omsorg", 3, 1), new("vard-omsorg", 4, 1), new("vard-omsorg", 5, 1), new("vard-omsorg", 7, 1), new(null, 9, 1), new("vard-omsorg", 30, 1)], [], [new(null, 40), new(3, 10)], []);
        Assert.Equal(
            [(Indicator.LeadTime, "TEST", 20, 61), (Indicator.ImplementedDays, "", 3, 9), (Indicator.BarrierDays, "", 3, 3)],
            middles.Select(one => (one.What, one.Part, one.Median, one.Ninth)));
    }

    [Fact]
    public void Measured_benefit_is_told_of_what_was_promised_in_kronor_when_ten_follow_ups_have_both()
    {
        // 9 × 40 000 + 60 000 = 420 000 of 9 × 50 000 + 100 000 = 550 000: 76.4 %. Without kronor, or nothing promised: not compared with.
        IReadOnlyList<FollowedUp> nine = [.. Enumerable.Repeat(new FollowedUp(1, 1, 40_000, 50_000), 9), new(1, 1, null, 90_000), new(1, 1, 5_000, 0)];
        Assert.Empty(QuarterTimes.Of([], [], [], [], nine));
        Assert.Equal((Indicator.BenefitPercent, 10, 76), QuarterTimes.Of([], [], [], [], [.. nine, new(1, 1, 60_000, 100_000)]).Select(one => (one.What, one.Count, one.Median)).Single());
    }

    [Fact]
    public void No_indicator_is_without_formula_and_source_and_one_without_figures_says_why()
    {
        Assert.Equal([.. Enumerable.Range(1, 20).Select(number => $"E{number:00}"), .. Enumerable.Range(1, 8).Select(number => $"IB{number}")], Indicator.All.Select(one => one.Code));
        var counted = Tables.Select(table => table.What.Split(':', '.')[0]).Concat(BarometerForm.Questions.Select(question => question.Indicator)).Concat([Indicator.Kinds, Indicator.Innovative, Indicator.Trust, Indicator.Social, Indicator.Intersections]).Append(Indicator.LeadTime).Append(Indicator.Gap).Append(Indicator.NeedTalks).Append(Indicator.OtherLanguage).ToHashSet();
        Assert.All(Indicator.All, one => Assert.True(one.Formula.Length > 0 && one.Source.Length > 0 && counted.Contains(one.Code) == one.Missing is null, one.Code));
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
    public async Task A_settled_quarter_is_the_same_however_often_the_job_runs_and_from_wherever_it_was_stopped()
    {
        var before = await DumpAsync();
        Assert.NotEqual("", before);
        await SettleAsync();
        Assert.Equal(before, await DumpAsync());
        // As if it had been killed before the last quarter was saved: its figures come back as they were.
        var last = await host.Database.QueryAsync<string>("select max(name) from evaluation.settled_period where length(name) = 6");
        await host.Database.ExecuteAsync($"delete from evaluation.quarter_figure where period = '{last}'; delete from evaluation.settled_period where name = '{last}'");
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

    private Task SettleAsync() => host.InScopeAsync(services => services.GetRequiredService<SettleQuarters>().RunAsync(TestContext.Current.CancellationToken));

    private async Task<string> DumpAsync() => await host.Database.QueryAsync<string>(
        "select coalesce(string_agg(period || what || dimensions::text || parts::text || count || state || coalesce(median, -1) || coalesce(ninth, -1), E'\\n' order by period, what, dimensions::text, parts::text), '') from evaluation.quarter_figure");
}
