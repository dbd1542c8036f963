using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Features.Testbeds.Exchange;
using IdeSluss.Testbeds.Tests.Inventory;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Testbeds.Tests.Exchange;

public class ExchangeTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Inventory = "/api/v1/testbeds/inventory";

    [Fact]
    public async Task Open_data_has_only_what_is_public_said_to_be_open_and_real_and_nothing_secret()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var anyone = host.Visitor();
        var slug = await coach.DescribedAsync("Öppna rummet");
        var hidden = await coach.DescribedAsync("Dolda rummet");
        await host.Database.ExecuteAsync($"update testbeds.testbed set published_at = now() - interval '1 day', publish_open_data = slug = '{slug}' where slug in ('{slug}', '{hidden}')");

        var csv = await (await anyone.Http.GetAsync("/api/v1/testbeds/open-data/testbaddar.csv")).Content.ReadAsStringAsync();
        var json = await (await anyone.Http.GetAsync("/api/v1/testbeds/open-data/testbaddar.json")).Content.ReadAsStringAsync();

        foreach (var data in new[] { csv, json })
        {
            Assert.Contains("Öppna rummet", data, StringComparison.Ordinal);
            foreach (var secret in new[] { "Dolda rummet", "Visningslägenheten", "kontakt@exempel.se", "POL-1", "ecrecy", "iability" }) Assert.DoesNotContain(secret, data, StringComparison.Ordinal);
        }

        Assert.Contains("Våg|Ugn", csv, StringComparison.Ordinal);
        Assert.Equal(401, (await anyone.JsonAsync(HttpMethod.Get, $"{Inventory}/export.json")).Status);
    }

    [Fact]
    public async Task What_is_exported_can_be_read_in_again_and_changes_nothing_but_what_was_changed()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var csv = await (await coach.Http.GetAsync($"{Inventory}/export.csv")).Content.ReadAsStringAsync();
        var before = await StateAsync();

        var (status, answer) = await ImportAsync(coach, csv.Replace("Ett kök med provbord", "Ett kök med ett långt provbord", StringComparison.Ordinal));

        Assert.True(status == 200, answer.ToString());
        Assert.Equal(0, answer.GetProperty("added").GetInt32());
        var after = await StateAsync();
        Assert.Equal(["maltidslabbet"], after.Except(before).Select(row => row.Split(' ')[0]));
    }

    [Fact]
    public async Task A_file_is_read_in_whole_or_not_at_all_and_every_wrong_line_is_named()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        const string header = "name;shortDescription;unit;kind;access;status;capabilities;targetGroups;contactRole;latitude;longitude;persons\n";
        const string good = "Filrummet;Ett rum;SOC-AO;Lab;Open;Planned;MEALS|CULTURE;OLDER;Chef;65,31;21,47;4\n";

        var (status, problem) = await ImportAsync(coach, header + good + "Felrummet;Ett rum;FINNSEJ;Lab;Open;Planned;MEALS;OLDER;Chef;;;\n");
        Assert.Equal(422, status);
        Assert.Contains("Rad 3", problem.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        (status, problem) = await ImportAsync(coach, header + good.Replace(";4\n", ";många\n", StringComparison.Ordinal));
        Assert.True(status == 422 && problem.ToString().Contains("persons", StringComparison.Ordinal), problem.ToString());
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from testbeds.testbed where name = 'Filrummet'"));

        Assert.Equal(200, (await ImportAsync(coach, header + good)).Status);
        Assert.Equal("filrummet {MEALS,CULTURE} 65.31", await host.Database.QueryAsync<string>("select slug || ' ' || capabilities::text || ' ' || latitude from testbeds.testbed where name = 'Filrummet'"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("namn;beskrivning\na;b\n")]
    [InlineData("name,shortDescription\n\"oavslutad,b\n")]
    public async Task A_file_that_is_something_else_is_refused_with_what_to_do(string content)
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(422, (await ImportAsync(coach, content)).Status);
    }

    [Fact]
    public async Task The_page_reads_a_file_in_and_says_how_many()
    {
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        var unit = await host.UnitOfNeedOwnerAsync();
        var page = await owner.GetAsync("/arbete/testbaddar/las-in");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.Forms[0].Fields.First(field => field.Name == "__RequestVerificationToken").Value), "__RequestVerificationToken" },
            { new StringContent($"name,shortDescription,unit,kind,access,status,capabilities,targetGroups,contactRole\nSidrummet,Rum,{unit},Lab,Open,Active,MEALS,OLDER,Chef\n"), "Input.File", "testbaddar.csv" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/arbete/testbaddar/las-in") { Content = content };
        Assert.True((await owner.SendAsync(request)).Says("Filen är inläst: 1 nya och 0 ändrade testbäddar."));
    }

    /// <summary>A cell that a spreadsheet would run is guarded on the way out, and is itself again on the way in.</summary>
    [Theory]
    [InlineData("=HYPERLINK(\"http://ond.example\")")]
    [InlineData("@SUM(A1)")]
    [InlineData("+46 kök")]
    public void A_cell_that_looks_like_a_formula_begins_with_an_apostrophe(string text)
    {
        var csv = Encoding.UTF8.GetString(ExportTestbeds.Csv([("x", new TestbedRecord { Name = text })], everything: true));
        Assert.Contains("'" + text[..4].Replace("\"", "\"\"", StringComparison.Ordinal), csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_column_reads_what_it_writes()
    {
        var record = new TestbedRecord { Name = "N", Latitude = 65.3173, AgeFrom = 7, Kind = TestbedKind.Live, Secrecy = SecrecyContext.HealthCare, OwnLiability = true, InsuredUntil = new DateOnly(2027, 1, 31), Rules = ["SOL", "MDR"], Accessibility = { ["LIFT"] = true, ["QUIET_ROOM"] = false } };
        var copy = new TestbedRecord();
        Assert.All(RecordColumn.All, column => Assert.True(column.Read(copy, column.Write(record)), column.Code));
        Assert.Equal(JsonSerializer.Serialize(record), JsonSerializer.Serialize(copy));
    }

    private Task<IReadOnlyList<string>> StateAsync() => host.Database.ListAsync<string>("select slug || ' ' || md5((to_jsonb(t) - 'version' - 'changed_at')::text) from testbeds.testbed t order by slug");

    private static async Task<(int Status, JsonElement Body)> ImportAsync(Visitor visitor, string csv)
    {
        using var content = new StringContent(csv, Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Inventory}/import.csv") { Content = content };
        request.Headers.Add(Describing.OwnHeader.Name, Describing.OwnHeader.Value);
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await visitor.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }
}
