using IdeSluss.Platform.Data;
using IdeSluss.Platform.Files;
using IdeSluss.Platform.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IdeSluss.Platform.Health;

/// <summary>One part of the host.</summary>
/// <param name="Needed">It must work before traffic is let in; of others it is only told how they are.</param>
internal sealed record ReadyPart(string Name, bool Ready, string? Reason = null, bool Needed = true);

/// <summary>Asks each part now; nothing is cached, so the answer is about this moment.</summary>
internal sealed class Readiness(ReadOnlyMode readOnly, PlatformDataOptions options, FileHealth files, IServiceProvider services)
{
    private volatile bool prepared;

    public void DatabaseIsPrepared() => prepared = true;

    public async Task<IReadOnlyList<ReadyPart>> CheckAsync(CancellationToken cancellationToken) =>
    [
        await DatabaseAsync(cancellationToken),
        new("migrations", prepared, prepared ? null : "migrations and seeding have not finished"),
        Dispatcher(),
        .. await files.CheckAsync(cancellationToken),
    ];

    private ReadyPart Dispatcher()
    {
        const string name = "dispatcher";
        if (!options.RunBackground) return new(name, true, "switched off by configuration");
        // Asked for here, because background services themselves may ask for readiness.
        var running = services.GetServices<IHostedService>().OfType<DispatcherService>().SingleOrDefault()?.ExecuteTask;
        return running is { IsCompleted: false } ? new(name, true) : new(name, false, running is null ? "has not started" : "has stopped");
    }

    private async Task<ReadyPart> DatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeSpan.FromSeconds(3));
            // Traffic is let in all the same: there is much to read, and who sends something is told.
            return new("database", true, await readOnly.AskAsync(limit.Token) ? "read only" : null);
        }
        catch (Exception error) when (error is Npgsql.NpgsqlException or OperationCanceledException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            // The kind of fault is enough for a probe; addresses and accounts in the message are not for strangers.
            return new("database", false, error.GetType().Name);
        }
    }
}
