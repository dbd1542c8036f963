using IdeSluss.Platform.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Messaging;

/// <summary>Carries wakes between replicas with NOTIFY, on connections of its own and many commits in one. Polling stands behind it.</summary>
internal sealed class WakeOthers(DatabaseServer server, Wakes wakes, PlatformDataOptions options, TimeProvider time, ILogger<WakeOthers> log) : BackgroundService
{
    private const string Name = "idesluss_wake";

    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when this replica hears the others.</summary>
    public Task Listening => listening.Task;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(TellAsync(stoppingToken), ListenAsync(stoppingToken));

    private async Task TellAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var beat = wakes.Others.Next;
            await beat.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            await TryAsync(async () =>
            {
                await using var notify = server.DataSource.CreateCommand($"notify {Name}");
                await notify.ExecuteNonQueryAsync(stoppingToken);
            }, stoppingToken);
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(async () =>
            {
                await using var connection = await server.DataSource.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, _) => wakes.Arrived();
                await using (var listen = new NpgsqlCommand($"listen {Name}", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
                listening.TrySetResult();
                while (!stoppingToken.IsCancellationRequested) await connection.WaitAsync(stoppingToken);
            }, stoppingToken);
        }
    }

    private async Task TryAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            // Without wakes the workers still poll.
            log.LogWarning("Waking other replicas failed: {Error}", SafeError.Of(error));
            await Task.Delay(options.Poll, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
