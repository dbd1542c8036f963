using IdeSluss.Platform.Data;
using IdeSluss.Platform.Messaging;
using Npgsql;

namespace IdeSluss.Platform.Mail;

/// <summary>A mail that this sender holds under a lease.</summary>
internal sealed record ClaimedMail(Guid Id, string To, string Subject, string Body, DateTimeOffset CreatedAt, int Attempt, DateTimeOffset LeasedUntil, string Reference, string? TraceParent);

/// <summary>The SQL of mail: one sender at a time has a message, for as long as its lease lasts.</summary>
internal sealed class MailQueue(DatabaseServer server, TimeProvider time)
{
    /// <summary>Longer than sending one batch may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>One that was never held is due whatever the clock says: the one who wrote it may have had another.</summary>
    public async Task<IReadOnlyList<ClaimedMail>> ClaimAsync(int most, CancellationToken cancellationToken)
    {
        await using var command = Command("""
            update mail.message set leased_until = $2, attempt = attempt + 1
            where id in (
                select id from mail.message
                where status = 'Queued' and (not_before <= $1 or (attempt = 0 and not_before <= created_at)) and (leased_until is null or leased_until <= $1)
                order by not_before limit $3 for update skip locked)
            returning id, "to", subject, body, created_at, attempt, leased_until, reference, trace_parent
            """, time.GetUtcNow(), time.GetUtcNow() + Lease, most);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var claimed = new List<ClaimedMail>();
        while (await reader.ReadAsync(cancellationToken))
            claimed.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                await reader.GetFieldValueAsync<DateTimeOffset>(4, cancellationToken), reader.GetInt32(5), await reader.GetFieldValueAsync<DateTimeOffset>(6, cancellationToken), reader.GetString(7),
                await reader.IsDBNullAsync(8, cancellationToken) ? null : reader.GetString(8)));
        return claimed;
    }

    public Task SentAsync(ClaimedMail mail, CancellationToken cancellationToken) =>
        ExecuteAsync("update mail.message set status = 'Sent', sent_at = $2, leased_until = null, last_error = null where id = $1", cancellationToken, mail.Id, time.GetUtcNow());

    public Task FailedAsync(ClaimedMail mail, string error, bool hopeless, CancellationToken cancellationToken) =>
        !hopeless && RetryPauses.AfterMail(mail.Attempt) is { } pause
            ? ExecuteAsync("update mail.message set leased_until = null, last_error = $3, not_before = $4 where id = $1 and leased_until = $2", cancellationToken, mail.Id, mail.LeasedUntil, error, time.GetUtcNow() + pause)
            : ExecuteAsync("update mail.message set leased_until = null, last_error = $3, status = 'Parked' where id = $1 and leased_until = $2", cancellationToken, mail.Id, mail.LeasedUntil, error);

    /// <summary>Gives a lease back unused, because this process stops.</summary>
    public Task ReleaseAsync(ClaimedMail mail) =>
        ExecuteAsync("update mail.message set leased_until = null, attempt = attempt - 1 where id = $1 and leased_until = $2", CancellationToken.None, mail.Id, mail.LeasedUntil);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = server.DataSource.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
