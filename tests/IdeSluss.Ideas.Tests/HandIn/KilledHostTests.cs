using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using Npgsql;

namespace IdeSluss.Ideas.Tests.HandIn;

/// <summary>The real host as a process, with its own durable PostgreSQL (fsync and synchronous commit on), killed with -9 while five hundred hand in at once.</summary>
public sealed class KilledHostTests : IAsyncLifetime
{
    private const int Submissions = 500;
    private const string Irregularity = "Personalen lämnade en dam ensam i duschen i en timme";

    private readonly ConcurrentQueue<string> refusals = new();
    private readonly string folder = Path.Combine(Path.GetTempPath(), "idesluss-kill-" + Guid.CreateVersion7().ToString("N")[^8..]);

    [Fact]
    public async Task A_killed_host_has_lost_no_accepted_idea_and_done_nothing_twice()
    {
        var accepted = new ConcurrentDictionary<int, string>();
        await using (var host = await HostProcess.Start(folder, Settings()).ReadyAsync())
        {
            using var http = Client(host.Address);
            var sending = Enumerable.Range(0, Submissions).Select(async index =>
            {
                if (await SendAsync(http, index) is { } number) accepted[index] = number;
            }).ToList();
            await Eventually.TrueAsync(() => accepted.Count >= Submissions / 5 || sending.TrueForAll(task => task.IsCompleted), "a fifth of the ideas to be accepted", TimeSpan.FromMinutes(3));
            await host.KillAsync();
            await Task.WhenAll(sending);
        }

        Assert.NotEmpty(accepted);
        await using var again = await HostProcess.Start(folder, Settings()).ReadyAsync();
        await using var database = NpgsqlDataSource.Create($"Host={Path.Combine(folder, "postgres", "socket")};Username=idesluss;Database=idesluss;Pooling=false");
        var kept = await ListAsync(database, "select case_number from ideas.ideas where original_text like 'Kraschprov %'");
        Assert.Empty(accepted.Values.Except(kept));

        // Whoever got no answer sends again with the same key: the same idea, or a new one, never two.
        using (var http = Client(again.Address))
        {
            var numbers = await Task.WhenAll(Enumerable.Range(0, Submissions).Select(async index =>
            {
                // A machine under load may turn someone away; a client asks again with the same key.
                for (var attempt = 1; ; attempt++)
                {
                    var number = await SendAsync(http, index);
                    if (number is not null || attempt == 5) return number;
                }
            }));
            Assert.True(numbers.All(number => number is not null), string.Join('\n', refusals.Distinct().Take(5)) + again.Output);
            Assert.All(accepted, pair => Assert.Equal(pair.Value, numbers[pair.Key]));
        }

        Assert.Equal(Submissions, (await ListAsync(database, "select case_number from ideas.ideas where original_text like 'Kraschprov %'")).Count);
        await Eventually.TrueAsync(async () => (await ListAsync(database, "select consumer from messaging.delivery where parked_at is null")).Count == 0, "deliveries to be done", TimeSpan.FromMinutes(3));
        Assert.Empty(await ListAsync(database, "select consumer || coalesce(last_error, '') from messaging.delivery where parked_at is not null"));
        Assert.Empty(await ListAsync(database, """
            select i.case_number from ideas.ideas i where i.original_text like 'Kraschprov %' and (
              (select count(*) from messaging.event e where e.stream = i.id and e.name = 'ideas.idea-submitted.v1') <> 1
              or (select count(*) from ideas.timeline t where t.idea_id = i.id and t.kind = 'received') <> 1
              or (select count(*) from audit.entry a where a.subject_id = i.id and a.action = 'ideas.submitted') <> 1
              or (select count(*) from ideas.task t where t.idea_id = i.id and t.kind = 'ReceiveIrregularity') <> case when i.original_text like '%duschen%' then 1 else 0 end)
            """));
    }

    public ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static Dictionary<string, string?> Settings() => new()
    {
        ["IdeSluss:Demo"] = "true",
        ["IdeSluss:RateLimits:global:Permits"] = "1000000",
        ["IdeSluss:RateLimits:write:Permits"] = "1000000",
        ["IdeSluss:Messaging:Poll"] = "00:00:00.200",
    };

    private static HttpClient Client(Uri address) => new(new SocketsHttpHandler { MaxConnectionsPerServer = 200 }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };

    /// <returns>The case number when the host said 201.</returns>
    private async Task<string?> SendAsync(HttpClient http, int index)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ideas/ideas")
        {
            // Every fifth sets off an event with an effect in the database.
            Content = JsonContent.Create(new { text = string.Create(CultureInfo.InvariantCulture, $"Kraschprov {index}. {(index % 5 == 0 ? Irregularity : "Fler bänkar längs kanalen")}.") }),
        };
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"krasch-{index}"));
        try
        {
            using var answer = await http.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.Created) return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("caseNumber").GetString();
            refusals.Enqueue($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return null;
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    private static async Task<List<string>> ListAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
