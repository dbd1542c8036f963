using System.Text.RegularExpressions;
using IdeSluss.Evaluation.Features.Evaluation.Reconsider;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Evaluation.Tests.Reconsider;

/// <summary>A no, asked about by the one who got it and looked at once more by somebody else.</summary>
public partial class ReconsiderationTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    [Fact]
    public async Task A_changed_no_opens_the_case_where_it_was_said_and_whoever_said_it_cannot_say_it_again()
    {
        var (number, decision) = await DeclinedAsync("Ett kvällsöppet bibliotek");
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.True((await resident.GetAsync($"/mina-ideer/{number}")).Says("Tycker du att beslutet är fel?"));
        Assert.Equal(422, (await resident.PostFormAsync($"/folj/omprova/{decision}", new { Reason = " " })).StatusCode);
        var asked = await resident.PostFormAsync($"/folj/omprova/{decision}", new { Reason = "Ni har missat att lokalen är ledig." });
        Assert.True(asked.Says("Omprövning är begärd"), asked.Text);
        await host.MessagesSettledAsync();

        var id = await host.Database.QueryAsync<Guid>("select id from evaluation.reconsideration where decision_id = $1", decision);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from mail.message m join people.person p on p.email = m.\"to\" join evaluation.reconsideration r on r.decider_id = p.id where r.id = $1 and m.subject = 'Ompröva ett beslut om ' || r.case_number", id));
        using var first = await host.LogInAsAsync(Personas.NeedOwner);
        var page = await first.GetAsync($"/arbete/omprovning/{id}");
        Assert.True(page.Says("Du fattade beslutet. Någon annan omprövar det."), page.Text);
        Assert.Equal(403, (await first.JsonAsync(HttpMethod.Put, $"{Api}/reconsiderations/{id}/outcome", new { changed = false, motivation = "Nej.", impartial = true })).Status);
        using var outside = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Equal(404, (await outside.GetAsync($"/arbete/omprovning/{id}")).StatusCode);

        using var decider = await host.LogInAsAsync(Personas.DepartmentHead);
        Assert.True((await decider.GetAsync("/arbete/omprovning")).Says(number));
        Assert.Equal(422, (await decider.PostFormAsync($"/arbete/omprovning/{id}", new { Changed = "true", Motivation = "Lokalen är ledig." })).StatusCode);
        var done = await decider.PostFormAsync($"/arbete/omprovning/{id}", new { Changed = "true", Motivation = "Lokalen är ledig. Idén prövas igen.", Impartial = "true" });
        Assert.True(done.Says("Beslutet är ändrat"), done.Text);
        await host.MessagesSettledAsync();

        Assert.Equal($"{Stages.Need} Active", await host.Database.QueryAsync<string>("select stage || ' ' || status from ideas.ideas where case_number = $1", number));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from mail.message where subject = $1 and \"to\" = $2", $"Omprövning av beslutet om din idé {number}", Personas.AddressOf(Personas.Resident)));
        Assert.True((await resident.GetAsync($"/mina-ideer/{number}")).Says("Lokalen är ledig. Idén prövas igen."));
        var (status, body) = await DecideAsync(first, number, "DECLINE");
        Assert.True(status == 403, body.ToString());
        Assert.Equal(201, (await DecideAsync(decider, number, "DECLINE")).Status);
    }

    [Fact]
    public async Task A_no_that_stands_is_told_with_its_reasons_and_is_not_reconsidered_again()
    {
        var (number, decision) = await DeclinedAsync("En egen buss");
        using var resident = await host.LogInAsAsync(Personas.Resident);
        var (status, body) = await resident.JsonAsync(HttpMethod.Post, $"{Api}/mine/{number}/refusals/{decision}/reconsideration", new { reason = "Bussen är gratis." });
        Assert.True(status == 201, body.ToString());
        await host.MessagesSettledAsync();
        var id = await host.Database.QueryAsync<Guid>("select id from evaluation.reconsideration where decision_id = $1", decision);
        using var decider = await host.LogInAsAsync(Personas.DepartmentHead);
        using (var read = await decider.ApiAsync(HttpMethod.Get, $"{Api}/reconsiderations/{id}"))
        {
            Assert.Equal(412, (await decider.JsonAsync(HttpMethod.Put, $"{Api}/reconsiderations/{id}/outcome", new { changed = false, motivation = "Nej.", impartial = true }, ("If-Match", "\"v77\""))).Status);
            Assert.Equal(204, (await decider.JsonAsync(HttpMethod.Put, $"{Api}/reconsiderations/{id}/outcome", new { changed = false, motivation = "Bussen är gratis men inte föraren.", impartial = true }, ("If-Match", read.Headers.ETag!.Tag))).Status);
        }

        await host.MessagesSettledAsync();
        Assert.Equal($"{Stages.Closed} Closed", await host.Database.QueryAsync<string>("select stage || ' ' || status from ideas.ideas where case_number = $1", number));
        var page = await resident.GetAsync($"/mina-ideer/{number}");
        Assert.True(page.Says("Bussen är gratis men inte föraren."), page.Text);
        Assert.Equal(409, (await decider.JsonAsync(HttpMethod.Put, $"{Api}/reconsiderations/{id}/outcome", new { changed = true, motivation = "Jo.", impartial = true })).Status);
        (status, body) = await resident.JsonAsync(HttpMethod.Post, $"{Api}/mine/{number}/refusals/{decision}/reconsideration", new { reason = "En gång till." });
        Assert.Equal((409, true), (status, body.GetProperty("title").GetString()!.StartsWith("Beslutet är redan omprövat.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_stands_behind_a_merged_idea_asks_for_the_whole_and_both_hear_what_came_of_it()
    {
        var (whole, decision) = await DeclinedAsync("Det hela");
        var own = await host.WaitingAsync("Den som slogs ihop", Stages.Need, Personas.Employee);
        await host.Database.ExecuteAsync($"update ideas.ideas set merged_into_id = (select id from ideas.ideas where case_number = '{whole}'), stage = '{Stages.Closed}', status = 'Closed', closed_at = now(), close_reason = '{CloseReasons.Merged}' where case_number = '{own}'");
        using var employee = await host.LogInAsAsync(Personas.Employee);
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.Contains(decision, (await employee.ReadAsync($"mine/{own}/refusals")).EnumerateArray().Select(one => one.GetProperty("decision").GetGuid()));
        Assert.Equal(201, (await employee.JsonAsync(HttpMethod.Post, $"{Api}/mine/{own}/refusals/{decision}/reconsideration", new { reason = "Det gäller två enheter." })).Status);
        // One for each decision, whoever of them asks.
        Assert.Equal(409, (await resident.JsonAsync(HttpMethod.Post, $"{Api}/mine/{whole}/refusals/{decision}/reconsideration", new { reason = "Jag också." })).Status);
        await host.MessagesSettledAsync();
        var id = await host.Database.QueryAsync<Guid>("select id from evaluation.reconsideration where decision_id = $1", decision);
        using var decider = await host.LogInAsAsync(Personas.DepartmentHead);
        Assert.Equal(204, (await decider.JsonAsync(HttpMethod.Put, $"{Api}/reconsiderations/{id}/outcome", new { changed = true, motivation = "Två enheter behöver det.", impartial = true })).Status);
        await host.MessagesSettledAsync();
        Assert.Equal(Stages.Need, await host.Database.QueryAsync<string>("select stage from ideas.ideas where case_number = $1", whole));
        foreach (var (number, persona) in new[] { (whole, Personas.Resident), (own, Personas.Employee) })
            Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from mail.message where subject = $1 and \"to\" = $2", $"Omprövning av beslutet om din idé {number}", Personas.AddressOf(persona)));
    }

    [Fact]
    public async Task What_a_committee_has_decided_is_the_committees_own_to_change_and_one_is_told_so()
    {
        var (number, decision) = await DeclinedAsync("Nämnden sa nej");
        await host.Database.ExecuteAsync($"update ideas.decision set decided_as = '{Roles.CommitteeSecretary}' where id = '{decision}'");
        using var resident = await host.LogInAsAsync(Personas.Resident);
        var (status, body) = await resident.JsonAsync(HttpMethod.Post, $"{Api}/mine/{number}/refusals/{decision}/reconsideration", new { reason = "Pröva igen." });
        Assert.Equal((409, "Nämnden har beslutat, och bara den kan ändra beslutet. Skriv till nämnden och berätta vad som är fel. Har något ändrats? Lämna gärna idén igen."), (status, body.GetProperty("title").GetString()));
        Assert.False((await resident.GetAsync($"/mina-ideer/{number}")).Says("Tycker du att beslutet är fel?"));
        Assert.True((await resident.GetAsync($"/folj/omprova/{decision}")).Says("bara den kan ändra beslutet"));
    }

    [Fact]
    public async Task A_hundred_who_ask_at_once_get_one()
    {
        var (number, decision) = await DeclinedAsync("Hundra på en gång");
        using var resident = await host.LogInAsAsync(Personas.Resident);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => resident.JsonAsync(HttpMethod.Post, $"{Api}/mine/{number}/refusals/{decision}/reconsideration", new { reason = "Pröva igen." })));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal(409, answer.Status));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.reconsideration where decision_id = $1", decision));
    }

    [Fact]
    public async Task It_is_asked_for_by_the_submitter_alone_and_in_time()
    {
        var (number, decision) = await DeclinedAsync("Inte din idé");
        using var other = await host.LogInAsAsync(Personas.Employee);
        using var anyone = host.Visitor();
        Assert.Equal(404, (await other.GetAsync($"/folj/omprova/{decision}")).StatusCode);
        Assert.Equal(404, (await anyone.GetAsync($"/folj/omprova/{decision}")).StatusCode);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Post, $"{Api}/mine/{number}/refusals/{decision}/reconsideration", new { reason = "Pröva igen." })).Status);
        Assert.Equal(404, (await anyone.JsonAsync(HttpMethod.Get, $"{Api}/by-code/refusals", null, ("Idea-Code", "K7MP-4RTX"))).Status);
        host.Clock.Advance(TimeSpan.FromDays(24));
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.False((await resident.GetAsync($"/mina-ideer/{number}")).Says("Tycker du att beslutet är fel?"));
        Assert.Equal(409, (await resident.JsonAsync(HttpMethod.Post, $"{Api}/mine/{number}/refusals/{decision}/reconsideration", new { reason = "Pröva igen." })).Status);
    }

    [Fact]
    public async Task Whoever_has_only_a_code_asks_with_it()
    {
        using var visitor = host.Visitor();
        var receipt = await visitor.SubmitAsync(await visitor.PostFormAsync("/lamna-ide", new { Text = "En brygga vid campingen." }), new { });
        var number = Uri.UnescapeDataString(receipt.Address["/kvitto/".Length..].Split('?')[0]);
        var code = CodePattern().Match(receipt.Text).Value;
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(201, (await DecideAsync(coach, number, "DECLINE", Gates.Triage)).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        await host.MessagesSettledAsync();
        var (status, body) = await visitor.JsonAsync(HttpMethod.Get, $"{Api}/by-code/refusals", null, ("Idea-Code", code));
        Assert.True(status == 200, body.ToString());
        var decision = body[0].GetProperty("decision").GetGuid();
        var own = await visitor.PostFormAsync("/folj", new { Code = code });
        Assert.True(own.Says("Tycker du att beslutet är fel?"), own.Text);
        var asked = await visitor.PostFormAsync($"/folj/omprova/{decision}", new { Reason = "Det finns ingen brygga." });
        Assert.True(asked.Says("Omprövning är begärd"), asked.Text);
        (status, _) = await visitor.JsonAsync(HttpMethod.Post, $"{Api}/by-code/refusals/{decision}/reconsideration", new { reason = "Igen." }, ("Idea-Code", code));
        Assert.Equal(409, status);
        await host.MessagesSettledAsync();
        Assert.Equal(await host.PersonAsync(Personas.SecondCoach), await host.Database.QueryAsync<Guid>("select decider_id from evaluation.reconsideration where decision_id = $1", decision));
    }

    [Fact]
    public async Task When_the_one_who_was_asked_leaves_somebody_else_is_and_where_there_is_nobody_the_coach_is_told()
    {
        var (number, decision) = await DeclinedAsync("Någon slutar mitt i");
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal(201, (await resident.JsonAsync(HttpMethod.Post, $"{Api}/mine/{number}/refusals/{decision}/reconsideration", new { reason = "Pröva igen." })).Status);
        await host.MessagesSettledAsync();
        Task<Guid> Asked() => host.Database.QueryAsync<Guid>("select coalesce(decider_id, '00000000-0000-0000-0000-000000000000') from evaluation.reconsideration where decision_id = $1", decision);
        var first = await Asked();
        Assert.NotEqual(Guid.Empty, first);
        await ConflictAsync(number, first);
        await WatchAsync();
        var second = await Asked();
        Assert.True(second != Guid.Empty && second != first);

        await host.Database.ExecuteAsync($"insert into ideas.idea_person (idea_id, person_id, kind, since) select i.id, p.id, 'Conflict', now() from ideas.ideas i cross join people.person p where i.case_number = '{number}' on conflict do nothing");
        await host.Database.ExecuteAsync($"update ideas.ideas set coach_id = '{await host.PersonAsync(Personas.Coach)}' where case_number = '{number}'");
        await WatchAsync();
        await WatchAsync();
        Assert.Equal(Guid.Empty, await Asked());
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from mail.message where subject = $1", $"Ingen kan ompröva beslutet om {number}"));
    }

    private Task ConflictAsync(string number, Guid person) =>
        host.Database.ExecuteAsync($"insert into ideas.idea_person (idea_id, person_id, kind, since) select id, '{person}', 'Conflict', now() from ideas.ideas where case_number = '{number}'");

    /// <summary>On a working day: on others nobody is asked, and other tests have moved the clock.</summary>
    private async Task WatchAsync()
    {
        while (!WorkingDays.IsWorkingDay(host.Clock.GetUtcNow().StockholmDay())) await host.AdvanceAsync(TimeSpan.FromDays(1));
        await host.InScopeAsync(services => services.GetRequiredService<WatchReconsiderations>().RunAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The resident's idea, which the unit's manager has said no to; the reply has left.</summary>
    private async Task<(string Number, Guid Decision)> DeclinedAsync(string text)
    {
        var number = await host.WaitingAsync(text, Stages.Need, Personas.Resident);
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        var (status, body) = await DecideAsync(owner, number, "DECLINE");
        Assert.True(status == 201, body.ToString());
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        await host.MessagesSettledAsync();
        return (number, await host.Database.QueryAsync<Guid>("select d.id from ideas.decision d join ideas.ideas i on i.id = d.idea_id where i.case_number = $1 and d.outcome = 'DECLINE'", number));
    }

    private static async Task<(int Status, System.Text.Json.JsonElement Body)> DecideAsync(Visitor decider, string number, string outcome, string gate = Gates.Need)
    {
        using var read = await decider.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate");
        return await decider.JsonAsync(
            HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", new { gate, outcome, closeReason = CloseReasons.DeclinedAlreadyExists, reason = "Det finns redan.", impartial = true }, ("If-Match", read.Headers.ETag!.Tag));
    }

    [GeneratedRegex("[A-Z0-9]{4}-[A-Z0-9]{4}")]
    private static partial Regex CodePattern();
}
