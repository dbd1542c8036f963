using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Ideas.Tests.Receiver;
using IdeSluss.People.Contracts;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IdeSluss.Ideas.Tests.WhoDecides;

/// <summary>The decision to implement, by a delegate within the delegation and otherwise by the nämnd.</summary>
public sealed class WhoDecidesTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    [Fact]
    public async Task Within_the_delegation_a_delegate_decides_and_the_rule_stands_in_the_record()
    {
        var number = await ReadyAsync("nej", 20_000);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        Assert.True((await head.GetAsync("/att-besluta")).Says(number));
        Assert.True((await head.GetAsync($"/att-besluta/{number}")).Says("Punkt IDE 2, upp till 250"));

        await head.DecidedAsync(number, new { gate = Gates.Implement, outcome = "APPROVE", reason = "Bra.", impartial = true });

        Assert.Equal("Punkt IDE 2 i nämndens delegationsordning: Införa en förbättring (punkten är inte bekräftad)",
            await host.ReadAsync(number, (db, idea) => db.Decisions.Where(one => one.IdeaId == idea.Id).Select(one => one.LegalBasis).SingleAsync()));
    }

    [Theory]
    [InlineData("nej", 250_001, "Nämnden beslutar: det kostar 250 001 kronor första året, och delegationen gäller upp till 250 000 kronor (punkt IDE 2).")]
    [InlineData("ja", 1, "Nämnden beslutar: frågan är principiell.")]
    [InlineData("vet-inte", 1, "Nämnden beslutar: det är inte klart om frågan är principiell.")]
    public async Task Beyond_it_the_namnd_decides_the_delegate_may_only_send_back_and_everyone_sees_why(string principle, int cost, string why)
    {
        var number = await ReadyAsync(principle, cost);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        Assert.False((await head.GetAsync("/att-besluta")).Says(number));
        var page = await head.GetAsync($"/att-besluta/{number}");
        Assert.True(page.Text.Replace('\u00a0', ' ').Contains(why, StringComparison.Ordinal), page.Text);
        foreach (var outcome in new[] { "APPROVE", "APPROVE_WITH_CONDITIONS", "REJECT" })
            Assert.Equal(HttpStatusCode.Forbidden, (await head.DecideAsync(number, new { gate = Gates.Implement, outcome, reason = "Nej.", closeReason = CloseReasons.DeclinedCostBenefit, impartial = true })).StatusCode);

        var code = await CommitteeAsync();
        using var member = await host.LogInAsAsync(Personas.CommitteeMember);
        Assert.True((await member.GetAsync($"/namnd/{code}")).Text.Replace('\u00a0', ' ').Contains(why, StringComparison.Ordinal));
        await head.DecidedAsync(number, new { gate = Gates.Implement, outcome = "RETURN", reason = "Räkna en gång till.", impartial = true });
        Assert.Equal(Stages.DecisionBasis, (await host.IdeaAsync(number)).Stage);
    }

    [Fact]
    public async Task An_answer_that_comes_with_the_decision_is_looked_at_too()
    {
        var number = await ReadyAsync("nej", 1);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        var plan = (await host.AnswersAsync(number, FormKeys.ImplementationPlan)).Json;
        plan["principiell"] = "ja";

        var answer = await head.DecideAsync(number, new { gate = Gates.Implement, outcome = "APPROVE", reason = "Bra.", impartial = true, evidence = new Dictionary<string, JsonObject> { [FormKeys.ImplementationPlan] = plan } });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_secretary_enters_votes_and_reservations_and_whoever_is_the_secretary_is_shown_the_way_there()
    {
        var number = await ReadyAsync("ja", 1);
        using var secretary = await host.LogInAsAsync(Personas.CommitteeSecretary);
        var page = await secretary.GetAsync($"/att-besluta/{number}");
        Assert.True(page.Says("Vad beslutade nämnden?"), page.Text);

        var done = await secretary.SubmitAsync(page,
            [("Input.Outcome", "APPROVE"), ("Input.CommitteeParagraph", "§ 7"), ("Input.MeetingDay", "2026-03-02"), ("Input.Reason", "Bra."), ("Input.Voting", "7 röster mot 4. En ledamot reserverade sig."), ("Input.Impartial", "true")],
            "Skriv in beslutet");

        Assert.True(done.Says("Omröstning och reservationer") && done.Says("7 röster mot 4. En ledamot reserverade sig."), done.Text);
    }

    [Fact]
    public async Task The_namnd_sends_a_basis_back_and_the_case_stays_until_it_is_better()
    {
        var number = await ReadyAsync("ja", 1);
        using var secretary = await host.LogInAsAsync(Personas.CommitteeSecretary);

        await secretary.DecidedAsync(number, new { gate = Gates.Implement, outcome = "RETURN", reason = "Nämnden vill se fler alternativ.", impartial = true, committeeParagraph = "§ 8", meetingDay = "2026-03-02" });

        Assert.Equal(Stages.DecisionBasis, (await host.IdeaAsync(number)).Stage);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.DecideAsync(number, new { gate = Gates.Implement, outcome = "APPROVE", reason = "Ja.", impartial = true, committeeParagraph = "§ 9", meetingDay = "2026-03-04" })).StatusCode);
    }

    [Fact]
    public async Task Only_a_namnd_has_a_paragraph_in_the_record()
    {
        var number = await ReadyAsync("nej", 1);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);

        await head.DecidedAsync(number, new { gate = Gates.Implement, outcome = "APPROVE", reason = "Bra.", impartial = true, committeeParagraph = "§ 1", meetingDay = "2026-03-02", voting = "Alla" });

        var decision = await host.ReadAsync(number, (db, idea) => db.Decisions.SingleAsync(one => one.IdeaId == idea.Id));
        Assert.Equal((Roles.DelegatedDecisionMaker, null, null, null), (decision.DecidedAs, decision.CommitteeParagraph, decision.MeetingDay, decision.Voting));
    }

    [Fact]
    public async Task A_statutory_citizen_proposal_is_closed_by_the_namnd_at_every_gate()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(HttpStatusCode.Created, (await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/legal-clocks", new { kind = LegalClocks.CitizenProposalAtCommittee, startsOn = "2026-03-02" })).StatusCode);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var secretary = await host.LogInAsAsync(Personas.CommitteeSecretary);
        object No(string? paragraph) => new { gate = Gates.Need, outcome = "DECLINE", closeReason = CloseReasons.DeclinedCostBenefit, reason = "För dyrt.", impartial = true, committeeParagraph = paragraph, meetingDay = "2026-03-02" };

        var refused = await manager.DecideAsync(number, No(null));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("medborgarförslag", await refused.Content.ReadAsStringAsync());
        Assert.True((await secretary.GetAsync($"/namnd/{await CommitteeAsync()}/beslut")).Says(number));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.DecideAsync(number, No(null))).StatusCode);
        await secretary.DecidedAsync(number, No("§ 3"));

        Assert.Equal(Stages.Closed, (await host.IdeaAsync(number)).Stage);
    }

    [Fact]
    public async Task Whoever_answers_for_the_workflows_sees_the_delegation_and_what_is_not_confirmed()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        Assert.True((await administrator.GetAsync("/admin/arbetsgangar")).Says("Införa en förbättring"));
        var rules = await (await administrator.ApiAsync(HttpMethod.Get, "/api/v1/ideas/delegation")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.All(rules.EnumerateArray(), rule => Assert.True(rule.GetProperty("toBeConfirmed").GetBoolean()));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(HttpStatusCode.Forbidden, (await coach.ApiAsync(HttpMethod.Get, "/api/v1/ideas/delegation")).StatusCode);
    }

    private async Task<string> ReadyAsync(string principle, int cost)
    {
        var number = await host.CaseAsync(Stages.DecisionBasis, Tracks.Full);
        await host.FillAllAsync(number, Gates.Implement);
        await host.AdvisedAsync(number);
        await host.AnswerAsync(number, FormKeys.ImplementationPlan, "principiell", $"\"{principle}\"");
        await host.AnswerAsync(number, FormKeys.BenefitCalculation, "kostnader", $$"""[{ "kostnad": "Bänkar", "typ": "engang", "belopp": "{{cost}}" }]""");
        return number;
    }

    private async Task<string> CommitteeAsync()
    {
        var (authority, _) = await host.PlaceOfAsync(Personas.NeedOwner);
        return (await host.Database.QueryAsync<string>("select code from people.authority where id = $1", authority)).ToLowerInvariant();
    }
}
