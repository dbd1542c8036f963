using IdeSluss.Evaluation.Features.Evaluation.Quality;
using IdeSluss.Evaluation.Tests.Benefits;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Evaluation.Tests.Quality;

/// <summary>Risks, changed routines and self-checks come with the decisions; the year tells itself.</summary>
public class QualityTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    [Theory]
    [InlineData("vecka", "2026-10-05", "2026-10-05", "2026-10-12")]
    [InlineData("vecka", "2026-10-05", "2026-10-27", "2026-11-02")]
    [InlineData("manad", "2026-01-31", "2026-01-31", "2026-02-28")]
    [InlineData("kvartal", "2026-01-31", "2026-05-01", "2026-07-31")]
    [InlineData("ar", "2024-02-29", "2025-03-01", "2026-02-28")]
    // Done before its day: the day stays.
    [InlineData("manad", "2026-12-01", "2026-11-20", "2026-12-01")]
    public void The_next_day_follows_from_the_first_one_and_never_lies_in_the_past(string often, string due, string done, string next) =>
        Assert.Equal(Day(next), QualityWords.Next(often, Day(due), Day(done)));

    [Fact]
    public async Task The_decision_to_test_leaves_its_risks_with_their_numbers_and_one_taken_back_takes_them_with_it()
    {
        var number = await host.WaitingAsync("Risker före test");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (status, body) = await coach.FillAsync(number, FormKeys.RiskAnalysis, new
        {
            risker = new object[]
            {
                new { handelse = "Låset öppnas inte", orsak = "Batteriet är slut", konsekvens = "4", sannolikhet = "3", atgard = "Reservnyckel", vem = "Enhetschefen", klart = "2026-11-01", kvar = 4 },
                new { handelse = "Någon blir orolig", orsak = "Nytt ljud", konsekvens = "2", sannolikhet = "2" },
            },
        });
        Assert.True(status == 204, body.ToString());
        var (idea, decision) = (await IdeaAsync(number), Guid.CreateVersion7());
        for (var told = 0; told < 2; told++) await host.DeliverAsync(new GateDecided(idea, number, decision, Gates.Test, "ADVANCE", Stages.Concept, Stages.Test, Tracks.Full, null, host.Clock.GetUtcNow(), host.Clock.GetUtcNow()), idea);
        Assert.Equal("12:4,4:", await host.Database.QueryAsync<string>("select string_agg(number || ':' || coalesce(residual::text, ''), ',' order by number desc) from evaluation.quality_risk where case_number = $1", number));
        await host.DeliverAsync(new DecisionTakenBack(idea, decision, Gates.Test, host.Clock.GetUtcNow()), idea);
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from evaluation.quality_risk where case_number = $1", number));
    }

    [Fact]
    public async Task A_late_self_check_is_reminded_of_once_also_when_the_job_has_been_away_for_days_and_two_run_at_once()
    {
        var number = await HandedOverAsync("Påminnelse om egenkontroll");
        Task<long> MailsAsync() => host.Database.QueryAsync<long>("select count(*) from mail.message where \"to\" = $1 and subject like 'Dags för%egenkontroll%'", Personas.AddressOf(Personas.BenefitOwner));
        Task RemindAsync() => host.InScopeAsync(services => services.GetRequiredService<RemindOfSelfChecks>().RunAsync(TestContext.Current.CancellationToken));
        // What the demo and other tests have left is reminded of in one mail, whatever it is.
        await host.Database.ExecuteAsync($"update evaluation.self_check set reminded_of = next_on where case_number <> '{number}'; update evaluation.self_check set next_on = '2026-10-13' where case_number = '{number}'");
        var before = await MailsAsync();
        host.Clock.Advance(TimeSpan.FromDays(7));
        await Task.WhenAll(RemindAsync(), RemindAsync());
        for (var day = 0; day < 3; day++)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            await RemindAsync();
        }

        await host.MessagesSettledAsync();
        Assert.Equal(before + 1, await MailsAsync());
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from mail.message where subject like 'Dags för%egenkontroll%' and body like '%lås%'"));
    }

    [Fact]
    public async Task The_handover_leaves_the_changed_routine_and_self_checks_whose_results_the_year_tells()
    {
        var number = await HandedOverAsync("Egenkontroll och rutin");
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var check = await host.Database.QueryAsync<Guid>("select id from evaluation.self_check where case_number = $1", number);
        Assert.Equal(422, (await manager.JsonAsync(HttpMethod.Post, $"{Api}/self-checks/{check}/results", new { works = false })).Status);
        Assert.Equal(422, (await manager.JsonAsync(HttpMethod.Post, $"{Api}/self-checks/{check}/results", new { works = true, day = "2020-01-01" })).Status);
        Assert.Equal(422, (await manager.JsonAsync(HttpMethod.Post, $"{Api}/self-checks/{check}/results", new { works = true, day = "2099-01-01" })).Status);
        var (status, body) = await manager.JsonAsync(HttpMethod.Post, $"{Api}/self-checks/{check}/results", new { works = false, note = "Två lås glappar. De byts i veckan." });
        Assert.True(status == 204, body.ToString());
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Get, $"{Api}/self-checks/{check}")).Status);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Post, $"{Api}/self-checks/{check}/results", new { works = true })).Status);

        var authority = await host.Database.QueryAsync<string>("select a.code from people.authority a join ideas.ideas i on i.authority_id = a.id where i.case_number = $1", number);
        using var quality = await host.LogInAsAsync(Personas.QualityOfficer);
        var year = await quality.ReadAsync($"quality/{authority}/2026");
        Assert.Contains(year.GetProperty("improvements").EnumerateArray(), line => line.GetProperty("caseNumber").GetString() == number && line.GetProperty("routine").GetString() == "RUT-17");
        Assert.Contains(year.GetProperty("selfChecks").EnumerateArray(), line => line.GetProperty("caseNumber").GetString() == number && line.GetProperty("deviating").GetInt32() == 1);
        var page = await quality.GetAsync($"/arbete/kvalitet/{authority}/2026");
        Assert.Contains("Två lås glappar. De byts i veckan.", page.Text, StringComparison.Ordinal);
        using var pdf = await quality.ApiAsync(HttpMethod.Get, $"{Api}/quality/{authority}/2026.pdf");
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.Equal(404, (await quality.GetAsync($"/arbete/kvalitet/{authority}/2099")).StatusCode);
        // Who answers for a unit alone does not read the whole authority.
        Assert.Equal(404, (await manager.GetAsync($"/arbete/kvalitet/{authority}/2026")).StatusCode);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task<Guid> IdeaAsync(string number) => host.Database.QueryAsync<Guid>("select id from ideas.ideas where case_number = $1", number);

    private async Task<string> HandedOverAsync(string text)
    {
        var number = await host.WaitingAsync(text, Stages.Implementation);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        foreach (var (form, answers) in new (string, object)[]
                 {
                     (FormKeys.Handover, new { rutin = "RUT-17", utbildade = 10, nyttoansvarig = "Enhetschefen", stod = "IT hjälper till." }),
                     (FormKeys.SelfCheck, new { kontroller = new[] { new Dictionary<string, string> { ["vad"] = "Låsen öppnas på första försöket", ["hur"] = "Prova tio lås", ["hur-ofta"] = "manad", ["vem"] = "Enhetschefen", ["forsta"] = "2026-10-14" } } }),
                 })
        {
            var (status, body) = await coach.FillAsync(number, form, answers, complete: false);
            Assert.True(status == 204, body.ToString());
        }

        await host.Database.ExecuteAsync($"update ideas.ideas set stage = '{Stages.Benefit}' where case_number = '{number}'");
        var idea = await IdeaAsync(number);
        await host.DeliverAsync(new GateDecided(idea, number, Guid.CreateVersion7(), Gates.Handover, "ACCEPT", Stages.Implementation, Stages.Benefit, Tracks.Full, await host.PersonAsync(Personas.NeedOwner), host.Clock.GetUtcNow(), host.Clock.GetUtcNow()), idea);
        return number;
    }
}
