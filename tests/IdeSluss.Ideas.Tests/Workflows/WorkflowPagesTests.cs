using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Workflows;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Ideas.Tests.Workflows;

/// <summary>Workflows are looked at, tried and walked by the administrator, without a case being touched.</summary>
public sealed class WorkflowPagesTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly string Address = $"/api/v1/ideas/workflows/{DefaultWorkflow.Key}/{DefaultWorkflow.Version}";

    [Fact]
    public async Task A_thought_case_goes_the_straight_way_of_its_track_and_any_other_way_that_is_allowed()
    {
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        var small = await JsonAsync(admin, $"{Address}/simulation?track={Tracks.Small}");
        Assert.Equal(Stages.Closed, small.GetProperty("stops").EnumerateArray().Last().GetProperty("stage").GetProperty("code").GetString());
        var full = await JsonAsync(admin, $"{Address}/simulation?track={Tracks.Full}");
        Assert.True(full.GetProperty("decisions").GetInt32() > small.GetProperty("decisions").GetInt32());

        var declined = await JsonAsync(admin, $"{Address}/simulation?track={Tracks.Full}&outcome=REGISTER&outcome=DECLINE&outcome=ADVANCE");
        Assert.Equal(["REGISTER", "DECLINE"], declined.GetProperty("taken").EnumerateArray().Select(code => code.GetString()));

        var page = await admin.GetAsync($"/admin/arbetsgangar/{DefaultWorkflow.Key}/{DefaultWorkflow.Version}?spar={Tracks.Full}&utfall=REGISTER");
        Assert.Contains("Vid Sorteringsbeslut går det att välja:", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_workflow_is_tried_and_all_its_errors_are_told_at_once()
    {
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        var text = await (await admin.ApiAsync(HttpMethod.Get, Address)).Content.ReadAsStringAsync();
        Assert.Equal(WorkflowJson.Parse(text, out _)!.ContentHash(), WorkflowJson.Parse(WorkflowJson.Write(WorkflowJson.Parse(text, out _)!), out _)!.ContentHash());

        var changed = JsonNode.Parse(text)!;
        changed["stages"]!.AsArray().Add(JsonNode.Parse("""{ "code": "ISLAND", "name": "Ö", "publicStep": 2 }"""));
        changed["gates"]![2]!["decidedBy"] = new JsonArray();
        changed["gates"]![3]!["evidence"]!.AsArray().Add(JsonNode.Parse("""{ "form": "finns-inte", "notNeededInTracks": [] }"""));
        var page = await admin.PostFormAsync("/admin/arbetsgangar/prova", new { Json = changed.ToJsonString() });
        foreach (var error in new[] { "nobody decides", "needs the form finns-inte" }) Assert.Contains(error, page.Text, StringComparison.Ordinal);

        var misspelt = await admin.PostFormAsync("/admin/arbetsgangar/prova", new { Json = text.Replace("\"publicStep\"", "\"publikStep\"", StringComparison.Ordinal) });
        Assert.Equal(422, misspelt.StatusCode);
        Assert.Contains("publikStep", misspelt.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await admin.PostFormAsync("/admin/arbetsgangar/prova", new { Json = "{ trasig" })).StatusCode);
    }

    [Fact]
    public async Task The_declared_workflows_have_no_errors_and_what_is_worth_a_look_is_said()
    {
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        var rows = await JsonAsync(admin, "/api/v1/ideas/workflows");
        Assert.Contains(rows.EnumerateArray(), row => row.GetProperty("key").GetString() == DefaultWorkflow.Key && row.GetProperty("newest").GetBoolean());
        foreach (var row in rows.EnumerateArray().Where(row => row.GetProperty("declared").GetBoolean()))
        {
            var text = await (await admin.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/workflows/{row.GetProperty("key").GetString()}/{row.GetProperty("version").GetInt32()}")).Content.ReadAsStringAsync();
            var answer = await admin.ApiAsync(HttpMethod.Post, "/api/v1/ideas/workflows/check", JsonDocument.Parse(text).RootElement);
            Assert.Empty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("findings").GetProperty("errors").EnumerateArray());
        }
    }

    [Theory]
    [InlineData("/admin/arbetsgangar")]
    [InlineData("/admin/arbetsgangar/prova")]
    public async Task Only_the_administrator_of_the_system_opens_workflows(string address)
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(403, (await coach.GetAsync(address)).StatusCode);
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        Assert.Equal(200, (await admin.GetAsync(address)).StatusCode);
    }

    private static async Task<JsonElement> JsonAsync(Visitor visitor, string address)
    {
        var answer = await visitor.ApiAsync(HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
