using IdeSluss.Platform.Data;
using Npgsql;

namespace IdeSluss.Platform.Messaging;

/// <summary>A delivery that this worker holds.</summary>
internal sealed record ClaimedDelivery(long Id, Guid EventId, string Consumer, Guid Stream, int Attempt, string Payload, DateTimeOffset OccurredAt, string? TraceParent);

/// <summary>The SQL of deliveries. Plain Npgsql: it runs for every message and must lock, skip and return in one round trip.</summary>
internal sealed class DeliveryQueue(EventCatalogue events, TimeProvider time)
{
    /// <summary>
    /// First of its stream for its consumer, due, not parked, not leased. An earlier delivery that is parked or waits holds back the later ones. One that was never tried is due whatever the clock
    /// says: the one who wrote it may have had another.
    /// </summary>
    private const string Claimable = """
        d.parked_at is null and (d.not_before <= $1 or d.attempt = 0) and (d.leased_until is null or d.leased_until <= $1) and d.consumer = any($2)
        and not exists (select from messaging.delivery earlier where earlier.consumer = d.consumer and earlier.stream = d.stream and earlier.id < d.id)
        """;

    /// <summary>
    /// By the indexes, whatever the statistics say. A queue is empty most of the time, and a plan that was made then and kept reads the whole table for each row of it: with a thousand waiting,
    /// one delivery took most of a second until the statistics were made anew.
    /// </summary>
    private static readonly string[] ByIndex = ["set local enable_seqscan = off", "set local enable_sort = off"];

    /// <summary>For what a handler asks in the same transaction.</summary>
    private static readonly string[] AsEver = ["set local enable_seqscan to default", "set local enable_sort to default"];

    private const int LooksThroughAll = 50;

    /// <summary>
    /// Where the latest that was claimed stood. What was delivered before it stays in the index for a while, and to walk past a thousand of those takes longer than everything else: so it is looked from
    /// here on. No more than a hint: what is due before it is found when nothing is behind it, and by every fiftieth in any case.
    /// </summary>
    private long latest;
    private uint claims;

    public async Task<ClaimedDelivery?> ClaimAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var from = Interlocked.Increment(ref claims) % LooksThroughAll == 0 ? 0 : Volatile.Read(ref latest);
        var claimed = await ClaimAsync(transaction, from, cancellationToken) ?? (from > 0 ? await ClaimAsync(transaction, 0, cancellationToken) : null);
        if (claimed is not null) Volatile.Write(ref latest, claimed.Id);
        return claimed;
    }

    private async Task<ClaimedDelivery?> ClaimAsync(NpgsqlTransaction transaction, long from, CancellationToken cancellationToken)
    {
        await using var batch = ByIndexOf(transaction, $"""
            select d.id, d.event_id, d.consumer, d.stream, d.attempt + 1, e.payload, e.occurred_at, e.trace_parent
            from messaging.delivery d join messaging.event e on e.id = d.event_id
            where {Claimable} and d.id >= $3 order by d.id limit 1 for update of d skip locked
            """, Now, events.Consumers, from);
        foreach (var statement in AsEver) batch.BatchCommands.Add(new(statement));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetGuid(3), reader.GetInt32(4), reader.GetString(5),
                await reader.GetFieldValueAsync<DateTimeOffset>(6, cancellationToken), await reader.IsDBNullAsync(7, cancellationToken) ? null : reader.GetString(7))
            : null;
    }

    public async Task<bool> AnyClaimableAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        // A running lease counts too: its work is not done.
        await using var command = dataSource.CreateCommand($"select exists (select from messaging.delivery d where {Claimable.Replace("(d.leased_until is null or d.leased_until <= $1)", "true", StringComparison.Ordinal)})");
        command.Parameters.Add(new() { Value = Now });
        command.Parameters.Add(new() { Value = events.Consumers });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Gives a lease back unused, because this process stops.</summary>
    public static Task ReleaseAsync(NpgsqlTransaction transaction, ClaimedDelivery delivery, CancellationToken cancellationToken) =>
        ExecuteAsync(transaction, "update messaging.delivery set attempt = $2 - 1, leased_until = null where id = $1 and attempt = $2", cancellationToken, delivery.Id, delivery.Attempt);

    /// <summary>Counts the attempt already now: a handler that takes the whole process with it must not run for ever.</summary>
    public Task LeaseAsync(NpgsqlTransaction transaction, ClaimedDelivery delivery, TimeSpan length, CancellationToken cancellationToken) =>
        ExecuteAsync(transaction, "update messaging.delivery set attempt = $2, leased_until = $3 where id = $1", cancellationToken, delivery.Id, delivery.Attempt, Now + length);

    /// <summary>Nothing when the lease ran out and another worker has taken it over.</summary>
    public static Task DoneAsync(NpgsqlTransaction transaction, ClaimedDelivery delivery, CancellationToken cancellationToken) =>
        ExecuteAsync(transaction, "delete from messaging.delivery where id = $1 and attempt between $2 - 1 and $2", cancellationToken, delivery.Id, delivery.Attempt);

    public Task FailedAsync(NpgsqlTransaction transaction, ClaimedDelivery delivery, string error, CancellationToken cancellationToken) =>
        RetryPauses.After(delivery.Attempt) is { } pause
            ? ExecuteAsync(transaction, "update messaging.delivery set attempt = $2, leased_until = null, last_error = $3, not_before = $4 where id = $1 and attempt <= $2", cancellationToken, delivery.Id, delivery.Attempt, error, Now + pause)
            : ExecuteAsync(transaction, "update messaging.delivery set attempt = $2, leased_until = null, last_error = $3, parked_at = $4 where id = $1 and attempt <= $2", cancellationToken, delivery.Id, delivery.Attempt, error, Now);

    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The last of its transaction.</summary>
    private static async Task ExecuteAsync(NpgsqlTransaction transaction, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var batch = ByIndexOf(transaction, sql, values);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatch ByIndexOf(NpgsqlTransaction transaction, string sql, params object[] values)
    {
        var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var statement in ByIndex) batch.BatchCommands.Add(new(statement));
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
        return batch;
    }
}
