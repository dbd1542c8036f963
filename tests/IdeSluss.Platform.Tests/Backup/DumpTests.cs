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
        await using var server = await InstalledPostgres.StartAsync(Path.Combine(folder.Path, "server"), TestContext.Current.CancellationToken);
        var (first, second) = (Several(await server.NewDatabaseAsync("ideer")), Several(await server.NewDatabaseAsync("aterstalld")));
        var (data, file) = (Path.Combine(folder.Path, "data"), Path.Combine(folder.Path, "kopia.tar.gz"));
        await ExpectAsync(0, "Databasen är uppdaterad", data, first, "migrate");
        await ExpectAsync(0, "Klart:", data, first, "backup", file);
        await ExpectAsync(0, "Granskningsloggen är hel", data, first, "restore", "--rehearse", file);
        await ExpectAsync(0, "Granskningsloggen är hel", data, second, "restore", file);
        Assert.Equal(await UnitsAsync(first), await UnitsAsync(second));
        await ExpectAsync(1, "Databasen är inte tom", data, second, "restore", file);
    }

    /// <summary>As where there is a standby; here it is the same server again.</summary>
    private static string Several(string connection)
    {
        var one = new NpgsqlConnectionStringBuilder(connection);
        var several = new NpgsqlConnectionStringBuilder(connection) { Host = $"{one.Host}:{one.Port},{one.Host}:{one.Port}" };
        several.Remove("Port");
        return several.ConnectionString;
    }

    private static async Task<string> UnitsAsync(string connection)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand("select string_agg(id::text || name, ',' order by id) from people.org_unit");
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static Dictionary<string, string?> Settings(string connection) => new() { ["ConnectionStrings:IdeSluss"] = connection };

    private static async Task ExpectAsync(int code, string said, string data, string connection, params string[] arguments)
    {
        await using var command = HostProcess.Start(data, Settings(connection), arguments);
        Assert.True(await command.EndedAsync() == code && command.Output.Contains(said, StringComparison.Ordinal), command.Output);
    }
}
