using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IdeSluss.Ideas.Tests.Receiver;

/// <summary>The receiver at the other gates: the small track, a second test and the hand-over.</summary>
public sealed class ReceiverAtGatesTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    [Fact]
    public async Task In_the_small_track_the_manager_who_decides_to_try_has_accepted_and_it_is_recorded()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        await host.FillAsync(number, FormKeys.SmallIdea);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var decision = await manager.DecidedAsync(number, new { gate = Gates.Need, outcome = "TEST_FIRST", reason = "Vi provar.", impartial = true });

        var receiver = await host.ReceiverAsync(number);
        var idea = await host.IdeaAsync(number);
        Assert.Equal((ReceiverStatus.Accepted, (Guid?)decision, idea.UnitId!.Value), (receiver!.Status, receiver.DecisionId, receiver.UnitId));
        Assert.Equal(await host.PersonAsync(Personas.NeedOwner), receiver.AnsweredById);
        Assert.Equal(idea.UnitId, idea.ReceivingUnitId);
        Assert.True(await host.ReadAsync(number, (db, one) => db.Timeline.AnyAsync(line => line.IdeaId == one.Id && line.Kind == TimelineKinds.ReceiverAccepted && line.DecisionId == decision)));

        Assert.Equal(HttpStatusCode.NoContent, (await manager.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back", new { })).StatusCode);
        Assert.Null(await host.ReceiverAsync(number));
        Assert.Null((await host.IdeaAsync(number)).ReceivingUnitId);
    }

    [Fact]
    public async Task In_the_small_track_nobody_is_asked_by_hand()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, unit) = await host.PlaceOfAsync(Personas.NeedOwner);

        var answer = await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/receiver", Receiving.Terms(unit!.Value));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.True((await coach.GetAsync($"/arbete/{number}/mottagare")).Says("I spår Liten är det enhetens chef som tar emot."));
    }

    [Fact]
    public async Task A_small_idea_without_a_unit_has_nobody_to_receive_it()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small, idea => idea.UnitId = null);
        await host.FillAsync(number, FormKeys.SmallIdea);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);

        var answer = await head.DecideAsync(number, new { gate = Gates.Need, outcome = "TEST_FIRST", reason = "Vi provar.", impartial = true });

        Assert.Equal(["mottagare"], await answer.ErrorFieldsAsync());
    }

    [Fact]
    public async Task A_second_test_needs_a_receiver_too()
    {
        var number = await host.CaseAsync(Stages.Test, Tracks.Full);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        object again = new { gate = Gates.Evaluate, outcome = "RETEST", reason = "En gång till.", impartial = true };

        Assert.Equal(["mottagare"], await (await board.DecideAsync(number, again)).ErrorFieldsAsync());
        await host.ReceivedByAsync(number, Personas.OtherNeedOwner);

        await board.DecidedAsync(number, again);
        Assert.Equal(Stages.Test, (await host.IdeaAsync(number)).Stage);
    }

    [Fact]
    public async Task A_test_is_repeated_at_most_twice_and_then_someone_must_say_what_comes_of_it()
    {
        var number = await host.CaseAsync(Stages.Test, Tracks.Full);
        await host.ReceivedByAsync(number, Personas.OtherNeedOwner);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        object again = new { gate = Gates.Evaluate, outcome = "RETEST", reason = "En gång till.", impartial = true };
        await board.DecidedAsync(number, again);
        await board.DecidedAsync(number, again);

        var third = await board.DecideAsync(number, again);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.StatusCode);
        Assert.Equal(["Outcome"], await third.ErrorFieldsAsync());
        var gate = await (await board.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["ADVANCE", "STOP"], gate.GetProperty("outcomes").EnumerateArray().Select(outcome => outcome.GetProperty("code").GetString()!));
    }

    [Fact]
    public async Task At_the_hand_over_the_accepted_units_manager_receives_and_the_cases_own_does_not()
    {
        var number = await host.CaseAsync(Stages.Implementation, Tracks.Full);
        await host.FillAllAsync(number, Gates.Handover);
        await host.ReceivedByAsync(number, Personas.OtherNeedOwner);
        using var own = await host.LogInAsAsync(Personas.NeedOwner);
        using var receiver = await host.LogInAsAsync(Personas.OtherNeedOwner);
        object accept = new { gate = Gates.Handover, outcome = "ACCEPT", reason = "Vi tar över.", impartial = true };

        Assert.DoesNotContain(number, (await own.GetAsync("/att-besluta")).Text);
        Assert.Contains(number, (await receiver.GetAsync("/att-besluta")).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.DecideAsync(number, accept)).StatusCode);
        var decision = await receiver.DecidedAsync(number, accept);

        Assert.Equal(Stages.Benefit, (await host.IdeaAsync(number)).Stage);
        Assert.Equal(HttpStatusCode.NoContent, (await receiver.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions/{decision}/take-back", new { })).StatusCode);
    }

    [Fact]
    public async Task Advice_from_before_the_case_went_back_is_about_something_else()
    {
        var number = await host.CaseAsync(Stages.Concept, Tracks.Full);
        await host.FillAllAsync(number, Gates.Test);
        await host.FillAllAsync(number, Gates.Need);
        await host.ReceivedByAsync(number, Personas.OtherNeedOwner);
        await host.AdvisedAsync(number);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Empty(await head.MissingForAsync(number, "ADVANCE"));

        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await head.DecidedAsync(number, new { gate = Gates.Test, outcome = "BACK", reason = "Tänk om.", impartial = true });
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        await manager.DecidedAsync(number, new { gate = Gates.Need, outcome = "ADVANCE", reason = "Nu är det omtänkt.", impartial = true });

        Assert.Equal(["Råd från idérådet: är inte lämnat än."], await head.MissingForAsync(number, "ADVANCE"));
    }
}
