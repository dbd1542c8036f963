using System.Net;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.ReadIdeas;

public class KeptPagesTests(KeptPagesTests.Keeping host) : IClassFixture<KeptPagesTests.Keeping>
{
    public sealed class Keeping() : TestHost(new TestHostOptions { Settings = new Dictionary<string, string?> { ["IdeSluss:KeptPages:Seconds"] = "60" } });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_start_page_the_list_and_an_idea_are_kept_for_those_who_are_not_logged_in_until_an_idea_changes()
    {
        var number = await host.Database.QueryAsync<string>("select case_number from ideas.ideas where published_at <= now() and not restricted and redirect_target is null and merged_into_id is null order by published_at desc limit 1");
        using var coach = await host.LogInAsAsync(Personas.Coach);
        foreach (var address in new[] { "/", "/ideer", $"/ideer/{number}" })
        {
            Assert.False((await ReadAsync(address, coach)).Kept);
            await ReadAsync(address);
            Assert.True((await ReadAsync(address)).Kept, address);
            Assert.False((await ReadAsync(address, coach)).Kept);
            Assert.False((await ReadAsync(address + "?lage=pagar")).Kept);
        }

        // Nobody sees it before a coach has read it.
        using (var anyone = host.Visitor())
        using (var handedIn = await anyone.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text = "En bänk till, vid dammen." }))
            Assert.Equal(HttpStatusCode.Created, handedIn.StatusCode);
        Assert.True((await ReadAsync("/ideer")).Kept);

        await ChangeAsync(idea => idea.PublicTitle = "Bänken som nyss fick ett annat namn");
        Assert.Contains("Bänken som nyss fick ett annat namn", (await ReadAsync("/ideer")).Html, StringComparison.Ordinal);
        Assert.Contains("Bänken som nyss fick ett annat namn", (await ReadAsync($"/ideer/{number}")).Html, StringComparison.Ordinal);

        // What is decided and held shows when the hold ends, when nothing is saved.
        await ChangeAsync(idea => idea.HeldUntil = TimeProvider.System.GetUtcNow().AddMinutes(5));
        await ReadAsync($"/ideer/{number}");
        Assert.False((await ReadAsync($"/ideer/{number}")).Kept);
        await ChangeAsync(idea => idea.HeldUntil = null);

        Task ChangeAsync(Action<Idea> change) => host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<IdeasDbContext>();
            change(await db.Ideas.FirstAsync(idea => idea.CaseNumber == number, Cancel));
            await db.SaveChangesAsync(Cancel);
        });
    }

    [Fact]
    public async Task The_statistics_change_once_a_quarter_and_are_kept_as_well()
    {
        await ReadAsync("/statistik");
        Assert.True((await ReadAsync("/statistik")).Kept);
        Assert.False((await ReadAsync("/statistik?matt=alla")).Kept);
    }

    [Fact]
    public async Task A_page_is_kept_compressed_and_given_in_the_way_that_the_browser_reads()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = host.Address };
        foreach (var encoding in new[] { "br", "", "gzip", "br", "" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/ideer");
            if (encoding.Length > 0) request.Headers.Add("Accept-Encoding", encoding);
            using var answer = await client.SendAsync(request, Cancel);
            Assert.Equal(encoding, string.Join(',', answer.Content.Headers.ContentEncoding));
            if (encoding.Length > 0) Assert.Contains("Accept-Encoding", answer.Headers.Vary);
            var sent = await answer.Content.ReadAsByteArrayAsync(Cancel);
            if (encoding.Length == 0) Assert.Contains("<h1", System.Text.Encoding.UTF8.GetString(sent), StringComparison.Ordinal);
            if (encoding == "gzip") Assert.Equal([0x1f, 0x8b], sent[..2]);
        }
    }

    private async Task<(string Html, bool Kept)> ReadAsync(string address, Visitor? visitor = null)
    {
        using var anyone = host.Visitor();
        using var answer = await (visitor ?? anyone).ApiAsync(HttpMethod.Get, address);
        return (await answer.Content.ReadAsStringAsync(Cancel), answer.Headers.Age is not null);
    }
}
