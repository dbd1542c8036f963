using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Databases;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Xunit;

namespace IdeSluss.Platform.Tests.Hosting;

/// <summary>Two programs on one database, with nothing in common but that and the folder of files: begun at the same moment on an empty one.</summary>
public sealed class TwoReplicas : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public TestDatabase Database { get; private set; } = null!;

    public HostProcess First { get; private set; } = null!;

    public HostProcess Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateEmptyAsync();
        (First, Second) = (Start("first"), Start("second"));
        await Task.WhenAll(First.ReadyAsync(), Second.ReadyAsync());
    }

    public HostProcess Start(string name) => HostProcess.Start(Path.Combine(folder.Path, name), new Dictionary<string, string?>
    {
        ["ConnectionStrings:IdeSluss"] = Database.ConnectionString, ["IdeSluss:Files:Folder"] = Path.Combine(folder.Path, "files"), ["IdeSluss:Demo"] = "true", ["IdeSluss:Messaging:Poll"] = "00:00:00.200",
        ["IdeSluss:RateLimits:global:Permits"] = "1000000", ["IdeSluss:RateLimits:write:Permits"] = "1000000", ["IdeSluss:Crowding:Connections"] = "12000", ["IdeSluss:Crowding:Patience"] = "00:00:04",
    });

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Database.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>Processes take long to start: everything that needs one shares these two.</summary>
[CollectionDefinition(nameof(Replicas))]
public sealed class Replicas : ICollectionFixture<TwoReplicas>;

[Collection(nameof(Replicas))]
public sealed class ReplicaTests(TwoReplicas replicas)
{
    private const int Ideas = 80;

    [Fact]
    public async Task A_form_that_one_replica_gave_is_taken_by_another_and_a_session_holds_at_both()
    {
        using var coach = new Visitor(replicas.First.Address, replicas.Second.Address);
        await Personas.LogInAsync(coach, Personas.Coach);
        for (var request = 0; request < 4; request++) Assert.Equal("/arbete", (await coach.GetAsync("/arbete")).Address);

        using var resident = new Visitor(replicas.First.Address, replicas.Second.Address);
        var review = await resident.PostFormAsync("/lamna-ide", new { Text = "Fler bänkar längs kanalen.", AnswerWay = "Telephone", Telephone = "0911-00 00 00" });
        Assert.StartsWith("/kvitto/", (await resident.SubmitAsync(review, new { })).Address, StringComparison.Ordinal);

        // A file that came in at one is served by the other.
        using var form = new MultipartFormDataContent { { new ByteArrayContent("Checklista"u8.ToArray()), "file", "lista.txt" }, { new StringContent("Checklista"), "Name" }, { new StringContent("Attribution"), "Licence" } };
        using var upload = new HttpRequestMessage(HttpMethod.Post, "/api/v1/training/office/courses/UPP-101/materials") { Content = form, Headers = { { "X-IdeSluss", "api" } } };
        using var added = await coach.Http.SendAsync(upload, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var address = $"/api/v1/training/courses/UPP-101/materials/{added.Headers.Location!.OriginalString.Split('/')[^1]}";
        for (var request = 0; request < 2; request++) Assert.Equal("Checklista", await coach.Http.GetStringAsync(address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_replica_that_is_stopped_finishes_what_it_has_begun_and_the_rest_is_done_once_by_the_other()
    {
        await using var leaving = await replicas.Start("leaving").ReadyAsync();
        var accepted = new ConcurrentDictionary<int, string>();
        var stopping = Task.CompletedTask;
        using (var staying = new HttpClient { BaseAddress = replicas.First.Address })
        using (var going = new HttpClient { BaseAddress = leaving.Address })
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, Ideas), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (index, cancellationToken) =>
            {
                if (index == Ideas / 2) stopping = leaving.StopAsync();
                // Whoever is turned away by one that is leaving goes to another with the same key, as a proxy does.
                var number = await SendAsync(index % 2 == 0 ? staying : going, index, cancellationToken) ?? await SendAsync(staying, index, cancellationToken);
                accepted[index] = number ?? throw new InvalidOperationException($"Idea {index} was not taken by any.");
            });
        }

        await stopping;
        Assert.Equal(0, await leaving.EndedAsync());
        Assert.Equal(Ideas, accepted.Values.Distinct().Count());
        await Eventually.TrueAsync(async () => await replicas.Database.QueryAsync<long>("select count(*) from messaging.delivery where not_before <= now()") == 0, "deliveries to be done", TimeSpan.FromMinutes(2));
        Assert.Equal(0, await replicas.Database.QueryAsync<long>("""
            select count(*) from ideas.ideas i where i.original_text like 'Replikprov %' and (
              (select count(*) from messaging.event e where e.stream = i.id and e.name = 'ideas.idea-submitted.v1') <> 1
              or (select count(*) from ideas.timeline t where t.idea_id = i.id and t.kind = 'received') <> 1
              or (select count(*) from ideas.task t where t.idea_id = i.id and t.kind = 'ReceiveIrregularity') <> 1)
            """));
    }

    /// <returns>The case number; null when the replica did not answer or would not.</returns>
    private static async Task<string?> SendAsync(HttpClient http, int index, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ideas/ideas")
        {
            // Sets off an event with an effect in the database.
            Content = JsonContent.Create(new { text = string.Create(CultureInfo.InvariantCulture, $"Replikprov {index}. Personalen lämnade en dam ensam i duschen i en timme.") }),
        };
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"replik-{index}"));
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            return answer.StatusCode == HttpStatusCode.Created ? (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("caseNumber").GetString() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
