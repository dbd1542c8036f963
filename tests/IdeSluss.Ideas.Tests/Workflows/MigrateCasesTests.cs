using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Workflows;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Workflows;

/// <summary>Cases that follow an older workflow, or one that is gone, go on in another by a recorded decision.</summary>
public sealed class MigrateCasesTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private const string Migrations = "/api/v1/ideas/workflows/migrations";

    [Fact]
    public async Task Cases_of_a_workflow_that_is_gone_go_on_in_the_new_one_and_their_history_says_who_decided()
    {
        var number = await StrandedAsync("GAMMAL_V1", Stages.Need);
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        Assert.Contains("GAMMAL_V1", (await admin.GetAsync("/admin")).Text, StringComparison.Ordinal);

        var answer = await admin.ApiAsync(HttpMethod.Post, Migrations, Order("GAMMAL_V1"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await RunAsync();

        var idea = await host.IdeaAsync(number);
        Assert.Equal((DefaultWorkflow.Key, DefaultWorkflow.Version, Stages.Need), (idea.WorkflowKey, idea.WorkflowVersion, idea.Stage));
        var line = await host.ReadAsync(number, (db, found) => db.Timeline.SingleAsync(one => one.IdeaId == found.Id && one.Kind == TimelineKinds.WorkflowChanged));
        Assert.Equal("Kommunstyrelsen § 12, 2026-03-01: Det finns en ny version.", line.Note);
        Assert.Equal(Audience.Internal, line.Audience);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from audit.entry where action = 'ideas.workflow-changed' and subject_id = $1", idea.Id));
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(Gates.Need, (await (await owner.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate")).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("gate").GetString());
        Assert.Contains((await (await admin.ApiAsync(HttpMethod.Get, Migrations)).Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray(), one => one.GetProperty("from").GetString() == "GAMMAL_V1 v1" && one.GetProperty("finished").GetBoolean() && one.GetProperty("moved").GetInt32() == 1);
    }

    [Fact]
    public async Task A_stage_that_the_new_workflow_lacks_must_be_given_one_and_a_case_is_not_closed_by_moving_it()
    {
        var number = await StrandedAsync("GAMMAL_V2", "PROTOTYP");
        using var admin = await host.LogInAsAsync(Personas.Administrator);

        var refused = await admin.ApiAsync(HttpMethod.Post, Migrations, Order("GAMMAL_V2"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(["Stages.PROTOTYP"], await refused.ErrorFieldsAsync());
        var page = await admin.GetAsync($"/admin/arbetsgangar/flytta?fran=GAMMAL_V2:1&till={DefaultWorkflow.Key}:{DefaultWorkflow.Version}");
        Assert.Contains("PROTOTYP, 1 ärenden, blir", page.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Accepted, (await admin.ApiAsync(HttpMethod.Post, Migrations, Order("GAMMAL_V2", new() { ["PROTOTYP"] = Stages.Test }))).StatusCode);
        await RunAsync();
        Assert.Equal(Stages.Test, (await host.IdeaAsync(number)).Stage);

        await StrandedAsync("GAMMAL_V3", Stages.Need);
        Assert.Equal(["Stages.NEED"], await (await admin.ApiAsync(HttpMethod.Post, Migrations, Order("GAMMAL_V3", new() { [Stages.Need] = Stages.Closed }))).ErrorFieldsAsync());
    }

    [Fact]
    public async Task A_case_whose_reply_is_held_is_moved_when_it_can_no_longer_be_taken_back()
    {
        var now = host.Clock.GetUtcNow();
        var number = await StrandedAsync("GAMMAL_V4", Stages.Need, idea => idea.HeldUntil = now.AddMinutes(10));
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        Assert.Equal(HttpStatusCode.Accepted, (await admin.ApiAsync(HttpMethod.Post, Migrations, Order("GAMMAL_V4"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.ApiAsync(HttpMethod.Post, Migrations, Order("GAMMAL_V4"))).StatusCode);

        await RunAsync();
        Assert.Equal("GAMMAL_V4", (await host.IdeaAsync(number)).WorkflowKey);
        host.Clock.Advance(TimeSpan.FromMinutes(11));
        await RunAsync();
        Assert.Equal(DefaultWorkflow.Key, (await host.IdeaAsync(number)).WorkflowKey);
    }

    [Fact]
    public async Task Moving_needs_someone_who_decided_when_and_why()
    {
        await StrandedAsync("GAMMAL_V5", Stages.Need);
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        var refused = await admin.ApiAsync(HttpMethod.Post, Migrations, new { fromKey = "GAMMAL_V5", fromVersion = 1, toKey = DefaultWorkflow.Key, toVersion = DefaultWorkflow.Version, decidedOn = "2027-01-01" });
        Assert.Equal(["DecidedBy", "DecidedOn", "Reason"], (await refused.ErrorFieldsAsync()).Order());
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(HttpStatusCode.Forbidden, (await coach.ApiAsync(HttpMethod.Post, Migrations, Order("GAMMAL_V5"))).StatusCode);
    }

    private static object Order(string from, Dictionary<string, string>? stages = null) => new
    {
        fromKey = from, fromVersion = 1, toKey = DefaultWorkflow.Key, toVersion = DefaultWorkflow.Version, stages, decidedBy = "Kommunstyrelsen § 12", decidedOn = "2026-03-01", reason = "Det finns en ny version.",
    };

    private Task<string> StrandedAsync(string key, string stage, Action<Idea>? change = null) => host.CaseAsync(stage, Tracks.Full, idea =>
    {
        idea.WorkflowKey = key;
        idea.WorkflowVersion = 1;
        change?.Invoke(idea);
    });

    private Task RunAsync() => host.InScopeAsync(services => services.GetRequiredService<RunMigrations>().RunAsync(TestContext.Current.CancellationToken));
}
