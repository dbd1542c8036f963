using IdeSluss.Platform.Data;
using IdeSluss.Sdk.Jobs;

namespace IdeSluss.Platform.Messaging;

/// <summary>Removes delivered events after 90 days and idempotent answers after two days. An event that someone still waits for stays.</summary>
internal sealed class ForgetOldRows(DatabaseServer server, TimeProvider time) : IScheduledTask
{
    private static readonly TimeSpan KeepEvents = TimeSpan.FromDays(90);

    private static readonly TimeSpan KeepAnswers = TimeSpan.FromDays(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await DeleteAsync("delete from messaging.event e where e.occurred_at < $1 and not exists (select from messaging.delivery d where d.event_id = e.id)", KeepEvents, cancellationToken);
        await DeleteAsync("delete from platform.idempotent_answer where created_at < $1", KeepAnswers, cancellationToken);
    }

    private async Task DeleteAsync(string sql, TimeSpan keep, CancellationToken cancellationToken)
    {
        await using var command = server.DataSource.CreateCommand(sql);
        command.Parameters.Add(new() { Value = time.GetUtcNow() - keep });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
