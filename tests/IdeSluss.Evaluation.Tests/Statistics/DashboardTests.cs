using System.Text.Json;
using IdeSluss.Evaluation.Features.Evaluation.Dashboard;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.People.Contracts;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Evaluation.Tests.Statistics;

/// <summary>Each sees first what their role decides on, of their own places, and nothing can be asked for that was not settled.</summary>
public class DashboardTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    [Theory]
    [InlineData(Personas.Coach, "coach", "Får idégivarna besked i tid")]
    [InlineData(Personas.NeedOwner, "chef", "Vad kommer in till dina enheter")]
    [InlineData(Personas.CommitteeMember, "namnd", "Vad kommer in till nämnden")]
    [InlineData(Personas.IdeaBoard, "rad", "Vilka idéer går vidare")]
    [InlineData(Personas.EqualityAdvisor, "jamstalldhet", "Behandlas kvinnors och mäns idéer lika")]
    [InlineData(Personas.QualityOfficer, "kvalitet", "Blev det bättre")]
    public async Task Everyone_meets_first_what_their_role_decides_on_and_may_see_the_rest(string persona, string lens, string question)
    {
        using var reader = await host.LogInAsAsync(persona);
        var view = await reader.ReadAsync("dashboard");
        Assert.Equal(lens, view.GetProperty("lens").GetString());
        Assert.Equal(Lens.AllCode, view.GetProperty("lenses").EnumerateArray().Last().GetString());
        var page = await reader.GetAsync("/arbete/statistik");
        Assert.True(page.Says(question), page.Text);
        Assert.Equal(200, (await reader.GetAsync("/arbete/statistik?vy=alla")).StatusCode);
    }

    [Fact]
    public async Task The_file_has_what_the_page_shows()
    {
        using var reader = await host.LogInAsAsync(Personas.EqualityAdvisor);
        var file = (await reader.GetAsync($"{JudgingHost.Api}/dashboard.csv?view=alla")).Html;
        var rows = file.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(row => row.Split(';')).ToList();
        Assert.Equal(["Mått", "Del", "Tal", "Enhet", "Troligen minst", "Troligen högst", "Av antal", "Nio av tio högst", "Anmärkning"], rows[0].Select(cell => cell.Trim('\uFEFF', '"')));
        var page = await reader.GetAsync("/arbete/statistik?vy=alla");
        Assert.All(rows.Skip(1).Select(row => row[0].Trim('"')).Distinct(), title => Assert.True(page.Says(title), title));
        // Few are in it as few are on the page: by their name and not by their number.
        Assert.All(rows.Skip(1).Where(row => row[3] == "antal" && row[2].Length > 0), row => Assert.True(int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture) is 0 or >= 5, string.Join(';', row)));
    }

    [Fact]
    public async Task A_place_is_chosen_among_ones_own_and_nothing_else_can_be_asked_for()
    {
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var all = await manager.ReadAsync("dashboard");
        var own = all.GetProperty("places").EnumerateArray().Select(place => place.GetProperty("code").GetString()!).ToList();
        Assert.Contains(own, code => code.Contains('/', StringComparison.Ordinal));
        foreach (var code in own)
        {
            var one = await manager.ReadAsync($"dashboard?place={Uri.EscapeDataString(code)}");
            Assert.Equal(code, one.GetProperty("at").GetString());
            Assert.All(Parts(one), part => Assert.Equal(code.Split('/')[0], part.Split('/')[0]));
        }

        using var outside = await host.LogInAsAsync(Personas.OtherNeedOwner);
        var others = (await outside.ReadAsync("dashboard")).GetProperty("places").EnumerateArray().Select(place => place.GetProperty("code").GetString()!).Except(own).ToList();
        Assert.NotEmpty(others);
        foreach (var code in others.Append("SN/finns-inte"))
        {
            Assert.Equal(404, (await manager.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/dashboard?place={Uri.EscapeDataString(code)}")).Status);
            Assert.Equal(404, (await manager.GetAsync($"{JudgingHost.Api}/dashboard.csv?place={Uri.EscapeDataString(code)}")).StatusCode);
            Assert.Equal(404, (await manager.GetAsync($"/arbete/statistik?plats={Uri.EscapeDataString(code)}")).StatusCode);
        }

        // A day, or a view of somebody else's role, is no question either.
        Assert.Equal(404, (await manager.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/dashboard?period=2026-03-14")).Status);
        Assert.Equal(404, (await manager.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/dashboard?view=jamstalldhet")).Status);
        // What is not a question changes nothing of the answer.
        Assert.Equal(all.ToString(), (await manager.ReadAsync("dashboard?sex=kvinna&age=From80&area=vard-omsorg")).ToString());
    }

    [Fact]
    public void Every_role_that_reads_has_a_view_and_every_view_shows_what_there_is()
    {
        var reading = EvaluationPermissions.All.Single(permission => permission.Code == EvaluationPermissions.ReadDashboard).GrantedTo;
        Assert.All(reading, role => Assert.NotSame(Lens.Everything, Lens.Of([role])[0]));
        Assert.All(Lens.All, lens => Assert.True(lens.Shows.Count <= 4 && lens.Shows.All(Measures.All.Contains), lens.Code));
        Assert.Equal(["coach", "chef", Lens.AllCode], Lens.Of([Roles.NeedOwner, Roles.IdeaCoach]).Select(lens => lens.Code));
    }

    [Fact]
    public async Task The_equality_strategist_states_who_works_where_and_nobody_writes_over_another()
    {
        using var strategist = await host.LogInAsAsync(Personas.EqualityAdvisor);
        using var read = await strategist.ApiAsync(HttpMethod.Get, $"{JudgingHost.Api}/workforce");
        var tag = read.Headers.ETag!.Tag;
        var (status, problem) = await strategist.JsonAsync(HttpMethod.Put, $"{JudgingHost.Api}/workforce", new { women = new Dictionary<string, int> { ["vard-omsorg"] = 101, ["finns-inte"] = 50 }, source = " " }, ("If-Match", tag));
        Assert.Equal((422, 3), (status, problem.Errors().Count));
        Assert.Equal(204, (await strategist.JsonAsync(HttpMethod.Put, $"{JudgingHost.Api}/workforce", new { women = new Dictionary<string, int?> { ["vard-omsorg"] = 82, ["annat"] = null }, source = "Personalstatistik 2025" }, ("If-Match", tag))).Status);
        Assert.Equal(412, (await strategist.JsonAsync(HttpMethod.Put, $"{JudgingHost.Api}/workforce", new { women = new Dictionary<string, int> { ["vard-omsorg"] = 10 }, source = "Gammalt" }, ("If-Match", tag))).Status);
        var area = (await strategist.ReadAsync("workforce")).GetProperty("areas").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "vard-omsorg");
        Assert.Equal((82, "kvinnor"), (area.GetProperty("women").GetInt32(), area.GetProperty("majority").GetString()));
        var page = await strategist.PostFormAsync("/arbete/konsfordelning", new[] { ("Input.Women[vard-omsorg]", "abc"), ("Input.Source", "Personalstatistik 2026") });
        Assert.Equal(422, page.StatusCode);
        page = await strategist.PostFormAsync("/arbete/konsfordelning", new[] { ("Input.Women[vard-omsorg]", "81"), ("Input.Source", "Personalstatistik 2026") });
        Assert.True(page.Says("Fördelningen är sparad."), page.Text);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(403, (await manager.GetAsync("/arbete/konsfordelning")).StatusCode);
    }

    private static IEnumerable<string> Parts(JsonElement view) => view.GetProperty("statistics").GetProperty("figures").EnumerateArray().SelectMany(one => one.GetProperty("parts").EnumerateArray())
        .Where(part => part.GetProperty("dimension").GetString() is Dimensions.Authority or Dimensions.Unit).Select(part => part.GetProperty("part").GetString()!).Distinct();
}
