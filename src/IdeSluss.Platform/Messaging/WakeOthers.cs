using IdeSluss.Platform.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Messaging;

/// <summary>
/// Carries wakes and what is to be forgotten between replicas with NOTIFY, on connections of its own and many commits in one. Polling, and the age of what is kept, stand behind it.
/// </summary>
internal sealed class WakeOthers(DatabaseServer server, Wakes wakes, KeptElsewhere kept, PlatformDataOptions options, TimeProvider time, ILogger<WakeOthers> log) : BackgroundService
{
    private const string Name = "idesluss_wake";

    /// <summary>After so long without a word it is asked whether the connection still leads anywhere: a server that vanished says nothing for ever.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The connection on which this replica told last, as the server numbers it.</summary>
    private int teller;

    /// <summary>Done when this replica hears the others.</summary>
    public Task Listening => listening.Task;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(TellAsync(stoppingToken), ListenAsync(stoppingToken));

    private async Task TellAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var beat = wakes.Others.Next;
            if (!kept.IsUntold) await beat.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            await TryAsync(async () =>
            {
                var changes = kept.Untold();
                await using var connection = await server.DataSource.OpenConnectionAsync(stoppingToken);
                Volatile.Write(ref teller, connection.ProcessID);
                await using var notify = new NpgsqlCommand($"select pg_notify('{Name}', said) from unnest($1) said", connection);
                notify.Parameters.Add(new() { Value = changes.Select(kept.Said).Prepend("").ToArray() });
                await notify.ExecuteNonQueryAsync(stoppingToken);
                kept.Told(changes);
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
                var heard = new Queue<string>();
                // Whoever works here has been woken already.
                connection.Notification += (_, said) => { if (said.Payload.Length > 0 || said.PID != Volatile.Read(ref teller)) heard.Enqueue(said.Payload); };
                await using (var listen = new NpgsqlCommand($"listen {Name}", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
                // What was said until now, nobody here has heard.
                await kept.Forget(null, stoppingToken);
                wakes.Arrived();
                listening.TrySetResult();
                while (!stoppingToken.IsCancellationRequested)
                {
                    if (!await connection.WaitAsync(Silence, stoppingToken)) await AskAsync(connection, stoppingToken);
                    while (heard.TryDequeue(out var said))
                    {
                        if (said.Length == 0) wakes.Arrived();
                        else await kept.HeardAsync(said, stoppingToken);
                    }
                }
            }, stoppingToken);
        }
    }

    private static async Task AskAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        await using var ask = new NpgsqlCommand("select 1", connection) { CommandTimeout = 5 };
        await ask.ExecuteNonQueryAsync(stoppingToken);
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
