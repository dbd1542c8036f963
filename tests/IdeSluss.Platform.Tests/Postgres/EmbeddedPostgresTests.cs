using System.Diagnostics;
using IdeSluss.Platform.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace IdeSluss.Platform.Tests.Postgres;

public sealed class EmbeddedPostgresTests(PreparedCluster prepared) : IAsyncLifetime, IClassFixture<PreparedCluster>
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Data_is_kept_from_one_start_to_the_next()
    {
        await using (var first = await StartAsync())
        {
            await RunAsync(first, "create table kept (word text)");
            await RunAsync(first, "insert into kept values ('cykelställ')");
        }

        await using var second = await StartAsync();
        Assert.True(second.StartedHere);
        Assert.Equal("cykelställ", await RunAsync(second, "select word from kept"));
    }

    [Fact]
    public async Task Swedish_letters_follow_Swedish_rules()
    {
        await using var server = await StartAsync();

        Assert.Equal("åäö", await RunAsync(server, "select lower('ÅÄÖ')"));
        Assert.Equal("zåäö", await RunAsync(server, "select string_agg(letter, '' order by letter) from unnest(array['ö','å','z','ä']) letter"));
        Assert.Equal(true, await RunAsync(server, "select 'PITEÅ' ilike 'piteå'"));
        Assert.Equal(true, await RunAsync(server, "select to_tsvector('swedish', 'skolorna') @@ to_tsquery('swedish', 'skola')"));
    }

    [Fact]
    public async Task A_second_host_adopts_the_live_server_and_keeps_it_when_the_first_ends()
    {
        var first = await StartAsync();
        await using var second = await StartAsync();
        Assert.False(second.StartedHere);

        var end = first.DisposeAsync();
        Assert.Equal(1, await RunAsync(second, "select 1"));
        await second.DisposeAsync();
        await end;
        Assert.Null(LiveServer());
    }

    [Fact]
    public async Task Hosts_that_start_at_once_share_one_server()
    {
        var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EmbeddedPostgres.StartAsync(Options(Folder), NullLogger.Instance, Token)));

        Assert.Single(hosts, host => host.StartedHere);
        foreach (var host in hosts.OrderBy(host => host.StartedHere)) await host.DisposeAsync();
    }

    [Fact]
    public async Task The_server_ends_when_its_last_host_is_killed_and_the_next_start_has_the_data()
    {
        var server = await StartAsync();
        await RunAsync(server, "create table survived (id int)");
        // Another process keeps the server, as a second host would, and then is killed without any chance to clean up.
        using var host = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec 3<>\"$1\"; echo holding; read -r never", "host", Path.Combine(Folder, "alive")]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Assert.Equal("holding", await host.StandardOutput.ReadLineAsync(Token));
        using var postmaster = Process.GetProcessById(LiveServer()!.Value);
        var end = server.DisposeAsync();

        host.Kill();
        await host.WaitForExitAsync(Token);
        await postmaster.WaitForExitAsync(Token);
        await end;

        await using var next = await StartAsync();
        Assert.True(next.StartedHere);
        Assert.Equal(0L, await RunAsync(next, "select count(*) from survived"));
    }

    [Fact]
    public async Task A_left_over_pid_file_does_not_stop_the_next_start()
    {
        await using (await StartAsync())
        {
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, "cluster", "postmaster.pid"), $"{Environment.ProcessId}\n{Folder}/cluster\n1\n5432\n\n\n\nready\n", Token);
        // This process lives but is no server of that folder.
        Assert.Null(LiveServer());
        File.Delete(Path.Combine(Folder, "cluster", "postmaster.pid"));
        await using var next = await StartAsync();
        Assert.Equal(1, await RunAsync(next, "select 1"));
    }

    [Fact]
    public async Task A_data_folder_with_a_long_path_gets_its_socket_elsewhere()
    {
        var deep = Path.Combine(folder.Path, new string('a', 60), new string('b', 60), "postgres");
        await using var server = await EmbeddedPostgres.StartAsync(Options(deep), NullLogger.Instance, Token);

        Assert.StartsWith("/tmp/idesluss-", new NpgsqlConnectionStringBuilder(server.ConnectionString).Host, StringComparison.Ordinal);
        Assert.Equal(1, await RunAsync(server, "select 1"));
    }

    [Fact]
    public async Task A_checkout_out_of_reach_of_the_servers_account_is_copied_and_its_data_linked()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "Only root runs the server as someone else.");
        if (!OperatingSystem.IsLinux()) return;
        var closed = Path.Combine(folder.Path, "closed");
        Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var binaries = Path.Combine(closed, "native");
        await ServerAccount.RunOrThrowAsync("cp", ["-R", PostgresBinaries.Locate(null, AppContext.BaseDirectory), binaries], asServer: false, Token);
        var options = Options(Path.Combine(closed, "data", "postgres")) with { Binaries = binaries, ReachableFolder = Path.Combine(folder.Path, "reachable") };

        await using (var first = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, Token)) await RunAsync(first, "create table kept (id int)");
        await using var second = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, Token);
        Assert.Equal(0L, await RunAsync(second, "select count(*) from kept"));
    }

    [Fact]
    public async Task Data_of_another_major_version_is_refused_with_advice()
    {
        await using (await StartAsync())
        {
        }

        await File.WriteAllTextAsync(Path.Combine(Folder, "cluster", "PG_VERSION"), "16\n", Token);
        var error = await Assert.ThrowsAsync<EmbeddedPostgresException>(StartAsync);

        Assert.Contains("another major version", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_package_says_how_to_get_it()
    {
        var error = Assert.Throws<EmbeddedPostgresException>(() => PostgresBinaries.Locate(null, folder.Path));

        Assert.Contains("npm ci", error.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:IdeSluss", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FATAL:  could not write lock file: No space left on device", "disk is full")]
    [InlineData("initdb: error: could not access directory: Permission denied", "may not read or write there")]
    public void What_the_server_wrote_becomes_advice(string output, string advice) =>
        Assert.Contains(advice, PostgresFailure.From("it ended with code 1", output).Message, StringComparison.Ordinal);

    private string Folder => Path.Combine(folder.Path, "data", "postgres");

    private async Task<EmbeddedPostgres> StartAsync()
    {
        if (!Directory.Exists(Folder)) await prepared.CopyToAsync(Folder);
        return await EmbeddedPostgres.StartAsync(Options(Folder), NullLogger.Instance, Token);
    }

    private int? LiveServer() => ServerFolder.LiveServer(Path.Combine(Folder, "cluster", "postmaster.pid"));

    internal static EmbeddedPostgresOptions Options(string folder) =>
        new() { Folder = folder, Binaries = PostgresBinaries.Locate(null, AppContext.BaseDirectory), Durable = false };

    private static async Task<object?> RunAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Token);
    }
}

/// <summary>A cluster as the first start makes one, for those who are about something else: making it takes longer than all that follows.</summary>
public sealed class PreparedCluster : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    public async ValueTask InitializeAsync()
    {
        await using var server = await EmbeddedPostgres.StartAsync(EmbeddedPostgresTests.Options(Path.Combine(folder.Path, "postgres")), NullLogger.Instance, CancellationToken.None);
    }

    public async Task CopyToAsync(string target)
    {
        Directory.CreateDirectory(target);
        await ServerAccount.RunOrThrowAsync("cp", ["-R", Path.Combine(folder.Path, "postgres", "cluster"), target], asServer: false, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
