using IdeSluss.Platform.Composition;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IdeSluss.Platform.Data;

/// <param name="TakesAway">The version before cannot run on the database afterwards.</param>
internal sealed record PlannedStep(string Schema, string Migration, string Sql, bool TakesAway, IReadOnlyList<PlannedLock> Locks);

/// <summary>A lock on a table that is there already, held until the step is done.</summary>
/// <param name="Mode">PostgreSQL's name.</param>
/// <param name="Rows">About how many the table has: how long the step may take.</param>
internal sealed record PlannedLock(string Table, string Mode, long Rows)
{
    /// <summary>The other modes stand in the way of writers alone.</summary>
    public bool StopsReaders => Mode == "AccessExclusiveLock";
}

/// <summary>
/// What the next start would do to the database. The steps are taken in a transaction that is rolled back, so that the locks are PostgreSQL's own word; it waits for no lock longer than three seconds, and holds
/// what it gets no longer than the steps take. On a large database in use: take it on a restored backup instead.
/// </summary>
internal sealed class MigrationPlan(Contributions contributions, DatabaseServer server)
{
    /// <summary>Those that stand in the way of others who write or read.</summary>
    private const string Held = """
        select n.nspname || '.' || c.relname, l.mode, greatest(c.reltuples, 0)::bigint from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
        where l.pid = pg_backend_pid() and l.granted and c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
        order by 1, 2
        """;

    public async Task<IReadOnlyList<PlannedStep>> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var connection = await server.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync("set local lock_timeout = '3s'", cancellationToken);
        var there = (await connection.TablesAsync(cancellationToken)).Select(table => table.Replace("\"", "", StringComparison.Ordinal)).ToHashSet();
        var (steps, known) = (new List<PlannedStep>(), new HashSet<(string, string)>());
        foreach (var database in contributions.Databases.Select(one => one.ContextType).Prepend(typeof(PlatformDbContext)))
        {
            await using var scope = services.CreateAsyncScope();
            var context = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(database);
            var (migrator, history, all) = (context.GetService<IMigrator>(), context.GetService<IMigrationsAssembly>(), context.Database.GetMigrations().ToList());
            var applied = await AppliedAsync(connection, context.Schema, there, cancellationToken);
            if (applied.Count == 0) await connection.ExecuteAsync($"create schema if not exists \"{context.Schema}\"; {context.GetService<IHistoryRepository>().GetCreateIfNotExistsScript()}", cancellationToken);
            foreach (var migration in all.Where(name => !applied.Contains(name)))
            {
                var before = all.IndexOf(migration) is > 0 and var at ? all[at - 1] : Migration.InitialDatabase;
                var sql = migrator.GenerateScript(before, migration, MigrationsSqlGenerationOptions.NoTransactions).Trim();
                await connection.ExecuteAsync(sql, cancellationToken);
                var locks = (await LocksAsync(connection, cancellationToken)).Where(one => there.Contains(one.Table) && known.Add((one.Table, one.Mode))).ToList();
                steps.Add(new(context.Schema, migration, sql, SchemaVersion.ContractSteps(history, [migration]).Any(), locks));
            }
        }

        await transaction.RollbackAsync(cancellationToken);
        return steps;
    }

    private static async Task<IReadOnlyList<string>> AppliedAsync(NpgsqlConnection connection, string schema, HashSet<string> there, CancellationToken cancellationToken) =>
        there.Contains($"{schema}.{ContextRegistration.HistoryTable}") ? await connection.ListAsync($"select \"MigrationId\" from \"{schema}\".{ContextRegistration.HistoryTable}", cancellationToken) : [];

    private static async Task<List<PlannedLock>> LocksAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var locks = new List<PlannedLock>();
        await using var command = new NpgsqlCommand(Held, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) locks.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        return locks;
    }
}
