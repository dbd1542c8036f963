using System.Diagnostics;
using IdeSluss.Platform.Postgres;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace IdeSluss.TestKit.Databases;

/// <summary>
/// One PostgreSQL for all test projects, without durability: started by whoever comes first, found by the others, gone with the last of them.
/// Its folder stays, so that the next project finds its templates; <c>./idesluss test</c> names one of its own in <c>IDESLUSS_TEST_SERVER</c> and removes it afterwards.
/// </summary>
internal static class PostgresServer
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Started = new(StartAsync);

    private static string Folder { get; } = Environment.GetEnvironmentVariable("IDESLUSS_TEST_SERVER")
        ?? Path.Combine(Path.GetTempPath(), "idesluss-tests-" + Environment.UserName);

    public static async Task<string> ConnectionStringAsync(string database = "postgres") =>
        new NpgsqlConnectionStringBuilder((await Started.Value).ConnectionString)
        {
            Database = database, Pooling = true, MaxPoolSize = 60, Timeout = 60, CommandTimeout = 60,
        }.ConnectionString;

    /// <summary>Held across test projects: only one may prepare a template at a time.</summary>
    public static async Task<IAsyncDisposable> LockAsync(string name)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return new FileStream($"{Folder}.{name}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < TimeSpan.FromMinutes(5))
            {
                await Task.Delay(50);
            }
        }
    }

    private static Task<EmbeddedPostgres> StartAsync()
    {
        Directory.CreateDirectory(Folder);
        return EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions
            {
                Folder = Folder,
                Binaries = PostgresBinaries.Locate(configured: null, searchFrom: Checkout.Root),
                Durable = false,
                MaxConnections = 500,
            },
            NullLogger.Instance,
            CancellationToken.None);
    }
}
