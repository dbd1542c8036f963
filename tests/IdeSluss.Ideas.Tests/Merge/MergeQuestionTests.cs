using System.Net;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Tests.Merge;

public sealed class MergeQuestionTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sorting_asks_and_only_the_submitters_yes_merges()
    {
        var other = await host.CaseAsync(Stages.Need, Tracks.Small);
        var (number, code) = await host.HandInAsync("Sätt en bänk till vid hållplatsen.");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await coach.DecideToMergeAsync(number, other);
        Assert.Equal((Stages.Triage, IdeaStatus.Waiting, (Guid?)null), await PlaceAsync(number));
        // The submitter cannot answer what is still held.
        Assert.Equal(HttpStatusCode.Conflict, await host.AnswerByCodeAsync(code, "ja"));

        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        using var submitter = host.Visitor();
        var page = await submitter.PostFormAsync("/folj", new { Code = code });
        Assert.True(page.Says("Får vi slå ihop dem?") && page.Says("Du står kvar som idégivare") && page.Says("Båda vill ha en bänk.") && page.Says("En bänk vid hållplatsen"), page.Text);
        var answered = await submitter.SubmitAsync(page, new { }, "Ja, slå ihop dem");
        Assert.True(answered.Says("Idéerna är hopslagna") && answered.Says(number), answered.Text);

        var merged = await host.IdeaAsync(number);
        Assert.Equal((Stages.Closed, CloseReasons.Merged, (await host.IdeaAsync(other)).Id), (merged.Stage, merged.CloseReason, merged.MergedIntoId!.Value));
        Assert.Equal("Sätt en bänk till vid hållplatsen.", merged.OriginalText);
        Assert.Equal(HttpStatusCode.NoContent, await host.AnswerByCodeAsync(code, "ja"));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from messaging.event where name = 'ideas.ideas-merged.v1' and stream = $1", merged.Id));
    }

    [Fact]
    public async Task The_decision_to_ask_is_taken_back_within_its_hold_and_the_case_is_as_it_was()
    {
        var other = await host.CaseAsync(Stages.Need, Tracks.Small);
        var number = await host.CaseAsync(Stages.Triage);
        var before = await host.IdeaAsync(number);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(["MergeInto"], await (await coach.DecideAsync(number, new { gate = Gates.Triage, outcome = "MERGE", mergeInto = number, impartial = true })).ErrorFieldsAsync());
        var decision = await coach.DecidedAsync(number, new { gate = Gates.Triage, outcome = "MERGE", mergeInto = other, impartial = true });
        Assert.Equal(HttpStatusCode.NoContent, (await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back", new { })).StatusCode);

        var after = await host.IdeaAsync(number);
        Assert.Equal((before.Stage, before.Status, before.PromiseDue, before.PausedAt), (after.Stage, after.Status, after.PromiseDue, after.PausedAt));
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Empty(host.Mails.To($"{number}@example.se"));
        Assert.Equal(HttpStatusCode.NoContent, (await coach.AskAsync(number, other)).StatusCode);
    }

    [Fact]
    public async Task A_no_from_the_account_lets_the_idea_go_on_with_the_time_it_had_left()
    {
        var resident = await host.PersonAsync(Personas.Resident);
        var other = await host.CaseAsync(Stages.Need, Tracks.Small);
        var number = await host.CaseAsync(Stages.Need, Tracks.Small, idea => (idea.SubmitterId, idea.AnswerWay) = (resident, AnswerWay.Account));
        var due = (await host.IdeaAsync(number)).PromiseDue!.Value;
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await coach.PostFormAsync($"/arbete/{number}/sla-ihop", [("Input.MergeInto", other), ("Input.Reason", "Kanariefågel-bänken i båda."), ("Input.Impartial", "true")], "Fråga idégivaren");
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        var mail = await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.Resident), number);
        Assert.DoesNotContain("Kanariefågel", $"{mail.Subject} {mail.TextBody}", StringComparison.Ordinal);

        host.ToWorkingDay(4);
        using var submitter = await host.LogInAsAsync(Personas.Resident);
        var page = await submitter.PostFormAsync($"/mina-ideer/{number}", new { }, "Nej, behåll min idé för sig");
        Assert.True(page.Says("Din idé går vidare för sig"), page.Text);
        var after = await host.IdeaAsync(number);
        Assert.Equal((Stages.Need, IdeaStatus.Active, (Guid?)null), (after.Stage, after.Status, after.MergedIntoId));
        Assert.Equal(WorkingDays.Add(due, 4), after.PromiseDue);
        Assert.Equal([CoachTaskKind.ConsiderMerge], await OpenTasksAsync(number));
    }

    [Fact]
    public async Task Someone_without_email_is_asked_by_a_person_who_writes_the_answer_in()
    {
        var other = await host.CaseAsync(Stages.Need, Tracks.Small);
        var number = await host.CaseAsync(Stages.Need, Tracks.Small, idea => (idea.AnswerWay, idea.Contact!.Telephone) = (AnswerWay.Telephone, "070-174 06 05"));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(HttpStatusCode.NoContent, (await coach.AskAsync(number, other)).StatusCode);
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        var task = await host.ReadAsync(number, (db, idea) => db.Tasks.SingleAsync(one => one.IdeaId == idea.Id && one.Kind == CoachTaskKind.AskAboutMerge, Ct));
        var page = await coach.GetAsync($"/arbete/uppgifter/{task.Id}");
        Assert.True(page.Says("Ring idégivaren") && page.Says("070-174 06 05") && page.Says("Får vi slå ihop dem?"), page.Text);

        var empty = await coach.PostFormAsync($"/arbete/{number}/sla-ihop", new { }, "Spara svaret");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        var saved = await coach.PostFormAsync($"/arbete/{number}/sla-ihop", [("Input.Answer", "ja"), ("Input.Note", "i telefon 3 mars")], "Spara svaret");
        Assert.True(saved.Says("Idégivaren sa ja till er: i telefon 3 mars"), saved.Text);
        Assert.Equal(CloseReasons.Merged, (await host.IdeaAsync(number)).CloseReason);
        Assert.Empty(await OpenTasksAsync(number));
    }

    [Fact]
    public async Task Silence_never_merges_but_asks_a_coach_who_must_have_tried_to_reach_the_submitter()
    {
        var other = await host.CaseAsync(Stages.Need, Tracks.Small);
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using (var asking = await host.LogInAsAsync(Personas.Coach)) await asking.AskAsync(number, other);
        host.ToWorkingDay(10);
        using (var early = await host.LogInAsAsync(Personas.Coach))
            Assert.Equal(HttpStatusCode.Conflict, (await early.MergeAsync(HttpMethod.Post, number, "/unanswered", new { triedToReach = true, tried = "ringt" })).StatusCode);
        host.ToWorkingDay(1);
        await host.RunClocksAsync();
        await host.RunClocksAsync();
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal([CoachTaskKind.ConsiderMerge], await OpenTasksAsync(number));
        Assert.Null((await host.IdeaAsync(number)).MergedIntoId);

        Assert.Equal(["Unreachable", "Tried"], await (await coach.MergeAsync(HttpMethod.Post, number, "/unanswered", new { triedToReach = false })).ErrorFieldsAsync());
        Assert.Equal(HttpStatusCode.NoContent, (await coach.MergeAsync(HttpMethod.Post, number, "/unanswered", new { triedToReach = true, tried = "ringt 3 och 5 mars" })).StatusCode);
        Assert.Equal((MergeConsent.Unanswered, "ringt 3 och 5 mars"), await host.ReadAsync(number, async (db, idea) => (await db.Merges.Where(one => one.IdeaId == idea.Id).Select(one => new { one.Consent, one.ConsentNote }).SingleAsync(Ct)) is var one ? (one.Consent!.Value, one.ConsentNote!) : default));
        Assert.Empty(await OpenTasksAsync(number));
        await host.MessagesSettledAsync();
        Assert.NotNull(await host.Mails.ArrivedAsync($"{number}@example.se", "hopslagen"));
    }

    [Fact]
    public async Task Someone_who_reads_with_a_code_alone_is_asked_there_and_need_not_be_searched_for()
    {
        var other = await host.CaseAsync(Stages.Need, Tracks.Small);
        var (number, code) = await host.HandInAsync("En bänk, tack. Säg inte vem jag är.");
        using (var asking = await host.LogInAsAsync(Personas.Coach)) await asking.AskAsync(number, other);
        host.ToWorkingDay(11);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var submitter = host.Visitor();
        Assert.True((await submitter.PostFormAsync("/folj", new { Code = code })).Says("Får vi slå ihop dem?"));
        var page = await coach.PostFormAsync($"/arbete/{number}/sla-ihop", new { }, "Slå ihop utan svar");
        Assert.True(page.Says("Idégivaren svarade inte"), page.Text);
        Assert.Equal(CloseReasons.Merged, (await host.IdeaAsync(number)).CloseReason);
    }

    [Fact]
    public async Task The_question_can_be_taken_back_and_a_decision_takes_it_with_it()
    {
        var other = await host.CaseAsync(Stages.Need, Tracks.Small);
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        var before = await host.IdeaAsync(number);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await coach.AskAsync(number, other);
        Assert.Equal(HttpStatusCode.Conflict, (await coach.AskAsync(number, other)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await coach.MergeAsync(HttpMethod.Delete, number, "/question")).StatusCode);
        var after = await host.IdeaAsync(number);
        Assert.Equal((before.Status, before.PromiseDue, before.PausedAt, before.HeldUntil), (after.Status, after.PromiseDue, after.PausedAt, after.HeldUntil));
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Empty(host.Mails.To($"{number}@example.se"));

        await coach.AskAsync(number, other);
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var decision = await manager.DecidedAsync(number, new { gate = Gates.Need, outcome = "DECLINE", closeReason = CloseReasons.DeclinedAlreadyExists, reason = "Den finns.", impartial = true });
        Assert.Equal(HttpStatusCode.Conflict, (await coach.MergeAsync(HttpMethod.Post, number, "/answer", new { answer = "ja", note = "i telefon" })).StatusCode);
        // Taken back, the question stands again.
        Assert.Equal(HttpStatusCode.NoContent, (await manager.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await coach.MergeAsync(HttpMethod.Post, number, "/answer", new { answer = "ja", note = "i telefon" })).StatusCode);
    }

    [Fact]
    public async Task A_yes_that_comes_too_late_lets_the_idea_go_on_and_tells_a_coach()
    {
        var other = await host.CaseAsync(Stages.Need, Tracks.Small);
        var (number, code) = await host.HandInAsync("Ännu en bänk.");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await coach.AskAsync(number, other);
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        await manager.DecidedAsync(other, new { gate = Gates.Need, outcome = "DECLINE", closeReason = CloseReasons.DeclinedAlreadyExists, reason = "Den finns.", impartial = true });

        Assert.Equal(HttpStatusCode.NoContent, await host.AnswerByCodeAsync(code, "ja"));
        Assert.Equal((Stages.Triage, IdeaStatus.Active, (Guid?)null), await PlaceAsync(number));
        Assert.Equal([CoachTaskKind.ConsiderMerge], await OpenTasksAsync(number));
        Assert.Equal(["MergeInto"], await (await coach.AskAsync(number, other)).ErrorFieldsAsync());
    }

    [Fact]
    public async Task Nobody_merges_or_divides_an_idea_that_is_their_own()
    {
        var me = await host.PersonAsync(Personas.Coach);
        var own = await host.CaseAsync(Stages.Need, Tracks.Small, idea => idea.SubmitterId = me);
        var other = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(HttpStatusCode.Forbidden, (await coach.AskAsync(own, other)).StatusCode);
        Assert.Equal(["MergeInto"], await (await coach.AskAsync(other, own)).ErrorFieldsAsync());

        using var colleague = await host.LogInAsAsync(Personas.SecondCoach);
        await host.MergedAsync(colleague, own, other);
        Assert.Equal(HttpStatusCode.Forbidden, (await coach.UnmergeAsync(own)).StatusCode);
        // The whole is the coach's own too now, by account and by address.
        Assert.Equal(HttpStatusCode.Forbidden, (await coach.AskAsync(other, await host.CaseAsync(Stages.Need, Tracks.Small))).StatusCode);
        var byAddress = await host.CaseAsync(Stages.Need, Tracks.Small, idea => idea.Contact!.Email = Personas.AddressOf(Personas.NeedOwner).ToUpperInvariant());
        var whole = await host.CaseAsync(Stages.Need, Tracks.Small);
        await host.MergedAsync(colleague, byAddress, whole);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.DecideAsync(whole, new { gate = Gates.Need, outcome = "PARK", reason = "Vänta.", impartial = true })).StatusCode);
        Assert.DoesNotContain(other, (await coach.GetAsync("/att-besluta")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Personas.Coach, 200)]
    [InlineData(Personas.Registrar, 403)]
    [InlineData(Personas.NeedOwner, 403)]
    [InlineData(Personas.QualityOfficer, 403)]
    [InlineData(Personas.Administrator, 403)]
    [InlineData(Personas.Resident, 403)]
    public async Task The_page_of_merging_opens_for_coaches_only(string persona, int status)
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var visitor = await host.LogInAsAsync(persona);
        Assert.Equal(status, (await visitor.GetAsync($"/arbete/{number}/sla-ihop")).StatusCode);
        using var api = await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/cases/{number}/merge");
        Assert.Equal(status, (int)api.StatusCode);
    }

    private async Task<(string Stage, IdeaStatus Status, Guid? MergedInto)> PlaceAsync(string number) => await host.IdeaAsync(number) is var idea ? (idea.Stage, idea.Status, idea.MergedIntoId) : default;

    private Task<List<CoachTaskKind>> OpenTasksAsync(string number) => host.ReadAsync(number, (db, idea) => db.Tasks.Where(task => task.IdeaId == idea.Id && task.DoneAt == null && !task.Cancelled).Select(task => task.Kind).ToListAsync(Ct));
}
