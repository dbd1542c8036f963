using IdeSluss.Evaluation.Features.Evaluation.Watch;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Evaluation.Tests.Judging;

/// <summary>Who is asked, who is not and why, and what happens when somebody cannot.</summary>
public class AskTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    [Fact]
    public async Task The_one_who_handed_it_in_and_those_in_its_unit_are_never_asked()
    {
        var number = await host.WaitingAsync("En cykelpool för personalen", submitter: Personas.EqualityAdvisor);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var people = (await coach.ReadAsync($"cases/{number}/reviewers")).EnumerateArray().ToDictionary(one => one.GetProperty("id").GetGuid());
        Assert.Equal("Submitter", people[await host.PersonAsync(Personas.EqualityAdvisor)].GetProperty("hinder").GetString());
        Assert.Equal("SameUnit", people[await host.PersonAsync(Personas.NeedOwner)].GetProperty("hinder").GetString());
        var (status, body) = await coach.JsonAsync(HttpMethod.Post, $"{Api}/cases/{number}/rounds", new { reviewers = new[] { await host.PersonAsync(Personas.EqualityAdvisor), await host.PersonAsync(Personas.NeedOwner) } });
        Assert.Equal(422, status);
        Assert.Equal(2, body.Errors().Count);
        Assert.Contains(body.Errors(), error => error.EndsWith(": Har lämnat idén.", StringComparison.Ordinal));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from evaluation.round where case_number = $1", number));
    }

    [Fact]
    public async Task A_co_submitter_and_one_who_declared_a_conflict_are_known_before_they_are_asked()
    {
        var number = await host.WaitingAsync("Ett rum för samtal");
        foreach (var (persona, kind) in new[] { (Personas.IdeaBoard, "CoSubmitter"), (Personas.AccessibilityAdvisor, "Conflict") })
            await host.Database.ExecuteAsync($"insert into ideas.idea_person (idea_id, person_id, kind, since) select id, '{await host.PersonAsync(persona)}', '{kind}', now() from ideas.ideas where case_number = '{number}'");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var people = (await coach.ReadAsync($"cases/{number}/reviewers")).EnumerateArray().ToDictionary(one => one.GetProperty("id").GetGuid(), one => one.GetProperty("hinder").GetString());
        Assert.Equal("CoSubmitter", people[await host.PersonAsync(Personas.IdeaBoard)]);
        Assert.Equal("Declared", people[await host.PersonAsync(Personas.AccessibilityAdvisor)]);
    }

    [Fact]
    public async Task When_all_who_usually_judge_are_in_conflict_the_answer_says_who_why_and_what_to_do()
    {
        var number = await host.WaitingAsync("Alla är jäviga");
        await host.Database.ExecuteAsync(EveryoneIsPartial(number));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (status, body) = await coach.JsonAsync(HttpMethod.Post, $"{Api}/cases/{number}/rounds", new { wanted = 3 });
        Assert.Equal(409, status);
        Assert.StartsWith("Ingen av dem som brukar bedöma kan bedöma den här idén.", body.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(body.Errors());
        Assert.All(body.Errors(), error => Assert.EndsWith("Har anmält jäv.", error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hundred_who_begin_at_once_begin_one_round()
    {
        var number = await host.WaitingAsync("En digital anslagstavla");
        var board = await host.PersonAsync(Personas.IdeaBoard);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => coach.JsonAsync(HttpMethod.Post, $"{Api}/cases/{number}/rounds", new { reviewers = new[] { board } })));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.True(answer.Status is 409 or 422, $"{answer.Status} {answer.Body}"));
    }

    [Fact]
    public async Task Who_already_has_as_many_as_they_take_is_passed_over_by_the_balance_and_can_be_asked_by_hand()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var quality = await host.PersonAsync(Personas.QualityOfficer);
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Put, $"{Api}/reviewers/{quality}", new { takes = true, unit = await host.UnitOfAsync(Personas.OtherNeedOwner), mostWaiting = 1, competences = new[] { "juridik" } })).Status);
        await host.AskedAsync(await host.WaitingAsync("Full ett"), Personas.QualityOfficer);
        var number = await host.WaitingAsync("Full två");
        var line = (await coach.ReadAsync($"cases/{number}/reviewers")).EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == quality);
        Assert.Equal(("Full", false, true), (line.GetProperty("hinder").GetString(), line.GetProperty("proposed").GetBoolean(), line.GetProperty("mayBeChosen").GetBoolean()));
        await host.AskedAsync(number, Personas.QualityOfficer);
    }

    [Fact]
    public async Task Whoever_declines_says_why_the_deputy_is_asked_and_one_who_is_partial_is_not_asked_again()
    {
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        using (var quality = await host.LogInAsAsync(Personas.DataProtectionOfficer)) Assert.Equal(200, (await quality.GetAsync("/mina-bedomningar/jag")).StatusCode);
        var deputy = await host.PersonAsync(Personas.DataProtectionOfficer);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Put, $"{Api}/reviewers/{deputy}", new { takes = true, unit = await host.UnitOfAsync(Personas.OtherNeedOwner), mostWaiting = 9 })).Status);
        Assert.Equal(204, (await board.JsonAsync(HttpMethod.Put, $"{Api}/reviewers/me", new { mostWaiting = 9, deputy })).Status);
        var number = await host.WaitingAsync("En app för felanmälan");
        var round = await host.AskedAsync(number, Personas.IdeaBoard);
        var review = await host.ReviewAsync(round, Personas.IdeaBoard);
        Assert.Equal(422, (await board.JsonAsync(HttpMethod.Post, $"{Api}/reviews/{review}/decline", new { reason = " " })).Status);
        var page = await board.PostFormAsync($"/mina-bedomningar/{review}/avsta", new { Why = "jav", Reason = "Jag känner den som har lämnat idén." });
        Assert.True(page.Says("Du har avstått."), page.Text);
        await host.MessagesSettledAsync();
        Assert.Equal("Declined", await host.Database.QueryAsync<string>("select state from evaluation.review where id = $1", review));
        Assert.Equal(deputy, await host.Database.QueryAsync<Guid>("select reviewer_id from evaluation.review where instead_of_id = $1", review));
        Assert.Equal(404, (await board.GetAsync($"/mina-bedomningar/{review}")).StatusCode);
        Assert.True((await coach.GetAsync($"/arbete/bedomning/{round}")).Says("Jag känner den som har lämnat idén."));
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Api}/rounds/{round}/close", null, Asking.OwnHeader)).Status);
        var declined = await host.PersonAsync(Personas.IdeaBoard);
        Assert.Equal("Declared", (await coach.ReadAsync($"cases/{number}/reviewers")).EnumerateArray().Single(one => one.GetProperty("id").GetGuid() == declined).GetProperty("hinder").GetString());
    }

    [Fact]
    public async Task Whoever_is_late_is_reminded_before_and_once_after_and_silence_closes_nothing()
    {
        var number = await host.WaitingAsync("En påminnelse");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, body) = await coach.JsonAsync(HttpMethod.Post, $"{Api}/cases/{number}/rounds", new { lastDay = host.Clock.GetUtcNow().AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), reviewers = new[] { await host.PersonAsync(Personas.TestLead) } });
        var round = body.GetProperty("id").GetGuid();
        Task<long> Reminders() => host.Database.QueryAsync<long>("select count(*) from mail.message where subject like 'Påminnelse%' and reference = $1", number);
        await WatchAsync();
        Assert.Equal(0, await Reminders());
        for (var (day, expected) = (12, 1); day <= 26; day += 7, expected++)
        {
            host.Clock.Advance(TimeSpan.FromDays(expected == 1 ? 12 : 7));
            await WatchAsync();
            await WatchAsync();
            Assert.Equal(Math.Min(expected, 2), await Reminders());
        }

        Assert.True(await host.Database.QueryAsync<bool>("select closed_at is null from evaluation.round where id = $1", round));
    }

    [Fact]
    public async Task What_waited_for_someone_who_leaves_is_asked_of_somebody_else_and_the_coach_is_told_when_there_is_nobody()
    {
        var number = await host.WaitingAsync("Någon slutar");
        var round = await host.AskedAsync(number, Personas.BenefitOwner);
        var gone = await host.PersonAsync(Personas.BenefitOwner);
        // Nobody else may: then it is for people to see to.
        await host.Database.ExecuteAsync(EveryoneIsPartial(number));
        await host.Database.ExecuteAsync($"update people.role_assignment set ended_at = now() where person_id = '{gone}'");
        await WatchAsync();
        await host.MessagesSettledAsync();
        Assert.Equal("Left", await host.Database.QueryAsync<string>("select state from evaluation.review where round_id = $1", round));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from mail.message where subject = $1", $"En bedömare saknas för {number}"));
    }

    [Fact]
    public async Task When_the_idea_is_decided_on_nobody_is_asked_any_more()
    {
        var number = await host.WaitingAsync("Beslutet kom före", Stages.Need);
        var round = await host.AskedAsync(number, Personas.IdeaBoard);
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        using var gate = await owner.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate");
        var (status, body) = await owner.JsonAsync(
            HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", new { gate = Gates.Need, outcome = "DECLINE", closeReason = CloseReasons.DeclinedAlreadyExists, reason = "Det finns redan.", impartial = true }, ("If-Match", gate.Headers.ETag!.Tag));
        Assert.True(status == 201, body.ToString());
        await host.MessagesSettledAsync();
        Assert.Equal(("IdeaMovedOn", "Withdrawn"), (await host.Database.QueryAsync<string>("select \"end\" from evaluation.round where id = $1", round), await host.Database.QueryAsync<string>("select state from evaluation.review where round_id = $1", round)));
    }

    private static string EveryoneIsPartial(string number) =>
        $"insert into ideas.idea_person (idea_id, person_id, kind, since) select i.id, p.id, 'Conflict', now() from ideas.ideas i cross join people.person p where i.case_number = '{number}' on conflict do nothing";

    private Task WatchAsync() => host.InScopeAsync(services => services.GetRequiredService<WatchReviews>().RunAsync(TestContext.Current.CancellationToken));
}
