using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CsvHelper;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Features.Ideas.ExportIdeas;
using IdeSluss.Ideas.Features.Ideas.ImportIdeas;
using IdeSluss.Ideas.Tests.Search;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.ImportIdeas;

public sealed class ExportTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Of2015 = "receivedFrom=2015-01-01&receivedTo=2015-12-31";
    private readonly IdeaShelf shelf = new(host);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(ExportFormat.Csv))]
    [InlineData(nameof(ExportFormat.Spreadsheet))]
    public async Task What_is_taken_out_can_be_read_in_elsewhere_and_says_the_same(string format)
    {
        // A year of its own for each format, so that neither sees the other's ideas.
        var year = format == nameof(ExportFormat.Csv) ? 2010 : 2011;
        var within = $"format={format}&contact=true&receivedFrom={year}-01-01&receivedTo={year}-12-31";
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await ReadInAsync(
            coach,
            "id;idé;rubrik;inkommen;kanal;område;vem har behovet;plats;idégivare;namn;e-post;telefon;samtycke;läge;avslutsskäl;avslutad;svar;läst och får visas;offentlig text\n"
            + $"1;\"=SUM(1) är en formel;\n- en \"\"rad\"\" till, med å.\";+Plus;{year}-05-14 09:30;Telefon;byggd-miljo;Äldre;Torget;Medarbetare;Test Testsson;prov@exempel.example;+46 70 174 06 05;ja;;;;;;\n"
            + $"2;En gammal bänk.;Bänken;{year}-02-01;;;;;;;;;;avslutad;Genomförd;{year}-06-01;Den är på plats.;ja;En bänk vid torget.\n",
            "ut-" + format);
        var first = await ExportAsync(coach, within);
        Assert.Equal(2, first.Rows.Count);
        var formula = first.Of("=SUM(1) är en formel;\n- en \"rad\" till, med å.", guarded: true);
        Assert.Equal(("'+Plus", "Test Testsson", "prov@exempel.example", "Torget"), (formula[ImportColumn.Title], formula[ImportColumn.PersonName], formula[ImportColumn.Email], formula[ImportColumn.Place]));
        Assert.Equal(format == nameof(ExportFormat.Csv) ? $"{year}-05-14T07:30:00Z" : $"{year}-05-14 09:30", formula[ImportColumn.Received]);
        Assert.Equal(format == nameof(ExportFormat.Csv) ? "PHONE" : "Telefon", formula[ImportColumn.Channel]);
        Assert.Equal("Den är på plats.", first.Of("En gammal bänk.")[ImportColumn.Answer]);

        // Here it is known again, also when its words are in other columns or it says something else.
        var again = await TryAsync(coach, first.Text, "har-" + format);
        Assert.Equal((2, 0, 0), (again.GetProperty("already").GetInt32(), again.GetProperty("wrong").GetInt32(), again.GetProperty("changed").GetInt32()));
        Assert.True((await coach.GetAsync($"/arbete/importera/{again.GetProperty("id").GetGuid()}")).Says("Allt i filen finns redan."));
        var changed = await TryAsync(coach, first.Text.Replace("En gammal bänk.", "En annan bänk.", StringComparison.Ordinal), "har-" + format);
        Assert.Equal((1, 1), (changed.GetProperty("already").GetInt32(), changed.GetProperty("changed").GetInt32()));

        // Elsewhere the numbers are others'.
        var elsewhere = first.Text;
        foreach (var row in first.Rows) elsewhere = elsewhere.Replace(row[ImportColumn.Id], "annan-" + row[ImportColumn.Id], StringComparison.Ordinal);
        await ReadInAsync(coach, elsewhere, "dar-" + format);
        var second = await ExportAsync(coach, within);
        Assert.Equal(4, second.Rows.Count);
        foreach (var row in first.Rows)
            Assert.Equal(2, second.Rows.Count(other => ExportColumn.All.Where(column => column.Code is not ("external-id" or "promise-due")).All(column => other[column.Code] == row[column.Code])));
    }

    [Fact]
    public async Task Every_case_can_be_taken_out_and_is_known_when_it_is_read_in_again()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await shelf.AddAsync([.. Enumerable.Range(0, 450).Select(i => $"Vattenränna {i}.")]);
        var file = await ExportAsync(coach, "format=Spreadsheet");
        Assert.InRange(file.Rows.Count, 450, int.MaxValue);
        Assert.Equal(file.Rows.Count, file.Rows.Select(row => row[ImportColumn.Id]).Distinct().Count());
        var tried = await TryAsync(coach, file.Text, "allt");
        Assert.True(tried.GetProperty("errors").GetArrayLength() == 0, tried.GetProperty("errors").ToString());
        Assert.Equal((file.Rows.Count, 0), (tried.GetProperty("already").GetInt32(), tried.GetProperty("toSorting").GetInt32() + tried.GetProperty("closed").GetInt32()));
    }

    [Fact]
    public async Task A_file_has_what_its_reader_may_see_and_nothing_else()
    {
        var masked = await shelf.AddAsync("Ring [namn] om orgelpiporna.", original: "Ring Hildegunst om orgelpiporna.");
        var unread = await shelf.AddAsync("-", idea => (idea.PublishedAt, idea.PublicText, idea.PublicTitle) = (null, null, null), original: "En orgelpipa är trasig.");
        var restricted = await shelf.AddAsync("Orgeln är hemlig.", idea => idea.Restricted = true);
        await host.Database.ExecuteAsync($"update ideas.ideas set (authority_id, unit_id) = (select u.authority_id, u.id from people.role_assignment a join people.person p on p.id = a.person_id join people.org_unit u on u.id = a.unit_id where p.email = '{Personas.AddressOf(Personas.NeedOwner)}' limit 1) where case_number in ('{masked}', '{unread}', '{restricted}')");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var whole = await ExportAsync(coach, "");
        Assert.Contains("Ring Hildegunst om orgelpiporna.", whole.Text, StringComparison.Ordinal);
        Assert.Contains(unread, whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(restricted, whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("email", whole.Headers);

        using var decider = await host.LogInAsAsync(Personas.NeedOwner);
        var read = await ExportAsync(decider, "");
        Assert.Contains(masked, read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hildegunst", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(unread, read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(restricted, read.Text, StringComparison.Ordinal);
        using var contact = await decider.ApiAsync(HttpMethod.Get, "/api/v1/ideas/cases/export?contact=true");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, contact.StatusCode);
    }

    [Fact]
    public async Task Who_took_out_what_stands_in_the_audit_log_without_any_words_of_it()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var file = await ExportAsync(coach, "status=Closed&receivedFrom=2014-01-01&receivedTo=2014-12-31");
        Assert.Empty(file.Rows);
        var (actor, facts) = (
            await host.Database.QueryAsync<string>("select p.email from audit.entry e join people.person p on p.id = e.actor_id where e.action = 'ideas.exported' and e.facts::text like '%2014-12-31%'"),
            await host.Database.QueryAsync<string>("select facts::text from audit.entry where action = 'ideas.exported' and facts::text like '%2014-12-31%'"));
        Assert.Equal(Personas.AddressOf(Personas.Coach), actor);
        Assert.Equal("Closed", JsonDocument.Parse(facts).RootElement.GetProperty("status").GetString());
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from audit.entry done join audit.entry begun on begun.subject_id = done.subject_id where done.action = 'ideas.export-finished' and begun.action = 'ideas.exported' and begun.facts::text like '%2014-12-31%'"));
    }

    [Fact]
    public async Task The_page_answers_with_the_file_and_says_what_is_wrong_with_the_choices()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        await shelf.AddAsync("Taklampan i sporthallen.");
        var page = await coach.GetAsync("/arbete/exportera");
        var wrong = await coach.SubmitAsync(page, [("Input.ReceivedFrom", "2026-02-01"), ("Input.ReceivedTo", "2026-01-01")], "Ladda ner filen");
        Assert.Equal(422, wrong.StatusCode);
        Assert.True(wrong.Says("Till och med: välj en dag efter den första."), wrong.Text);
        var file = await coach.SubmitAsync(page, new { }, "Ladda ner filen");
        Assert.Equal(200, file.StatusCode);
        Assert.Contains("Taklampan i sporthallen.", file.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Personas.Coach, 200)]
    [InlineData(Personas.NeedOwner, 200)]
    [InlineData(Personas.Administrator, 403)]
    [InlineData(Personas.Resident, 403)]
    public async Task Those_who_search_cases_take_them_out(string persona, int status)
    {
        using var visitor = await host.LogInAsAsync(persona);
        Assert.Equal(status, (await visitor.GetAsync("/arbete/exportera")).StatusCode);
        using var api = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/cases/export?" + Of2015);
        Assert.Equal(status, (int)api.StatusCode);
    }

    [Fact]
    public void Every_column_that_is_read_in_is_taken_out_and_no_header_means_two_things()
    {
        Assert.Empty(ImportColumn.All.Select(column => column.Code).Except(ExportColumn.All.Select(column => column.Code)));
        Assert.All(ExportColumn.All, column => Assert.InRange(ImportColumn.All.Count(read => read.IsNamed(column.Code) || read.IsNamed(column.Name)), 0, 1));
    }

    private static async Task<Exported> ExportAsync(Visitor visitor, string query)
    {
        using var answer = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/cases/export?" + query);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/csv", text);
        return new Exported(text);
    }

    private static async Task<JsonElement> TryAsync(Visitor visitor, string csv, string source)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/ideas/imports?source={source.ToLowerInvariant()}") { Content = new StringContent(csv, Encoding.UTF8, "text/csv"), Headers = { { "X-IdeSluss", "api" } } };
        using var answer = await visitor.Http.SendAsync(request, Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Ct));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private async Task ReadInAsync(Visitor visitor, string csv, string source)
    {
        var tried = await TryAsync(visitor, csv, source);
        Assert.True(tried.GetProperty("errors").GetArrayLength() == 0, tried.ToString());
        using var answer = await visitor.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/imports/{tried.GetProperty("id").GetGuid()}/confirmation", new { });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await host.InScopeAsync(services => services.GetRequiredService<RunImports>().RunAsync(Ct));
    }

    private sealed class Exported
    {
        public Exported(string text)
        {
            Text = text;
            using var csv = CsvReader.Create(new StringReader(text.TrimStart('\uFEFF')), CsvReaderOptions.Default with { Separator = text.Contains("idé;", StringComparison.Ordinal) ? ';' : ',' });
            csv.ReadHeader();
            Headers = [.. csv.Headers];
            while (csv.Read()) Rows.Add(new([.. Enumerable.Range(0, csv.FieldCount).Select(at => (Headers[at], csv.GetString(at)))]));
        }

        public string Text { get; }

        public IReadOnlyList<string> Headers { get; }

        public List<ExportedRow> Rows { get; } = [];

        public ExportedRow Of(string text, bool guarded = false) => Rows.First(row => row[ImportColumn.Text] == (guarded ? "'" : "") + text);
    }

    private sealed record ExportedRow(IReadOnlyList<(string Header, string Value)> Cells)
    {
        public string this[ImportColumn column] => this[column.Code];

        public string this[string code]
        {
            get
            {
                var column = ExportColumn.All.First(one => one.Code == code);
                return Cells.Where(cell => cell.Header == column.Code || cell.Header == column.Name).Select(cell => cell.Value).FirstOrDefault("");
            }
        }
    }
}
