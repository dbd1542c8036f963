using IdeSluss.Ideas.Contracts;
using IdeSluss.Testbeds.Features.Testbeds.PrepareTest;
using IdeSluss.Testbeds.Tests.Inventory;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Testbeds.Tests.Trials;

public class StartTests(TestingHost host) : IClassFixture<TestingHost>
{
    [Fact]
    public async Task A_test_cannot_start_while_anything_is_missing_and_what_is_missing_is_the_answer()
    {
        var number = await host.DecidedAsync("En bänk vid hållplatsen i norr", replySent: false);
        var test = number + "-T1";
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        Assert.Equal(["beslut", "testledare", "plats", "rekrytering", "deltagare"], await lead.MissingAsync(test));
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        await lead.PreparedAsync(host, test);
        Assert.Equal(["deltagare"], await lead.MissingAsync(test));
        var (status, refused) = await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/start", null, Describing.OwnHeader);
        Assert.Equal((409, "deltagare"), (status, Assert.Single(refused.ErrorFields())));
        var page = await lead.GetAsync($"/arbete/tester/{test}");
        Assert.True(page.Says("En sak saknas innan testet kan börja") && page.Html.Contains($"href=\"/arbete/tester/{test}/deltagare\"", StringComparison.Ordinal), page.Text);

        await lead.SaidYesAsync(test, "Ena Exempelsson");
        var started = await lead.PostFormAsync($"/arbete/tester/{test}", new { }, "Starta testet");
        Assert.True(started.Says("Testet har börjat."), started.Text);
        await host.MessagesSettledAsync();
        using var anyone = host.Visitor();
        Assert.True((await anyone.GetAsync($"/ideer/{number}")).Says("Testet har börjat"));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from messaging.event where name = 'testbeds.test-started.v1' and stream = (select idea_id from testbeds.trial where number = $1)", test));
    }

    [Fact]
    public async Task What_screening_requires_blocks_until_the_approval_is_recorded_and_again_when_it_has_run_out()
    {
        var number = await host.DecidedAsync("En bänk vid hållplatsen i söder");
        var test = number + "-T1";
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await lead.PreparedAsync(host, test);
        await lead.SaidYesAsync(test, "Tvåa Exempelsson");
        await coach.FilledAsync(number, FormKeys.Screening, TestAnswers.Research, complete: false);
        Assert.Contains(FormKeys.Screening, await lead.MissingAsync(test));
        Assert.True((await lead.GetAsync($"/arbete/tester/{test}")).Says("etikprövning krävs. Skriv in godkännandets diarienummer."));

        await coach.FilledAsync(number, FormKeys.Screening, TestAnswers.Approved("2026-10-13"));
        Assert.Contains(FormKeys.Screening, await lead.MissingAsync(test));
        await coach.FilledAsync(number, FormKeys.Screening, TestAnswers.Approved("2027-06-30"));
        Assert.Empty(await lead.MissingAsync(test));
    }

