using System.Text.Json;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Evaluation.Tests.Statistics;

/// <summary>Each formula against numbers counted by hand.</summary>
public class QuarterTableTests
{
    private static readonly IReadOnlyList<StatTable> Tables = QuarterTables.Of(
        "2026Q3",
        new(
            [new("WEB", "vard-omsorg", "Resident", "sv", 12), new("WEB", "resor-trafik", "Employee", "fi", 7), new("PHONE", null, "Resident", "sv", 6), new("OLD", "utgatt", "Elected", "en", 5)],
            [new(Gates.Triage, "Resident", true, 9), new(Gates.Triage, "Resident", false, 6), new(Gates.Triage, "Employee", true, 5), new(Gates.Need, "Employee", false, 5)],
            [new(CloseReasons.Implemented, null, false, 8), new(CloseReasons.StoppedAfterTest, null, true, 5), new(CloseReasons.StoppedAfterTest, null, false, 2), new(CloseReasons.DeclinedAlreadyExists, "annat", false, 5)]),
        ["WEB", "PHONE"], ["vard-omsorg", "resor-trafik", "annat"]);

    [Theory]
    [InlineData(Indicator.HandedIn, Dimensions.Area, "vard-omsorg", 12)]
    [InlineData(Indicator.HandedIn, Dimensions.Area, Dimensions.None, 11)]
    [InlineData(Indicator.HandedIn, Dimensions.Submitter, "Resident", 18)]
    [InlineData(Indicator.HandedIn, Dimensions.Channel, "OLD", 5)]
    [InlineData(Indicator.HandedIn, Dimensions.Language, "ja", 12)]
    [InlineData(Indicator.Implemented, Dimensions.Outcome, "ja", 8)]
    [InlineData(Indicator.Implemented, Dimensions.Outcome, "nej", 12)]
    [InlineData(Indicator.Lessons, Dimensions.Outcome, "ja", 5)]
    [InlineData(Indicator.Lessons, Dimensions.Outcome, "nej", 2)]
    public void Each_number_is_what_one_counts_by_hand(string what, string dimension, string part, int expected) =>
        Assert.Equal(expected, Tables.Single(table => table.What == what && table.Dimensions is [var only] && only == dimension).Counts.Single(count => count.Parts[0] == part).Count);

    [Fact]
    public void The_share_that_went_on_is_of_those_that_went_on_or_ended()
    {
        // 9 + 5 of 20: 70 %.
        var published = StatTables.Publish(Tables, PrivacyLevel.Public).Single(table => table.What == $"{Indicator.Accepted}:{Gates.Triage}");
        Assert.Equal((70.0m, 20), Shares.Of(published[null, "ja"], published[[null, null]]) is { } share ? (share.Value, share.Of) : default);
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
