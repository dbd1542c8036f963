using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Platform.Tests.Backup;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Npgsql;
using Xunit;

namespace IdeSluss.Platform.Tests.Faults;

/// <summary>A primary and a standby that has every commit before it is told as done, of the machine's own PostgreSQL; the host knows both and nothing else.</summary>
public sealed class FailoverTests : IDisposable
{
    private const int Enough = 40;

    private readonly TemporaryFolder folder = new();
    private readonly ConcurrentDictionary<string, string> received = new();
    private readonly ConcurrentQueue<(HttpStatusCode Status, string Said)> refused = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_primary_lost_under_load_is_replaced_by_its_standby_without_a_restart_and_nothing_that_was_received_is_lost()
    {
        Assert.SkipWhen(InstalledPostgres.Programs is null, "No PostgreSQL server is installed.");
        await using var primary = await InstalledPostgres.StartAsync(Path.Combine(folder.Path, "first"), Token);
        var own = await primary.NewDatabaseAsync("ideer");
        await using var standby = await primary.FollowAsync(Path.Combine(folder.Path, "second"), Token);
        var both = new NpgsqlConnectionStringBuilder(own) { Host = $"127.0.0.1:{primary.Port},127.0.0.1:{standby.Port}" };
        both.Remove("Port");
        await using var host = await TestHost.StartAsync(new TestHostOptions { EmptyDatabase = true, Demo = false, Through = _ => both.ConnectionString });
        await primary.ExecuteAsync(TestHost.ReceiverOfIrregularities, "ideer");

        using var stop = new CancellationTokenSource();
        var people = Enumerable.Range(0, 6).Select(person => HandInAsync(host.Address, person, stop.Token)).ToList();
        await Eventually.TrueAsync(() => received.Count >= Enough, "ideas to be received");
        await primary.KillAsync();

        // Until someone has made it the primary, the standby is read.
        using var reader = host.Visitor();
        await Eventually.TrueAsync(async () => (await reader.GetAsync("/ideer")).StatusCode == 200, "the list to be read from the standby");
        await Eventually.TrueAsync(() => refused.Any(one => one.Said.StartsWith("Just nu går det bara att läsa.", StringComparison.Ordinal)), "someone to be told that it can only be read");
        await Eventually.TrueAsync(async () => (await reader.GetAsync("/ideer")).Says("Just nu går det bara att läsa."), "the list to say that it can only be read");
        var before = received.Count;
        await standby.PromoteAsync();
        await Eventually.TrueAsync(() => received.Count >= before + Enough, "ideas to be received again");
        await stop.CancelAsync();
        await Task.WhenAll(people);

        Assert.All(refused, one => Assert.True(one.Status == HttpStatusCode.ServiceUnavailable && (one.Said.Contains("inte sparat", StringComparison.Ordinal) || one.Said.Contains("Vi vet inte om det hann sparas", StringComparison.Ordinal)), $"{one.Status}: {one.Said}"));
        await Eventually.TrueAsync(async () => await standby.ExecuteAsync("select count(*) from messaging.delivery", "ideer") is 0L, "deliveries to be done");
        var kept = await ListAsync(host);
        Assert.Empty(received.Where(one => kept.GetValueOrDefault(one.Key) != one.Value));
        Assert.Equal(0L, await standby.ExecuteAsync("""
            select count(*) from ideas.ideas i where
              (select count(*) from messaging.event e where e.stream = i.id and e.name = 'ideas.idea-submitted.v1') <> 1
              or (select count(*) from ideas.timeline t where t.idea_id = i.id and t.kind = 'received') <> 1
            """, "ideer"));
    }

    /// <summary>Each text once, however often it takes: who is not told that it was received sends the same again.</summary>
    private async Task HandInAsync(Uri address, int person, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = address };
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Bänk {person}-{number}");
            while (!received.ContainsKey(text) && !stop.IsCancellationRequested)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ideas/ideas") { Content = JsonContent.Create(new { text }), Headers = { { "Idempotency-Key", Uri.EscapeDataString(text) } } };
                using var answer = await http.SendAsync(request, CancellationToken.None);
                var body = await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None);
                if (answer.StatusCode == HttpStatusCode.Created) received[text] = body.GetProperty("caseNumber").GetString()!;
                else
                {
                    refused.Enqueue((answer.StatusCode, body.GetProperty("title").GetString()!));
                    await Task.Delay(50, CancellationToken.None);
                }
            }
        }
    }

    private static async Task<Dictionary<string, string>> ListAsync(TestHost host)
    {
        await using var command = ((NpgsqlDataSource)host.Services.GetService(typeof(NpgsqlDataSource))!).CreateCommand("select original_text, case_number from ideas.ideas");
        await using var reader = await command.ExecuteReaderAsync(Token);
        var kept = new Dictionary<string, string>();
        // A text that is there twice stops the test here.
        while (await reader.ReadAsync(Token)) kept.Add(reader.GetString(0), reader.GetString(1));
        return kept;
    }
}
