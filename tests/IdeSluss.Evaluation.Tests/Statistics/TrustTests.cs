using System.Text.RegularExpressions;
using IdeSluss.Evaluation.Features.Evaluation.Trust;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Evaluation.Tests.Statistics;

/// <summary>Three questions when an idea is decided: of one's own will, once for each idea, and nobody's.</summary>
public partial class TrustTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    private static readonly object Answer = new { forstadd = "4", rattvist = "2", igen = "5" };

    [Fact]
    public async Task The_submitter_is_led_to_three_questions_by_the_page_and_the_mail_that_tell_the_outcome()
    {
        var number = await DeclinedAsync("Ett utegym vid älven", hold: false);
        using var resident = await host.LogInAsAsync(Personas.Resident);
        // While the reply is held nothing is decided to the outside.
        Assert.Equal(404, (await resident.GetAsync($"/folj/tyck-till/{number}")).StatusCode);
        Assert.False((await resident.GetAsync($"/mina-ideer/{number}")).Says("Hur tycker du att det gick?"));
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        await host.MessagesSettledAsync();
        Assert.Contains($"/folj/tyck-till/{number}", (await resident.GetAsync($"/mina-ideer/{number}")).Links);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from mail.message where subject = $1", $"Det finns ett besked om din idé {number}"));
        Assert.Contains("tre frågor om hur det gick", await host.Database.QueryAsync<string>("select body from mail.message where subject = $1", $"Det finns ett besked om din idé {number}"), StringComparison.Ordinal);

        Assert.Equal(422, (await resident.PostFormAsync($"/folj/tyck-till/{number}", new[] { ("Trust.forstadd", "4") })).StatusCode);
        var before = await CountsAsync();
        var done = await resident.PostFormAsync($"/folj/tyck-till/{number}", new[] { ("Trust.forstadd", "4"), ("Trust.rattvist", "2"), ("Trust.igen", "5") });
        Assert.True(done.Says("Tack! Ditt svar är med."), done.Text);
        Assert.Equal([0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1], (await CountsAsync()).Zip(before, (now, was) => now - was));
        Assert.Equal(409, (await resident.JsonAsync(HttpMethod.Put, $"{Api}/mine/{number}/trust", Answer)).Status);
        Assert.False((await resident.GetAsync($"/mina-ideer/{number}")).Says("Hur tycker du att det gick?"));
    }

    [Fact]
    public async Task A_hundred_who_answer_at_once_are_one_and_nothing_ties_the_answer_to_anyone()
    {
        var number = await DeclinedAsync("Hundra på en gång");
        var (idea, person, before, audited) = (await IdeaAsync(number), await host.PersonAsync(Personas.Resident), await CountsAsync(), await AuditedAsync());
        using var resident = await host.LogInAsAsync(Personas.Resident);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => resident.JsonAsync(HttpMethod.Put, $"{Api}/mine/{number}/trust", Answer)));
        Assert.Single(answers, answer => answer.Status == 204);
        Assert.All(answers.Where(answer => answer.Status != 204), answer => Assert.Equal(409, answer.Status));
        Assert.Equal(3, (await CountsAsync()).Zip(before, (now, was) => now - was).Sum());
        // Neither in what is kept nor in the audit log: whose it is, or when.
        Assert.Equal(audited, await AuditedAsync());
        foreach (var table in new[] { "trust_ticket", "trust_sum" })
            Assert.Equal(0, await host.Database.QueryAsync<long>($"select count(*) from evaluation.{table} t where t::text like '%{idea}%' or t::text like '%{person}%' or t::text like '%{number}%'"));
        Assert.DoesNotContain(host.Logs.Entries, entry => entry.Message.Contains("rattvist", StringComparison.Ordinal) || entry.Message.Contains("trust_sum", StringComparison.Ordinal) && entry.Message.Contains(idea.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_submitter_answers_and_only_where_it_was_decided_and_in_time()
    {
        var number = await DeclinedAsync("Inte din");
        using var other = await host.LogInAsAsync(Personas.Employee);
        using var anyone = host.Visitor();
        using var coach = await host.LogInAsAsync(Personas.Coach);
        foreach (var visitor in new[] { other, anyone, coach }) Assert.Equal(404, (await visitor.GetAsync($"/folj/tyck-till/{number}")).StatusCode);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Put, $"{Api}/mine/{number}/trust", Answer)).Status);
        Assert.Equal(404, (await anyone.JsonAsync(HttpMethod.Put, $"{Api}/by-code/trust", Answer, ("Idea-Code", "K7MP-4RTX"))).Status);
        using var resident = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal(422, (await resident.JsonAsync(HttpMethod.Put, $"{Api}/mine/{number}/trust", new { forstadd = "6", rattvist = "2", igen = "5" })).Status);
        // Taken back by oneself, handed over, or open again: nobody has judged it.
        foreach (var (reason, restricted) in new[] { (CloseReasons.Withdrawn, "false"), (CloseReasons.Redirected, "false"), (CloseReasons.DeclinedNotLegal, "true") })
        {
            await host.Database.ExecuteAsync($"update ideas.ideas set close_reason = '{reason}', restricted = {restricted} where case_number = '{number}'");
            Assert.Equal(404, (await resident.JsonAsync(HttpMethod.Put, $"{Api}/mine/{number}/trust", Answer)).Status);
        }

        await host.Database.ExecuteAsync($"update ideas.ideas set close_reason = null, restricted = false, stage = '{Stages.Need}', status = 'Active', closed_at = null where case_number = '{number}'");
        Assert.Equal(404, (await resident.JsonAsync(HttpMethod.Put, $"{Api}/mine/{number}/trust", Answer)).Status);
        await CloseAsync(number);
        Assert.Equal(204, (await resident.JsonAsync(HttpMethod.Put, $"{Api}/mine/{number}/trust", Answer)).Status);
        // Reopened and decided again: it is still one idea and one answer.
        await CloseAsync(number);
        Assert.Equal(409, (await resident.JsonAsync(HttpMethod.Put, $"{Api}/mine/{number}/trust", Answer)).Status);
        host.Clock.Advance(TimeSpan.FromDays(AnswerTrust.DaysToAnswer + 1));
        using var late = await host.LogInAsAsync(Personas.Resident);
        Assert.Equal(404, (await late.GetAsync($"/folj/tyck-till/{number}")).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_only_a_code_answers_with_it_and_the_ticket_is_forgotten_after_two_years()
    {
        using var visitor = host.Visitor();
        var receipt = await visitor.SubmitAsync(await visitor.PostFormAsync("/lamna-ide", new { Text = "En brygga vid campingen." }), new { });
        var (number, code) = (Uri.UnescapeDataString(receipt.Address["/kvitto/".Length..].Split('?')[0]), CodePattern().Match(receipt.Text).Value);
        Assert.Equal(404, (await visitor.JsonAsync(HttpMethod.Put, $"{Api}/by-code/trust", Answer, ("Idea-Code", code))).Status);
        await CloseAsync(number);
        Assert.True((await visitor.PostFormAsync("/folj", new { Code = code })).Says("Hur tycker du att det gick?"));
        var page = await visitor.PostFormAsync($"/folj/tyck-till/{number}", new[] { ("Trust.forstadd", "5"), ("Trust.rattvist", "5"), ("Trust.igen", "5") });
        Assert.True(page.Says("Tack! Ditt svar är med."), page.Text);
        Assert.Equal(409, (await visitor.JsonAsync(HttpMethod.Put, $"{Api}/by-code/trust", Answer, ("Idea-Code", code))).Status);
        await host.Database.ExecuteAsync("update evaluation.trust_ticket set quarter = '2023Q4'");
        await host.InScopeAsync(services => services.GetRequiredService<CountTrust>().ForgetAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from evaluation.trust_ticket"));
    }

    private Task<Guid> IdeaAsync(string number) => host.Database.QueryAsync<Guid>("select id from ideas.ideas where case_number = $1", number);

    private Task<long> AuditedAsync() => host.Database.QueryAsync<long>("select count(*) from audit.entry");

    /// <summary>All quarters together: other tests move the clock.</summary>
    private Task<IReadOnlyList<int>> CountsAsync() => host.InScopeAsync<IReadOnlyList<int>>(services =>
    {
        var sums = services.GetRequiredService<Evaluation.Data.EvaluationDbContext>().TrustSums.ToList();
        return Task.FromResult<IReadOnlyList<int>>([.. Enumerable.Range(0, 15).Select(at => sums.Sum(sum => sum.Counts[at]))]);
    });

    private Task CloseAsync(string number) => host.Database.ExecuteAsync(
        $"update ideas.ideas set stage = 'CLOSED', status = 'Closed', close_reason = '{CloseReasons.DeclinedAlreadyExists}', closed_at = '{host.Clock.GetUtcNow():O}', held_until = null where case_number = '{number}'");

    private async Task<string> DeclinedAsync(string text, bool hold = true)
    {
        var number = await host.WaitingAsync(text, Stages.Need, Personas.Resident);
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        using var read = await owner.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate");
        var (status, body) = await owner.JsonAsync(
            HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", new { gate = Gates.Need, outcome = "DECLINE", closeReason = CloseReasons.DeclinedAlreadyExists, reason = "Det finns redan.", impartial = true }, ("If-Match", read.Headers.ETag!.Tag));
        Assert.True(status == 201, body.ToString());
        if (hold) host.Clock.Advance(TimeSpan.FromMinutes(11));
        await host.MessagesSettledAsync();
        return number;
    }

    [GeneratedRegex("[A-Z0-9]{4}-[A-Z0-9]{4}")]
    private static partial Regex CodePattern();
}
