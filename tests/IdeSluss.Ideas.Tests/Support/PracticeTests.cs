using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.Practise;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Sdk.Web;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Ideas.Tests.Support;

/// <summary>The practice sluice: the rules of a real decision, and no trace outside one's own exercise.</summary>
public sealed class PracticeTests(DecidingHost host) : IClassFixture<DecidingHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_exercise_can_be_decided_and_begun_again()
    {
        using var coach = await host.LogInAsAsync(Personas.SecondCoach);
        foreach (var exercise in Exercise.All)
        {
            var read = await ReadAsync(coach, exercise.Key);
            foreach (var outcome in read.GetProperty("outcomes").EnumerateArray().Select(one => one.GetProperty("code").GetString()!).ToList())
            {
                var decided = await DecideAsync(coach, exercise.Key, Decision(exercise, outcome));
                Assert.True(decided.StatusCode == HttpStatusCode.OK, $"{exercise.Key} {outcome}: {await decided.Content.ReadAsStringAsync(Cancel)}");
                var said = (await decided.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("decision");
                Assert.Equal(outcome, said.GetProperty("outcome").GetString());
                Assert.NotEqual("", said.GetProperty("reply").GetString());
                Assert.Equal(HttpStatusCode.NoContent, (await coach.ApiAsync(HttpMethod.Delete, $"/api/v1/ideas/practice/{exercise.Key}")).StatusCode);
            }
        }

        Assert.All((await (await coach.ApiAsync(HttpMethod.Get, "/api/v1/ideas/practice")).Content.ReadFromJsonAsync<JsonElement>(Cancel)).EnumerateArray(), line => Assert.False(line.GetProperty("begun").GetBoolean()));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_as_in_a_real_case()
    {
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var empty = await DecideAsync(manager, "chef", new { outcome = "DO_IT", reason = "Bra.", impartial = true });
        Assert.Equal(HttpStatusCode.Conflict, empty.StatusCode);
        Assert.Equal([FormKeys.SmallIdea], await empty.ErrorFieldsAsync());
        var partial = await DecideAsync(manager, "chef", new { outcome = "DECLINE", closeReason = CloseReasons.DeclinedCostBenefit });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, partial.StatusCode);
        Assert.Equal(["Impartial", "Reason"], await partial.ErrorFieldsAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DecideAsync(manager, "chef", new { outcome = "FINNS_INTE", reason = "x", impartial = true })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await DecideAsync(manager, "finns-inte", new { outcome = "DO_IT" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Visitor().ApiAsync(HttpMethod.Get, "/api/v1/ideas/practice")).StatusCode);
    }

    [Fact]
    public async Task A_manager_practises_on_the_page_reads_the_answer_and_begins_again()
    {
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.True((await manager.GetAsync("/ovning")).Says("Din roll"));
        var page = await manager.GetAsync("/ovning/chef");
        Assert.True(page.Says("Det här är en övning"), page.Text);
        var missing = await manager.SubmitAsync(page, [("Input.Outcome", "DO_IT"), ("Input.Reason", "Det är bra."), ("Input.Impartial", "true")], "Besluta i övningen");
        Assert.Equal(409, missing.StatusCode);
        Assert.True(missing.Says("fyll i"), missing.Text);

        (string, string)[] filled = [.. JsonDocument.Parse(DecidingHost.Answered[FormKeys.SmallIdea]).RootElement.EnumerateObject().Select(field => ($"Evidence.{FormKeys.SmallIdea}.{field.Name}", field.Value.GetString()!))];
        var done = await manager.SubmitAsync(missing, [.. filled, ("Input.Outcome", "DO_IT"), ("Input.Reason", "Det är bra."), ("Input.Impartial", "true")], "Besluta i övningen");

        Assert.True(done.Says("Du har beslutat") && done.Says("Vi går vidare med din idé."), done.Text);
        var again = await manager.SubmitAsync(done, [], "Börja om");
        Assert.True(again.Says("Ditt beslut"), again.Text);
    }

    [Fact]
    public async Task Two_windows_decide_once()
    {
        using var manager = await host.LogInAsAsync(Personas.BenefitOwner);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DecideAsync(manager, "idrad", Decision(Exercise.Find("idrad")!, "ADVANCE"), version: 0)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode));
    }

    /// <summary>U7: nothing of it is in statistics, feeds, search, registers, similar ideas, exports, the sluice, events, mail, audit or the series of case numbers.</summary>
    [Fact]
    public async Task Nothing_of_an_exercise_is_anywhere_else()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await host.MessagesSettledAsync();
        var before = await TracesAsync();
        foreach (var exercise in Exercise.All)
        {
            var outcome = exercise.Key == "coach" ? "ADVANCE" : (await ReadAsync(coach, exercise.Key)).GetProperty("outcomes")[0].GetProperty("code").GetString()!;
            var decided = await DecideAsync(coach, exercise.Key, Decision(exercise, outcome, "Övningsskälet kanariefågel."));
            Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
        }

        await host.MessagesSettledAsync();
        Assert.Equal(before, await TracesAsync());
        // Only one's own exercise holds it: every other table of the whole database is searched for what was written.
        var holding = await host.Database.ListAsync<string>("select table_schema || '.' || table_name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1");
        foreach (var table in holding.Where(table => table != "ideas.practice_case"))
            Assert.True(await host.Database.QueryAsync<long>($"select count(*) from {table} t where t::text like '%kanariefågel%'") == 0, table);
        foreach (var address in new[] { "/ideer?sok=kanariefågel", "/api/v1/ideas/ideas", "/arbete?visa=alla", "/arbete/sok?sok=kanariefågel", "/slussen", "/api/v1/ideas/sluice" })
            Assert.DoesNotContain("Övningsskälet", (await coach.GetAsync(address)).Html, StringComparison.Ordinal);
        var exported = await coach.Http.GetStringAsync(new Uri("/api/v1/ideas/cases/export", UriKind.Relative), Cancel);
        Assert.DoesNotContain("kanariefågel", exported, StringComparison.Ordinal);
        using var other = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.All((await (await other.ApiAsync(HttpMethod.Get, "/api/v1/ideas/practice")).Content.ReadFromJsonAsync<JsonElement>(Cancel)).EnumerateArray().Where(line => line.GetProperty("key").GetString() == "nyttoansvarig"), line => Assert.False(line.GetProperty("done").GetBoolean()));
    }

    [Fact]
    public async Task What_nobody_has_touched_for_ninety_days_is_forgotten()
    {
        using var secretary = await host.LogInAsAsync(Personas.CommitteeSecretary);
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(secretary, "forvaltningschef", Decision(Exercise.Find("forvaltningschef")!, "ADVANCE"))).StatusCode);
        await host.Database.ExecuteAsync("update ideas.practice_case set changed_at = changed_at - interval '91 days' where exercise = 'forvaltningschef'");
        await host.InScopeAsync(services => services.GetRequiredService<ForgetPractice>().RunAsync(Cancel));
        Assert.Equal(0L, await host.Database.QueryAsync<long>("select count(*) from ideas.practice_case where exercise = 'forvaltningschef'"));
    }

    private Task<string> TracesAsync() => host.Database.QueryAsync<string>("""
        select concat_ws(' ', (select count(*) from ideas.ideas), (select last_value from ideas.case_number), (select count(*) from ideas.timeline), (select count(*) from ideas.decision), (select count(*) from ideas.evidence),
            (select count(*) from ideas.task), (select count(*) from messaging.event), (select count(*) from mail.message), (select count(*) from audit.entry where action like 'ideas.%'))
        """);

    private static object Decision(Exercise exercise, string outcome, string reason = "Det här är skälet.") => new
    {
        outcome, reason, impartial = true, track = exercise.Track is null ? Tracks.Small : null, closeReason = CloseReasons.DeclinedCostBenefit, redirectTarget = Redirects.FaultReport, question = "Var är det?",
        committeeParagraph = "§ 1", meetingDay = "2026-03-02",
        evidence = exercise.ToFill.ToDictionary(form => form, form => JsonDocument.Parse(DecidingHost.Answered[form]).RootElement),
    };

    private static async Task<JsonElement> ReadAsync(Visitor visitor, string exercise) => await (await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/practice/{exercise}")).Content.ReadFromJsonAsync<JsonElement>(Cancel);

    private static async Task<HttpResponseMessage> DecideAsync(Visitor visitor, string exercise, object decision, int? version = null) =>
        await visitor.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/practice/{exercise}/decision", decision, ("If-Match", version is { } known ? VersionTag.Of(known) : (await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/practice/{exercise}")).Headers.ETag?.Tag ?? "\"v0\""));
}
