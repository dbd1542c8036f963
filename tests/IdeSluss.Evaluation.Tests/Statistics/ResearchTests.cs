using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Research;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Evaluation.Tests.Privacy;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Evaluation.Tests.Statistics;

/// <summary>Researchers take out what is agreed, while it is agreed, and it is written down.</summary>
public class ResearchTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    [Fact]
    public async Task What_is_agreed_can_be_taken_out_with_the_codebook_and_is_logged_until_the_last_day()
    {
        var id = await AgreedAsync(ResearchTable.Public, "R02");
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var version = (await researcher.ReadAsync("research/codebook")).GetProperty("version").GetString();
        var file = await researcher.GetAsync($"{JudgingHost.Api}/research/agreements/{id}/export.csv?codebook={version}");
        Assert.Equal(200, file.StatusCode);
        var lines = file.Html.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("period;table;dimension1", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1).Select(line => line.Split(';')), line => Assert.True(line[8].Length == 0 || int.Parse(line[8], System.Globalization.CultureInfo.InvariantCulture) is 0 or >= 10));
        foreach (var code in await host.Database.ListAsync<string>("select code from people.authority")) Assert.DoesNotContain($";authority;{code};", file.Html, StringComparison.Ordinal);
        Assert.Equal(lines.Length - 1, await host.Database.QueryAsync<int>("select rows from evaluation.research_export where agreement_id = $1", id));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from audit.entry where action = 'evaluation.research-taken-out' and subject_id = $1", id));
        var page = await researcher.GetAsync("/forskning");
        Assert.Contains($"{lines.Length - 1} rader", page.Html, StringComparison.Ordinal);
        // Drawn, or named as too small: where ideas are lost, how long it takes, for whom, and who decides.
        foreach (var measure in new[] { "Genom slussen", "Andel som gick vidare, efter kön", "Skillnad mellan kvinnor och män", "Tid till beslut, i vardagar", "Andel kvinnor bland dem som beslutade, efter nämnd", "Hur det slutade och hur det gick till" })
            Assert.True(page.Says(measure), page.Text);
        Assert.Equal(404, (await researcher.GetAsync("/forskning?period=2026-03-14")).StatusCode);

        await host.Database.ExecuteAsync($"update evaluation.research_agreement set ends_on = '2026-10-13' where id = '{id}'");
        Assert.Equal(409, (await researcher.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/research/agreements/{id}/export.csv?codebook={version}")).Status);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.research_export where agreement_id = $1", id));
    }

    [Fact]
    public async Task Another_codebook_than_the_one_agreed_on_or_in_force_is_refused_until_somebody_agrees_anew()
    {
        var id = await AgreedAsync("R01");
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var version = (await researcher.ReadAsync("research/codebook")).GetProperty("version").GetString();
        Assert.Equal(409, (await researcher.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/research/agreements/{id}/export.csv?codebook=gammal")).Status);
        await host.Database.ExecuteAsync($"update evaluation.research_agreement set codebook = 'tidigare' where id = '{id}'");
        Assert.Equal(409, (await researcher.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/research/agreements/{id}/export.csv?codebook={version}")).Status);
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        Assert.Equal(204, (await administrator.JsonAsync(HttpMethod.Post, $"{JudgingHost.Api}/research/agreements/{id}/codebook", null, Asking.OwnHeader)).Status);
        Assert.Equal(200, (await researcher.GetAsync($"{JudgingHost.Api}/research/agreements/{id}/export.csv?codebook={version}")).StatusCode);
        Assert.Equal(204, (await administrator.JsonAsync(HttpMethod.Post, $"{JudgingHost.Api}/research/agreements/{id}/end", null, Asking.OwnHeader)).Status);
        Assert.Equal(409, (await researcher.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/research/agreements/{id}/export.csv?codebook={version}")).Status);
    }

    [Fact]
    public async Task An_agreement_needs_researcher_purpose_ethics_tables_and_a_last_day_that_comes()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var (status, problem) = await administrator.JsonAsync(HttpMethod.Post, $"{JudgingHost.Api}/research/agreements", new { researcher = await host.PersonAsync(Personas.Coach), purpose = " ", endsOn = "2026-10-13", tables = new[] { "R99" } });
        Assert.Equal((422, 5), (status, problem.Errors().Count));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(403, (await coach.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/research/agreements")).Status);
        var id = await AgreedAsync("R01");
        // Somebody else's agreement is not there.
        Assert.Equal(403, (await coach.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/research/agreements/{id}/export.csv")).Status);
    }

    [Fact]
    public async Task A_manager_sees_their_own_authority_and_everyones_sum_and_no_other_authority()
    {
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var view = await manager.ReadAsync("dashboard");
        var own = view.GetProperty("places").EnumerateArray().Select(one => one.GetProperty("code").GetString()!).ToList();
        var authority = Assert.Single(own, code => !code.Contains('/', StringComparison.Ordinal));
        var parts = view.GetProperty("statistics").GetProperty("figures").EnumerateArray().SelectMany(one => one.GetProperty("parts").EnumerateArray())
            .Where(part => part.GetProperty("dimension").GetString() is Dimensions.Authority or Dimensions.Unit).Select(part => part.GetProperty("part").GetString()!).Distinct().ToList();
        Assert.Contains(authority, parts);
        Assert.All(parts, part => Assert.Equal(authority, part.Split('/')[0]));
        Assert.Equal(200, (await manager.GetAsync("/arbete/statistik")).StatusCode);
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal(403, (await resident.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/dashboard")).Status);
    }

    [Fact]
    public void Tables_for_research_beside_those_for_everyone_let_nobody_be_worked_out() => Prop.ForAll(Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 9)), (5, Gen.Choose(10, 40))).ArrayOf(24).ToArbitrary(), draw =>
    {
        string[] areas = ["vard", "skola"];
        var counts = new QuarterCounts(
            [.. draw.Take(16).Select((count, at) => new HandedInCount("WEB", areas[at / 8], QuarterTables.Submitters[at / 2 % 4], at % 2 == 0 ? "sv" : "fi", Guid.Empty, null, count))],
            [.. draw.Skip(16).Select((count, at) => new DecidedCount(Indicator.Decisions[at % 2], QuarterTables.Submitters[at / 2 % 2], null, at / 4 == 0, count))], []);
        var parts = new QuarterParts(["WEB"], areas, new Dictionary<Guid, string>());
        var published = StatTables.Publish(QuarterTables.Of("2026Q1", counts, parts), PrivacyLevel.Public);
        var told = published.SelectMany(table => table.Counts.Select(count => (Name: StatTables.NameOf(table.What, table.Period, table.Dimensions, count.Parts), count.Cell.State))).DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.State);
        var research = ResearchTable.Of("2026Q1", counts, parts).Where(one => ResearchTable.MayBeTold(one.Table, told)).Select(one => one.Table).ToList();
        // A table with the decision in it is one for each decision, as everyone's are.
        var beside = research.SelectMany(table => table.Dimensions[0] != Dimensions.Gate ? [table] : table.Counts.GroupBy(count => count.Parts[0]).Select(gate => new StatTable($"{table.What}:{gate.Key}", table.Period, [.. table.Dimensions.Skip(1)], [.. gate.Select(count => new StatCount([.. count.Parts.Skip(1)], count.Count))])));
        return research.TrueForAll(table => table.Counts.All(count => count.Count is 0 or >= 10)) && Outsider.Reading([.. published, .. beside.Select(All)]).FirstWorkedOut() is null;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    /// <summary>With its sums, every number told.</summary>
    private static PublishedTable All(StatTable table)
    {
        IEnumerable<string?[]> patterns = [[]];
        for (var dimension = 0; dimension < table.Dimensions.Count; dimension++)
        {
            var at = dimension;
            patterns = patterns.SelectMany(before => table.Counts.Select(count => count.Parts[at]).Distinct().Cast<string?>().Prepend(null).Select(part => before.Append(part).ToArray())).ToList();
        }

        return new(table.What, table.Period, table.Dimensions, [.. patterns.Select(parts => new PublishedCount(parts, new(CellState.Shown, table.Counts.Where(one => parts.Zip(one.Parts).All(pair => pair.First is null || pair.First == pair.Second)).Sum(one => one.Count))))]);
    }

    private async Task<Guid> AgreedAsync(params string[] tables)
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var (status, body) = await administrator.JsonAsync(HttpMethod.Post, $"{JudgingHost.Api}/research/agreements", new
        {
            researcher = await host.PersonAsync(Personas.Researcher), purpose = "Vilka idéer som prövas.", ethics = "Dnr 2026-00000-01", endsOn = "2027-06-30", tables,
        });
        Assert.True(status == 201, body.ToString());
        return body.GetProperty("id").GetGuid();
    }
}
