using System.Globalization;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Testbeds.Tests.Inventory;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Testbeds.Tests.Trials;

/// <summary>A host whose clock stands on a Wednesday morning, in which ideas come to test by the decisions that people take.</summary>
public class TestingHost : TestHost
{
    public const string Tests = "/api/v1/testbeds/tests";

    public TestingHost()
        : this([])
    {
    }

    protected TestingHost(IReadOnlyList<string> without)
        : base(new TestHostOptions { ClockStandsAt = new DateTimeOffset(2026, 10, 14, 8, 0, 0, TimeSpan.Zero), Without = without })
    {
    }

    /// <summary>An idea that was decided to be tested, its reply sent; the number of its case.</summary>
    public async Task<string> DecidedAsync(string text, string track = Tracks.Full, bool replySent = true)
    {
        var number = await SortedAsync(text, track);
        if (track == Tracks.Full) await DecideFullAsync(number);
        else await DecideSmallAsync(number);
        await MessagesSettledAsync();
        if (replySent) await AdvanceAsync(TimeSpan.FromMinutes(11));
        return number;
    }

    /// <summary>A test with all that it needs, led by the test lead.</summary>
    public async Task<string> ReadyAsync(string text)
    {
        var test = await DecidedAsync(text) + "-T1";
        using var lead = await LogInAsAsync(Personas.TestLead);
        await lead.PreparedAsync(this, test);
        await lead.SaidYesAsync(test, "Första Exempelsson");
        return test;
    }

    public async Task<string> RunningAsync(string text)
    {
        var test = await ReadyAsync(text);
        using var lead = await LogInAsAsync(Personas.TestLead);
        var (status, body) = await lead.JsonAsync(HttpMethod.Post, $"{Tests}/{test}/start", null, Describing.OwnHeader);
        Assert.True(status == 204, body.ToString());
        return test;
    }

    public async Task<Guid> PersonAsync(string persona) => await Database.QueryAsync<Guid>("select id from people.person where email = $1", Personas.AddressOf(persona));

    public Task<Guid> UnitOfAsync(string persona) => Database.QueryAsync<Guid>(
        "select unit_id from people.role_assignment a join people.person p on p.id = a.person_id where p.email = $1 and unit_id is not null limit 1", Personas.AddressOf(persona));

    private async Task<string> SortedAsync(string text, string track)
    {
        using var resident = Visitor();
        var receipt = await resident.SubmitAsync(await resident.PostFormAsync("/lamna-ide", new { Text = text, AnswerWay = "Telephone", Telephone = "0911-00 00 00" }), new { });
        var number = Uri.UnescapeDataString(receipt.Address["/kvitto/".Length..].Split('?')[0]);
        using var coach = await LogInAsAsync(Personas.Coach);
        var sorting = $"Input.{FormKeys.Sorting}.";
        var sorted = await coach.PostFormAsync(
            $"/arbete/{number}/sortera",
            [
                ("Input.PublicTitle", text), ("Input.NeedSentence", "Många behöver det."), ("Input.Area", "resor-trafik"), ("Input.Unit", (await UnitOfAsync(Personas.NeedOwner)).ToString()),
                (sorting + "liknande", "ja"), (sorting + "ratt-plats", "ja"), (sorting + "jamstalldhet", "nej"), (sorting + "tillganglighet", "nej"), (sorting + "vard-risk", "nej"), (sorting + "kostnad", track == Tracks.Full ? "ja" : "nej"), (sorting + "flera-enheter", "nej"),
                ("Input.Track", track), ("Input.Outcome", "ADVANCE"), ("Input.Reason", "Behovet är tydligt."), ("Input.Impartial", "true"),
            ],
            "Besluta");
        Assert.False(sorted.Address.Contains("sortera", StringComparison.Ordinal), sorted.Text);
        // The hold of the first decision ends; the case lies with its unit's authority, on the default workflow.
        await AdvanceAsync(TimeSpan.FromMinutes(11));
        await Database.ExecuteAsync($"update ideas.ideas set authority_id = (select authority_id from people.org_unit where id = unit_id), workflow_key = '{DefaultWorkflow.Key}', workflow_version = {DefaultWorkflow.Version} where case_number = '{number}'");
        return number;
    }

