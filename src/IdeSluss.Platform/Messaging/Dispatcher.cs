using System.Diagnostics;
using IdeSluss.Platform.Composition;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Messaging;

/// <summary>
/// Delivers one message at a time. A handler runs in the transaction that deletes its delivery, so its effects in the database happen exactly once,
/// whatever is killed and however many replicas run. A handler that calls the outside runs under a lease instead, at least once.
/// </summary>
internal sealed class Dispatcher(IServiceProvider services, DatabaseServer server, DeliveryQueue queue, EventCatalogue events, WriteOutboxInterceptor outbox, Wakes wakes, ILogger<Dispatcher> log)
{
    /// <summary>Longer than any call to the outside may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <param name="claimed">Called when there is a delivery, before its handler runs: others may look for more.</param>
    /// <returns>False when nothing was waiting.</returns>
    public async Task<bool> DeliverOneAsync(Action? claimed, CancellationToken cancellationToken)
    {
        if (events.Consumers.Length == 0) return false;
        await using var connection = await server.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await queue.ClaimAsync(transaction, cancellationToken) is not { } delivery) return false;
        claimed?.Invoke();
        var subscription = events.SubscriptionOf(delivery.Consumer);
        using var activity = PlatformMetrics.Spans.StartActivity($"deliver {delivery.Consumer}", ActivityKind.Consumer, delivery.TraceParent);
        activity?.SetTag("idesluss.stream", delivery.Stream.ToString());
        if (subscription.Outside)
        {
            await queue.LeaseAsync(transaction, delivery, Lease, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await DeliverOutsideAsync(subscription, delivery, cancellationToken);
        }
        else
        {
            await DeliverInsideAsync(subscription, delivery, transaction, cancellationToken);
        }

        wakes.Done.Beat();
        return true;
    }

    private async Task DeliverInsideAsync(Subscription subscription, ClaimedDelivery delivery, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.SaveAsync("claimed", cancellationToken);
            await using (var scope = services.CreateAsyncScope())
            {
                scope.ServiceProvider.GetRequiredService<AmbientTransaction>().Join(transaction);
                await HandlerCall.RunAsync(scope.ServiceProvider, subscription, delivery, cancellationToken);
            }

            await DeliveryQueue.DoneAsync(transaction, delivery, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            outbox.Committed(transaction);
            Count(delivery, "done");
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // A handler may fail in any way; the delivery must survive it.
            await KeepAsync(delivery, error, transaction, cancellationToken);
        }
    }

    private async Task DeliverOutsideAsync(Subscription subscription, ClaimedDelivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await using (var scope = services.CreateAsyncScope()) await HandlerCall.RunAsync(scope.ServiceProvider, subscription, delivery, cancellationToken);
            await InTransactionAsync(transaction => DeliveryQueue.DoneAsync(transaction, delivery, cancellationToken), cancellationToken);
            Count(delivery, "done");
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // A handler may fail in any way; the delivery must survive it.
            await KeepAsync(delivery, error, null, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await InTransactionAsync(transaction => DeliveryQueue.ReleaseAsync(transaction, delivery, CancellationToken.None), CancellationToken.None);
            throw;
        }
    }

    private async Task KeepAsync(ClaimedDelivery delivery, Exception error, NpgsqlTransaction? held, CancellationToken cancellationToken)
    {
        var what = SafeError.Of(error);
        Count(delivery, "failed");
        Activity.Current?.SetStatus(ActivityStatusCode.Error, what);
        log.LogWarning("{Consumer} failed on event {EventId} of {Stream}, attempt {Attempt} of {Attempts}: {Error}", delivery.Consumer, delivery.EventId, delivery.Stream, delivery.Attempt, RetryPauses.Attempts, what);
        if (held is not null)
        {
            try
            {
                // In the transaction that holds the delivery, so that nobody takes it in between.
                await held.RollbackAsync("claimed", cancellationToken);
                await queue.FailedAsync(held, delivery, what, cancellationToken);
                await held.CommitAsync(cancellationToken);
                return;
            }
            catch (Exception broken) when (broken is NpgsqlException or InvalidOperationException)
            {
                // The handler broke the connection or ended the transaction: let go of it, and note the failure on another.
                await held.DisposeAsync();
            }
        }

        await InTransactionAsync(transaction => queue.FailedAsync(transaction, delivery, what, cancellationToken), cancellationToken);
    }

    private static void Count(ClaimedDelivery delivery, string outcome) => PlatformMetrics.Deliveries.Add(1, new("consumer", delivery.Consumer), PlatformMetrics.Outcome(outcome));

    private async Task InTransactionAsync(Func<NpgsqlTransaction, Task> work, CancellationToken cancellationToken)
    {
        await using var connection = await server.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await work(transaction);
        await transaction.CommitAsync(cancellationToken);
    }
}
