using IdeSluss.Ideas.Contracts;
using IdeSluss.Testbeds.Tests.Inventory;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Testbeds.Tests.Trials;

public class CloseTests(TestingHost host) : IClassFixture<TestingHost>
{
    [Fact]
    public async Task A_test_is_closed_with_a_result_or_not_at_all_and_a_no_is_found_by_the_next_one()
    {
        var test = await host.RunningAsync("En bänk med ryggstöd vid hållplatsen");
        var number = test[..^3];
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        var result = $"{TestingHost.Tests}/{test}/result";
        Assert.Equal(409, (await lead.JsonAsync(HttpMethod.Post, result, Testing.Result())).Status);

        Assert.Equal(201, (await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/log", new { kind = "Deviation", day = Testing.Day(0), text = "Någon halkade.", reference = "AVV-7" })).Status);
        Assert.Equal(201, (await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/log", new { kind = "Usability", day = Testing.Day(0), value = 3 })).Status);
        Assert.Equal(201, (await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/log", new { kind = "Cost", day = Testing.Day(0), value = 1200.5 })).Status);
        Assert.Equal(422, (await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/end", new { reason = "" })).Status);
        Assert.Equal(204, (await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/end", new { reason = "Snön kom." })).Status);

        Assert.Equal(422, (await lead.JsonAsync(HttpMethod.Post, result, new { })).Status);
        var (_, refused) = await lead.JsonAsync(HttpMethod.Post, result, Testing.Result());
        Assert.Equal(["measures", "deviations"], refused.ErrorFields());
        var (_, gate) = await board.DecideAsync(number, new { gate = Gates.Evaluate, outcome = "STOP", reason = "Det blev inget.", impartial = true });
        Assert.Contains("test", gate.ErrorFields());

        await FinishedAsync(test);
        await host.MessagesSettledAsync();
        var report = await host.Database.QueryAsync<string>($"select answers::text from ideas.evidence where form = '{FormKeys.TestReport}' and idea_id = (select id from ideas.ideas where case_number = $1)", number);
        foreach (var said in new[] { "Stående", "AVV-7", "1200.5", "avsluta" }) Assert.Contains(said, report, StringComparison.Ordinal);
        using var anyone = host.Visitor();
        var page = await anyone.GetAsync($"/testresultat/{test}");
        Assert.True(page.Says("Testet visade inte det vi trodde") && page.Says("Bänken behöver tak mot snön.") && !page.Says("Exempelsson"), page.Text);
        page = await anyone.GetAsync("/testresultat?sok=ryggstöden&visade=Rejects");
        Assert.True(page.Says("En bänk med ryggstöd"), page.Text + string.Join(' ', await host.Database.QueryAsync<string[]>("select terms from testbeds.trial where number = $1", test)));
        Assert.False((await anyone.GetAsync("/testresultat?sok=ryggstöden&visade=Supports")).Says("En bänk med ryggstöd"));
        Assert.True((await anyone.GetAsync($"/ideer/{number}")).Says("Testet visade inte det vi trodde"));

        using var next = host.Visitor();
        var review = await next.PostFormAsync("/lamna-ide", new { Text = "Ställ en bänk med ryggstöd vid vår hållplats.", AnswerWay = "Telephone", Telephone = "0911-00 00 00" });
        Assert.True(review.Says("Vi har provat något liknande") && review.Says("Testet visade inte det vi trodde"), review.Text);
        using var other = host.Visitor();
        Assert.False((await other.PostFormAsync("/lamna-ide", new { Text = "Längre öppet på biblioteket i Hortlax.", AnswerWay = "Telephone", Telephone = "0911-00 00 00" })).Says("Vi har provat något liknande"));
    }

    [Fact]
    public async Task A_lesson_that_everyone_reads_points_out_nobody()
    {
        var test = await host.RunningAsync("En soffa i väntrummet");
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        Assert.Equal(204, (await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/end", new { reason = "Klart." })).Status);
        var page = await lead.PostFormAsync($"/arbete/tester/{test}/avsluta", new
        {
            Verdict = "Supports", Recommendation = "GoOn", Why = "Bra.", Equality = "Lika.", StaffView = "Bra.", Tried = "En soffa.", Went = "Ring 070-174 06 35.", Learnt = "Mycket.", Otherwise = "Inget.",
        }, "Avsluta med resultat");
        Assert.True(page.StatusCode == 422 && page.Says("Hur gick det: texten verkar innehålla ett telefonnummer"), page.Text);
        Assert.Equal(404, (await lead.GetAsync($"/testresultat/{test}")).StatusCode);
    }

    private async Task FinishedAsync(string test)
    {
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        var log = await lead.GetAsync($"/arbete/tester/{test}/logg");
        log = await lead.SubmitAsync(log, [("Clearings[0].Action", "Sandade.")], "Det är utrett");
        Assert.True(log.Says("Sparat.") && !log.Says("Inte utrett än"), log.Text);
        Assert.Equal(422, (await lead.SubmitAsync(log, [("Measures[0].Result", "14")], "Spara måtten")).StatusCode);
        log = await lead.SubmitAsync(log, [("Measures[0].Result", "11,5"), ("Measures[0].Count", "4"), ("Measures[0].Uncertainty", "Få räkningar."), ("Measures[0].Source", "Egen räkning")], "Spara måtten");
        Assert.True(log.Says("Sparat."), log.Text);
        var (status, body) = await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/result", Testing.Result());
        Assert.True(status == 204, body.ToString());
    }
}
