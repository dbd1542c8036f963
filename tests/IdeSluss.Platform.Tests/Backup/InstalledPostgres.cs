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
    private readonly int port;

    private InstalledPostgres(Process process, int port) => (this.process, this.port) = (process, port);

    /// <summary>The programs of the newest version; null where no server is installed.</summary>
    public static string? Programs => !Directory.Exists(Packages)
        ? null
        : Directory.EnumerateDirectories(Packages).Where(folder => File.Exists(Path.Combine(folder, "bin", "initdb"))).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Select(folder => Path.Combine(folder, "bin")).FirstOrDefault();

    public static async Task<InstalledPostgres> StartAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await ServerAccount.OwnAsync(folder, cancellationToken);
        var (cluster, port) = (Path.Combine(folder, "cluster"), FreePort());
        await ServerAccount.RunOrThrowAsync(Path.Combine(Programs!, "initdb"), ["-D", cluster, "-U", "chef", "-E", "UTF8", "--locale=C", "--auth-local=trust", "--auth-host=scram-sha-256", "--no-sync"], asServer: true, cancellationToken);
        var process = Process.Start(ServerAccount.Command(Path.Combine(Programs!, "postgres"), ["-D", cluster, "-k", folder, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "log_min_messages=fatal"], asServer: true))!;
        var server = new InstalledPostgres(process, port);
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await server.RunAsync(folder, $"create role idesluss login password '{Password}'");
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }, "the server to answer", TimeSpan.FromMinutes(1));
        return server;
    }

    /// <returns>How the program reaches a new, empty database.</returns>
    public async Task<string> NewDatabaseAsync(string folder, string name)
    {
        await RunAsync(folder, $"create database {name} owner idesluss locale_provider icu icu_locale 'sv-SE' template template0");
        return new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "idesluss", Password = Password, Database = name }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task RunAsync(string socket, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = socket, Port = port, Username = "chef", Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
