using System.Text;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using MiniExcelLibs;

namespace IdeSluss.Evaluation.Tests.Benefits;

/// <summary>What an idea gives and costs, read by those who may, and taken along.</summary>
public class BenefitTests(JudgingHost host) : IClassFixture<JudgingHost>
{
    private const string Api = JudgingHost.Api;

    [Fact]
    public async Task The_calculation_agrees_with_the_form_of_the_case()
    {
        var number = await host.CalculatedAsync("Digitala lås i nattpatrullen");
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var read = await manager.ReadAsync($"cases/{number}/benefits");
        var net = read.GetProperty("calculation").GetProperty("net").GetDecimal();
        Assert.Equal(161_204.19m, decimal.Round(net, 2));
        var (_, form) = await manager.JsonAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/evidence/{FormKeys.BenefitCalculation}");
        Assert.Equal(decimal.Round(net, 2), decimal.Round(form.GetProperty("content").GetProperty("computed").EnumerateArray().Single(one => one.GetProperty("key").GetString() == "netto").GetProperty("value").GetDecimal(), 2));
        var page = await manager.GetAsync($"/arbete/nytta/{number}");
        Assert.Contains("Pengarna är tillbaka år 3.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nytta och kostnad", (await manager.GetAsync($"/att-besluta/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_says_the_same_on_the_page_and_in_the_form_also_where_something_gets_worse()
    {
        var number = await host.CalculatedAsync("Lås som blir dyrare för någon", BenefitCases.Row("Kortare väg", money: 100_000), BenefitCases.Row("Fler reservnycklar", money: -30_000, drawback: "ja"));
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var whatIf = (await manager.ReadAsync($"cases/{number}/benefits")).GetProperty("calculation").GetProperty("whatIfs").EnumerateArray().First();
        var computed = (await manager.JsonAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/evidence/{FormKeys.BenefitCalculation}")).Body.GetProperty("content").GetProperty("computed").EnumerateArray().ToDictionary(one => one.GetProperty("key").GetString()!, one => decimal.Round(one.GetProperty("value").GetDecimal()));
        // Five years at 3.5 per cent: 4.51505 × (80 000 − 36 000 − 20 000) − 200 000, and 4.51505 × (120 000 − 24 000 − 20 000) − 200 000.
        Assert.Equal((-91_639m, 143_144m), (computed["netto-lagre"], computed["netto-hogre"]));
        Assert.Equal((-91_639m, 143_144m), (decimal.Round(whatIf.GetProperty("worse").GetDecimal()), decimal.Round(whatIf.GetProperty("better").GetDecimal())));
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_the_unit_does_not_find_it_and_who_has_no_role_is_refused()
    {
        var number = await host.CalculatedAsync("En kylväska till matleveransen");
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        using var resident = await host.LogInAsAsync(Personas.Resident);
        using var stranger = host.Visitor();
        foreach (var what in new[] { "benefits", "benefits.csv", "benefits.xlsx", "benefits.txt" })
        {
            Assert.Equal(404, (await other.JsonAsync(HttpMethod.Get, $"{Api}/cases/{number}/{what}")).Status);
            Assert.Equal(403, (await resident.JsonAsync(HttpMethod.Get, $"{Api}/cases/{number}/{what}")).Status);
            Assert.Equal(401, (await stranger.JsonAsync(HttpMethod.Get, $"{Api}/cases/{number}/{what}")).Status);
        }

        Assert.Equal(404, (await other.GetAsync($"/arbete/nytta/{number}")).StatusCode);
        await host.Database.ExecuteAsync($"update ideas.ideas set restricted = true where case_number = '{number}'");
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(404, (await manager.GetAsync($"/arbete/nytta/{number}")).StatusCode);
    }

    [Fact]
    public async Task The_spreadsheet_has_numbers_as_numbers_and_runs_nothing_that_somebody_wrote()
    {
        var number = await host.CalculatedAsync("Ett kalkylblad", BenefitCases.Row("=HYPERLINK(\"http://ond.example\")", money: 100_000), BenefitCases.Row("Krångligare inköp", money: -10_000, drawback: "ja"));
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var file = await manager.ApiAsync(HttpMethod.Get, $"{Api}/cases/{number}/benefits.xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType!.MediaType);
        using var stream = new MemoryStream(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["Nyttor och kostnader", "Effektkedja", "År för år", "Om det blir annorlunda", "För vem"], stream.GetSheetNames());
        var rows = stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(4, rows.Count);
        Assert.Equal("=HYPERLINK(\"http://ond.example\")", rows[0]["Vad"]);
        Assert.Equal(100_000d, rows[0]["Kronor per år"]);
        Assert.Equal(("Ja", -10_000d), (rows[1]["Nackdel"], rows[1]["Kronor per år"]));
        Assert.Equal(-200_000d, rows[2]["Kronor en gång"]);
        using var zip = new System.IO.Compression.ZipArchive(stream);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotContain("<x:f", await sheet.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var csv = await manager.ApiAsync(HttpMethod.Get, $"{Api}/cases/{number}/benefits.csv");
        var text = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("\uFEFFVad;Slag;", text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_for_the_committee_has_the_chain_the_drawbacks_and_each_number_with_its_condition()
    {
        var number = await host.CalculatedAsync("En text till nämnden", BenefitCases.Row("Kortare väg", money: 100_000, before: 40, measured: "2026-03-01", reachedBy: "2027-03-01"), BenefitCases.Row("Fler larm på natten", "kvalitativ", drawback: "ja", to: "personal"));
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var answer = await manager.ApiAsync(HttpMethod.Get, $"{Api}/cases/{number}/benefits.txt");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Vi gör: Sätter in digitala lås. Det ger: Kortare väg.", text, StringComparison.Ordinal);
        Assert.Contains("DET BLIR SÄMRE ELLER DYRARE\nFler larm på natten", text, StringComparison.Ordinal);
        Assert.Contains("Mått: minuter per natt, från 40 till 20. Målet ska vara nått 1 mars 2027.", text, StringComparison.Ordinal);
        Assert.Contains("Kalkylen räknar på 5 år med 3,5 procents ränta.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "3.5")]
    [InlineData("21", "3.5")]
    [InlineData("5", "-1")]
    [InlineData("5", "99")]
    [InlineData("NaN", "3.5")]
    [InlineData("5", "Infinity")]
    [InlineData("1e400", "3.5")]
    public async Task A_horizon_or_rate_that_cannot_be_is_refused_where_it_is_typed(string years, string rate)
    {
        var number = await host.WaitingAsync($"Orimlig kalkyl {years} {rate}", Stages.DecisionBasis);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(422, (await coach.FillAsync(number, FormKeys.BenefitCalculation, BenefitCases.Calculation(years, rate, BenefitCases.Row("Nytta", money: 1)))).Status);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.True((await manager.ReadAsync($"cases/{number}/benefits")).TryGetProperty("noNumber", out var why) && why.GetString()!.Length > 0);
        Assert.Contains("Det finns ingen nyttokalkyl än.", (await manager.GetAsync($"/arbete/nytta/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_before_its_measurement_and_a_drawback_that_brings_money_are_refused()
    {
        var number = await host.WaitingAsync("Datum i fel ordning", Stages.DecisionBasis);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (status, body) = await coach.FillAsync(number, FormKeys.BenefitCalculation, BenefitCases.Calculation(BenefitCases.Row("Nytta", money: 1, measured: "2026-05-01", reachedBy: "2026-04-30")));
        Assert.Equal(422, status);
        Assert.Contains(body.Errors(), error => error.Contains("målet ska vara nått en dag som kommer efter mätningen", StringComparison.Ordinal));
        (status, body) = await coach.FillAsync(number, FormKeys.BenefitCalculation, BenefitCases.Calculation(BenefitCases.Row("Dyrare", money: 500, drawback: "ja")));
        Assert.Equal(422, status);
        Assert.Contains(body.Errors(), error => error.Contains("Skriv kronorna med minus", StringComparison.Ordinal));
    }
}
