using System.Text.Json;
using IdeSluss.Evaluation.Data;
using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Evaluation.Tests;

/// <summary>A host whose clock stands on a Wednesday morning, with ideas that wait for the decisions they are judged before.</summary>
public class JudgingHost : TestHost
{
    public const string Api = "/api/v1/evaluation";

    public JudgingHost()
        : this([])
    {
    }

    protected JudgingHost(IReadOnlyList<string> without)
        : base(new TestHostOptions { ClockStandsAt = new DateTimeOffset(2026, 10, 14, 8, 0, 0, TimeSpan.Zero), Without = without })
    {
    }

    /// <summary>An idea in the full track, let in by the coach, in the unit of <see cref="Personas.NeedOwner"/> and in the stage.</summary>
    public async Task<string> WaitingAsync(string text, string stage = Stages.Concept, string? submitter = null)
    {
        using var visitor = submitter is null ? Visitor() : await LogInAsAsync(submitter);
        var receipt = await visitor.SubmitAsync(
            await visitor.PostFormAsync("/lamna-ide", submitter is null ? new { Text = text, AnswerWay = "Telephone", Telephone = "0911-00 00 00" } : new { Text = text, AnswerWay = "Account" } as object), new { });
        var number = Uri.UnescapeDataString(receipt.Address["/kvitto/".Length..].Split('?')[0]);
        var unit = await UnitOfAsync(Personas.NeedOwner);
        await Database.ExecuteAsync($"""
            update ideas.ideas set stage = '{stage}', track = '{Tracks.Full}', public_title = original_text, public_text = original_text, need_sentence = 'Många behöver det.', area = 'resor-trafik', unit_id = '{unit}', status = 'Active',
                authority_id = (select authority_id from people.org_unit where id = '{unit}'), workflow_key = '{DefaultWorkflow.Key}', workflow_version = {DefaultWorkflow.Version} where case_number = '{number}'
            """);
        await MessagesSettledAsync();
        return number;
    }

    public Task<Guid> PersonAsync(string persona) => Database.QueryAsync<Guid>("select id from people.person where email = $1", Personas.AddressOf(persona));

    public Task<Guid> UnitOfAsync(string persona) => Database.QueryAsync<Guid>(
        "select unit_id from people.role_assignment a join people.person p on p.id = a.person_id where p.email = $1 and unit_id is not null limit 1", Personas.AddressOf(persona));

    /// <summary>As if Ideas had told of it.</summary>
    public async Task DeliverAsync(object message, Guid stream)
    {
        await InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<EvaluationDbContext>();
            db.Publish(message, stream);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await MessagesSettledAsync();
    }

    /// <summary>A round in which these are asked; its id.</summary>
    public async Task<Guid> AskedAsync(string number, params string[] personas)
    {
        var people = new List<Guid>();
        foreach (var persona in personas) people.Add(await PersonAsync(persona));
        using var coach = await LogInAsAsync(Personas.Coach);
        var (status, body) = await coach.JsonAsync(HttpMethod.Post, $"{Api}/cases/{number}/rounds", new { reviewers = people });
        Assert.True(status == 201, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    public async Task<Guid> ReviewAsync(Guid round, string persona) =>
        await Database.QueryAsync<Guid>("select id from evaluation.review where round_id = $1 and reviewer_id = $2", round, await PersonAsync(persona));

    /// <summary>Sends a judgement with the same step on every criterion.</summary>
    public async Task SentAsync(Guid round, string persona, int step)
    {
        using var judge = await LogInAsAsync(persona);
        var (status, body) = await judge.SendAsync(await ReviewAsync(round, persona), Answer(step));
        Assert.True(status == 204, body.ToString());
    }

    public static Dictionary<string, string> Answer(int step) => Answer(step, step, step, step);

    public static Dictionary<string, string> Answer(params int[] steps) =>
        new(steps.Select((step, at) => KeyValuePair.Create($"k{at + 1}", $"{step}")).Append(new("s1", "nej")).Append(new("varfor", "Behovet är tydligt beskrivet.")));
}

internal static class Asking
{
    /// <summary>What a call without body says, so that the cookie counts.</summary>
    public static readonly (string Name, string Value) OwnHeader = ("X-IdeSluss", "api");

    public static async Task<(int Status, JsonElement Body)> JsonAsync(this Visitor visitor, HttpMethod method, string address, object? body = null, params (string Name, string Value)[] headers)
    {
        using var answer = await visitor.ApiAsync(method, address, body, headers);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length > 0 && text[0] is '{' or '[' ? JsonSerializer.Deserialize<JsonElement>(text) : default);
    }

    public static Task<(int Status, JsonElement Body)> SendAsync(this Visitor judge, Guid review, object answers, params (string Name, string Value)[] headers) =>
        judge.JsonAsync(HttpMethod.Post, $"{JudgingHost.Api}/reviews/{review}/send", answers, headers);

    public static async Task<JsonElement> ReadAsync(this Visitor visitor, string address)
    {
        var (status, body) = await visitor.JsonAsync(HttpMethod.Get, $"{JudgingHost.Api}/{address}");
        Assert.True(status == 200, $"{status} {body}");
        return body;
    }

    public static IReadOnlyList<string> Errors(this JsonElement problem) => problem.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray().Select(error => error.GetProperty("message").GetString()!)] : [];
}
