using IdeSluss.Platform.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Platform.Messaging;

/// <summary>Four workers that deliver side by side; streams keep them from overtaking each other.</summary>
internal sealed class DispatcherService(Dispatcher dispatcher, Wakes wakes, ReadOnlyMode readOnly, PlatformDataOptions options, TimeProvider time, ILogger<DispatcherService> log) : BackgroundService
{
    private const int Workers = 4;

    /// <summary>Beats when a worker has found something: the next one may look as well.</summary>
    private readonly Pulse more = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => WorkAsync(worker == 0 ? wakes.Messages : more, stoppingToken)));

    private async Task WorkAsync(Pulse wake, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var beat = wake.Next;
            try
            {
                while (!readOnly.IsOn && await dispatcher.DeliverOneAsync(more.Beat, stoppingToken))
                {
                }

                wakes.Done.Beat();
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while: the worker must outlive that.
                log.LogError("Deliveries wait: {Error}", SafeError.Of(error));
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Pulse.WaitAsync(beat, options.Poll, time, stoppingToken);
        }
    }
}
