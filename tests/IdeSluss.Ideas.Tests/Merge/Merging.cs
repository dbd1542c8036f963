using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Clocks;
using IdeSluss.Ideas.Tests.Decide;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Merge;

/// <summary>What the tests of merging do, by the product's own pages and API.</summary>
internal static class Merging
{
    /// <summary>An idea handed in without logging in, and its code.</summary>
    public static async Task<(string Number, string Code)> HandInAsync(this TestHost host, string text, object? also = null)
    {
        using var visitor = host.Visitor();
        using var answer = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", also ?? new { text });
        var idea = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (idea.GetProperty("caseNumber").GetString()!, idea.GetProperty("code").GetString()!);
    }

    public static Task<Guid> DecideToMergeAsync(this Visitor coach, string number, string into) =>
        coach.DecidedAsync(number, new { gate = Gates.Triage, outcome = "MERGE", mergeInto = into, reason = "Båda vill ha en bänk.", impartial = true });

    /// <summary>Asks from the case, at any stage.</summary>
    public static Task<HttpResponseMessage> AskAsync(this Visitor coach, string number, string into) => coach.MergeAsync(HttpMethod.Put, number, "/question", new { into, reason = "Båda vill ha en bänk.", impartial = true });

    public static async Task<HttpResponseMessage> MergeAsync(this Visitor coach, HttpMethod method, string number, string what, object? body = null)
    {
        using var read = await coach.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/cases/{number}/merge");
        return await coach.ApiAsync(method, $"/api/v1/ideas/cases/{number}/merge{what}", body, ("If-Match", read.Headers.ETag?.Tag ?? "\"v0\""));
    }

    public static async Task<HttpStatusCode> AnswerByCodeAsync(this TestHost host, string code, string answer)
    {
        using var visitor = host.Visitor();
        using var sent = await visitor.ApiAsync(HttpMethod.Post, "/api/v1/ideas/by-code/merge-answer", new { answer }, ("Idea-Code", code));
        return sent.StatusCode;
    }

    /// <summary>Asked, seen and answered with yes: merged.</summary>
    public static async Task MergedAsync(this DecidingHost host, Visitor coach, string number, string into)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await coach.AskAsync(number, into)).StatusCode);
        await host.AdvanceAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.NoContent, (await coach.MergeAsync(HttpMethod.Post, number, "/answer", new { answer = "ja", note = "i telefon" })).StatusCode);
    }

    public static Task<HttpResponseMessage> UnmergeAsync(this Visitor coach, string number) => coach.MergeAsync(HttpMethod.Delete, number, "", new { reason = "De gäller olika hållplatser." });

    public static void ToWorkingDay(this TestHost host, int days) => host.Clock.SetUtcNow(WorkingDays.Add(host.Clock.GetUtcNow().StockholmDay(), days).StartInStockholm().AddHours(10));

    public static Task RunClocksAsync(this TestHost host) => host.InScopeAsync(services => services.GetRequiredService<RunClocks>().RunAsync(TestContext.Current.CancellationToken));

    public static async Task<bool> IsListedAsync(this TestHost host, string number)
    {
        using var visitor = host.Visitor();
        return (await visitor.GetAsync("/ideer")).Links.Contains($"/ideer/{number}");
    }
}
