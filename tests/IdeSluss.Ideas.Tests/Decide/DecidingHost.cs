using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Workflow;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Web;
using IdeSluss.TestKit.Forms;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IdeSluss.Ideas.Tests.Decide;

/// <summary>A host whose clock stands still on a Tuesday morning, with cases placed where a test needs them.</summary>
public sealed class DecidingHost() : TestHost(new TestHostOptions { ClockStandsAt = Morning })
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 3, 8, 0, 0, TimeSpan.Zero);

    private int last;

    /// <summary>A case of the need owner's own unit, sorted and readable, resting at a stage.</summary>
    internal async Task<string> CaseAsync(string stage, string? track = null, Action<Idea>? change = null)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"26T{Interlocked.Increment(ref last)}");
        var (authority, unit) = await PlaceOfAsync(Personas.NeedOwner);
        var now = Clock.GetUtcNow();
        var idea = new Idea
        {
            Id = Guid.CreateVersion7(),
            CaseNumber = number,
            SubmissionKey = number,
            AuthorityId = authority,
            UnitId = unit,
            WorkflowKey = DefaultWorkflow.Key,
            WorkflowVersion = DefaultWorkflow.Version,
            Stage = stage,
            Track = track,
            OriginalText = "Ring mig, tycker hemlige Testvittne.",
            PublicTitle = "En bänk vid hållplatsen",
            PublicText = "Sätt en bänk vid hållplatsen.",
            NeedSentence = "De som väntar behöver sitta.",
            Area = "resor-trafik",
            Channel = "WEB",
            AnswerWay = AnswerWay.Email,
            Contact = new Contact { Email = $"{number}@example.se" },
            FollowCodeHash = System.Text.Encoding.UTF8.GetBytes(number),
            ReceivedAt = now.AddDays(-1),
            StageEnteredAt = now.AddDays(-1),
            PromiseDue = new DateOnly(2026, 3, 20),
            PublishedAt = stage == Stages.Triage ? null : now.AddDays(-1),
        };
        change?.Invoke(idea);
        await InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<IdeasDbContext>();
            db.Ideas.Add(idea);
            await db.SaveChangesAsync();
        });
        return number;
    }

    /// <summary>Saves complete answers to forms of a case, and first to those that they take facts from, as if someone had filled them in.</summary>
    internal async Task FillAsync(string number, params IEnumerable<string> forms)
    {
        foreach (var form in forms)
        {
            await FillMissingAsync(number, await InScopeAsync(services => Task.FromResult(Current(services, form).Sources().Where(source => source != FormKeys.Case).ToList())));
            var answers = await AnswersAsync(number, form);
            await InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<IdeasDbContext>();
                EvidenceSaving.Put(db, (await FindAsync(db, number)).Id, null, FormEvaluator.Evaluate(Current(services, form), answers, await FactsAsync(services, number)), await PersonAsync(Personas.Coach), Clock.GetUtcNow());
                await db.SaveChangesAsync();
            });
        }
    }

    /// <summary>Everything that a gate asks for in a track, blocking or not; what is filled in already stays.</summary>
    internal Task FillAllAsync(string number, string gate, string track = Tracks.Full) =>
        FillMissingAsync(number, DefaultWorkflowDefinition.Build().GateOf(gate).EvidenceIn(track).Select(evidence => evidence.Form));

    private async Task FillMissingAsync(string number, IEnumerable<string> forms)
    {
        foreach (var form in forms)
            if (!await InScopeAsync(async services => (await FactsAsync(services, number)).Forms.Contains(form))) await FillAsync(number, form);
    }

    /// <summary>Changes one answer of a form that is filled in.</summary>
    /// <param name="answer">As JSON.</param>
    internal Task AnswerAsync(string number, string form, string field, string answer) => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<IdeasDbContext>();
        var facts = await FactsAsync(services, number);
        var changed = new Answers((System.Text.Json.Nodes.JsonObject)facts.AnswersTo(form).Json.DeepClone());
        changed.Json[field] = System.Text.Json.Nodes.JsonNode.Parse(answer);
        var idea = await FindAsync(db, number);
        var row = await db.Evidence.SingleAsync(one => one.IdeaId == idea.Id && one.Form == form);
        EvidenceSaving.Put(db, idea.Id, row, FormEvaluator.Evaluate(Current(services, form), changed, facts), await PersonAsync(Personas.Coach), Clock.GetUtcNow());
        await db.SaveChangesAsync();
    });

    /// <summary>Complete answers, with the case's other forms in mind.</summary>
    internal async Task<Answers> AnswersAsync(string number, string form) => Answered.TryGetValue(form, out var known)
        ? Answers.Parse(known)
        : await InScopeAsync(async services => CompleteAnswers.For(Current(services, form), await FactsAsync(services, number)));

    private static FormDefinition Current(IServiceProvider services, string form) => services.GetRequiredService<IFormRegistry>().Current(form)!;

    private static Task<FormFacts> FactsAsync(IServiceProvider services, string number) => services.GetRequiredService<CaseEvidence>().OfAsync(number, CancellationToken.None);

    internal async Task<T> ReadAsync<T>(string number, Func<IdeasDbContext, Idea, Task<T>> read) => await InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<IdeasDbContext>();
        return await read(db, await FindAsync(db, number));
    });

    internal Task<Idea> IdeaAsync(string number) => ReadAsync(number, (_, idea) => Task.FromResult(idea));

    private static async Task<Idea> FindAsync(IdeasDbContext db, string number) =>
        await db.Ideas.SingleAsync(idea => idea.CaseNumber == number);

    public async Task<Guid> PersonAsync(string persona) => await Database.QueryAsync<Guid>("select id from people.person where email = $1", Personas.AddressOf(persona));

    public async Task<(Guid Authority, Guid? Unit)> PlaceOfAsync(string persona)
    {
        await using var command = Database.Source.CreateCommand("select coalesce(a.authority_id, u.authority_id), a.unit_id from people.role_assignment a join people.person p on p.id = a.person_id left join people.org_unit u on u.id = a.unit_id where p.email = $1 limit 1");
        command.Parameters.Add(new NpgsqlParameter { Value = Personas.AddressOf(persona) });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetGuid(0), await reader.IsDBNullAsync(1) ? null : reader.GetGuid(1));
    }

    /// <summary>Smallest complete answers to the first forms of the default workflow, readable; later ones are made from their definition.</summary>
    internal static IReadOnlyDictionary<string, string> Answered { get; } = new Dictionary<string, string>
    {
        [FormKeys.Sorting] = """{ "liknande": "ja", "ratt-plats": "ja", "jamstalldhet": "nej", "tillganglighet": "nej", "vard-risk": "nej", "kostnad": "nej", "flera-enheter": "nej" }""",
        [FormKeys.DoNow] = """{ "gjort": "Bänken står där nu." }""",
        [FormKeys.SmallIdea] = """{ "andring": "En bänk", "for-vem": "De som väntar", "ansvarig": "Gatuchefen", "klart": "2026-05-01", "test": "nej", "test-behovs-inte": "det är en bänk", "effekt": "Fler sitter" }""",
        [FormKeys.NeedMap] = """{ "malgrupp": "Resenärer", "situation": "Väntar", "kontakter": [{ "vem": "malgrupp", "metod": "Samtal", "insikt": "Trött" }, { "vem": "annan", "metod": "Samtal", "insikt": "Kallt" }, { "vem": "annan", "metod": "Samtal", "insikt": "Blött" }], "styrka": "troligt" }""",
        [FormKeys.StakeholderMap] = """{ "aktorer": [{ "aktor": "Resenärer", "intresse": "Sitta", "inflytande": "2", "medverkan": "Samtal" }, { "aktor": "Gatukontoret", "intresse": "Drift", "inflytande": "5", "medverkan": "Möten" }] }""",
        [FormKeys.Focus] = """{ "fokus": "Hur kan vi göra väntan lättare för dem som inte orkar stå?" }""",
        [FormKeys.Baseline] = """{ "matt": [{ "matt": "Stående", "metod": "Räkna", "varde": "12", "enhet": "Personer", "datum": "2026-03-01", "kalla": "Egen räkning", "personer": "nej" }] }""",
        [FormKeys.GenderRepresentation] = """{ "representation-berorda": "Hälften", "representation-beslut": "Hälften", "resurser": "Lika" }""",
        [FormKeys.Commitment] = """{ "coach": "Coachen", "timmar": "20", "deltagare": "Gatukontoret" }""",
        [FormKeys.RiskAnalysis] = """{ "risker": [{ "handelse": "Någon snubblar på bänken", "orsak": "Mörker", "konsekvens": "2", "sannolikhet": "2" }] }""",
    };
}

