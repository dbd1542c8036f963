using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Sdk.Web;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Tests.Receiver;

/// <summary>Asking a unit to receive, and answering, as a coach and a manager do by the API.</summary>
internal static class Receiving
{
    public static object Terms(Guid unit, Guid? replaces = null, int hours = 40) =>
        new { unitId = unit, ifStopped = "Vi går tillbaka till dagens rutin.", ifRetested = "Samma grupp en månad till.", ifGoesOn = "Vi inför på två boenden.", hours, money = 15000, replaces };

    /// <summary>The coach asks the unit in which the persona is need owner.</summary>
    public static async Task<Guid> AskedAsync(this DecidingHost host, string number, string persona, Guid? replaces = null, int hours = 40)
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, unit) = await host.PlaceOfAsync(persona);
        var answer = await coach.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/receiver", Terms(unit!.Value, replaces, hours));
        var text = await answer.Content.ReadAsStringAsync();
        Xunit.Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Created, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetGuid();
    }

    public static Task<HttpResponseMessage> AnswerAsync(this Visitor visitor, string number, Guid proposal, bool accepts, string? reason = null, int version = 0) =>
        visitor.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/receiver/{proposal}/answer", new { accepts, reason }, ("If-Match", VersionTag.Of(version)));

    /// <summary>Asks the persona's unit, and the persona says yes.</summary>
    public static async Task ReceivedByAsync(this DecidingHost host, string number, string persona)
    {
        var proposal = await host.AskedAsync(number, persona);
        using var manager = await host.LogInAsAsync(persona);
        Xunit.Assert.Equal(System.Net.HttpStatusCode.NoContent, (await manager.AnswerAsync(number, proposal, accepts: true)).StatusCode);
    }

    public static async Task AdvisedAsync(this DecidingHost host, string number)
    {
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        Xunit.Assert.Equal(System.Net.HttpStatusCode.Created, (await board.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/advice", new { recommendation = "YES", text = "Gå vidare." })).StatusCode);
    }

    public static Task<ReceiverCommitment?> ReceiverAsync(this DecidingHost host, string number) =>
        host.ReadAsync(number, (db, idea) => db.Receivers.FirstOrDefaultAsync(one => one.IdeaId == idea.Id && one.EndedAt == null));

    public static async Task<IReadOnlyList<string>> MissingForAsync(this Visitor visitor, string number, string outcome)
    {
        var gate = await (await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate")).Content.ReadFromJsonAsync<JsonElement>();
        return [.. gate.GetProperty("outcomes").EnumerateArray().Single(one => one.GetProperty("code").GetString() == outcome).GetProperty("missing").EnumerateArray().Select(one => one.GetProperty("message").GetString()!)];
    }
}