    private async Task DecideSmallAsync(string number)
    {
        using var owner = await LogInAsAsync(Personas.NeedOwner);
        await owner.FilledAsync(number, FormKeys.SmallIdea, TestAnswers.Small);
        await owner.DecidedAsync(number, new { gate = Gates.Need, outcome = "TEST_FIRST", reason = "Vi provar.", impartial = true });
    }

    private async Task DecideFullAsync(string number)
    {
        await Database.ExecuteAsync($"update ideas.ideas set stage = '{Stages.Concept}' where case_number = '{number}'");
        using (var coach = await LogInAsAsync(Personas.Coach))
        {
            foreach (var (form, answers) in TestAnswers.Full) await coach.FilledAsync(number, form, answers);
            var (status, asked) = await coach.JsonAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/receiver", new
            {
                unitId = await UnitOfAsync(Personas.OtherNeedOwner), ifStopped = "Vi slutar.", ifRetested = "En månad till.", ifGoesOn = "Vi inför.", hours = 40, money = 15000,
            });
            Assert.True(status == 201, asked.ToString());
            using var manager = await LogInAsAsync(Personas.OtherNeedOwner);
            Assert.Equal(204, (await manager.JsonAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/receiver/{asked.GetProperty("id").GetGuid()}/answer", new { accepts = true }, ("If-Match", "\"v0\""))).Status);
        }

        using (var board = await LogInAsAsync(Personas.IdeaBoard)) Assert.Equal(201, (await board.JsonAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/advice", new { recommendation = "YES", text = "Gå vidare." })).Status);
        using var head = await LogInAsAsync(Personas.DepartmentHead);
        await head.DecidedAsync(number, new { gate = Gates.Test, outcome = "ADVANCE", reason = "Vi testar.", impartial = true });
    }
}

/// <summary>What people do with a test again and again.</summary>
internal static class Testing
{
    public static async Task DecidedAsync(this Visitor visitor, string number, object decision)
    {
        var (status, body) = await visitor.DecideAsync(number, decision);
        Assert.True(status == 201, body.ToString());
    }

