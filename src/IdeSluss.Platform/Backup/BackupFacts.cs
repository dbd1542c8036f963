using Npgsql;

namespace IdeSluss.Platform.Backup;

/// <summary>What is known of a database that a backup tells and a restored one is compared with. In SQL, since the database may be older than the program.</summary>
internal static class BackupFacts
{
    /// <summary>What waits or is kept for a while: its numbers tell nothing of whether anything was lost.</summary>
    private static readonly string[] ComesAndGoes = ["messaging.", "mail.", "quartz.", "platform.idempotent_answer"];

    public const string Tables = """
        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1
        """;

    /// <summary>How many rows each table has.</summary>
    public static async Task<Dictionary<string, long>> RowsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, long>();
        foreach (var table in await ListAsync(connection, Tables, cancellationToken))
            if (!ComesAndGoes.Any(table.StartsWith)) rows[table] = await ScalarAsync<long>(connection, $"select count(*) from {table}", cancellationToken);
        return rows;
    }

    public static async Task<Dictionary<string, string>> MigrationsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var last = new Dictionary<string, string>();
        foreach (var schema in await ListAsync(connection, $"select table_schema::text from information_schema.tables where table_name = '{Data.ContextRegistration.HistoryTable}' order by 1", cancellationToken))
            if (await ScalarAsync<string?>(connection, $"select max(\"MigrationId\") from \"{schema}\".{Data.ContextRegistration.HistoryTable}", cancellationToken) is { } migration) last[schema] = migration;
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
        ScalarAsync<string?>(connection, FormattableString.Invariant($"select encode(seal, 'hex') from audit.entry where seal_number = {number}"), cancellationToken);

    public static async Task<IReadOnlyList<string>> ListAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) found.Add(reader.GetString(0));
        return found;
    }

    public static async Task<T?> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : default;
    }
}
