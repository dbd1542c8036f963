using IdeSluss.Platform.Data;

namespace IdeSluss.Platform.Messaging;

/// <summary>For tests: waits until no delivery is due, helping to deliver, so that it also works where no worker runs.</summary>
internal sealed class MessagingIdle(Dispatcher dispatcher, DeliveryQueue queue, DatabaseServer server, Wakes wakes)
{
    /// <summary>Deliveries that wait for their next attempt, are parked, or are held back by such a one do not count.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var done = wakes.Done.Next;
            while (await dispatcher.DeliverOneAsync(null, cancellationToken))
            {
            }

            if (!await queue.AnyClaimableAsync(server.DataSource, cancellationToken)) return;
            // A worker here, or another process, holds the rest.
            await done.WaitAsync(TimeSpan.FromMilliseconds(50), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
