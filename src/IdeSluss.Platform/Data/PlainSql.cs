using Npgsql;

namespace IdeSluss.Platform.Data;

/// <summary>SQL for what no entity describes: upkeep of the database itself, which may take its time.</summary>
internal static class PlainSql
{
    public static async Task ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The first column of each row.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) found.Add(reader.GetString(0));
        return found;
    }

    /// <summary>The first value; what its type has for nothing where there is none.</summary>
    public static async Task<T?> ScalarAsync<T>(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : default;
    }

    /// <summary>Every table there is, as <c>schema.name</c>.</summary>
    public static Task<IReadOnlyList<string>> TablesAsync(this NpgsqlConnection connection, CancellationToken cancellationToken) => connection.ListAsync("""
        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1
        """, cancellationToken);
}
