using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Postgres;

/// <summary>
/// A PostgreSQL of our own on a Unix socket. Started by the first host that wants it, adopted by later ones with the same folder, and ended when the last
/// of them ends, also by <c>kill -9</c>: its watcher reads a pipe that only hosts hold open.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string User = "idesluss";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Runs the server and a watcher beside it. The watcher stops the server at end of file on the pipe; when the server ends by itself, so does the watcher.
    /// Ctrl-C reaches the whole group of processes: the host decides when the database stops, so the signal is ignored here.
    /// </summary>
    private const string Supervisor = """
        alive=$1; log=$2; shift 2
        exec >>"$log" 2>&1
        trap '' INT HUP
        exec 3<"$alive"
        "$@" </dev/null 3<&- &
        server=$!
        ( while read -r line <&3; do :; done; kill -INT $server ) &
        watcher=$!
        exec 3<&-
        wait $server
        code=$?
        kill $watcher
        exit $code
        """;

    private readonly FileStream alive;
    private readonly Process? process;

    private EmbeddedPostgres(FileStream alive, Process? process, string connectionString)
    {
        this.alive = alive;
        this.process = process;
        ConnectionString = connectionString;
    }

    /// <summary>To the maintenance database <c>postgres</c>, without pooling.</summary>
    public string ConnectionString { get; }

    /// <summary>False when a server that already ran was adopted.</summary>
    public bool StartedHere => process is not null;

    /// <exception cref="EmbeddedPostgresException">It cannot run; the message says why and what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger log, CancellationToken cancellationToken)
    {
        var binaries = await PostgresBinaries.MakeReadyAsync(options, log, cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(options.Folder)!);
        await using var only = await TakeLockAsync(options.Folder + ".lock", cancellationToken);
        var folder = await ServerFolder.MakeAsync(options, log, cancellationToken);
        // Opened for reading too, which does not wait for the other side.
        var alive = new FileStream(folder.Alive, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        try
        {
            if (await AdoptAsync(folder, log, cancellationToken) is { } adopted) return new(alive, null, adopted);
            if (!Directory.Exists(folder.Cluster)) await MakeClusterAsync(folder, binaries, options, log, cancellationToken);
            await LetInAsync(folder, cancellationToken);
            var process = Start(folder, binaries, options);
            var connectionString = ConnectionTo(folder.Socket);
            await WaitUntilReadyAsync(process, folder, connectionString, cancellationToken);
            return new(alive, process, connectionString);
        }
        catch
        {
            await alive.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await alive.DisposeAsync();
        if (process is null) return;
        try
        {
            // Another host may still use the server: then it stays, and we do not wait for it.
            await process.WaitForExitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (TimeoutException)
        {
        }

        process.Dispose();
    }

    private static async Task<FileStream> TakeLockAsync(string path, CancellationToken cancellationToken)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException error)
            {
                throw PostgresFailure.From($"{path} cannot be written", $"Permission denied: {error.Message}");
            }
            catch (IOException error) when (waited.Elapsed > LongestStart)
            {
                throw new EmbeddedPostgresException($"Another host has been starting the embedded PostgreSQL for {LongestStart.TotalMinutes} minutes ({path}).", error);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(50, cancellationToken);
            }
            catch (IOException error)
            {
                throw PostgresFailure.From($"{path} cannot be made", error.Message);
            }
        }
    }

    /// <summary>The connection to a server that already serves the folder; null when there is none (any more).</summary>
    private static async Task<string?> AdoptAsync(ServerFolder folder, ILogger log, CancellationToken cancellationToken)
    {
        for (var waited = Stopwatch.StartNew(); folder.LiveServer() is { } pid;)
        {
            if (waited.Elapsed > LongestStart) throw new EmbeddedPostgresException($"A PostgreSQL (process {pid}) holds {folder.Cluster} but does not answer. End it, then start again.");
            string connectionString;
            try
            {
                connectionString = ConnectionTo(folder.LiveSocket());
                // Twice with a pause: its last host may have ended just before we took hold of the pipe.
                await PingAsync(connectionString, cancellationToken);
                await Task.Delay(200, cancellationToken);
                await PingAsync(connectionString, cancellationToken);
            }
            catch (Exception error) when (error is NpgsqlException or IOException)
            {
                await Task.Delay(50, cancellationToken);
                continue;
            }

            log.LogInformation("Using the embedded PostgreSQL that already runs (process {ProcessId})", pid);
            return connectionString;
        }

        return null;
    }

    private static async Task MakeClusterAsync(ServerFolder folder, string binaries, EmbeddedPostgresOptions options, ILogger log, CancellationToken cancellationToken)
    {
        log.LogInformation("Making a new database cluster in {Folder}", folder.Cluster);
        var unfinished = folder.Cluster + ".new";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        // C for order of bytes in indexes of plain text; ICU so that å, ä and ö follow Swedish rules in lower(), ILIKE and sorting.
        string[] arguments = ["-D", unfinished, "-U", User, "-E", "UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=sv-SE", "--auth=reject"];
        await ServerAccount.RunOrThrowAsync(Path.Combine(binaries, "bin", "initdb"), options.Durable ? arguments : [.. arguments, "--no-sync"], asServer: true, cancellationToken);
        Directory.Move(unfinished, folder.Cluster);
    }

    /// <summary>Only the account that runs the host may connect, by the socket's own knowledge of who asks. Written at each start: the data may have changed hands.</summary>
    private static async Task LetInAsync(ServerFolder folder, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "pg_hba.conf"), "local all all peer map=host\n", cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Cluster, "pg_ident.conf"), $"host \"{Environment.UserName}\" {User}\n", cancellationToken);
    }

    private static Process Start(ServerFolder folder, string binaries, EmbeddedPostgresOptions options)
    {
        File.Delete(folder.Log);
        List<string> server =
        [
            Path.Combine(binaries, "bin", "postgres"), "-D", folder.Cluster, "-k", folder.Socket,
            "-c", "listen_addresses=", "-c", "unix_socket_permissions=0700",
            "-c", string.Create(CultureInfo.InvariantCulture, $"max_connections={options.MaxConnections}"),
            "-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "log_checkpoints=off", "-c", "jit=off",
        ];
        if (!options.Durable) server.AddRange(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "autovacuum=off"]);
        List<string> shell = ["/bin/sh", "-c", Supervisor, "postgres", folder.Alive, folder.Log, .. server];
        // In a session of its own the terminal's Ctrl-C does not reach it before the host has finished its requests.
        const string setsid = "/usr/bin/setsid";
        return Process.Start(File.Exists(setsid)
            ? ServerAccount.Command(setsid, shell, asServer: true)
            : ServerAccount.Command(shell[0], shell.Skip(1), asServer: true))!;
    }

    private static async Task WaitUntilReadyAsync(Process process, ServerFolder folder, string connectionString, CancellationToken cancellationToken)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                await PingAsync(connectionString, cancellationToken);
                return;
            }
            catch (NpgsqlException error)
            {
                // 57P03 is "starting up": recovery after a crash may take its time.
                if (process.HasExited) throw PostgresFailure.From($"it ended with code {process.ExitCode}", File.Exists(folder.Log) ? await File.ReadAllTextAsync(folder.Log, cancellationToken) : "");
                if (waited.Elapsed > LongestStart) throw PostgresFailure.From($"it did not answer within {LongestStart.TotalMinutes} minutes ({error.Message})", await File.ReadAllTextAsync(folder.Log, cancellationToken));
            }

            await Task.Delay(25, cancellationToken);
        }
    }

    private static async Task PingAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select 1", connection);
        await command.ExecuteScalarAsync(cancellationToken);
    }

    private static string ConnectionTo(string socketFolder) =>
        new NpgsqlConnectionStringBuilder { Host = socketFolder, Username = User, Database = "postgres", Pooling = false, Timeout = 15 }.ConnectionString;
}
