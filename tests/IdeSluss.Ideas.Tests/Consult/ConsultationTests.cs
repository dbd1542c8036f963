using System.Net;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Consult;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Ideas.Tests.Receiver;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Ideas.Tests.Consult;

public sealed class ConsultationTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    /// <summary>Other tests of the class move the clock.</summary>
    private DateOnly Today => host.Clock.GetUtcNow().StockholmDay();

    private DateOnly Later => Today.AddDays(14);

    [Fact]
    public async Task A_decision_waits_for_what_was_asked_and_everyone_sees_it()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAllAsync(number, Gates.Need);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Empty(await manager.MissingForAsync(number, "ADVANCE"));

        var id = await coach.ConsultedAsync(number, Consulting.Councils, Later);

        Assert.StartsWith("Samråd: Pensionärsrådet har inte svarat än. Sista dag är ", Assert.Single(await manager.MissingForAsync(number, "ADVANCE")), StringComparison.Ordinal);
        Assert.True((await manager.GetAsync($"/att-besluta/{number}")).Says("Pensionärsrådet har inte svarat än."));
        Assert.True((await coach.GetAsync($"/arbete/{number}")).Says("Pensionärsrådet har inte svarat än."));
        Assert.Equal(["samrad"], await (await manager.DecideAsync(number, new { gate = Gates.Need, outcome = "ADVANCE", reason = "Ja.", impartial = true })).ErrorFieldsAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await coach.ReplyAsync(id, new { text = "Tänk på trapporna.", answeredOn = Today })).StatusCode);
        Assert.Empty(await manager.MissingForAsync(number, "ADVANCE"));
        Assert.True((await manager.GetAsync($"/att-besluta/{number}")).Says("Tänk på trapporna."));
        Assert.DoesNotContain("trapporna", (await host.Visitor().GetAsync($"/ideer/{number}")).Text, StringComparison.Ordinal);
        // Ready to be quoted where a form wants to.
        var read = await host.InScopeAsync(async services => await services.GetRequiredService<CaseConsultations>().OfAsync((await host.IdeaAsync(number)).Id, CancellationToken.None));
        Assert.Equal(("Pensionärsrådet", "Tänk på trapporna.", (DateOnly?)Today), (Assert.Single(read).Who, read[0].Text, read[0].AnsweredOn));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(null)]
    public async Task An_answer_that_is_written_in_has_a_day_between_the_question_and_today(int? days)
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var id = await coach.ConsultedAsync(number, Consulting.Councils, Later);

        Assert.Equal(["AnsweredOn"], await (await coach.ReplyAsync(id, new { text = "Ja.", answeredOn = days is { } offset ? Today.AddDays(offset) : (DateOnly?)null })).ErrorFieldsAsync());
    }

    [Fact]
    public async Task Silence_is_noted_by_a_person_and_only_after_the_last_day()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAllAsync(number, Gates.Need);
        Guid id;
        using (var early = await host.LogInAsAsync(Personas.Coach))
        {
            id = await early.ConsultedAsync(number, Consulting.Councils, Today.AddDays(1));
            Assert.Equal(HttpStatusCode.Conflict, (await early.PostAsync(id, "no-answer")).StatusCode);
        }

        await host.AdvanceAsync(TimeSpan.FromDays(2));
        await host.InScopeAsync(services => services.GetRequiredService<WatchConsultations>().RunAsync(CancellationToken.None));
        await host.InScopeAsync(services => services.GetRequiredService<WatchConsultations>().RunAsync(CancellationToken.None));

        // A day later one logs in again.
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(ConsultationStatus.Asked, (await host.ConsultationAsync(number)).Status);
        Assert.Equal(1, await host.ReadAsync(number, (db, idea) => db.Tasks.CountAsync(task => task.IdeaId == idea.Id && task.Kind == CoachTaskKind.NoteConsultation)));
        Assert.Contains("har inte svarat i tid.", Assert.Single(await manager.MissingForAsync(number, "ADVANCE")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await coach.PostAsync(id, "no-answer")).StatusCode);
        Assert.Empty(await manager.MissingForAsync(number, "ADVANCE"));
        Assert.NotNull((await host.ReadAsync(number, (db, idea) => db.Tasks.SingleAsync(task => task.SubjectId == id))).DoneAt);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Personas.Resident, HttpStatusCode.NotFound)]
    [InlineData(Personas.NeedOwner, HttpStatusCode.NotFound)]
    [InlineData(Personas.IdeaBoard, HttpStatusCode.NotFound)]
    [InlineData(Personas.EqualityAdvisor, HttpStatusCode.NotFound)]
    [InlineData(Personas.Coach, HttpStatusCode.Forbidden)]
    [InlineData(Personas.DataProtectionOfficer, HttpStatusCode.NoContent)]
    public async Task An_inner_role_answers_for_itself_and_nobody_else_does(string? persona, HttpStatusCode expected)
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var id = await coach.ConsultedAsync(number, ConsultationBodies.DataProtectionOfficer, Later);
        using var visitor = persona is null ? host.Visitor() : await host.LogInAsAsync(persona);

        Assert.Equal(expected, (await visitor.ReplyAsync(id, new { text = "Gör en konsekvensbedömning." })).StatusCode);
        Assert.Equal(expected is HttpStatusCode.NoContent or HttpStatusCode.Forbidden ? 200 : expected == HttpStatusCode.Unauthorized ? 200 : 404, (await visitor.GetAsync($"/arbete/samrad/{id}")).StatusCode);
    }

    [Fact]
    public async Task Whoever_is_asked_gets_a_mail_a_task_and_a_line_and_answers_on_one_page()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var asked = await coach.PostFormAsync($"/arbete/{number}/samrad?fraga=DPO", new { Body = ConsultationBodies.DataProtectionOfficer, Question = "Hemlig kanariefågel?", LastDay = Later.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }, "Begär svar");
        Assert.True(asked.Says("Väntar på svar"), asked.Text);
        await host.MessagesSettledAsync();

        var mail = Assert.Single(host.Mails.To(Personas.AddressOf(Personas.DataProtectionOfficer)), mail => mail.Subject!.Contains(number, StringComparison.Ordinal));
        Assert.DoesNotContain("kanariefågel", mail.TextBody!, StringComparison.Ordinal);
        using var officer = await host.LogInAsAsync(Personas.DataProtectionOfficer);
        var id = (await host.ConsultationAsync(number)).Id;
        Assert.Contains($"/arbete/samrad/{id}", (await officer.GetAsync("/att-bedoma")).Links);
        var task = await host.ReadAsync(number, (db, idea) => db.Tasks.SingleAsync(one => one.IdeaId == idea.Id && one.Kind == CoachTaskKind.AnswerConsultation));
        Assert.Contains($"/arbete/samrad/{id}", (await officer.GetAsync($"/arbete/uppgifter/{task.Id}")).Links);
        Assert.True((await officer.GetAsync($"/arbete/samrad/{id}")).Says("Hemlig kanariefågel?"));
        var answered = await officer.PostFormAsync($"/arbete/samrad/{id}", new { Text = "Inga känsliga uppgifter." }, "Lämna svar");

        Assert.Equal("/att-bedoma", answered.Address);
        Assert.DoesNotContain(number, answered.Text, StringComparison.Ordinal);
        Assert.Equal(Today, (await host.ConsultationAsync(number)).AnsweredOn);
    }

    [Fact]
    public async Task A_body_is_asked_once_at_a_time_however_many_ask()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var coach = await host.LogInAsAsync(Personas.Coach);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => coach.AskAsync(number, Consulting.Councils, Later)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        var id = (await host.ConsultationAsync(number)).Id;
        Assert.Equal(HttpStatusCode.NoContent, (await coach.PostAsync(id, "withdraw")).StatusCode);
        await coach.ConsultedAsync(number, Consulting.Councils, Later);
    }

    [Fact]
    public async Task What_is_wrong_in_a_question_is_said_at_each_field()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var coach = await host.LogInAsAsync(Personas.Coach);

        Assert.Equal(new HashSet<string> { "Body", "Question", "LastDay" }, (await (await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/consultations", new { body = "NOBODY", lastDay = Today })).ErrorFieldsAsync()).ToHashSet());
        Assert.Equal(["Note"], await (await coach.AskAsync(number, ConsultationBodies.OtherUnit, Later)).ErrorFieldsAsync());
    }

    [Fact]
    public async Task Someone_asked_who_has_not_answered_is_reminded_once_before_the_last_day()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await coach.ConsultedAsync(number, ConsultationBodies.EqualityAdvisor, Today.AddDays(3));
        await host.AdvanceAsync(TimeSpan.FromDays(1));

        for (var run = 0; run < 2; run++) await host.InScopeAsync(services => services.GetRequiredService<WatchConsultations>().RunAsync(CancellationToken.None));
        await host.MessagesSettledAsync();

        Assert.Single(host.Mails.To(Personas.AddressOf(Personas.EqualityAdvisor)), mail => mail.Subject!.StartsWith("Påminnelse", StringComparison.Ordinal) && mail.Subject.Contains(number, StringComparison.Ordinal));
    }
}
