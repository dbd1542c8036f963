using Npgsql;

namespace IdeSluss.Platform.Data;

/// <summary>
/// Sets a database to be read only, or back. A connection knows only what was set when it was made: hosts see the change within seconds and let theirs go (<see cref="ReadOnlyMode"/>), which is waited for, so
/// that nobody's request is cut off.
/// </summary>
internal static class ReadOnlySwitch
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>Those that listen write nothing.</summary>
    private const string Older = "from pg_stat_activity where datname = current_database() and usename = current_user and backend_type = 'client backend' and backend_start < $1 and pid <> pg_backend_pid() and query not ilike 'listen %'";

    /// <param name="patience">How long what is under way may go on.</param>
    /// <returns>How many connections had to be broken off.</returns>
    public static async Task<long> TurnAsync(NpgsqlDataSource database, bool on, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync("set default_transaction_read_only = off", cancellationToken);
        var name = await connection.ScalarAsync<string>("select quote_ident(current_database())", cancellationToken);
        await connection.ExecuteAsync(on ? $"alter database {name} set default_transaction_read_only = on" : $"alter database {name} reset default_transaction_read_only", cancellationToken);
        var changed = await connection.ScalarAsync<DateTime>("select clock_timestamp()", cancellationToken);
        for (var waited = TimeSpan.Zero; waited < patience; waited += Between)
        {
            if (await CountAsync($"select count(*) {Older}") == 0) return 0;
            await Task.Delay(Between, cancellationToken);
        }

        return await CountAsync($"select count(pg_terminate_backend(pid)) {Older}");

        async Task<long> CountAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = changed } } };
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }
    }
}
