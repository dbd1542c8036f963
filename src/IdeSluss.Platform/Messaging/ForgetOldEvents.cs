using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Jobs;

namespace IdeSluss.Platform.Messaging;

/// <summary>Removes events after 90 days. One that someone still waits for stays, however old.</summary>
internal sealed class ForgetOldEvents(DatabaseServer server, TimeProvider time) : IScheduledTask
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(90);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var command = server.DataSource.CreateCommand(
            "delete from messaging.event e where e.occurred_at < $1 and not exists (select from messaging.delivery d where d.event_id = e.id)");
        command.Parameters.Add(new() { Value = time.GetUtcNow() - Keep });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
