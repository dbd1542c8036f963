using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Evaluation.Tests.Judging;

/// <summary>A rule asks people when an idea comes to a decision, and a decision that is taken back takes the question with it.</summary>
public class RuleTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    [Fact]
    public async Task A_rule_asks_when_the_decision_before_can_no_longer_be_taken_back()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (made, rule) = await coach.JsonAsync(HttpMethod.Post, $"{JudgingHost.Api}/rules", new { sheet = "test", wanted = 2, workingDays = 5, always = new[] { await host.PersonAsync(Personas.EqualityAdvisor) } });
        Assert.True(made == 201, rule.ToString());
        // What people have in the demo already must not decide who is asked here.
        await host.Database.ExecuteAsync("update evaluation.review set state = 'Withdrawn' where state = 'Waiting'");
        await host.Database.ExecuteAsync($"""
            insert into evaluation.reviewer (person_id, takes, unit_id, most_waiting, competences, changed_at, version)
            select id, true, '{await host.UnitOfAsync(Personas.OtherNeedOwner)}', 5, array[]::text[], now(), 0 from people.person where email in ('{Personas.AddressOf(Personas.EqualityAdvisor)}', '{Personas.AddressOf(Personas.IdeaBoard)}') on conflict do nothing
            """);
        var number = await host.WaitingAsync("Regeln frågar", Stages.Concept);
        var idea = await host.Database.QueryAsync<Guid>("select id from ideas.ideas where case_number = $1", number);
        var decision = Guid.CreateVersion7();
        var effective = host.Clock.GetUtcNow().AddMinutes(10);
        await host.DeliverAsync(new GateDecided(idea, number, decision, Gates.Need, "ADVANCE", Stages.Need, Stages.Concept, Tracks.Full, null, host.Clock.GetUtcNow(), effective), idea);

        var round = await host.Database.QueryAsync<Guid>("select id from evaluation.round where case_number = $1 and decision_id = $2", number, decision);
        Assert.Equal(2, await host.Database.QueryAsync<long>("select count(*) from evaluation.review where round_id = $1", round));
        using var equality = await host.LogInAsAsync(Personas.EqualityAdvisor);
        var review = await host.ReviewAsync(round, Personas.EqualityAdvisor);
        Assert.Equal(404, (await equality.GetAsync($"/mina-bedomningar/{review}")).StatusCode);
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(200, (await equality.GetAsync($"/mina-bedomningar/{review}")).StatusCode);

        await host.DeliverAsync(new DecisionTakenBack(idea, decision, Gates.Need, host.Clock.GetUtcNow()), idea);
        Assert.Equal("Withdrawn", await host.Database.QueryAsync<string>("select state from evaluation.review where id = $1", review));

        // One that is taken back while it can be: nobody hears that they were to be asked.
        var (other, again) = (await host.WaitingAsync("Regeln hann inte fråga", Stages.Concept), Guid.CreateVersion7());
        var otherIdea = await host.Database.QueryAsync<Guid>("select id from ideas.ideas where case_number = $1", other);
        await host.DeliverAsync(new GateDecided(otherIdea, other, again, Gates.Need, "ADVANCE", Stages.Need, Stages.Concept, Tracks.Full, null, host.Clock.GetUtcNow(), host.Clock.GetUtcNow().AddMinutes(10)), otherIdea);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.round where decision_id = $1 and closed_at is null", again));
        await host.DeliverAsync(new DecisionTakenBack(otherIdea, again, Gates.Need, host.Clock.GetUtcNow()), otherIdea);
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        await host.MessagesSettledAsync();
        await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.EqualityAdvisor), $"Vill du bedöma {number}");
        Assert.DoesNotContain(host.Mails.All, mail => (mail.Subject ?? "").Contains(other, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rule_that_finds_nobody_tells_the_coach()
    {
        var number = await host.WaitingAsync("Regeln fann ingen", Stages.Concept);
        await host.Database.ExecuteAsync($"""
            update ideas.ideas set coach_id = '{await host.PersonAsync(Personas.Coach)}', area = 'natur-klimat' where case_number = '{number}';
            insert into ideas.idea_person (idea_id, person_id, kind, since) select i.id, p.id, 'Conflict', now() from ideas.ideas i cross join people.person p where i.case_number = '{number}' on conflict do nothing
            """);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(201, (await coach.JsonAsync(HttpMethod.Post, $"{JudgingHost.Api}/rules", new { sheet = "test", area = "natur-klimat", wanted = 2, workingDays = 5 })).Status);
        var idea = await host.Database.QueryAsync<Guid>("select id from ideas.ideas where case_number = $1", number);
        await host.DeliverAsync(new GateDecided(idea, number, Guid.CreateVersion7(), Gates.Need, "ADVANCE", Stages.Need, Stages.Concept, Tracks.Full, null, host.Clock.GetUtcNow(), host.Clock.GetUtcNow().AddMinutes(10)), idea);
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from evaluation.round where case_number = $1", number));
        var mail = await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.Coach), $"Ingen kan bedöma {number}");
        Assert.Contains($"/arbete/bedomning/ny/{number}", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_ends_a_judging_can_be_taken_back()
    {
        var number = await host.WaitingAsync("Hastigt beslut", Stages.Need);
        await host.AskedAsync(number, Personas.IdeaBoard);
        await host.MessagesSettledAsync();
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        using var gate = await owner.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate");
        var (status, body) = await owner.JsonAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", new { gate = Gates.Need, outcome = "DECLINE", closeReason = CloseReasons.DeclinedAlreadyExists, reason = "Det finns redan.", impartial = true }, ("If-Match", gate.Headers.ETag!.Tag));
        Assert.True(status == 201, body.ToString());
        await host.MessagesSettledAsync();
        Assert.Equal("IdeaMovedOn", await host.Database.QueryAsync<string>("select \"end\" from evaluation.round where case_number = $1", number));
        var decision = await host.Database.QueryAsync<Guid>("select d.id from ideas.decision d join ideas.ideas i on i.id = d.idea_id where i.case_number = $1", number);
        Assert.Equal(204, (await owner.JsonAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back", null, Asking.OwnHeader)).Status);
        Assert.Equal(Stages.Need, await host.Database.QueryAsync<string>("select stage from ideas.ideas where case_number = $1", number));
    }

    [Fact]
    public async Task A_case_that_became_restricted_takes_its_judgements_with_it()
    {
        var number = await host.WaitingAsync("Blev sekretess", Stages.Concept);
        var round = await host.AskedAsync(number, Personas.IdeaBoard, Personas.EqualityAdvisor);
        await host.SentAsync(round, Personas.IdeaBoard, 4);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        Assert.Single((await coach.ReadAsync($"cases/{number}/rounds")).EnumerateArray());
        await host.Database.ExecuteAsync($"update ideas.ideas set restricted = true where case_number = '{number}'");
        Assert.Empty((await coach.ReadAsync($"cases/{number}/rounds")).EnumerateArray());
        Assert.Equal(404, (await coach.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/rounds/{round}")).Status);
        var own = await board.GetAsync($"/mina-bedomningar/{await host.ReviewAsync(round, Personas.IdeaBoard)}");
        Assert.True(own.Says("Idén går inte att visa längre") && !own.Says("Behovet är tydligt beskrivet"), own.Text);
    }
}

public sealed class HostWithoutEvaluation() : JudgingHost(["evaluation"]);

/// <summary>Ideas knows nothing of evaluation: pages and decisions are as they were.</summary>
public class WithoutEvaluationTests(HostWithoutEvaluation host) : IClassFixture<HostWithoutEvaluation>
{
    [Fact]
    public async Task With_the_module_switched_off_a_case_is_read_and_decided_on_as_before()
    {
        var number = await host.WaitingAsync("Utan bedömning", Stages.Need);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var page = await coach.GetAsync($"/arbete/{number}");
        Assert.Equal(200, page.StatusCode);
        Assert.False(page.Says("Bedömningar"));
        Assert.Equal(404, (await coach.GetAsync("/arbete/bedomning")).StatusCode);
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        using var gate = await owner.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate");
        Assert.Equal(201, (await owner.JsonAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", new { gate = Gates.Need, outcome = "DECLINE", closeReason = CloseReasons.DeclinedAlreadyExists, reason = "Det finns redan.", impartial = true }, ("If-Match", gate.Headers.ETag!.Tag))).Status);
    }
}
