using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IdeSluss.Benchmarks.Generator;
using IdeSluss.Benchmarks.Scenarios;
using IdeSluss.Benchmarks.Web;
using IdeSluss.Host;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Swedish;
using IdeSluss.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace IdeSluss.Benchmarks;

/// <summary>
/// An instance of the product on its own embedded PostgreSQL with the settings it has in use. The filled database is kept between runs, one for each size and schema;
/// what is measured is a copy of it, so that a run may write.
/// </summary>
internal sealed class BenchInstance : IAsyncDisposable
{
    private const string Copy = "bench_run";

    private readonly BenchOptions options;
    private readonly string folder;
    private readonly WebApplication seeded;
    private readonly WebApplication running;

    private BenchInstance(BenchOptions options, string folder, WebApplication seeded, WebApplication running)
    {
        this.options = options;
        this.folder = folder;
        this.seeded = seeded;
        this.running = running;
    }

    public IServiceProvider Services => running.Services;

    public NpgsqlDataSource Database => running.Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>Of the database server and its connections, since it started.</summary>
    public TimeSpan DatabaseProcessor => ServerProcess.ProcessorOf(int.Parse(File.ReadLines(Path.Combine(folder, "postgres", "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture), withChildren: true);

    /// <summary>For what a part of the run writes and may be thrown away.</summary>
    public string Folder(string part) => Path.Combine(folder, part);

    public static async Task<BenchInstance> OpenAsync(BenchOptions options, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Root, "artifacts", "bench-data", $"{options.SizeName}-{SchemaHash()}");
        var seeded = await CreateAsync(folder, cancellationToken);
        var source = seeded.Services.GetRequiredService<NpgsqlDataSource>();
        // Last: a folder whose seeding was interrupted is filled anew.
        var done = Path.Combine(folder, "seeded");
        if (options.Size > 0 && !File.Exists(done))
        {
            Console.WriteLine($"Seeding {options.Size:N0} ideas in {Path.GetRelativePath(Root, folder)} (once)");
            await ExecuteAsync(source, "truncate ideas.ideas cascade", cancellationToken);
            await new Seeding(seeded.Services, source).RunAsync(options.Size, cancellationToken);
            await File.WriteAllTextAsync(done, "", cancellationToken);
        }

        await CopyAsync(source, cancellationToken);
        var connection = new NpgsqlConnectionStringBuilder(source.ConnectionString) { Database = Copy };
        return new(options, folder, seeded, await CreateAsync(folder, cancellationToken, connection.ConnectionString));
    }

    /// <summary>An instance with nothing in it but what every new one has, on a database of its own.</summary>
    public async Task<WebApplication> NewAsync(string database, bool demo, CancellationToken cancellationToken)
    {
        var source = seeded.Services.GetRequiredService<NpgsqlDataSource>();
        await ExecuteAsync(source, $"drop database if exists {database} with (force)", cancellationToken, "postgres");
        await ExecuteAsync(source, $"create database {database}", cancellationToken, "postgres");
        var connection = new NpgsqlConnectionStringBuilder(source.ConnectionString) { Database = database };
        return await CreateAsync(folder, cancellationToken, connection.ConnectionString, demo);
    }

    /// <summary>Public ideas spread over the whole list.</summary>
    public async Task<IReadOnlyList<PublicNumber>> PublicNumbersAsync(int count, CancellationToken cancellationToken)
    {
        var numbers = new List<PublicNumber>();
        await using var command = Database.CreateCommand($"select case_number, public_text, published_at, id from ideas.ideas where {SearchColumns.PublicFilter} order by md5(case_number) limit {count}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) numbers.Add(new(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetGuid(3)));
        return numbers;
    }

    /// <summary>As an instance in use: half are texts that are changed, half are new ideas. No vacuum, no analyze, no counting of words afterwards.</summary>
    public async Task WriteMoreAsync(int count, CancellationToken cancellationToken)
    {
        await ExecuteAsync(Database, "alter table ideas.ideas set (autovacuum_enabled = false)", cancellationToken);
        await ExecuteAsync(Database, $"update ideas.ideas set public_text = left(public_text, 19000) || ' Ändrad.', version = version + 1 where case_number in (select case_number from ideas.ideas where public_text is not null order by md5(id::text) limit {count / 2})", cancellationToken);
        await new Seeding(Services, Database).AddAsync(options.Size, count / 2, cancellationToken);
    }

    public async Task<string> ServerAsync(CancellationToken cancellationToken)
    {
        await using var command = Database.CreateCommand("select 'PostgreSQL ' || current_setting('server_version') || ', shared_buffers ' || current_setting('shared_buffers')");
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        await running.DisposeAsync();
        await ExecuteAsync(seeded.Services.GetRequiredService<NpgsqlDataSource>(), $"drop database if exists {Copy} with (force)", CancellationToken.None, "postgres");
        await seeded.DisposeAsync();
    }

    private static async Task CopyAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var name = new NpgsqlConnectionStringBuilder(source.ConnectionString).Database;
        source.Clear();
        await ExecuteAsync(source, $"drop database if exists {Copy} with (force)", cancellationToken, "postgres");
        await ExecuteAsync(source, $"create database {Copy} template {name} strategy file_copy", cancellationToken, "postgres");
    }

    /// <summary>Nothing else runs beside what is measured.</summary>
    public static Dictionary<string, string?> Settings(string dataFolder) => new()
    {
        ["IdeSluss:DataFolder"] = dataFolder,
        ["IdeSluss:Municipality"] = "pitea",
        ["IdeSluss:PluginFolder"] = Path.Combine(Root, "artifacts", "plugins"),
        ["IdeSluss:Jobs"] = "false",
        ["IdeSluss:Background"] = "false",
        ["IdeSluss:RateLimits:global:Permits"] = "1000000000",
        ["Logging:LogLevel:Default"] = "Warning",
        ["urls"] = "http://127.0.0.1:0",
    };

    private static Task<WebApplication> CreateAsync(string folder, CancellationToken cancellationToken, string? connectionString = null, bool demo = false)
    {
        var settings = Settings(folder);
        if (connectionString is not null) settings["ConnectionStrings:IdeSluss"] = connectionString;
        if (demo) settings["IdeSluss:Demo"] = "true";
        return IdeSlussHost.CreateAsync([], ModuleList.All, new HostOverrides { Configuration = settings, Services = services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new BenchTime())) }, cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken, string? database = null)
    {
        var connectionString = new NpgsqlConnectionStringBuilder(source.ConnectionString) { Pooling = false };
        if (database is not null) connectionString.Database = database;
        await using var connection = new NpgsqlConnection(connectionString.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Another schema, another analysis or another generator makes another set.</summary>
    private static string SchemaHash()
    {
        var context = new IdeasDbContextFactory().CreateDbContext([]);
        var recipe = string.Join(' ', [.. context.Database.GetMigrations(), $"{TextTerms.Version}", $"{GeneratorVersion}"]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipe)))[..8];
    }

    private const int GeneratorVersion = 1;

    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "IdeSluss.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No IdeSluss.sln above {AppContext.BaseDirectory}: the benchmark runs from the checkout it was built in.");
    }
}

/// <summary>The day on which what was seeded ends, whatever day it is.</summary>
internal sealed class BenchTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => Seeding.Now.AddDays(90);
}
