using System.Globalization;
using System.Net;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Tests.Receiver;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Workflows;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Ideas.Tests.Decide;

public class DecideByApiTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    [Fact]
    public async Task A_case_of_track_Do_now_reaches_closed_with_one_sentence()
    {
        var number = await host.CaseAsync(Stages.Triage);
        await host.FillAsync(number, FormKeys.Sorting);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        await coach.DecidedAsync(number, new { gate = Gates.Triage, outcome = "QUICK_FIX", impartial = true });
        await manager.DecidedAsync(number, new { gate = Gates.Need, outcome = "DONE", impartial = true, evidence = new Dictionary<string, object> { [FormKeys.DoNow] = new { gjort = "Bänken står där nu." } } });

        var idea = await host.IdeaAsync(number);
        Assert.Equal((Stages.Closed, CloseReasons.Implemented, Tracks.DoNow), (idea.Stage, idea.CloseReason, idea.Track));
        Assert.Equal("Bänken står där nu.", await host.ReadAsync(number, (db, one) => db.Decisions.Where(decision => decision.IdeaId == one.Id && decision.Outcome == "DONE").Select(decision => decision.Reason).SingleAsync()));
    }

    [Fact]
    public async Task A_case_of_track_Small_reaches_closed_by_its_manager()
    {
        var number = await host.CaseAsync(Stages.Triage);
        await host.FillAsync(number, FormKeys.Sorting);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        await coach.DecidedAsync(number, new { gate = Gates.Triage, outcome = "ADVANCE", track = Tracks.Small, reason = "Bra och enkel.", impartial = true });
        await host.FillAsync(number, FormKeys.SmallIdea);
        await manager.DecidedAsync(number, Yes(Gates.Need, "TEST_FIRST"));
        await host.FillAsync(number, FormKeys.SmallTest);
        await manager.DecidedAsync(number, Yes(Gates.Evaluate, "DO_IT"));
        await host.FillAsync(number, FormKeys.SmallHandover);
        await manager.DecidedAsync(number, Yes(Gates.Handover, "ACCEPT"));
        await host.FillAsync(number, FormKeys.SmallFollowUp);
        await manager.DecidedAsync(number, Yes(Gates.Benefit, "CLOSE"));

        Assert.Equal(Stages.Closed, (await host.IdeaAsync(number)).Stage);
    }

    [Fact]
    public async Task A_case_of_track_Full_passes_every_gate_to_closed_and_is_archived()
    {
        var number = await host.CaseAsync(Stages.Triage);
        await host.FillAsync(number, FormKeys.Sorting);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        using var secretary = await host.LogInAsAsync(Personas.CommitteeSecretary);
        using var benefit = await host.LogInAsAsync(Personas.BenefitOwner);
        using var archivist = await host.LogInAsAsync(Personas.Archivist);

        await coach.DecidedAsync(number, new { gate = Gates.Triage, outcome = "ADVANCE", track = Tracks.Full, reason = "Berör flera.", impartial = true });
        await SetDefaultWorkflowAsync(number);
        await FillByApiAsync(manager, number, Gates.Need);
        await manager.DecidedAsync(number, Yes(Gates.Need, "ADVANCE"));
        await host.AdvisedAsync(number);
        await host.ReceivedByAsync(number, Personas.NeedOwner);
        await FillByApiAsync(head, number, Gates.Test);
        await head.DecidedAsync(number, Yes(Gates.Test, "ADVANCE"));
        await FillByApiAsync(manager, number, Gates.Evaluate);
        await board.DecidedAsync(number, Yes(Gates.Evaluate, "ADVANCE"));
        await FillByApiAsync(head, number, Gates.Implement);
        await host.AdvisedAsync(number);
        await secretary.DecidedAsync(number, new { gate = Gates.Implement, outcome = "APPROVE", reason = "Nämnden vill ha bänkar.", impartial = true, committeeParagraph = "§ 42", meetingDay = "2026-03-02" });
        await FillByApiAsync(manager, number, Gates.Handover);
        await manager.DecidedAsync(number, Yes(Gates.Handover, "ACCEPT"));
        await FillByApiAsync(benefit, number, Gates.Benefit);
        await benefit.DecidedAsync(number, Yes(Gates.Benefit, "SPREAD"));
        Assert.Equal(Stages.Closed, (await host.IdeaAsync(number)).Stage);
        await archivist.DecidedAsync(number, Yes(Gates.Archive, "ARCHIVE"));

        Assert.Equal(Stages.Archived, (await host.IdeaAsync(number)).Stage);
        Assert.Equal(8, await host.ReadAsync(number, (db, idea) => db.Timeline.CountAsync(line => line.IdeaId == idea.Id && line.Kind == TimelineKinds.Decided)));
        Assert.Equal(8, await host.Database.QueryAsync<long>("select count(*) from audit.entry e join ideas.ideas i on i.id = e.subject_id where i.case_number = $1 and e.action = 'ideas.decided'", number));
    }

    [Fact]
    public async Task A_refused_advance_lists_everything_that_is_missing()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        await host.FillAsync(number, FormKeys.Focus);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var answer = await manager.DecideAsync(number, Yes(Gates.Need, "ADVANCE"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(new HashSet<string> { FormKeys.NeedMap, FormKeys.StakeholderMap, FormKeys.Baseline, FormKeys.GenderRepresentation, FormKeys.Commitment }, (await answer.ErrorFieldsAsync()).ToHashSet());
        Assert.Contains("Fem saker saknas före beslut.", await answer.Content.ReadAsStringAsync());
        Assert.Equal(Stages.Need, (await host.IdeaAsync(number)).Stage);
    }

    [Fact]
    public async Task Of_two_deciders_at_once_one_wins_and_the_other_is_told_to_read_again()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var head = await host.LogInAsAsync(Personas.DepartmentHead);
        object Decision(string why) => new { gate = Gates.Need, outcome = "DECLINE", closeReason = CloseReasons.DeclinedCostBenefit, reason = why, impartial = true, version = 0 };

        var answers = await Task.WhenAll(
            manager.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", Decision("För dyrt.")),
            head.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", Decision("För sent.")));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.PreconditionFailed], answers.Select(answer => answer.StatusCode).Order());
        Assert.Equal(1, await host.ReadAsync(number, (db, idea) => db.Decisions.CountAsync(decision => decision.IdeaId == idea.Id)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public async Task An_idea_cannot_wait_for_a_day_that_has_come(int days)
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var day = host.Clock.GetUtcNow().StockholmDay().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var answer = await manager.DecideAsync(number, new { gate = Gates.Need, outcome = "PARK", reason = "Vänta.", impartial = true, wakeOn = day });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Välj en dag som inte har varit", await answer.Content.ReadAsStringAsync());
        Assert.Equal(IdeaStatus.Active, (await host.IdeaAsync(number)).Status);
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_idea_not_even_who_may_decide_everything()
    {
        var chief = await host.PersonAsync(Personas.ChiefExecutive);
        var number = await host.CaseAsync(Stages.Need, Tracks.Small, idea => idea.SubmitterId = chief);
        using var visitor = await host.LogInAsAsync(Personas.ChiefExecutive);

        var answer = await visitor.DecideAsync(number, new { gate = Gates.Need, outcome = "PARK", reason = "Vänta.", impartial = true });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Be idécoachen", await answer.Content.ReadAsStringAsync());
        Assert.Equal(IdeaStatus.Active, (await host.IdeaAsync(number)).Status);
    }

    [Fact]
    public async Task Whoever_has_declared_a_conflict_is_out_of_the_case()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(HttpStatusCode.NoContent, (await manager.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/conflict", new { })).StatusCode);

        Assert.Equal(HttpStatusCode.Forbidden, (await manager.DecideAsync(number, new { gate = Gates.Need, outcome = "PARK", reason = "Vänta.", impartial = true })).StatusCode);
        Assert.DoesNotContain(number, (await manager.GetAsync("/att-besluta")).Text);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Personas.OtherNeedOwner, HttpStatusCode.NotFound)]
    [InlineData(Personas.Employee, HttpStatusCode.NotFound)]
    [InlineData(Personas.Administrator, HttpStatusCode.NotFound)]
    [InlineData(Personas.Coach, HttpStatusCode.Forbidden)]
    [InlineData(Personas.IdeaBoard, HttpStatusCode.Forbidden)]
    [InlineData(Personas.NeedOwner, HttpStatusCode.Created)]
    public async Task Only_who_the_gate_names_decides(string? persona, HttpStatusCode expected)
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small);
        using var visitor = persona is null ? host.Visitor() : await host.LogInAsAsync(persona);

        Assert.Equal(expected, (await visitor.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", new { gate = Gates.Need, outcome = "PARK", reason = "Vänta.", impartial = true, version = 0 })).StatusCode);
    }

    [Fact]
    public async Task A_committee_decision_cannot_be_dated_before_the_case_came_in()
    {
        var number = await host.CaseAsync(Stages.DecisionBasis, Tracks.Full);
        using var secretary = await host.LogInAsAsync(Personas.CommitteeSecretary);

        var answer = await secretary.DecideAsync(number, new { gate = Gates.Implement, outcome = "APPROVE", reason = "Ja.", impartial = true, committeeParagraph = "§ 1", meetingDay = "2026-02-27" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["MeetingDay"], await answer.ErrorFieldsAsync());
    }

    [Fact]
    public async Task A_case_whose_workflow_is_gone_can_be_read_but_not_changed()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Small, idea => idea.WorkflowKey = "BORTA_V1");
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        var answer = await manager.DecideAsync(number, new { gate = Gates.Need, outcome = "PARK", reason = "Vänta.", impartial = true });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("går att läsa men inte att ändra", await answer.Content.ReadAsStringAsync());
        var page = await manager.GetAsync($"/att-besluta/{number}");
        Assert.True(page.StatusCode == 200 && page.Says("Sätt en bänk vid hållplatsen.") && page.Says("går att läsa men inte att ändra"), page.Text);
        Assert.DoesNotContain(page.Forms, form => form.Names.Contains("Input.Outcome"));
    }

    [Fact]
    public async Task Evidence_that_someone_else_saved_in_between_is_not_written_over()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var coach = await host.LogInAsAsync(Personas.Coach);

        Assert.Equal(HttpStatusCode.NoContent, (await manager.PutEvidenceAsync(number, FormKeys.Focus, """{ "fokus": "Först" }""")).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await coach.PutEvidenceAsync(number, FormKeys.Focus, """{ "fokus": "Samtidigt" }""")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await coach.PutEvidenceAsync(number, FormKeys.Focus, """{ "fokus": "Efter" }""", version: 1)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.PutEvidenceAsync(number, FormKeys.Focus, """{ "fokus": "Gammalt" }""", version: 1)).StatusCode);
    }

    [Fact]
    public async Task Gaps_are_kept_for_later_but_wrong_values_are_not()
    {
        var number = await host.CaseAsync(Stages.Need, Tracks.Full);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);

        Assert.Equal(HttpStatusCode.NoContent, (await manager.PutEvidenceAsync(number, FormKeys.Commitment, """{ "coach": "Coachen" }""", complete: false)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutEvidenceAsync(number, FormKeys.Commitment, """{ "coach": "Coachen" }""", version: 1)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await manager.PutEvidenceAsync(number, FormKeys.Commitment, """{ "timmar": "många" }""", version: 1, complete: false)).StatusCode);
    }

    [Fact]
    public async Task The_first_gate_binds_the_workflow_variant_of_the_cases_unit()
    {
        var number = await host.CaseAsync(Stages.Triage);
        await host.FillAsync(number, FormKeys.Sorting);
        var variant = await host.InScopeAsync(services => Task.FromResult(services.GetRequiredService<IWorkflowRegistry>().All.First(workflow => workflow.AppliesToUnits.Count > 0)));
        var unit = await host.Database.QueryAsync<Guid>("select id from people.org_unit where code = $1", variant.AppliesToUnits[0]);
        await host.ReadAsync(number, async (db, idea) =>
        {
            idea.UnitId = unit;
            return await db.SaveChangesAsync();
        });
        using var coach = await host.LogInAsAsync(Personas.Coach);

        await coach.DecidedAsync(number, new { gate = Gates.Triage, outcome = "ADVANCE", track = Tracks.Full, reason = "Rör vården.", impartial = true });

        Assert.Equal((variant.Key, Stages.Need), ((await host.IdeaAsync(number)).WorkflowKey, (await host.IdeaAsync(number)).Stage));
    }

    private static object Yes(string gate, string outcome) => new { gate, outcome, reason = "Det är värt det.", impartial = true };

    /// <summary>Everything that the gate asks for, one call per form, in the order in which it asks.</summary>
    private async Task FillByApiAsync(Visitor visitor, string number, string gate)
    {
        foreach (var evidence in DefaultWorkflowDefinition.Build().GateOf(gate).EvidenceIn(Tracks.Full))
        {
            var read = await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/evidence/{evidence.Form}");
            var version = read.Headers.ETag?.Tag is { } tag ? int.Parse(tag.Trim('"', 'v'), System.Globalization.CultureInfo.InvariantCulture) : 0;
            var saved = await visitor.PutEvidenceAsync(number, evidence.Form, (await host.AnswersAsync(number, evidence.Form)).ToJson(), version);
            Assert.True(saved.StatusCode == HttpStatusCode.NoContent, $"{evidence.Form}: {(int)saved.StatusCode} {await saved.Content.ReadAsStringAsync()}");
        }
    }

    /// <summary>The unit's local variant asks for more; this walk is the default's.</summary>
    private async Task SetDefaultWorkflowAsync(string number) => await host.ReadAsync(number, async (db, idea) =>
    {
        idea.WorkflowKey = DefaultWorkflow.Key;
        idea.WorkflowVersion = DefaultWorkflow.Version;
        return await db.SaveChangesAsync();
    });
}
