using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Evaluation.Tests.Statistics;

/// <summary>What came into use is asked about once, of whoever received it, where they are.</summary>
public class InnovationTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    private static readonly object Answer = new { nytt = "kommunen", slag = "process", varde = new[] { "kvalitet" }, drivkraft = "medarbetare", forebild = "egen", hinder = "tid" };

    [Fact]
    public async Task Whoever_answers_for_the_benefit_goes_from_the_inbox_to_eight_ticks_and_is_asked_once()
    {
        var number = await InUseAsync("Digitala lås");
        await host.DeliverAsync(await HandoverAsync(number), await IdeaAsync(number));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.innovation where case_number = $1", number));
        using var owner = await host.LogInAsAsync(Personas.BenefitOwner);
        var task = $"/arbete/uppgifter/{await host.Database.QueryAsync<Guid>("select t.id from ideas.task t join evaluation.innovation i on i.id = t.subject_id where i.case_number = $1 and t.kind = 'InnovationQuestions'", number)}";
        Assert.Contains(task, (await owner.GetAsync("/arbete")).Links);
        Assert.Contains($"/arbete/fornyelse/{number}", (await owner.GetAsync(task)).Links);
        Assert.True((await owner.GetAsync("/arbete/fornyelse")).Says(number));
        Assert.Equal(422, (await owner.PostFormAsync($"/arbete/fornyelse/{number}", new { }, "Skicka")).StatusCode);
        var done = await owner.PostFormAsync($"/arbete/fornyelse/{number}", new[] { ("Nytt.nytt", "kommunen"), ("Nytt.slag", "tjanst") }, "Skicka");
        Assert.True(done.Says("Tack! Svaret är med i statistiken när kvartalet är slut."), done.Text);
        await host.MessagesSettledAsync();
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from ideas.task where kind = 'InnovationQuestions' and done_at is null and not cancelled and idea_id = $1", await IdeaAsync(number)));
        Assert.Equal(409, (await owner.JsonAsync(HttpMethod.Post, $"{Api}/innovations/{number}/answer", Answer)).Status);
        Assert.Equal("1", await host.Database.QueryAsync<string>("select form_version::text from evaluation.innovation where case_number = $1", number));
        // Worth a line in the inbox, no mail.
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from mail.message where reference = $1 and \"to\" = $2", number, Personas.AddressOf(Personas.BenefitOwner)));
    }

    [Fact]
    public async Task It_is_answered_by_those_whose_it_is_and_a_hundred_who_answer_at_once_are_one()
    {
        var number = await InUseAsync("Hundra svar");
        using var resident = await host.LogInAsAsync(Personas.Resident);
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(403, (await resident.JsonAsync(HttpMethod.Get, $"{Api}/innovations/{number}")).Status);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Get, $"{Api}/innovations/{number}")).Status);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Post, $"{Api}/innovations/{number}/answer", Answer)).Status);
        Assert.Equal(422, (await manager.JsonAsync(HttpMethod.Post, $"{Api}/innovations/{number}/answer", new { nytt = "marknaden", slag = "process" })).Status);
        Assert.Equal(8, (await manager.ReadAsync("innovations/questions")).GetArrayLength());
        Assert.Equal(412, (await manager.JsonAsync(HttpMethod.Post, $"{Api}/innovations/{number}/answer", Answer, ("If-Match", "\"v77\""))).Status);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => manager.JsonAsync(HttpMethod.Post, $"{Api}/innovations/{number}/answer", Answer)));
        Assert.Single(answers, answer => answer.Status == 204);
        Assert.All(answers.Where(answer => answer.Status != 204), answer => Assert.Contains(answer.Status, new[] { 409, 412 }));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from audit.entry where action = 'evaluation.innovation-answered' and subject_id = (select id from evaluation.innovation where case_number = $1)", number));
    }

    [Fact]
    public async Task Who_does_not_know_is_not_asked_again_and_a_handover_that_was_taken_back_never_was()
    {
        var number = await InUseAsync("Vet inte");
        using var owner = await host.LogInAsAsync(Personas.BenefitOwner);
        var left = await owner.PostFormAsync($"/arbete/fornyelse/{number}", new { }, "gor=hoppa");
        Assert.True(left.Says("Då frågar vi inte mer."), left.Text);
        await host.MessagesSettledAsync();
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from ideas.task where kind = 'InnovationQuestions' and done_at is null and not cancelled and idea_id = $1", await IdeaAsync(number)));
        var decision = await host.Database.QueryAsync<Guid>("select decision_id from evaluation.innovation where case_number = $1", number);
        await host.Database.ExecuteAsync($"update ideas.decision set taken_back_at = now() where id = '{decision}'; update ideas.ideas set stage = '{Stages.Implementation}' where case_number = '{number}'");
        await host.DeliverAsync(new DecisionTakenBack(await IdeaAsync(number), decision, Gates.Handover, host.Clock.GetUtcNow()), await IdeaAsync(number));
        Assert.Equal(404, (await owner.GetAsync($"/arbete/fornyelse/{number}")).StatusCode);
    }

    [Fact]
    public async Task What_was_done_at_once_is_asked_about_and_what_ended_otherwise_is_not()
    {
        var done = await host.WaitingAsync("En mugg på varje bord", Stages.Need);
        await DecidedAsync(done, Gates.Need, Stages.Need, Stages.Closed, CloseReasons.Implemented);
        await host.DeliverAsync(new IdeaClosed(await IdeaAsync(done), done, CloseReasons.Implemented, host.Clock.GetUtcNow()), await IdeaAsync(done));
        Assert.Equal("Waiting", await host.Database.QueryAsync<string>("select state from evaluation.innovation where case_number = $1", done));
        var ended = await InUseAsync("Slutade användas");
        await host.Database.ExecuteAsync($"update ideas.ideas set stage = 'CLOSED', status = 'Closed', close_reason = '{CloseReasons.DeclinedCostBenefit}' where case_number = '{ended}'");
        await host.DeliverAsync(new IdeaClosed(await IdeaAsync(ended), ended, CloseReasons.DeclinedCostBenefit, host.Clock.GetUtcNow()), await IdeaAsync(ended));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from evaluation.innovation where case_number = $1", ended));
    }

    [Fact]
    public async Task The_job_asks_about_what_was_missed_and_lets_go_of_what_nobody_answers_and_whoever_leaves_is_replaced()
    {
        var number = await InUseAsync("Missad");
        await host.Database.ExecuteAsync($"delete from evaluation.innovation where case_number = '{number}'");
        await WatchAsync();
        await WatchAsync();
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.innovation where case_number = $1", number));
        await host.DeliverAsync(new PersonDeactivated(await host.PersonAsync(Personas.BenefitOwner), host.Clock.GetUtcNow()), await IdeaAsync(number));
        Assert.Equal(0, await host.Database.QueryAsync<long>($"select count(*) from evaluation.innovation where state = 'Waiting' and owner_id = '{await host.PersonAsync(Personas.BenefitOwner)}'"));
        await host.AdvanceAsync(TimeSpan.FromDays(40));
        await WatchAsync();
        await host.MessagesSettledAsync();
        Assert.Equal("Left", await host.Database.QueryAsync<string>("select state from evaluation.innovation where case_number = $1", number));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from ideas.task where kind = 'InnovationQuestions' and done_at is null and not cancelled and subject_id = (select id from evaluation.innovation where case_number = $1)", number));
    }

    [Fact]
    public async Task The_coach_says_what_a_solution_is_in_one_press_and_two_who_say_each_their_part_are_both_heard()
    {
        var number = await host.WaitingAsync("Läxhjälp på biblioteket", Stages.Need);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(403, (await manager.JsonAsync(HttpMethod.Put, $"{Api}/cases/{number}/solution", new { nature = "social" })).Status);
        Assert.Equal(404, (await coach.JsonAsync(HttpMethod.Put, $"{Api}/cases/25IDE0/solution", new { nature = "social" })).Status);
        Assert.Equal(422, (await coach.JsonAsync(HttpMethod.Put, $"{Api}/cases/{number}/solution", new { nature = "annan" })).Status);
        var pressed = await Task.WhenAll(coach.JsonAsync(HttpMethod.Put, $"{Api}/cases/{number}/solution", new { nature = "teknisk" }), coach.JsonAsync(HttpMethod.Put, $"{Api}/cases/{number}/solution", new { crossing = true }));
        Assert.All(pressed, one => Assert.Equal(204, one.Status));
        var page = await coach.PostFormAsync($"/arbete/losning/{number}", new { }, "slag=social");
        Assert.True(page.Address.StartsWith($"/arbete/{number}", StringComparison.Ordinal) && page.Says("Valt: Mest social eller organisatorisk") && page.Says("Valt: Minst två yrken eller sektorer"), page.Text);
        await host.Database.ExecuteAsync($"update ideas.ideas set status = 'Closed' where case_number = '{number}'");
        Assert.Equal(409, (await coach.JsonAsync(HttpMethod.Put, $"{Api}/cases/{number}/solution", new { nature = "bada" })).Status);
    }

    private Task WatchAsync() => host.InScopeAsync(services => services.GetRequiredService<WatchInnovations>().RunAsync(TestContext.Current.CancellationToken));

    private Task<Guid> IdeaAsync(string number) => host.Database.QueryAsync<Guid>("select id from ideas.ideas where case_number = $1", number);

    private async Task<GateDecided> HandoverAsync(string number) => new(
        await IdeaAsync(number), number, Guid.CreateVersion7(), Gates.Handover, "ACCEPT", Stages.Implementation, Stages.Benefit, Tracks.Full, await host.PersonAsync(Personas.NeedOwner), host.Clock.GetUtcNow(), host.Clock.GetUtcNow());

    private async Task<string> InUseAsync(string text)
    {
        var number = await host.WaitingAsync(text, Stages.Implementation);
        await DecidedAsync(number, Gates.Handover, Stages.Implementation, Stages.Benefit, null);
        await host.DeliverAsync(await HandoverAsync(number), await IdeaAsync(number));
        return number;
    }

    /// <summary>As it is when somebody has decided.</summary>
    private async Task DecidedAsync(string number, string gate, string from, string to, string? reason)
    {
        var closed = to == Stages.Closed ? $", status = 'Closed', close_reason = '{reason}'" : "";
        await host.Database.ExecuteAsync($$"""
            insert into ideas.decision (id, idea_id, gate, outcome, from_stage, to_stage, close_reason, decided_at, decided_by_id, impartial, reason, reply, effective_at, evidence_versions, before)
            select '{{Guid.CreateVersion7()}}', id, '{{gate}}', 'ACCEPT', '{{from}}', '{{to}}', {{(reason is null ? "null" : $"'{reason}'")}}, '{{host.Clock.GetUtcNow():O}}', '{{await host.PersonAsync(Personas.NeedOwner)}}', true, 'Klart.', 'Klart.', '{{host.Clock.GetUtcNow():O}}', '{}', '{}'
            from ideas.ideas where case_number = '{{number}}';
            update ideas.ideas set stage = '{{to}}'{{closed}} where case_number = '{{number}}'
            """);
    }
}
