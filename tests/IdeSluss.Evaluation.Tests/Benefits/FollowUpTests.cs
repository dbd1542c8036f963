using IdeSluss.Evaluation.Features.Evaluation.FollowUps;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Evaluation.Tests.Benefits;

/// <summary>After six, twelve and twenty-four months somebody is asked what became of it: once, whatever happens to the job or to the one who answers.</summary>
public class FollowUpTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;
    private static readonly string OwnerAddress = Personas.AddressOf(Personas.BenefitOwner);

    [Fact]
    public async Task When_an_idea_goes_live_what_was_promised_is_kept_and_three_follow_ups_are_planned()
    {
        var number = await LiveAsync("Digitala lås");
        var goLive = Today;
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var plan = await manager.ReadAsync($"cases/{number}/benefit-plan");
        Assert.Equal([goLive.AddMonths(6), goLive.AddMonths(12), goLive.AddMonths(24)], plan.GetProperty("followUps").EnumerateArray().Select(one => DateOnly.Parse(one.GetProperty("due").GetString()!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((100_000m, "Nora Nyttström"), (plan.GetProperty("plannedPerYear").GetDecimal(), plan.GetProperty("owner").GetString()));
        // What is changed afterwards is not what was promised.
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await host.Database.ExecuteAsync($"update ideas.evidence set answers = jsonb_set(answers, '{{nyttor,0,kronor}}', '\"5\"') where form = '{FormKeys.BenefitCalculation}' and idea_id = (select id from ideas.ideas where case_number = '{number}')");
        Assert.Equal(100_000m, (await manager.ReadAsync($"cases/{number}/benefits")).GetProperty("calculation").GetProperty("money").GetDecimal());
        // Told twice, it is still one plan.
        await host.DeliverAsync(await HandoverAsync(number), await IdeaAsync(number));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from evaluation.benefit_plan where case_number = $1", number));
    }

    [Fact]
    public async Task The_job_asks_the_owner_once_also_when_it_is_killed_halfway_or_has_been_away_for_three_days()
    {
        var numbers = new List<string>();
        for (var at = 0; at < 3; at++) numbers.Add(await LiveAsync($"Asked once {at}"));
        await host.AdvanceAsync(DaysTo(Today.AddMonths(6).AddDays(3)));
        // Killed after the first: what is done is done, the rest has not begun.
        using var killed = new CancellationTokenSource();
        var before = await OpenAsync();
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<Evaluation.Data.EvaluationDbContext>();
            db.SavedChanges += (_, _) => killed.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => services.GetRequiredService<WatchFollowUps>().RunAsync(killed.Token));
        });
        Assert.Equal(before + 1, await OpenAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WatchAsync()));
        await WatchAsync();
        await host.MessagesSettledAsync();
        Assert.Equal(3, await AskedAsync(numbers));
        foreach (var number in numbers)
        {
            Assert.Equal(1, await host.Database.QueryAsync<long>($"select count(*) from ideas.task t join ideas.ideas i on i.id = t.idea_id where i.case_number = '{number}' and t.kind = 'BenefitFollowUp' and not t.cancelled and t.assignee_id = '{await host.PersonAsync(Personas.BenefitOwner)}'"));
            Assert.Single(host.Mails.To(OwnerAddress), mail => mail.Subject == $"Blev det bättre? Följ upp {number}");
        }
    }

    [Fact]
    public async Task The_owner_goes_from_the_inbox_to_the_answer_and_the_form_of_the_case_is_filled_in()
    {
        var number = await LiveAsync("Från inkorgen", BenefitCases.Row("Kortare väg", money: 100_000, people: "ja", before: 0));
        await AskAsync(number);
        using var owner = await host.LogInAsAsync(Personas.BenefitOwner);
        var task = $"/arbete/uppgifter/{await host.Database.QueryAsync<Guid>("select id from ideas.task where subject_id = $1", await FollowUpAsync(number))}";
        Assert.Contains(task, (await owner.GetAsync("/arbete")).Links);
        var place = (await owner.GetAsync(task)).Links.First(link => link.StartsWith("/mina-uppfoljningar/", StringComparison.Ordinal));
        var page = await owner.GetAsync(place);
        Assert.Equal(200, page.StatusCode);
        var id = Guid.Parse(place.Split('/')[^1]);
        var (status, body) = await owner.JsonAsync(HttpMethod.Post, $"{Api}/follow-ups/{id}/send", Answers("2027-06-01"));
        Assert.True(status == 204, body.ToString());
        Assert.Equal(409, (await owner.JsonAsync(HttpMethod.Post, $"{Api}/follow-ups/{id}/send", Answers("2027-06-01"))).Status);
        await host.MessagesSettledAsync();
        var result = (await owner.ReadAsync($"cases/{number}/benefit-plan")).GetProperty("followUps")[0];
        Assert.Equal((90_000m, 1, 1), (result.GetProperty("realisedPerYear").GetDecimal(), result.GetProperty("missingSplit").GetInt32(), result.GetProperty("benefits").GetInt32()));
        // Nothing to compare with: no percentage that cannot be trusted.
        var row = result.GetProperty("result").GetProperty("rows")[0];
        Assert.True(!row.TryGetProperty("change", out var change) || change.ValueKind == System.Text.Json.JsonValueKind.Null);
        Assert.Contains("Uppdelning på kön saknas", (await owner.GetAsync($"/arbete/nytta/{number}")).Text, StringComparison.Ordinal);
        Assert.Equal("t", await host.Database.QueryAsync<string>($"select case when complete then 't' else 'f' end from ideas.evidence where form = '{FormKeys.FollowUpSixMonths}' and idea_id = $1", await IdeaAsync(number)));
        Assert.Equal(0, await host.Database.QueryAsync<long>($"select count(*) from ideas.task where kind = 'BenefitFollowUp' and done_at is null and not cancelled and idea_id = $1", await IdeaAsync(number)));
    }

    [Theory]
    [InlineData("2020-01-01", "idén började användas")]
    [InlineData("2099-01-01", "dagen har inte varit än")]
    [InlineData("2027-02-30", "")]
    public async Task A_measurement_from_before_the_idea_was_used_or_from_tomorrow_is_refused(string day, string says)
    {
        var number = await LiveAsync($"Fel dag {day}");
        await AskAsync(number);
        using var owner = await host.LogInAsAsync(Personas.BenefitOwner);
        var (status, body) = await owner.JsonAsync(HttpMethod.Post, $"{Api}/follow-ups/{await FollowUpAsync(number)}/send", Answers(day));
        Assert.Equal(422, status);
        Assert.Contains(body.Errors(), error => error.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e400")]
    public async Task A_value_that_is_no_number_is_refused(string value)
    {
        var number = await LiveAsync($"Inget tal {value}");
        await AskAsync(number);
        using var owner = await host.LogInAsAsync(Personas.BenefitOwner);
        Assert.Equal(422, (await owner.JsonAsync(HttpMethod.Post, $"{Api}/follow-ups/{await FollowUpAsync(number)}/send", Answers(Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), value))).Status);
    }

    [Fact]
    public async Task Another_one_s_follow_up_does_not_exist_and_a_changed_one_is_read_again()
    {
        var number = await LiveAsync("Någon annans");
        await AskAsync(number);
        var id = await FollowUpAsync(number);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(404, (await manager.JsonAsync(HttpMethod.Get, $"{Api}/follow-ups/{id}")).Status);
        Assert.Equal(404, (await manager.GetAsync($"/mina-uppfoljningar/{id}")).StatusCode);
        Assert.Equal(403, (await coach.JsonAsync(HttpMethod.Get, $"{Api}/follow-ups/{id}")).Status);
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Get, $"{Api}/cases/{number}/benefit-plan")).Status);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Put, $"{Api}/cases/{number}/benefit-owner", new { owner = await host.PersonAsync(Personas.OtherNeedOwner) })).Status);
        using var owner = await host.LogInAsAsync(Personas.BenefitOwner);
        Assert.Equal(412, (await owner.JsonAsync(HttpMethod.Put, $"{Api}/follow-ups/{id}", new { varfor = "x" }, ("If-Match", "\"v99\""))).Status);
    }

    [Fact]
    public async Task Who_does_not_answer_is_reminded_twice_and_then_the_coach_is_told()
    {
        var number = await LiveAsync("Ingen svarar");
        await host.Database.ExecuteAsync($"update ideas.ideas set coach_id = '{await host.PersonAsync(Personas.Coach)}' where case_number = '{number}'");
        await AskAsync(number);
        for (var day = 0; day < 80; day++)
        {
            await host.AdvanceAsync(TimeSpan.FromDays(1));
            await WatchAsync();
        }

        await host.MessagesSettledAsync();
        await Eventually.TrueAsync(() => host.Mails.All.Any(mail => mail.Subject == $"Ingen har följt upp {number}"), "the coach to be told");
        Assert.Equal(2, host.Mails.To(OwnerAddress).Count(mail => mail.Subject == $"Påminnelse: följ upp {number}"));
        Assert.Equal(1, host.Mails.All.Count(mail => mail.Subject == $"Ingen har följt upp {number}"));
    }

    [Fact]
    public async Task When_the_owner_leaves_the_next_in_line_is_asked_or_the_coach_is_asked_to_choose()
    {
        var number = await LiveAsync("Ägaren slutar");
        await AskAsync(number);
        await host.DeliverAsync(new PersonDeactivated(await host.PersonAsync(Personas.BenefitOwner), host.Clock.GetUtcNow()), await IdeaAsync(number));
        await host.MessagesSettledAsync();
        Assert.Equal("IdeaCoach", await host.Database.QueryAsync<string>("select role from ideas.task where kind = 'BenefitFollowUp' and not cancelled and done_at is null and idea_id = $1", await IdeaAsync(number)));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (status, body) = await coach.JsonAsync(HttpMethod.Put, $"{Api}/cases/{number}/benefit-owner", new { owner = await host.PersonAsync(Personas.Resident) });
        Assert.Equal(422, status);
        (status, body) = await coach.JsonAsync(HttpMethod.Put, $"{Api}/cases/{number}/benefit-owner", new { owner = await host.PersonAsync(Personas.NeedOwner) });
        Assert.True(status == 204, body.ToString());
        await host.MessagesSettledAsync();
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(200, (await manager.GetAsync($"/mina-uppfoljningar/{await FollowUpAsync(number)}")).StatusCode);
        Assert.Equal(await host.PersonAsync(Personas.NeedOwner), await host.Database.QueryAsync<Guid>("select assignee_id from ideas.task where kind = 'BenefitFollowUp' and not cancelled and done_at is null and idea_id = $1", await IdeaAsync(number)));
    }

    [Fact]
    public async Task The_decision_to_adjust_asks_once_more_and_one_taken_back_is_as_if_it_had_never_been()
    {
        var number = await LiveAsync("Justeras");
        var (idea, decision) = (await IdeaAsync(number), Guid.CreateVersion7());
        await host.DeliverAsync(new GateDecided(idea, number, decision, Gates.Benefit, "ADJUST", Stages.Benefit, Stages.Benefit, Tracks.Full, null, host.Clock.GetUtcNow(), host.Clock.GetUtcNow()), idea);
        Assert.Equal(4, await CountAsync(number));
        await host.DeliverAsync(new DecisionTakenBack(idea, decision, Gates.Benefit, host.Clock.GetUtcNow()), idea);
        Assert.Equal(3, await CountAsync(number));
        await host.DeliverAsync(new DecisionTakenBack(idea, await host.Database.QueryAsync<Guid>("select decision_id from evaluation.benefit_plan where case_number = $1", number), Gates.Handover, host.Clock.GetUtcNow()), idea);
        Assert.Equal(0, await CountAsync(number));
    }

    [Fact]
    public async Task An_implemented_idea_is_asked_about_after_two_years_too_and_any_other_end_ends_the_asking()
    {
        foreach (var (reason, left) in new[] { (CloseReasons.Implemented, 1L), (CloseReasons.DeclinedCostBenefit, 0L) })
        {
            var number = await LiveAsync($"Avslutas {reason}");
            await host.DeliverAsync(new IdeaClosed(await IdeaAsync(number), number, reason, host.Clock.GetUtcNow()), await IdeaAsync(number));
            Assert.Equal(left, await host.Database.QueryAsync<long>("select count(*) from evaluation.follow_up f join evaluation.benefit_plan p on p.id = f.plan_id where f.state = 'Planned' and p.case_number = $1", number));
        }
    }

    private DateOnly Today => Sdk.Time.StockholmTime.StockholmToday(host.Clock);

    private TimeSpan DaysTo(DateOnly day) => TimeSpan.FromDays(day.DayNumber - Today.DayNumber);

    private Task WatchAsync() => host.InScopeAsync(services => services.GetRequiredService<WatchFollowUps>().RunAsync(TestContext.Current.CancellationToken));

    private Task<Guid> IdeaAsync(string number) => host.Database.QueryAsync<Guid>("select id from ideas.ideas where case_number = $1", number);

    private Task<Guid> FollowUpAsync(string number) => host.Database.QueryAsync<Guid>("select f.id from evaluation.follow_up f join evaluation.benefit_plan p on p.id = f.plan_id where f.form = 'effekt-6-manader' and p.case_number = $1", number);

    private Task<long> CountAsync(string number) => host.Database.QueryAsync<long>("select count(*) from evaluation.follow_up f join evaluation.benefit_plan p on p.id = f.plan_id where p.case_number = $1", number);

    private Task<long> OpenAsync() => host.Database.QueryAsync<long>("select count(*) from evaluation.follow_up where state = 'Open'");

    private async Task<int> AskedAsync(IReadOnlyList<string> numbers) => (int)await host.Database.QueryAsync<long>($"select count(*) from evaluation.follow_up f join evaluation.benefit_plan p on p.id = f.plan_id where f.state = 'Open' and p.case_number in ({string.Join(',', numbers.Select(number => $"'{number}'"))})");

    private async Task<GateDecided> HandoverAsync(string number) => new(
        await IdeaAsync(number), number, Guid.CreateVersion7(), Gates.Handover, "ACCEPT", Stages.Implementation, Stages.Benefit, Tracks.Full, await host.PersonAsync(Personas.NeedOwner), host.Clock.GetUtcNow(), host.Clock.GetUtcNow());

    /// <summary>An idea that its operation has just received.</summary>
    private async Task<string> LiveAsync(string text, params object[] benefits)
    {
        var number = await host.CalculatedAsync(text, benefits);
        await host.Database.ExecuteAsync($"update ideas.ideas set stage = '{Stages.Benefit}' where case_number = '{number}'");
        await host.DeliverAsync(await HandoverAsync(number), await IdeaAsync(number));
        return number;
    }

    /// <summary>Six months later the owner is asked.</summary>
    private async Task AskAsync(string number)
    {
        await host.AdvanceAsync(DaysTo(Today.AddMonths(6)));
        await WatchAsync();
        await host.MessagesSettledAsync();
        Assert.Equal(1, await AskedAsync([number]));
    }

    private object Answers(string day, string value = "22") => new Dictionary<string, object>
    {
        ["datum"] = day == "2027-06-01" ? Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : day,
        ["utfall"] = new[] { new Dictionary<string, string> { ["nytta"] = "Kortare väg", ["varde"] = value, ["kronor-nu"] = "90000", ["lage"] = "pa-vag" } },
        ["varfor"] = "Vintern var mild.", ["gor"] = "Vi fortsätter.",
    };
}
