using System.Text.Json;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Evaluation.Tests.Programmes;

/// <summary>A programme from its plan to what the funder is told. The clock stands in October of its second year.</summary>
public class ProgrammeTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    [Fact]
    public async Task Nothing_is_spent_in_a_later_year_before_its_renewal_is_granted()
    {
        using var leader = await host.LogInAsAsync(Personas.Coach);
        var code = await BegunAsync(leader);
        Assert.Equal(201, (await SpendAsync(leader, code, "2025-03-02", 40_000)).Status);
        var (status, body) = await SpendAsync(leader, code, "2026-03-02", 40_000);
        Assert.Equal((409, "Det finns inget beslut om pengar för år 2. Skriv in beslutet om förnyelse först."), (status, body.GetProperty("title").GetString()));
        Assert.Equal(201, (await RenewAsync(leader, code, granted: false)).Status);
        Assert.Equal(409, (await SpendAsync(leader, code, "2026-03-02", 40_000)).Status);
        Assert.Equal(201, (await RenewAsync(leader, code, granted: true)).Status);
        Assert.Equal(201, (await SpendAsync(leader, code, "2026-03-02", 3_000_000)).Status);
        Assert.Equal(409, (await RenewAsync(leader, code, granted: false)).Status);

        var page = await leader.GetAsync($"/arbete/program/{code}");
        Assert.True(page.Says("Kommunstyrelsen § 214") && page.Says("Mer än beviljat") && page.Says("Väntar på förnyelse"), page.Text);
        var years = (await leader.ReadAsync($"programmes/{code}")).GetProperty("years").EnumerateArray().ToList();
        Assert.Equal([40_000m, 3_000_000m, 0m], years.Select(year => year.GetProperty("spent").GetDecimal()));
        Assert.Equal([true, true, false], years.Select(year => year.GetProperty("maySpend").GetBoolean()));
    }

    [Fact]
    public async Task A_plan_that_does_not_agree_says_what_and_keeps_what_was_there()
    {
        using var leader = await host.LogInAsAsync(Personas.Coach);
        var code = await BegunAsync(leader);
        var (status, body) = await leader.JsonAsync(HttpMethod.Put, $"{Api}/programmes/{code}/parts/ram", ProgrammeFrames.Frame(["1", "2", "3"], "2027-12-01", "2024-12-01"));
        Assert.Equal(422, status);
        Assert.Contains(body.Errors(), error => error.Contains("saknas för att raderna ska bli hela budgeten", StringComparison.Ordinal));
        (status, body) = await leader.JsonAsync(HttpMethod.Put, $"{Api}/programmes/{code}/parts/arbete", new { aktiviteter = new[] { new { namn = "Kurs", start = "2025-05-01", slut = "2025-04-01", lage = "planerad" } } });
        Assert.Equal((422, "Kurs: aktiviteten slutar innan den börjar."), (status, Assert.Single(body.Errors())));
        Assert.Equal(412, (await leader.JsonAsync(HttpMethod.Put, $"{Api}/programmes/{code}/parts/effekter", new { behov = "Fler äldre" }, ("If-Match", "\"v99\""))).Status);
        Assert.Equal(404, (await leader.JsonAsync(HttpMethod.Put, $"{Api}/programmes/{code}/parts/annat", new { })).Status);
        Assert.Equal(8_072_500m, (await leader.ReadAsync($"programmes/{code}")).GetProperty("plan").GetProperty("budget").EnumerateArray().Sum(amount => amount.GetDecimal()));
        (status, body) = await leader.JsonAsync(HttpMethod.Post, $"{Api}/programmes", new { code, frame = ProgrammeFrames.Frame() });
        Assert.True(status == 422, body.ToString());
    }

    [Fact]
    public async Task Contributions_stand_against_what_was_planned_and_a_partner_who_has_given_stays()
    {
        using var leader = await host.LogInAsAsync(Personas.Coach);
        var code = await BegunAsync(leader);
        var partners = new { parter = new[] { new { namn = "Universitetet" } }, bidrag = new[] { new { part = "1", ar = "1", slag = "tid", belopp = "50000" } } };
        Assert.Equal(200, (await leader.JsonAsync(HttpMethod.Put, $"{Api}/programmes/{code}/parts/parter", partners)).Status);
        Assert.Equal(422, (await leader.JsonAsync(HttpMethod.Post, $"{Api}/programmes/{code}/entries", new { kind = "Contribution", day = "2025-05-01", partner = "Någon annan", what = "Tid", amount = "1000" })).Status);
        var saved = await leader.PostFormAsync($"/arbete/program/{code}/pengar", [("Input.Kind", "Contribution"), ("Input.Partner", "Universitetet"), ("Input.What", "Forskartid"), ("Input.Amount", "20000"), ("Input.Day", "2025-05-01")], "Skriv in");
        Assert.True(saved.Says("Raden är inskriven."), saved.Text);
        Assert.True((await leader.GetAsync($"/arbete/program/{code}")).Says("20 000 av 50 000"));
        Assert.Equal(422, (await leader.JsonAsync(HttpMethod.Put, $"{Api}/programmes/{code}/parts/parter", new { parter = new[] { new { namn = "Högskolan" } } })).Status);
        var entry = await host.Database.QueryAsync<Guid>("select e.id from evaluation.programme_entry e join evaluation.programme p on p.id = e.programme_id where p.code = $1", code);
        using (var struck = await leader.ApiAsync(HttpMethod.Delete, $"{Api}/programmes/{code}/entries/{entry}", null, Asking.OwnHeader)) Assert.Equal(204, (int)struck.StatusCode);
        Assert.True((await leader.GetAsync($"/arbete/program/{code}")).Says("0 av 50 000"));
        Assert.True((await leader.GetAsync($"/arbete/program/{code}/pengar")).Says("Struken"));
        Assert.Equal(200, (await leader.JsonAsync(HttpMethod.Put, $"{Api}/programmes/{code}/parts/parter", new { parter = new[] { new { namn = "Högskolan" } } })).Status);
    }

    [Fact]
    public async Task A_report_is_proposed_below_the_funders_headings_written_by_a_person_and_fixed_once_sent()
    {
        using var leader = await host.LogInAsAsync(Personas.Coach);
        var code = await BegunAsync(leader);
        Assert.Equal(200, (await leader.JsonAsync(HttpMethod.Put, $"{Api}/programmes/{code}/parts/effekter", new { kort = "Fler lämnar idéer" })).Status);
        var page = await leader.PostFormAsync($"/arbete/program/{code}", new { }, "Gör en lägesrapport");
        Assert.True(page.Says("Syfte och mål") && page.Says("Förväntade effekter och resultat") && page.Says("Planerat upplägg och genomförande"), page.Text);
        var address = page.Address.Split('?')[0];
        var report = address[(address.LastIndexOf('/') + 1)..];
        Assert.Contains("Fler lämnar idéer.", (await leader.ReadAsync($"programmes/{code}/reports/{report}")).GetProperty("written")[1].GetString(), StringComparison.Ordinal);
        var tooLong = await leader.PostFormAsync(address, [("Written[0]", new string('a', 1_501))], "Spara");
        Assert.True(tooLong.StatusCode == 422 && tooLong.Says("finansiären tar emot högst"), tooLong.Text);
        var sent = await leader.PostFormAsync(address, [("Written[0]", "Vi vill ta vara på fler idéer.")], "Spara och markera som skickad");
        Assert.True(sent.Says("Den går inte att ändra.") && sent.Says("Vi vill ta vara på fler idéer."), sent.Text);
        Assert.Equal(409, (await leader.JsonAsync(HttpMethod.Put, $"{Api}/programmes/{code}/reports/{report}", new { written = new[] { "a", "b", "c" } })).Status);
        Assert.StartsWith("Syfte och mål\nVi vill ta vara på fler idéer.", await leader.Http.GetStringAsync(new Uri($"{Api}/programmes/{code}/reports/{report}/text", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        TaggedPdf.Read(await leader.Http.GetByteArrayAsync(new Uri($"{Api}/programmes/{code}/reports/{report}/pdf", UriKind.Relative), TestContext.Current.CancellationToken)).AssertAccessible("Lägesrapport");
    }

    [Fact]
    public async Task The_programme_is_read_by_those_who_answer_for_it_and_led_by_its_leaders()
    {
        using var leader = await host.LogInAsAsync(Personas.Coach);
        var code = await BegunAsync(leader);
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        var page = await board.GetAsync($"/arbete/program/{code}");
        Assert.True(page.Says("Väntar på förnyelse") && !page.Says("Skriv in kostnad eller bidrag"), page.Text);
        Assert.Equal(403, (await board.GetAsync($"/arbete/program/{code}/pengar")).StatusCode);
        Assert.Equal(403, (await SpendAsync(board, code, "2025-03-02", 1)).Status);
        using var employee = await host.LogInAsAsync(Personas.Employee);
        Assert.Equal(403, (await employee.GetAsync($"/arbete/program/{code}")).StatusCode);
        Assert.Equal(404, (await board.GetAsync("/arbete/program/finns-inte")).StatusCode);
    }

    private static async Task<string> BegunAsync(Visitor leader)
    {
        var code = "p" + Guid.CreateVersion7().ToString("N");
        var (status, body) = await leader.JsonAsync(HttpMethod.Post, $"{Api}/programmes", new { code, frame = ProgrammeFrames.Frame(null, "2027-12-01", "2024-12-01") });
        Assert.True(status == 201, body.ToString());
        return code;
    }

    private static Task<(int Status, JsonElement Body)> SpendAsync(Visitor leader, string code, string day, decimal amount) =>
        leader.JsonAsync(HttpMethod.Post, $"{Api}/programmes/{code}/entries", new { kind = "Spending", day, what = "Utbildningsdag", amount = amount.ToString(System.Globalization.CultureInfo.InvariantCulture) });

    private static Task<(int Status, JsonElement Body)> RenewAsync(Visitor leader, string code, bool granted) =>
        leader.JsonAsync(HttpMethod.Post, $"{Api}/programmes/{code}/renewals", new { year = 2, granted, amount = granted ? "2690850" : null, decidedOn = "2025-11-18", decidedBy = "Kommunstyrelsen", paragraph = "§ 214" });
}