    public static async Task<(int Status, JsonElement Body)> DecideAsync(this Visitor visitor, string number, object decision)
    {
        using var gate = await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate");
        return await visitor.JsonAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", decision, ("If-Match", gate.Headers.ETag?.Tag ?? "\"v0\""));
    }

    public static async Task FilledAsync(this Visitor visitor, string number, string form, string answers, bool complete = true)
    {
        using var known = await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/evidence/{form}");
        var (status, body) = await visitor.JsonAsync(HttpMethod.Put, $"/api/v1/ideas/ideas/{number}/evidence/{form}?complete={(complete ? "true" : "false")}", JsonDocument.Parse(answers).RootElement, ("If-Match", known.Headers.ETag?.Tag ?? "\"v0\""));
        Assert.True(status is 200 or 201 or 204, $"{form}: {status} {body}");
    }

    public static async Task PreparedAsync(this Visitor lead, TestHost host, string test, string? testbed = null)
    {
        var id = await host.Database.QueryAsync<Guid>("select id from people.person where email = $1", Personas.AddressOf(Personas.TestLead));
        var (status, body) = await lead.JsonAsync(HttpMethod.Put, $"{TestingHost.Tests}/{test}/preparation", new { lead = id, testbed, ownPlace = testbed is null ? "Hållplatsen" : null, recruitment = "Vi frågar alla med ett blad." });
        Assert.True(status == 204, body.ToString());
    }

    public static object Yes(string name, string group = "Women", string age = "From65To79", string day = "2026-10-14") =>
        new { name, reach = "070-174 06 99", group, age, textVersion = "2", language = "sv", format = "EasyRead", givenBy = "Self", givenOn = day };

    public static async Task<Guid> SaidYesAsync(this Visitor lead, string test, string name)
    {
        var (status, body) = await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/participants", Yes(name));
        Assert.True(status == 201, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    public static async Task<IReadOnlyList<string>> MissingAsync(this Visitor visitor, string test)
    {
        var (status, body) = await visitor.JsonAsync(HttpMethod.Get, $"{TestingHost.Tests}/{test}");
        Assert.Equal(200, status);
        return [.. body.GetProperty("missing").EnumerateArray().Select(gap => gap.GetProperty("key").GetString()!)];
    }

    public static IReadOnlyList<string> ErrorFields(this JsonElement problem) =>
        problem.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(error => error.GetProperty("field").GetString()!)] : [];

    public static object Result(string verdict = "Rejects") => new
    {
        verdict, recommendation = "Stop", why = "Ingen satte sig.", equality = "Lika för kvinnor och män.", staffView = "Den var i vägen.", tried = "En bänk med ryggstöd vid hållplatsen.", went = "Ingen satte sig.",
        learnt = "Bänken behöver tak mot snön.", otherwise = "Sätta den i vindskyddet.",
    };

    public static string Day(int offset) => new DateOnly(2026, 10, 14).AddDays(offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Complete answers to the forms that a decision to test rests on.</summary>
internal static class TestAnswers
{
    public const string Small = """{ "andring": "En bänk", "for-vem": "De som väntar", "ansvarig": "Gatuchefen", "klart": "2026-12-01", "test": "ja", "test-hur": "Vi ställer ut en bänk en månad.", "effekt": "Fler sitter" }""";

    public const string Screening = """
        { "manniskor": "ja", "hogskola": "nej", "publicera": "nej", "ny-kunskap": "nej", "etik-frivilligt": "ja", "etik-information": "ja", "etik-utsatta": "Nej.", "etik-makt": "Nej.", "etik-misslyckas": "Inget händer.",
          "etik-foretradare": "God man.", "personuppgifter": "ja", "dpia-kriterier": ["utsatta"], "produkt": "nej", "arbete": "nej", "teknik": "nej", "leverantor": "nej" }
        """;

    /// <summary>Research that needs an approval, which is not there.</summary>
    public const string Research = """
        { "manniskor": "ja", "hogskola": "ja", "publicera": "nej", "ny-kunskap": "nej", "etik-skal": ["kansliga"], "personuppgifter": "ja", "dpia-kriterier": ["utsatta"], "produkt": "nej", "arbete": "nej", "teknik": "nej", "leverantor": "nej" }
        """;

    public static string Approved(string until) => Research.Replace("\"personuppgifter\"", $"\"etik-dnr\": \"2026-01234-01\", \"etik-datum\": \"2026-09-01\", \"etik-giltigt-till\": \"{until}\", \"etik-villkor\": \"Bara en månad.\", \"personuppgifter\"", StringComparison.Ordinal);

    public const string Plan = """
        { "tror": "en bänk", "for-vem": "dem som väntar", "leder-till": "att fler orkar vänta", "kriterier": [{ "matt": "Stående", "riktning": "lagre", "grans": "6" }], "stopp": "Om någon snubblar.", "upplagg": "fore-efter",
          "metod": "Vi ställer ut den och räknar.", "start": "2026-10-20", "slut": "2026-12-20", "ansvariga": "Testledaren", "timmar": "10", "antal": "8", "vilka": "Resenärer", "fraga": "Med ett blad.", "kontakt": "Idéslussen, 0911-00 00 00",
          "efterat": "Bänken står kvar om den fungerar.", "uppgifter": [{ "uppgift": "Namn", "andamal": "Kunna ringa", "grund": "allmant-intresse", "vem": "Testledaren", "var": "Här", "tas-bort": "2027-01-31" }], "utvardering": "Vi frågar alla." }
        """;

    public static IReadOnlyList<(string Form, string Answers)> Full { get; } =
    [
        (FormKeys.Focus, """{ "fokus": "Hur kan vi göra väntan lättare för dem som inte orkar stå?" }"""),
        (FormKeys.Baseline, """{ "matt": [{ "matt": "Stående", "metod": "Räkna", "varde": "12", "enhet": "Personer", "datum": "2026-10-01", "kalla": "Egen räkning", "personer": "nej" }] }"""),
        (FormKeys.Screening, Screening),
        (FormKeys.Concept, """{ "varde": "Fler orkar vänta.", "hur": "En bänk ställs ut.", "antaganden": [{ "antagande": "folk vill sitta", "om-fel": "faller", "prova": "Vi ställer ut en." }] }"""),
        (FormKeys.TestPlan, Plan),
        (FormKeys.RiskAnalysis, """{ "risker": [{ "handelse": "Någon snubblar på bänken", "orsak": "Mörker", "konsekvens": "2", "sannolikhet": "2" }] }"""),
        (FormKeys.Consent, """{ "sprak": ["sv"], "former": ["text", "lattlast"], "innehall": ["frivilligt", "angra", "hjalp", "vad", "uppgifter", "kontakt"], "lank": "https://exempel.example/samtycke", "foretradare": "god-man" }"""),
    ];
}
