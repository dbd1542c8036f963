using IdeSluss.Platform.Data;
using IdeSluss.Platform.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Telemetry;

/// <summary>
/// Asks every fifteen seconds what waits, so that no scrape waits for the database. Each replica tells the same: take the greatest of them, not their sum. Only where somebody
/// receives telemetry. Mail that waits for its next attempt waits since it was written.
/// </summary>
internal sealed class MeasureWaiting(DatabaseServer server, TimeProvider time, ILogger<MeasureWaiting> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private const string Sql = """
        select count(*) filter (where parked_at is null and not_before <= $1), count(*) filter (where parked_at is not null), min(not_before) filter (where parked_at is null and not_before <= $1)
        from messaging.delivery
        union all
        select count(*) filter (where status = 'Queued'), count(*) filter (where status = 'Parked'), min(case attempt when 0 then not_before else created_at end) filter (where status = 'Queued')
        from mail.message where status in ('Queued', 'Parked') and (not_before <= $1 or attempt > 0)
        """;

    public async Task<Waiting> MeasureAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = server.DataSource.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = now });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return new(await QueueAsync(), await QueueAsync());

        async Task<Queue> QueueAsync()
        {
            await reader.ReadAsync(cancellationToken);
            var oldest = await reader.IsDBNullAsync(2, cancellationToken) ? now : await reader.GetFieldValueAsync<DateTimeOffset>(2, cancellationToken);
            return new(reader.GetInt64(0), reader.GetInt64(1), now - oldest);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                PlatformMetrics.Set(await MeasureAsync(stoppingToken));
            }
            catch (Exception error) when (error is NpgsqlException or InvalidOperationException or System.Net.Sockets.SocketException)
            {
                PlatformMetrics.Set(null);
                log.LogWarning("What waits could not be measured: {Error}", SafeError.Of(error));
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
