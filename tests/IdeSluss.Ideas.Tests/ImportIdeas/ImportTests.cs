using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.ImportIdeas;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.ImportIdeas;

public sealed class ImportTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_tried_first_and_read_in_when_its_owner_says_yes_and_never_twice()
    {
        var csv = "id;idé;rubrik;inkommen;kanal;område;plats;e-post\nG-1;\"Bänkar\nlängs kanalen.\";Bänkar;2019-05-14;Telefon;byggd-miljo;Kanalen;gammal@exempel.example\nG-2;Ljus vid spåret.;;;;;;\n";
        using var registrar = await host.LogInAsAsync(Personas.Registrar);
        var tried = await TryAsync(registrar, csv, "?source=prov-a");
        Assert.Equal(("Checked", 2, 2), (tried.GetProperty("state").GetString(), tried.GetProperty("rows").GetInt32(), tried.GetProperty("toSorting").GetInt32()));
        Assert.Equal(0, await CountAsync("source = 'prov-a'"));

        await ConfirmAsync(registrar, tried);
        Assert.Equal(2, await CountAsync("source = 'prov-a'"));
        await using (var command = host.Database.Source.CreateCommand("select i.original_text, i.original_title, i.channel, i.area, i.answer_way, i.received_at, i.stage, i.promise_due from ideas.ideas i join ideas.imported_row r on r.idea_id = i.id where r.external_id = 'G-1'"))
        await using (var row = await command.ExecuteReaderAsync(Ct))
        {
            await row.ReadAsync(Ct);
            Assert.Equal(("Bänkar\nlängs kanalen.", "Bänkar", "PHONE", "byggd-miljo", "Email", Stages.Triage), (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(6)));
            Assert.Equal(new DateTime(2019, 5, 13, 22, 0, 0, DateTimeKind.Utc), row.GetDateTime(5));
            Assert.True(row.GetFieldValue<DateOnly>(7) > DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        }

        await host.MessagesSettledAsync();
        Assert.Empty(host.Mails.To("gammal@exempel.example"));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from audit.entry where action = 'ideas.import-finished' and subject_id = $1", tried.GetProperty("id").GetGuid()));

        // The columns in another order and one more row: only that is new.
        var again = await TryAsync(registrar, "idé;id;rubrik;inkommen;kanal;område;plats;e-post\n\"Bänkar\nlängs kanalen.\";G-1;Bänkar;2019-05-14;Telefon;byggd-miljo;Kanalen;gammal@exempel.example\nLjus vid spåret, och fler.;G-2;;;;;;\nNy.;G-3;;;;;;\n", "?source=prov-a");
        Assert.Equal((1, 1, 1), (again.GetProperty("toSorting").GetInt32(), again.GetProperty("already").GetInt32(), again.GetProperty("changed").GetInt32()));
        Assert.Contains("Rad 4", await PageAsync(registrar, again), StringComparison.Ordinal);
        await ConfirmAsync(registrar, again);
        Assert.Equal(3, await CountAsync("source = 'prov-a'"));
        Assert.Equal("Ljus vid spåret.", await host.Database.QueryAsync<string>("select i.original_text from ideas.ideas i join ideas.imported_row r on r.idea_id = i.id where r.external_id = 'G-2'"));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from ideas.import_chunk where run_id = $1", again.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task Each_wrong_row_is_told_of_with_its_line_and_column_and_the_others_are_read_in()
    {
        var csv = $"id;idé;inkommen;område;e-post;nämnd;kanal\n1;;;;;;\n2;{new string('x', 20_001)};;;;;\n3;Bra.;i maj;nagot;inte-en-adress;XX;RÖKSIGNAL\n4;Dubbel.;;;;;\n4;Dubbel.;;;;;\n4;En annan.;;;;;\n5;För få fält\n6;Bra.;2999-01-01;;;;\n7;Helt rätt.;;;;;\n";
        using var registrar = await host.LogInAsAsync(Personas.Registrar);
        var tried = await TryAsync(registrar, csv, "?source=prov-b");
        Assert.Equal(
            [
                (2, "idé"), (3, "idé"), (4, "nämnd"), (4, "inkommen"), (4, "område"), (4, "kanal"), (4, "e-post"), (7, "id"), (8, (string?)null), (9, "inkommen"),
            ],
            tried.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetString())).OrderBy(pair => pair.Item1));
        Assert.Equal((9, 2, 1, 1, 5), (tried.GetProperty("rows").GetInt32(), tried.GetProperty("toSorting").GetInt32(), tried.GetProperty("already").GetInt32(), tried.GetProperty("changed").GetInt32(), tried.GetProperty("wrong").GetInt32()));
        Assert.DoesNotContain("inte-en-adress", tried.ToString(), StringComparison.Ordinal);
        await ConfirmAsync(registrar, tried);
        Assert.Equal(2, await CountAsync("source = 'prov-b'"));

        var strict = await TryAsync(registrar, csv, "?source=prov-c&strict=true");
        using var refused = await registrar.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/imports/{strict.GetProperty("id").GetGuid()}/confirmation", new { });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task A_long_list_of_errors_is_cut_and_counted()
    {
        using var registrar = await host.LogInAsAsync(Personas.Registrar);
        var tried = await TryAsync(registrar, "idé;rubrik\n" + string.Concat(Enumerable.Repeat(";x\n", 250)));
        Assert.Equal((RowErrors.MostKept, 150), (tried.GetProperty("errors").GetArrayLength(), tried.GetProperty("moreErrors").GetInt32()));
    }

    [Fact]
    public async Task A_historic_idea_is_closed_and_shown_only_if_someone_has_read_it()
    {
        var csv = """
            id;idé;rubrik;läge;avslutsskäl;inkommen;avslutad;svar;läst och får visas;offentlig text
            H1;Ring mig, Testvittne, om bänken.;Bänken;avslutad;Genomförd;2018-01-10;2018-06-01;Den är på plats.;ja;En bänk vid torget.
            H2;Inte läst.;Lampan;avslutad;Finns redan;2018-01-10;2018-06-01;Den finns.;nej;
            H3;Utan skäl.;Stolen;avslutad;;2018-01-10;2018-06-01;;ja;
            H4;Nummer 19900101-2384 på bordet.;Bordet;avslutad;Genomförd;2018-01-10;2018-06-01;;ja;
            """;
        using var registrar = await host.LogInAsAsync(Personas.Registrar);
        var tried = await TryAsync(registrar, csv, "?source=prov-d");
        Assert.Equal([(4, "avslutsskäl"), (5, "läst och får visas")], tried.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetString())));
        await ConfirmAsync(registrar, tried);

        var number = await NumberAsync("H1");
        using var anyone = host.Visitor();
        var page = await anyone.GetAsync($"/ideer/{number}");
        Assert.True(page.Says("En bänk vid torget.") && page.Says("Genomförd") && page.Says("Den är på plats.") && !page.Says("Testvittne"), page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync($"/ideer/{await NumberAsync("H2")}")).Status);
        Assert.Equal(Stages.Triage, await host.Database.QueryAsync<string>("select stage from ideas.ideas where case_number = $1", await NumberAsync("H2")));
        Assert.True((await registrar.GetAsync($"/arbete/{await NumberAsync("H2")}")).Says("avslutsskäl: "));
    }

    [Fact]
    public async Task What_a_person_should_look_at_is_counted_and_marked_and_nobody_is_alarmed_unless_asked()
    {
        var text = "Personalen lämnade en dam ensam i duschen i en timme i går. Ring 070-174 06 05.";
        using var registrar = await host.LogInAsAsync(Personas.Registrar);
        var quiet = await TryAsync(registrar, $"id;idé;e-post\nL1;{text};tyst@exempel.example\n", "?source=prov-e");
        Assert.Equal(1, quiet.GetProperty("hints").GetProperty("Kan vara ett missförhållande").GetInt32());
        await ConfirmAsync(registrar, quiet);
        await host.MessagesSettledAsync();
        Assert.Empty(host.Mails.To("tyst@exempel.example"));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from messaging.event e join ideas.ideas i on i.id = e.stream where e.name = 'ideas.irregularity-hinted.v1' and i.case_number = $1", await NumberAsync("L1")));
        Assert.True((SensitiveHints)await host.Database.QueryAsync<int>("select hints from ideas.ideas where case_number = $1", await NumberAsync("L1")) is var hints && hints.HasFlag(SensitiveHints.Irregularity) && hints.HasFlag(SensitiveHints.Telephone));

        var told = await TryAsync(registrar, $"id;idé;e-post\nL2;{text};hord@exempel.example\n", "?source=prov-e&notify=true");
        await ConfirmAsync(registrar, told);
        var mail = await host.Mails.ArrivedAsync("hord@exempel.example");
        var code = System.Text.RegularExpressions.Regex.Match(mail.TextBody ?? "", "[2-9A-Z]{4}-[2-9A-Z]{4}").Value;
        using var submitter = host.Visitor();
        Assert.True((await submitter.PostFormAsync("/folj", new { Code = code })).Says(await NumberAsync("L2")), mail.TextBody);
        Assert.DoesNotContain("duschen", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from messaging.event e join ideas.ideas i on i.id = e.stream where e.name = 'ideas.irregularity-hinted.v1' and i.case_number = $1", await NumberAsync("L2")));
    }

    [Fact]
    public async Task A_file_that_brings_the_job_down_every_time_is_given_up()
    {
        using var registrar = await host.LogInAsAsync(Personas.Registrar);
        var tried = await TryAsync(registrar, "idé\nEn bänk till vid ån.\n", "?source=prov-g");
        await host.Database.ExecuteAsync("update ideas.import_run set attempts = 5 where source = 'prov-g'");
        await ConfirmAsync(registrar, tried);
        Assert.Contains("Inläsningen har avbrutits flera gånger", await PageAsync(registrar, tried), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("source = 'prov-g'"));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from ideas.import_chunk where run_id = $1", tried.GetProperty("id").GetGuid()));
    }

    [Fact]
    public async Task The_page_shows_how_it_would_go_and_reads_in_after_a_yes()
    {
        using var registrar = await host.LogInAsAsync(Personas.Registrar);
        var form = await registrar.GetAsync("/arbete/importera");
        Assert.True(form.Says("Ladda ner mallen") && form.Says("läst och får visas"), form.Text);
        var template = await registrar.Http.GetByteArrayAsync("/api/v1/ideas/imports/template", Ct);
        var none = await PostFileAsync(registrar, form, null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.True(none.Says("Fil: välj en CSV-fil."), none.Text);

        var shown = await PostFileAsync(registrar, form, template);
        Assert.True(shown.Says("2 rader i filen.") && shown.Says("Läs in 2 idéer") && shown.Says("Filen är UTF-8 med semikolon mellan fälten."), shown.Text);
        var reading = await registrar.SubmitAsync(shown, new { }, "Läs in 2 idéer");
        Assert.True(reading.Says("Inläsningen görs i bakgrunden."), reading.Text);
        await RunAsync();
        Assert.True((await registrar.GetAsync(reading.Address)).Says("Klar"), "done");
        var broken = await PostFileAsync(registrar, form, [0x81, 0x8D]);
        Assert.True(broken.Says("Filen är inte inläst") && broken.Says("Rad 1 har tecken som inte går att läsa."), broken.Text);
    }

    [Fact]
    public async Task A_run_belongs_to_the_one_who_started_it()
    {
        using var registrar = await host.LogInAsAsync(Personas.Registrar);
        var tried = await TryAsync(registrar, "idé\nEn bänk till.\n", "?source=prov-f");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(HttpStatusCode.NotFound, (await coach.GetAsync($"/arbete/importera/{tried.GetProperty("id").GetGuid()}")).Status);
        using var confirmed = await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/imports/{tried.GetProperty("id").GetGuid()}/confirmation", new { });
        Assert.Equal(HttpStatusCode.NotFound, confirmed.StatusCode);
    }

    [Theory]
    [InlineData(Personas.Coach, 200)]
    [InlineData(Personas.Registrar, 200)]
    [InlineData(Personas.NeedOwner, 403)]
    [InlineData(Personas.Administrator, 403)]
    [InlineData(Personas.Resident, 403)]
    public async Task Reading_in_is_for_those_who_register(string persona, int status)
    {
        using var visitor = await host.LogInAsAsync(persona);
        Assert.Equal(status, (await visitor.GetAsync("/arbete/importera")).StatusCode);
        using var api = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/imports");
        Assert.Equal(status, (int)api.StatusCode);
    }

    private async Task<JsonElement> TryAsync(Visitor visitor, string csv, string query = "")
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ideas/imports" + query) { Content = content };
        request.Headers.Add("X-IdeSluss", "api");
        using var answer = await visitor.Http.SendAsync(request, Ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Ct));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private async Task ConfirmAsync(Visitor visitor, JsonElement run)
    {
        using var answer = await visitor.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/imports/{run.GetProperty("id").GetGuid()}/confirmation", new { });
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Ct));
        await RunAsync();
    }

    private Task RunAsync() => host.InScopeAsync(services => services.GetRequiredService<RunImports>().RunAsync(Ct));

    private static async Task<string> PageAsync(Visitor visitor, JsonElement run) => (await visitor.GetAsync($"/arbete/importera/{run.GetProperty("id").GetGuid()}")).Text;

    private static async Task<Page> PostFileAsync(Visitor visitor, Page page, byte[]? file)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in page.Forms.First(form => form.Names.Contains("Input.Source")).Fields) content.Add(new StringContent(value), name);
        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            content.Add(part, "Input.File", "ideer.csv");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/arbete/importera") { Content = content };
        return await visitor.SendAsync(request);
    }

    private Task<long> CountAsync(string where) => host.Database.QueryAsync<long>($"select count(*) from ideas.imported_row r join ideas.import_run u on u.id = r.run_id where u.{where}");

    private Task<string> NumberAsync(string externalId) => host.Database.QueryAsync<string>("select i.case_number from ideas.ideas i join ideas.imported_row r on r.idea_id = i.id where r.external_id = $1", externalId);
}
