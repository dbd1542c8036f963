using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Npgsql;
using Xunit;

namespace IdeSluss.Platform.Tests.Backup;

/// <summary>The real program with its own database, backed up while people hand in ideas as fast as it takes them; and what it had accepted before the backup began.</summary>
public sealed class BackedUpInstance : IAsyncLifetime
{
    public const string Material = "Checklista: vem, vad, när";

    private readonly TemporaryFolder folder = new();

    public string Backup => Path.Combine(folder.Path, "kopia.tar.gz");

    public string Said { get; private set; } = "";

    /// <summary>Case numbers that were answered with 201 before the backup began.</summary>
    public IReadOnlyList<string> Accepted { get; private set; } = [];

    /// <summary>How many were accepted while it was taken.</summary>
    public int Meanwhile { get; private set; }

    public string MaterialAddress { get; private set; } = "";

    /// <summary>Has a session of before the backup.</summary>
    public Visitor Coach { get; private set; } = null!;

    public string NewFolder(string name) => Path.Combine(folder.Path, name);

    public static Dictionary<string, string?> Settings() => new()
    {
        ["IdeSluss:Demo"] = "true", ["IdeSluss:RateLimits:global:Permits"] = "1000000", ["IdeSluss:RateLimits:write:Permits"] = "1000000", ["IdeSluss:Messaging:Poll"] = "00:00:00.200",
    };

    public async ValueTask InitializeAsync()
    {
        await using var host = await HostProcess.Start(NewFolder("data"), Settings()).ReadyAsync();
        Coach = await host.LogInAsAsync(Personas.Coach);
        MaterialAddress = await AddMaterialAsync();
        var accepted = new ConcurrentQueue<string>();
        using var stop = new CancellationTokenSource();
        var people = Enumerable.Range(0, 4).Select(person => HandInAsync(host.Address, person, accepted, stop.Token)).ToList();
        await Eventually.TrueAsync(() => accepted.Count >= 40, "forty ideas to be accepted", TimeSpan.FromMinutes(2));
        Accepted = [.. accepted];
        var (code, said) = await RunAsync(NewFolder("data"), "backup", Backup);
        Meanwhile = accepted.Count - Accepted.Count;
        await stop.CancelAsync();
        await Task.WhenAll(people);
        Said = said;
        Assert.True(code == 0, said);
    }

    public ValueTask DisposeAsync()
    {
        Coach?.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The program with a command, beside whatever runs.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string dataFolder, params string[] arguments)
    {
        await using var command = HostProcess.Start(dataFolder, new Dictionary<string, string?>(), arguments);
        var code = await command.EndedAsync();
        return (code, command.Output);
    }

    public static async Task<IReadOnlyList<string>> ListAsync(string dataFolder, string sql)
    {
        var socket = Path.Combine(dataFolder, "postgres", "socket");
        await using var database = NpgsqlDataSource.Create($"Host={socket};Username=idesluss;Database=idesluss;Pooling=false");
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }

    private async Task<string> AddMaterialAsync()
    {
        const string office = "/api/v1/training/office/courses/UPP-101/materials";
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(Material)), "file", "checklista.txt" }, { new StringContent("Checklista"), "Name" }, { new StringContent("Attribution"), "Licence" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, office) { Content = form };
        request.Headers.Add("X-IdeSluss", "api");
        using var answer = await Coach.Http.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return $"/api/v1/training/courses/UPP-101/materials/{answer.Headers.Location!.OriginalString.Split('/')[^1]}";
    }

    private static async Task HandInAsync(Uri address, int person, ConcurrentQueue<string> accepted, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            using var answer = await http.PostAsJsonAsync("/api/v1/ideas/ideas", new { text = string.Create(CultureInfo.InvariantCulture, $"Säkerhetskopian {person}-{number}. Fler bänkar längs kanalen.") }, CancellationToken.None);
            if (answer.StatusCode == HttpStatusCode.Created) accepted.Enqueue((await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None)).GetProperty("caseNumber").GetString()!);
        }
    }
}
