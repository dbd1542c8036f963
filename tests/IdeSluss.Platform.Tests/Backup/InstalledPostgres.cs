using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using IdeSluss.Platform.Postgres;
using IdeSluss.TestKit;
using Npgsql;

namespace IdeSluss.Platform.Tests.Backup;

/// <summary>A PostgreSQL of the machine's own packages, as a municipality has it: over TCP, with a role that owns its databases and nothing else.</summary>
internal sealed class InstalledPostgres : IAsyncDisposable
{
    private const string Packages = "/usr/lib/postgresql";
    private const string Password = "hemligt-för-provet";

    private readonly Process process;
    private readonly string folder;

    private InstalledPostgres(Process process, string folder, int port) => (this.process, this.folder, Port) = (process, folder, port);

    public int Port { get; }

    /// <summary>The programs of the newest version; null where no server is installed.</summary>
    public static string? Programs => !Directory.Exists(Packages)
        ? null
        : Directory.EnumerateDirectories(Packages).Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb"))).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Select(folder => Path.Combine(folder, "bin")).FirstOrDefault();

    public static async Task<InstalledPostgres> StartAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await ServerAccount.OwnAsync(folder, cancellationToken);
        await ServerAccount.RunOrThrowAsync(Path.Combine(Programs!, "initdb"), ["-D", ClusterOf(folder), "-U", "chef", "-E", "UTF8", "--locale=C", "--auth-local=trust", "--auth-host=scram-sha-256", "--no-sync"], asServer: true, cancellationToken);
        var server = await RunAsync(folder);
        await server.ExecuteAsync($"create role idesluss login password '{Password}'");
        return server;
    }

    /// <summary>A second server that follows this one and keeps every commit before it is told as done.</summary>
    public async Task<InstalledPostgres> FollowAsync(string by, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(by);
        await ServerAccount.OwnAsync(by, cancellationToken);
        await ServerAccount.RunOrThrowAsync(Path.Combine(Programs!, "pg_basebackup"), ["-h", folder, "-p", $"{Port}", "-U", "chef", "-D", ClusterOf(by), "-R", "-c", "fast", "--no-sync"], asServer: true, cancellationToken);
        var standby = await RunAsync(by);
        await ExecuteAsync("alter system set synchronous_standby_names = '*'");
        await ExecuteAsync("select pg_reload_conf()");
        await Eventually.TrueAsync(async () => (await ExecuteAsync("select sync_state from pg_stat_replication")) is "sync", "the standby to follow");
        return standby;
    }

    /// <summary>As when the machine falls: every process of it at once.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>What whoever watches over the servers does when the primary is gone.</summary>
    public Task PromoteAsync() => ExecuteAsync("select pg_promote()");

    /// <returns>How the program reaches a new, empty database.</returns>
    public async Task<string> NewDatabaseAsync(string name)
    {
        await ExecuteAsync($"create database {name} owner idesluss locale_provider icu icu_locale 'sv-SE' template template0");
        return new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = Port, Username = "idesluss", Password = Password, Database = name }.ConnectionString;
    }

    /// <returns>The first value.</returns>
    public async Task<object?> ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = folder, Port = Port, Username = "chef", Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private static string ClusterOf(string folder) => Path.Combine(folder, "cluster");

    private static async Task<InstalledPostgres> RunAsync(string folder)
    {
        var port = FreePort();
        var process = Process.Start(ServerAccount.Command(Path.Combine(Programs!, "postgres"), ["-D", ClusterOf(folder), "-k", folder, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "log_min_messages=panic"], asServer: true))!;
        var server = new InstalledPostgres(process, folder, port);
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await server.ExecuteAsync("select 1");
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }, "the server to answer", TimeSpan.FromMinutes(1));
        return server;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
