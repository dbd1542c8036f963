using System.Net;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IdeSluss.Ideas.Tests.Decide;

public class HeldReplyTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private static readonly object Decline = new { gate = Gates.Need, outcome = "DECLINE", closeReason = CloseReasons.DeclinedAlreadyExists, reason = "Det finns redan en bänk.", impartial = true };

    [Fact]
    public async Task A_held_decision_shows_to_nobody_outside_until_its_time()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        await manager.DecidedAsync(number, Decline);

        var idea = await host.IdeaAsync(number);
        var now = host.Clock.GetUtcNow();
        Assert.Equal((Stages.Closed, Stages.Need), (idea.Stage, idea.ShownStage(now)));
        Assert.Equal(now.AddMinutes(10), await host.ReadAsync(number, (db, one) => db.Timeline.Where(line => line.IdeaId == one.Id && line.Kind == TimelineKinds.Decided).Select(line => line.VisibleFrom).SingleAsync()));
        using var visitor = host.Visitor();
        Assert.DoesNotContain("Det finns redan en bänk.", (await visitor.GetAsync($"/ideer/{number}")).Text);
        Assert.DoesNotContain("Det finns redan en bänk.", await (await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}")).Content.ReadAsStringAsync());
        await host.AdvanceAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(host.Mails.To($"{number}@example.se"));

        await host.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(Stages.Closed, idea.ShownStage(host.Clock.GetUtcNow()));
        var mail = Assert.Single(host.Mails.To($"{number}@example.se"));
        Assert.Contains(number, mail.Subject);
        Assert.DoesNotContain("bänk", mail.TextBody);
        Assert.Contains("Det finns redan en bänk.", (await visitor.GetAsync($"/ideer/{number}")).Text);
    }

    [Fact]
    public async Task A_decision_that_is_taken_back_leaves_the_case_as_it_was_and_sends_nothing()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small, idea => idea.AnswerWay = AnswerWay.Telephone);
        var before = await host.IdeaAsync(number);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var decision = await manager.DecidedAsync(number, Decline);

        Assert.Equal(HttpStatusCode.NoContent, (await manager.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back", new { })).StatusCode);

        var idea = await host.IdeaAsync(number);
        Assert.Equal((before.Stage, before.Status, before.CloseReason, before.PromiseDue, before.StageEnteredAt, before.ClosedAt, before.HeldUntil), (idea.Stage, idea.Status, idea.CloseReason, idea.PromiseDue, idea.StageEnteredAt, idea.ClosedAt, idea.HeldUntil));
        Assert.True(await host.ReadAsync(number, (db, one) => db.Tasks.Where(task => task.IdeaId == one.Id).AllAsync(task => task.Cancelled)));
        Assert.True(await host.ReadAsync(number, (db, one) => db.Timeline.Where(line => line.DecisionId == decision && line.Kind != TimelineKinds.TakenBack).AllAsync(line => line.TakenBack)));
        Assert.Equal(HttpStatusCode.Conflict, (await manager.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back", new { })).StatusCode);

        // The way is open for a new decision.
        await manager.DecidedAsync(number, new { gate = Gates.Need, outcome = "PARK", reason = "Vänta på våren.", impartial = true });
    }

    [Fact]
    public async Task A_decision_that_someone_has_built_on_cannot_be_taken_back()
    {
        var number = await host.CaseAsync(Stages.Implementation, Tracks.Small);
        await host.FillAsync(number, FormKeys.SmallHandover);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var decision = await manager.DecidedAsync(number, new { gate = Gates.Handover, outcome = "ACCEPT", reason = "Ja.", impartial = true });
        using var quality = await host.LogInAsAsync(Personas.QualityOfficer);
        Assert.Equal(HttpStatusCode.NoContent, (await quality.PutEvidenceAsync(number, FormKeys.SmallFollowUp, """{ "utfall": "Vi mäter." }""")).StatusCode);

        var answer = await manager.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back", new { });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("arbetat vidare", await answer.Content.ReadAsStringAsync());
        Assert.Equal(Stages.Benefit, (await host.IdeaAsync(number)).Stage);
    }

    [Fact]
    public async Task Sending_now_ends_the_hold_and_only_a_visible_correction_remains()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var decision = await manager.DecidedAsync(number, Decline);
        var address = $"/api/v1/ideas/ideas/{number}/decisions/{decision}";

        Assert.Equal(HttpStatusCode.Conflict, (await manager.ApiAsync(HttpMethod.Post, $"{address}/correct", new { reason = "Rättat." })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await manager.ApiAsync(HttpMethod.Post, $"{address}/send-now", new { })).StatusCode);
        await host.MessagesSettledAsync();
        Assert.Single(host.Mails.To($"{number}@example.se"));
        Assert.Null((await host.IdeaAsync(number)).HeldUntil);
        Assert.Equal(HttpStatusCode.Conflict, (await manager.ApiAsync(HttpMethod.Post, $"{address}/take-back", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await manager.ApiAsync(HttpMethod.Post, $"{address}/correct", new { reason = "Bänken finns vid nästa hållplats." })).StatusCode);
        Assert.Equal(2, await host.ReadAsync(number, (db, one) => db.Decisions.CountAsync(item => item.IdeaId == one.Id)));
    }

    [Fact]
    public async Task Only_who_decided_or_a_colleague_in_the_role_takes_back()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var decision = await manager.DecidedAsync(number, Decline);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        var address = $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back";

        Assert.Equal(HttpStatusCode.Forbidden, (await coach.ApiAsync(HttpMethod.Post, address, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.ApiAsync(HttpMethod.Post, address, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await head.ApiAsync(HttpMethod.Post, address, new { })).StatusCode);
    }

    [Fact]
    public async Task A_question_stops_the_clock_and_shows_when_the_hold_ends()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        await manager.DecidedAsync(number, new { gate = Gates.Need, outcome = "RETURN_FOR_INFO", question = "Vilken hållplats?", impartial = true });

        var idea = await host.IdeaAsync(number);
        Assert.Equal((IdeaStatus.Waiting, Stages.Need), (idea.Status, idea.Stage));
        Assert.NotNull(idea.PausedAt);
        var question = await host.ReadAsync(number, (db, one) => db.Messages.SingleAsync(message => message.IdeaId == one.Id));
        Assert.Equal(("Vilken hållplats?", host.Clock.GetUtcNow().AddMinutes(10)), (question.Text, question.VisibleFrom));
    }
}
