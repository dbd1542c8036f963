using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Evaluation.Tests.Judging;

/// <summary>People are asked, judge by themselves and then see each other.</summary>
public class JudgeTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    [Fact]
    public async Task Whoever_is_asked_sees_nothing_of_the_others_by_page_or_api_until_their_own_is_sent()
    {
        var number = await host.WaitingAsync("En bänk där man får vänta");
        var round = await host.AskedAsync(number, Personas.IdeaBoard, Personas.EqualityAdvisor, Personas.QualityOfficer);
        await host.SentAsync(round, Personas.EqualityAdvisor, 4);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        var review = await host.ReviewAsync(round, Personas.IdeaBoard);

        var before = await board.ReadAsync($"rounds/{round}");
        Assert.Equal("Du ser de andras bedömningar när du har skickat din egen.", before.GetProperty("hidden").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, before.GetProperty("score").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, before.GetProperty("judgements").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await board.ReadAsync($"reviews/{review}")).GetProperty("peers").ValueKind);
        foreach (var page in new[] { $"/mina-bedomningar/{review}", $"/arbete/bedomning/{round}" }) Assert.False((await board.GetAsync(page)).Says("Behovet är tydligt beskrivet."), page);
        Assert.DoesNotContain(number, (await board.ReadAsync($"ranking?gate={Gates.Test}")).ToString(), StringComparison.Ordinal);

        var page2 = await board.PostFormAsync($"/mina-bedomningar/{review}", [("Judgement.k1", "3"), ("Judgement.k2", "3"), ("Judgement.k3", "4"), ("Judgement.k4", "3"), ("Judgement.s1", "nej"), ("Judgement.varfor", "Jag är mer tveksam än så.")], "gor=skicka");
        Assert.True(page2.Says("Tack! Din bedömning är skickad."), page2.Text);
        Assert.True(page2.Says("Behovet är tydligt beskrivet."));
        Assert.True(page2.Says("En har inte svarat än."));
    }

    [Fact]
    public async Task When_all_have_sent_the_round_closes_with_score_spread_and_number_and_the_case_tells_of_it()
    {
        var number = await host.WaitingAsync("Samåkning till kvällskurserna");
        var round = await host.AskedAsync(number, Personas.IdeaBoard, Personas.AccessibilityAdvisor);
        await host.SentAsync(round, Personas.IdeaBoard, 3);
        await host.SentAsync(round, Personas.AccessibilityAdvisor, 4);
        await host.MessagesSettledAsync();
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var read = await coach.ReadAsync($"rounds/{round}");
        Assert.Equal((3.5m, 3m, 4m, 2, false, false), (
            read.GetProperty("score").GetDecimal(), read.GetProperty("lowest").GetDecimal(), read.GetProperty("highest").GetDecimal(), read.GetProperty("count").GetInt32(), read.GetProperty("farApart").GetBoolean(), read.GetProperty("isOpen").GetBoolean()));
        var page = await coach.GetAsync($"/arbete/{number}");
        Assert.True(page.Says("Poäng 3,5 av 5. De 2 bedömningarna går från 3,0 till 4,0."), page.Text);
        Assert.True(page.Says("Bedömningen är klar"));
    }

    [Fact]
    public async Task What_is_sent_is_never_changed_and_a_hundred_who_send_at_once_are_one()
    {
        var round = await host.AskedAsync(await host.WaitingAsync("Fler sittplatser i simhallen"), Personas.IdeaBoard, Personas.EqualityAdvisor);
        var review = await host.ReviewAsync(round, Personas.IdeaBoard);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(at => board.SendAsync(review, JudgingHost.Answer(1 + (at % 5)))));
        Assert.Single(answers, answer => answer.Status == 204);
        Assert.All(answers.Where(answer => answer.Status != 204), answer => Assert.Equal(409, answer.Status));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.review where round_id = $1 and state = 'Sent'", round));
    }

    [Fact]
    public async Task Two_who_answer_last_at_the_same_moment_close_the_round_once()
    {
        var round = await host.AskedAsync(await host.WaitingAsync("Lampor längs elljusspåret"), Personas.IdeaBoard, Personas.EqualityAdvisor, Personas.AccessibilityAdvisor, Personas.QualityOfficer);
        await Task.WhenAll(new[] { Personas.IdeaBoard, Personas.EqualityAdvisor, Personas.AccessibilityAdvisor, Personas.QualityOfficer }.Select(persona => host.SentAsync(round, persona, 4)));
        await host.MessagesSettledAsync();
        Assert.Equal("AllSent", await host.Database.QueryAsync<string>("select \"end\" from evaluation.round where id = $1", round));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from audit.entry where action = 'evaluation.round-closed' and subject_id::text = $1", round.ToString()));
    }

    [Fact]
    public async Task An_answer_that_is_missing_is_named_and_what_was_typed_stays()
    {
        var round = await host.AskedAsync(await host.WaitingAsync("Ett bibliotek för verktyg"), Personas.IdeaBoard);
        var review = await host.ReviewAsync(round, Personas.IdeaBoard);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        var page = await board.PostFormAsync($"/mina-bedomningar/{review}", [("Judgement.k1", "3"), ("Judgement.varfor", "För kort")], "gor=skicka");
        Assert.Equal(422, page.StatusCode);
        Assert.True(page.Says("För kort"));
        Assert.Equal(422, (await board.SendAsync(review, JudgingHost.Answer(3, 3, 3, 9))).Status);
        // Half of it can wait.
        Assert.Equal(204, (await board.JsonAsync(HttpMethod.Put, $"{Api}/reviews/{review}", new Dictionary<string, string> { ["k1"] = "2" })).Status);
        Assert.Equal(412, (await board.SendAsync(review, JudgingHost.Answer(3), ("If-Match", "\"v0;1.0\""))).Status);
    }

    [Fact]
    public async Task Those_who_are_far_apart_must_talk_before_the_decision_and_nothing_they_sent_changes()
    {
        var number = await host.WaitingAsync("En robot som delar ut matlådor");
        var round = await host.AskedAsync(number, Personas.IdeaBoard, Personas.EqualityAdvisor);
        await host.SentAsync(round, Personas.IdeaBoard, 1);
        await host.SentAsync(round, Personas.EqualityAdvisor, 5);
        await host.MessagesSettledAsync();
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.True((await coach.ReadAsync($"rounds/{round}")).GetProperty("farApart").GetBoolean());
        Assert.True((await coach.GetAsync("/arbete/bedomning")).Says("Behöver prata ihop sig"));
        await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.Coach), $"Bedömarna ser olika på {number}");

        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        var (_, decided) = await head.JsonAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", new { gate = Gates.Test, outcome = "ADVANCE", reason = "Vi testar.", impartial = true }, ("If-Match", (await coach.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate")).Headers.ETag?.Tag ?? "\"v0\""));
        Assert.Contains("Bedömning: de som har bedömt idén ser olika på den. Skriv in vad deras samtal ledde till.", decided.Errors());

        Assert.Equal(422, (await coach.JsonAsync(HttpMethod.Post, $"{Api}/rounds/{round}/talk", new { text = "Vi pratade." })).Status);
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Api}/rounds/{round}/talk", new { agreed = false, text = "Vi är oense om kostnaden." })).Status);
        Assert.Equal(409, (await coach.JsonAsync(HttpMethod.Post, $"{Api}/rounds/{round}/talk", new { agreed = true, text = "Igen." })).Status);
        var after = await coach.ReadAsync($"rounds/{round}");
        Assert.Equal((1m, 5m), (after.GetProperty("lowest").GetDecimal(), after.GetProperty("highest").GetDecimal()));
        Assert.True((await coach.GetAsync($"/arbete/bedomning/{round}")).Says("Vi är oense om kostnaden."));
    }

    [Fact]
    public async Task Nobody_judges_what_they_are_not_asked_about_and_a_round_outside_ones_scope_does_not_exist()
    {
        var round = await host.AskedAsync(await host.WaitingAsync("Blommor i rondellen"), Personas.IdeaBoard);
        var review = await host.ReviewAsync(round, Personas.IdeaBoard);
        using var other = await host.LogInAsAsync(Personas.EqualityAdvisor);
        Assert.Equal(404, (await other.SendAsync(review, JudgingHost.Answer(3))).Status);
        Assert.Equal(404, (await other.GetAsync($"/mina-bedomningar/{review}")).StatusCode);
        using var elsewhere = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Equal(404, (await elsewhere.GetAsync($"/arbete/bedomning/{round}")).StatusCode);
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal(403, (await resident.GetAsync("/mina-bedomningar")).StatusCode);
    }

    [Fact]
    public async Task Ideas_that_wait_for_the_same_decision_stand_in_order_with_their_spread()
    {
        var (first, second) = (await host.WaitingAsync("Ordning ett", Stages.DecisionBasis), await host.WaitingAsync("Ordning två", Stages.DecisionBasis));
        foreach (var (number, step) in new[] { (first, 4), (second, 5) })
        {
            var round = await host.AskedAsync(number, Personas.IdeaBoard);
            using var board = await host.LogInAsAsync(Personas.IdeaBoard);
            var answer = JudgingHost.Answer(step);
            (answer["s1"], answer["s2"]) = ("ja", "nej");
            var (status, body) = await board.SendAsync(await host.ReviewAsync(round, Personas.IdeaBoard), answer);
            Assert.True(status == 204, body.ToString());
        }

        using var coach = await host.LogInAsAsync(Personas.Coach);
        var ideas = (await coach.ReadAsync($"ranking?gate={Gates.Implement}"))[0].GetProperty("ideas").EnumerateArray().ToList();
        var places = ideas.ToDictionary(idea => idea.GetProperty("caseNumber").GetString()!, idea => (Place: idea.GetProperty("place").GetInt32(), Count: idea.GetProperty("count").GetInt32()));
        Assert.True(places[second].Place < places[first].Place);
        Assert.Equal(1, places[first].Count);
        Assert.True((await coach.GetAsync($"/arbete/bedomning/ordning?infor={Gates.Implement}")).Says("Ordning två"));
    }
}
