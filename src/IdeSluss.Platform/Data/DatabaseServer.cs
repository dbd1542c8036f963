using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Data;

/// <summary>
/// The PostgreSQL of this instance: the configured one, or the embedded one, which it starts and which cannot outlive it.
/// Started by the host before <see cref="DatabasePreparation"/> and before any hosted service; disposed with the container, last of all.
/// </summary>
internal sealed class DatabaseServer(PlatformDataOptions options, ILogger<DatabaseServer> log) : IAsyncDisposable
{
    private NpgsqlDataSource? dataSource;

    public bool IsEmbedded => options.ConnectionString is null;

    /// <exception cref="InvalidOperationException">Not started.</exception>
    public NpgsqlDataSource DataSource => dataSource ?? throw new InvalidOperationException("The database server is not started: call StartAsync first.");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        log.LogDebug("Starting");
        dataSource = NpgsqlDataSource.Create(options.ConnectionString ?? "");
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (dataSource is not null) await dataSource.DisposeAsync();
    }
}
