using System.Net;
using System.Net.Http.Json;
using IdeSluss.TestKit.Hosting;
using Npgsql;
using Xunit;

namespace IdeSluss.Platform.Tests.Backup;

/// <summary>An external server, backed up with its own tools and restored to another database and to the embedded server.</summary>
public sealed class DumpTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_dump_of_an_external_database_is_rehearsed_in_the_embedded_one_and_restored_to_an_empty_one_alone()
    {
        Assert.SkipWhen(InstalledPostgres.Programs is null, "No PostgreSQL server is installed.");
        var socket = Path.Combine(folder.Path, "server");
        await using var server = await InstalledPostgres.StartAsync(socket, TestContext.Current.CancellationToken);
        var (first, second) = (await server.NewDatabaseAsync(socket, "ideer"), await server.NewDatabaseAsync(socket, "aterstalld"));
        var (data, file) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "kopia.tar.gz"));
        await using (var host = await HostProcess.Start(data, new Dictionary<string, string?>(Settings(first)) { ["IdeSluss:Demo"] = "true" }).ReadyAsync())
        {
            using var http = new HttpClient { BaseAddress = host.Address };
            using var answer = await http.PostAsJsonAsync("/api/v1/ideas/ideas", new { text = "Fler bänkar längs kanalen." }, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            await ExpectAsync(0, "Klart:", data, first, "backup", file);
        }

        await ExpectAsync(0, "Granskningsloggen är hel", data, first, "restore", "--rehearse", file);
        await ExpectAsync(0, "Granskningsloggen är hel", data, second, "restore", file);
        await using var database = NpgsqlDataSource.Create(second);
        await using var count = database.CreateCommand("select count(*) from ideas.ideas where original_text = 'Fler bänkar längs kanalen.'");
        Assert.Equal(1L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        await ExpectAsync(1, "Databasen är inte tom", data, second, "restore", file);
    }

    private static Dictionary<string, string?> Settings(string connection) => new() { ["ConnectionStrings:IdeSluss"] = connection };

    private static async Task ExpectAsync(int code, string said, string data, string connection, params string[] arguments)
    {
        await using var command = HostProcess.Start(data, Settings(connection), arguments);
        Assert.True(await command.EndedAsync() == code && command.Output.Contains(said, StringComparison.Ordinal), command.Output);
    }
}
