using IdeSluss.Platform.Data;
using Npgsql;

namespace IdeSluss.Platform.Backup;

/// <summary>What is known of a database that a backup tells and a restored one is compared with. In SQL, since the database may be older than the program.</summary>
internal static class BackupFacts
{
    /// <summary>What waits or is kept for a while: its numbers tell nothing of whether anything was lost.</summary>
    private static readonly string[] ComesAndGoes = ["messaging.", "mail.", "quartz.", "platform.idempotent_answer"];

    /// <summary>How many rows each table has.</summary>
    public static async Task<Dictionary<string, long>> RowsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, long>();
        foreach (var table in await connection.TablesAsync(cancellationToken))
            if (!ComesAndGoes.Any(table.StartsWith)) rows[table] = await connection.ScalarAsync<long>($"select count(*) from {table}", cancellationToken);
        return rows;
    }

    public static async Task<Dictionary<string, string>> MigrationsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, string>();
        foreach (var schema in await connection.ListAsync($"select table_schema::text from information_schema.tables where table_name = '{ContextRegistration.HistoryTable}' order by 1", cancellationToken))
            if (await connection.ScalarAsync<string>($"select max(\"MigrationId\") from \"{schema}\".{ContextRegistration.HistoryTable}", cancellationToken) is { } migration) last[schema] = migration;
        return last;
    }

    public static async Task<AuditMark?> AuditAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select seal_number, encode(seal, 'hex') from audit.entry where seal_number is not null order by seal_number desc limit 1", connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(reader.GetInt64(0), reader.GetString(1)) : null;
    }

    /// <summary>The seal that an entry has; null where there is no such entry.</summary>
    public static Task<string?> SealAsync(NpgsqlConnection connection, long number, CancellationToken cancellationToken) =>
        connection.ScalarAsync<string>(FormattableString.Invariant($"select encode(seal, 'hex') from audit.entry where seal_number = {number}"), cancellationToken);
}
