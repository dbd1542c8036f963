using IdeSluss.Platform.Hosting;
using IdeSluss.Platform.Postgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Data;

/// <summary>
/// The PostgreSQL of this instance: the configured one, or the embedded one, which it starts and which cannot outlive it.
/// Started by the host before <see cref="DatabasePreparation"/> and before any hosted service; disposed with the container, last of all.
/// </summary>
internal sealed class DatabaseServer(PlatformDataOptions options, ILoggerFactory logs) : IAsyncDisposable
{
    private const int OldestVersion = 15;

    private readonly ILogger log = logs.CreateLogger<DatabaseServer>();
    private EmbeddedPostgres? embedded;
    private NpgsqlDataSource? dataSource;

    /// <summary>Where there are several servers to choose from.</summary>
    private NpgsqlMultiHostDataSource? several;

    public bool IsEmbedded => options.ConnectionString is null;

    /// <summary>A primary and its standbys.</summary>
    public static bool HasSeveralServers(NpgsqlConnectionStringBuilder connection) => connection.Host?.Contains(',', StringComparison.Ordinal) == true;

    /// <exception cref="InvalidOperationException">Not started.</exception>
    public NpgsqlDataSource DataSource => dataSource ?? throw new InvalidOperationException("The database server is not started: call DatabaseServer.StartAsync first.");

    /// <summary>One line for the person who starts the host; it holds no password.</summary>
    public string Description { get; private set; } = "";

    /// <exception cref="EmbeddedPostgresException">The embedded server cannot run.</exception>
    /// <exception cref="DatabaseUnreachableException">The configured server cannot be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (dataSource is not null) return;
        var connection = options.ConnectionString is { } configured ? Read(configured) : await StartEmbeddedAsync(cancellationToken);
        // Planning is most of what a small question costs. A page and what follows a hand-in ask some fifty different ones, so that fewer would drive each other out.
        if (!connection.ShouldSerialize("Max Auto Prepare")) (connection.MaxAutoPrepare, connection.AutoPrepareMinUsages) = (200, 2);
        // Seven statements before each first question on a connection, to clear up what nobody leaves: what is set here is set for a transaction, and locks are let go of by name.
        if (!connection.ShouldSerialize("No Reset On Close")) connection.NoResetOnClose = true;
        if (!connection.ShouldSerialize("Application Name")) connection.ApplicationName = "IdeSluss";
        dataSource = HasSeveralServers(connection) ? OfSeveral(connection) : new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
        if (embedded is null) await CheckAsync(connection, cancellationToken);
        log.LogInformation("Database: {Database}", Description);
    }

    public async ValueTask DisposeAsync()
    {
        if (dataSource is not null) await dataSource.DisposeAsync();
        if (several is not null) await several.DisposeAsync();
        if (embedded is not null) await embedded.DisposeAsync();
    }

    /// <summary>
    /// A primary and its standbys. As soon as one of them has taken over it is used, without a restart; while there is no primary a standby answers, so that there is something to read.
    /// <c>Target Session Attributes=primary</c> does without that.
    /// </summary>
    private NpgsqlDataSource OfSeveral(NpgsqlConnectionStringBuilder connection)
    {
        var primaryOnly = connection.TargetSessionAttributes is "primary" or "read-write";
        connection.TargetSessionAttributes = null;
        // Whoever has taken over is found within a second, and a server that does not even refuse is waited for no longer than five.
        if (!connection.ShouldSerialize("Host Recheck Seconds")) connection.HostRecheckSeconds = 1;
        if (!connection.ShouldSerialize("Timeout")) connection.Timeout = 5;
        several = new NpgsqlDataSourceBuilder(connection.ConnectionString).BuildMultiHost();
        return several.WithTargetSession(primaryOnly ? TargetSessionAttributes.Primary : TargetSessionAttributes.PreferPrimary);
    }

    private async Task<NpgsqlConnectionStringBuilder> StartEmbeddedAsync(CancellationToken cancellationToken)
    {
        embedded = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions
            {
                Folder = Path.Combine(options.DataFolder, "postgres"),
                Binaries = PostgresBinaries.Locate(options.PostgresFolder, options.ContentRoot),
            },
            log,
            cancellationToken);
        Description = $"embedded PostgreSQL in {Path.Combine(options.DataFolder, "postgres")}, for trying out and small pilots";
        await using (var maintenance = new NpgsqlConnection(embedded.ConnectionString))
        {
            await maintenance.OpenAsync(cancellationToken);
            await CreateDatabaseAsync(maintenance, cancellationToken);
        }

        return new(embedded.ConnectionString) { Database = "idesluss", Pooling = true, MaxPoolSize = 80 };
    }

    private static async Task CreateDatabaseAsync(NpgsqlConnection maintenance, CancellationToken cancellationToken)
    {
        await using var exists = new NpgsqlCommand("select exists (select from pg_database where datname = 'idesluss')", maintenance);
        if (await exists.ExecuteScalarAsync(cancellationToken) is true) return;
        try
        {
            await using var create = new NpgsqlCommand("create database idesluss", maintenance);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another host was faster.
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string configured)
    {
        try
        {
            return new(configured);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            // Without the inner message, which may repeat the password.
            throw new DatabaseUnreachableException("ConnectionStrings:IdeSluss is not a connection string: write Host=…;Database=…;Username=…;Password=….", null);
        }
    }

    private async Task CheckAsync(NpgsqlConnectionStringBuilder connection, CancellationToken cancellationToken)
    {
        try
        {
            await using var open = await DataSource.OpenConnectionAsync(cancellationToken);
            if (open.PostgreSqlVersion.Major < OldestVersion)
                throw new DatabaseUnreachableException($"The server at {connection.Host} runs PostgreSQL {open.PostgreSqlVersion}; version {OldestVersion} or newer is needed.", null);
            await using (var letters = new NpgsqlCommand("select lower('ÅÄÖ') = 'åäö'", open))
                if (await letters.ExecuteScalarAsync(cancellationToken) is not true)
                    log.LogWarning("The database's locale does not know å, ä and ö: searching will miss words. Make it with an ICU locale: create database … locale_provider icu icu_locale 'sv-SE' template template0");
            await using (var writes = new NpgsqlCommand("select current_setting('transaction_read_only') = 'off'", open))
                if (await writes.ExecuteScalarAsync(cancellationToken) is not true)
                    throw new DatabaseUnreachableException($"The database {connection.Database} at {connection.Host} is read only now, and IdeSluss cannot start on that: it is a standby, or default_transaction_read_only is on. Start when there is a primary.", null);
            Description = $"PostgreSQL {open.PostgreSqlVersion.Major} at {connection.Host}, database {connection.Database}";
        }
        catch (NpgsqlException error)
        {
            throw new DatabaseUnreachableException($"The database {connection.Database} at {connection.Host}:{connection.Port} cannot be used ({error.Message}). Check ConnectionStrings:IdeSluss and that the server runs.", error);
        }
    }
}

/// <summary>Why the configured PostgreSQL cannot be used, and what to do about it.</summary>
internal sealed class DatabaseUnreachableException(string message, Exception? inner) : StartUpException(message, inner);