internal static class Deciding
{
    public static async Task<HttpResponseMessage> DecideAsync(this Visitor visitor, string number, object decision)
    {
        var gate = await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate");
        return await visitor.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", decision, ("If-Match", gate.Headers.ETag?.Tag ?? "\"v0\""));
    }

    /// <summary>Decides and expects it to be accepted; the decision's id.</summary>
    public static async Task<Guid> DecidedAsync(this Visitor visitor, string number, object decision)
    {
        var answer = await visitor.DecideAsync(number, decision);
        var text = await answer.Content.ReadAsStringAsync();
        Xunit.Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Created, $"{(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("decisionId").GetGuid();
    }

    public static async Task<IReadOnlyList<string>> ErrorFieldsAsync(this HttpResponseMessage answer)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return problem.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(error => error.GetProperty("field").GetString()!)] : [];
    }

    public static async Task<HttpResponseMessage> PutEvidenceAsync(this Visitor visitor, string number, string form, string answers, int? version = null, bool complete = true) =>
        await visitor.ApiAsync(HttpMethod.Put, $"/api/v1/ideas/ideas/{number}/evidence/{form}?complete={(complete ? "true" : "false")}", JsonDocument.Parse(answers).RootElement, version is { } known ? [("If-Match", VersionTag.Of(known))] : []);
}