    /// <summary>T6, U5.</summary>
    [Fact]
    public async Task Who_leads_a_test_must_have_learnt_it_and_is_told_which_course_and_a_small_one_asks_for_none()
    {
        var test = await host.ReadyAsync("En bänk vid hållplatsen i dalen");
        var small = await host.DecidedAsync("En bänk vid hållplatsen på torget", Tracks.Small) + "-T1";
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        Assert.Empty(await lead.MissingAsync(test));
        await host.Database.ExecuteAsync("update training.certificate set valid_until = '2026-10-13' where course_id = (select id from training.course where code = 'COA-201')");
        try
        {
            var (status, refused) = await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/start", null, Describing.OwnHeader);
            Assert.Equal((409, "utbildning-COA-201"), (status, Assert.Single(refused.ErrorFields())));
            var page = await lead.GetAsync($"/arbete/tester/{test}");
            Assert.True(page.Says("Utbildning: Ditt intyg för Testledning och risk (COA-201) gick ut") && page.Html.Contains("href=\"/utbildning/COA-201\"", StringComparison.Ordinal), page.Text);
            using var board = await host.LogInAsAsync(Personas.IdeaBoard);
            Assert.True((await board.GetAsync($"/arbete/tester/{test}")).Says("testledaren saknar ett giltigt intyg för COA-201"));
            Assert.Empty(await lead.MissingAsync(small));
        }
        finally
        {
            await host.Database.ExecuteAsync("update training.certificate set valid_until = '2027-10-13' where course_id = (select id from training.course where code = 'COA-201')");
        }

        Assert.Equal(204, (await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/start", null, Describing.OwnHeader)).Status);
    }

    [Fact]
    public async Task Of_many_who_start_at_the_same_time_one_starts_it()
    {
        var test = await host.ReadyAsync("En bänk vid hållplatsen i väster");
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/start", null, Describing.OwnHeader)));
        Assert.Single(answers, one => one.Status == 204);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from testbeds.trial_measure where trial_id = (select id from testbeds.trial where number = $1)", test));
    }

    [Fact]
    public async Task A_decision_that_is_taken_back_leaves_no_test()
    {
        var number = await host.DecidedAsync("En bänk vid hållplatsen i öster", replySent: false);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        var decision = await host.Database.QueryAsync<Guid>("select decision_id from testbeds.trial where case_number = $1", number);
        Assert.Equal(204, (await head.JsonAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back", new { })).Status);
        await host.MessagesSettledAsync();
        Assert.Equal("Cancelled", await host.Database.QueryAsync<string>("select status from testbeds.trial where case_number = $1", number));
    }

    [Fact]
    public async Task A_small_test_is_one_page_with_a_button_at_the_start_and_three_answers_at_the_end()
    {
        var number = await host.DecidedAsync("En liten bänk vid lekplatsen", Tracks.Small);
        var test = number + "-T1";
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        var page = await lead.GetAsync($"/arbete/tester/{test}");
        Assert.True(page.Says("Inget saknas") && page.Says("Den som startar testet leder det."), page.Text);
        page = await lead.SubmitAsync(page, new { }, "Starta testet");
        Assert.True(page.Says("Testet har börjat.") && page.Says("När testet är slut"), page.Text);
        page = await lead.SubmitAsync(page, new { }, "Avsluta med resultat");
        Assert.True(page.StatusCode == 422 && page.Says("Hur gick det: fyll i."), page.Text);
        page = await lead.SubmitAsync(page, [("Input.Verdict", "Supports"), ("Input.Recommendation", "GoOn"), ("Input.Went", "Alla ville sitta.")], "Avsluta med resultat");
        Assert.True(page.Says("Tack! Testet är avslutat."), page.Text);
        await host.MessagesSettledAsync();
        Assert.Equal("test-started test-ended test-result", await host.Database.QueryAsync<string>(
            "select string_agg(split_part(name, '.', 2), ' ' order by id) from messaging.event where name like 'testbeds.test-%' and stream = (select idea_id from testbeds.trial where number = $1)", test));
        Assert.Contains("Alla ville sitta.", await host.Database.QueryAsync<string>($"select answers::text from ideas.evidence where form = '{FormKeys.SmallTest}' and idea_id = (select id from ideas.ideas where case_number = $1)", number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_was_decided_while_the_module_was_not_there_gets_its_test_at_night_and_only_one()
    {
        var number = await host.DecidedAsync("En bänk vid hållplatsen i mitten");
        await host.Database.ExecuteAsync($"delete from testbeds.trial where case_number = '{number}'");
        for (var night = 0; night < 2; night++) await host.InScopeAsync(services => services.GetRequiredService<PrepareEarlierTests>().RunAsync(TestContext.Current.CancellationToken));
        Assert.Equal($"{number}-T1 Preparing", await host.Database.QueryAsync<string>("select string_agg(number || ' ' || status, ',') from testbeds.trial where case_number = $1", number));
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        Assert.Equal(["testledare", "plats", "rekrytering", "deltagare"], await lead.MissingAsync(number + "-T1"));
    }
}
