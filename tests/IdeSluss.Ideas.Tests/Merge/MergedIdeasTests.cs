using System.Net;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Tests.Merge;

public sealed class MergedIdeasTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_merged_ideas_submitter_hears_every_decision_by_their_own_number_and_code()
    {
        var whole = await host.CaseAsync(Stages.Need, Tracks.Small);
        var (number, code) = await host.HandInAsync("", new { text = "En bänk för mormor Testvittne.", answerWay = "Email", email = "egen@exempel.example" });
        var byTelephone = await host.CaseAsync(Stages.Need, Tracks.Small, idea => idea.AnswerWay = AnswerWay.Telephone);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        foreach (var one in new[] { number, byTelephone }) await host.MergedAsync(coach, one, whole);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var decision = await manager.DecidedAsync(whole, new { gate = Gates.Need, outcome = "PARK", reason = "Vänta på våren.", impartial = true });
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));

        var mail = await host.Mails.ArrivedAsync("egen@exempel.example", "besked");
        Assert.Contains(number, mail.Subject, StringComparison.Ordinal);
        Assert.Equal(1, await host.ReadAsync(byTelephone, (db, idea) => db.Tasks.CountAsync(task => task.IdeaId == idea.Id && task.Kind == CoachTaskKind.CallSubmitter && task.DecisionId == decision, Ct)));
        using var submitter = host.Visitor();
        var page = await submitter.PostFormAsync("/folj", new { Code = code });
        Assert.True(page.Says(number) && page.Says("En bänk för mormor Testvittne.") && page.Says("Vänta på våren.") && page.Says("Så går det för den gemensamma idén") && page.Says("Idén kom in"), page.Text);
        // The other's own words and letters are not theirs to read.
        Assert.False(page.Says("hemlige"), page.Text);
        var written = await submitter.SubmitAsync(page, new { Text = "Dela dem gärna igen." }, "Skicka till idécoachen");
        Assert.True(written.Says("Vi har fått ditt svar"), written.Text);
    }

    [Fact]
    public async Task The_address_of_a_merged_idea_leads_to_the_whole_and_lists_show_only_that()
    {
        var whole = await host.CaseAsync(Stages.Need, Tracks.Small);
        var number = await host.CaseAsync(Stages.Need, Tracks.Small, idea => (idea.PublicTitle, idea.PublicText) = ("Bänk i parken", "Sätt en bänk i parken också."));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await host.MergedAsync(coach, number, whole);

        using var anyone = host.Visitor();
        var page = await anyone.GetAsync($"/ideer/{number}");
        Assert.Equal($"/ideer/{whole}?fran={number}", page.Address);
        Assert.True(page.Says($"Idén {number} slogs ihop med den här") && page.Says($"Två idéer har slagits ihop: {whole} och {number}.") && page.Says("Sätt en bänk i parken också."), page.Text);
        Assert.False((await anyone.GetAsync($"/ideer/{whole}?fran=26IDE1")).Says("slogs ihop med den här"));
        Assert.True(await host.IsListedAsync(whole));
        Assert.False(await host.IsListedAsync(number));
        using var api = await anyone.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}");
        var answer = JsonDocument.Parse(await api.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((whole, number), (answer.GetProperty("caseNumber").GetString(), answer.GetProperty("merged")[0].GetProperty("caseNumber").GetString()));

        Assert.Equal(HttpStatusCode.NoContent, (await coach.UnmergeAsync(number)).StatusCode);
        var own = await anyone.GetAsync($"/ideer/{number}");
        Assert.Equal($"/ideer/{number}", own.Address);
        Assert.True(own.Says("Idéerna har delats igen") && own.Says("De gäller olika hållplatser."), own.Text);
        Assert.True(await host.IsListedAsync(number));
        Assert.True((await anyone.GetAsync($"/ideer/{whole}")).Says("Idéerna har delats igen"));
    }

    [Fact]
    public async Task A_follower_of_both_counts_once_and_follows_the_whole_until_they_stop()
    {
        var whole = await host.CaseAsync(Stages.Need, Tracks.Small);
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var resident = await host.LogInAsAsync(Personas.Resident);
        using var employee = await host.LogInAsAsync(Personas.Employee);
        foreach (var (who, what) in new[] { (resident, whole), (resident, number), (employee, number) }) Assert.Equal(HttpStatusCode.NoContent, (await who.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/ideas/{what}/follow")).StatusCode);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await host.MergedAsync(coach, number, whole);

        Assert.Equal((2, 2), (await FollowersAsync(whole), await FollowersAsync(number)));
        var mine = await employee.GetAsync("/mina-ideer");
        Assert.Contains($"/ideer/{whole}", mine.Links);
        Assert.DoesNotContain($"/ideer/{number}", mine.Links);
        Assert.True((await employee.GetAsync($"/ideer/{number}/folj")).Says("Du följer idén"));
        await employee.ApiAsync(HttpMethod.Delete, $"/api/v1/ideas/ideas/{whole}/follow");
        Assert.Equal(1, await FollowersAsync(whole));
        await coach.UnmergeAsync(number);
        Assert.Equal((1, 1), (await FollowersAsync(whole), await FollowersAsync(number)));
    }

    [Fact]
    public async Task Dividing_restores_the_case_exactly_as_if_it_had_waited()
    {
        var whole = await host.CaseAsync(Stages.Need, Tracks.Small);
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAsync(number, FormKeys.Focus);
        var before = await host.IdeaAsync(number);
        using (var asking = await host.LogInAsAsync(Personas.Coach)) await asking.AskAsync(number, whole);
        host.ToWorkingDay(3);
        using (var told = await host.LogInAsAsync(Personas.Coach)) await told.MergeAsync(HttpMethod.Post, number, "/answer", new { answer = "ja", note = "i telefon" });
        host.ToWorkingDay(20);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(["Reason"], await (await coach.MergeAsync(HttpMethod.Delete, number, "", new { reason = " " })).ErrorFieldsAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await coach.UnmergeAsync(number)).StatusCode);

        var after = await host.IdeaAsync(number);
        before.PromiseDue = WorkingDays.Add(before.PromiseDue!.Value, 23);
        before.HeldUntil = after.HeldUntil;
        before.StageBeforeHold = after.StageBeforeHold;
        Assert.Equal((CaseBefore.Of(before, 0) with { VersionAfter = 0 }).ToJson(), (CaseBefore.Of(after, 0) with { VersionAfter = 0 }).ToJson());
        Assert.Equal((before.PublicText, before.OriginalText, before.FollowerCount), (after.PublicText, after.OriginalText, after.FollowerCount));
        Assert.Equal(1, await host.ReadAsync(number, (db, idea) => db.Evidence.CountAsync(one => one.IdeaId == idea.Id, Ct)));
        Assert.Equal(HttpStatusCode.Conflict, (await coach.UnmergeAsync(number)).StatusCode);
    }

    [Fact]
    public async Task A_parked_case_is_parked_again_after_dividing_and_wakes_on_its_day()
    {
        var whole = await host.CaseAsync(Stages.Need, Tracks.Small);
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        await manager.DecidedAsync(number, new { gate = Gates.Need, outcome = "PARK", reason = "Vänta.", impartial = true, wakeOn = host.Clock.GetUtcNow().AddDays(30).StockholmDay().ToString("yyyy-MM-dd") });
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await host.MergedAsync(coach, number, whole);
        await host.RunClocksAsync();
        await coach.UnmergeAsync(number);
        Assert.Equal(IdeaStatus.Parked, (await host.IdeaAsync(number)).Status);
        host.Clock.Advance(TimeSpan.FromDays(31));
        await host.RunClocksAsync();
        Assert.Equal(IdeaStatus.Active, (await host.IdeaAsync(number)).Status);
    }

    [Theory]
    [InlineData(CloseReasons.Implemented, Stages.Closed, HttpStatusCode.Conflict)]
    [InlineData(CloseReasons.DeclinedAlreadyExists, Stages.Archived, HttpStatusCode.Conflict)]
    [InlineData(CloseReasons.DeclinedAlreadyExists, Stages.Closed, HttpStatusCode.NoContent)]
    public async Task What_was_done_or_archived_together_is_not_divided(string reason, string stage, HttpStatusCode status)
    {
        var whole = await host.CaseAsync(Stages.Need, Tracks.Small);
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await host.MergedAsync(coach, number, whole);
        await host.Database.ExecuteAsync($"update ideas.ideas set stage = '{stage}', status = 'Closed', close_reason = '{reason}' where case_number = '{whole}'");
        Assert.Equal(status, (await coach.UnmergeAsync(number)).StatusCode);
    }

    [Fact]
    public async Task One_of_several_who_stand_behind_an_idea_cannot_take_it_back_for_the_others()
    {
        var (whole, code) = await host.HandInAsync("En bänk vid hållplatsen.");
        var (number, _) = await host.HandInAsync("En bänk till där.");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await host.MergedAsync(coach, number, whole);
        using var submitter = host.Visitor();
        Assert.DoesNotContain("Ta tillbaka idén", (await submitter.PostFormAsync("/folj", new { Code = code })).Text, StringComparison.Ordinal);
        using var api = await submitter.ApiAsync(HttpMethod.Post, "/api/v1/ideas/by-code/withdrawal", new { confirm = true }, ("Idea-Code", code));
        Assert.Equal(HttpStatusCode.Conflict, api.StatusCode);
    }

    [Fact]
    public async Task What_is_merged_into_a_matter_that_becomes_restricted_is_not_drawn_along()
    {
        var (whole, _) = await host.HandInAsync("Personalen lämnade en dam ensam.");
        var (number, code) = await host.HandInAsync("", new { text = "En bänk.", answerWay = "Email", email = "utanfor@exempel.example" });
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await host.MergedAsync(coach, number, whole);
        await coach.DecidedAsync(whole, new { gate = Gates.Triage, outcome = "REDIRECT", redirectTarget = Redirects.LexSarah, reason = "Det kan vara ett missförhållande.", impartial = true });
        await host.MessagesSettledAsync();

        Assert.DoesNotContain(host.Mails.To("utanfor@exempel.example"), mail => (mail.Subject ?? "").Contains("besked", StringComparison.Ordinal));
        using var submitter = host.Visitor();
        var page = await submitter.PostFormAsync("/folj", new { Code = code });
        Assert.False(page.Says("missförhållande") || page.Says("Den gemensamma idén har nummer"), page.Text);
        Assert.Equal(HttpStatusCode.NoContent, (await coach.UnmergeAsync(number)).StatusCode);
        Assert.Equal(Stages.Triage, (await host.IdeaAsync(number)).Stage);
    }

    private async Task<int> FollowersAsync(string number) => (await host.IdeaAsync(number)).FollowerCount;
}
