using IdeSluss.Platform.Hosting;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace IdeSluss.Platform.Data;

/// <summary>
/// Whether this program may use a database that a newer one has migrated. Steps that only add stand in nobody's way; those that take away are noted in the database as they are taken, and a program that does not
/// know one of them is refused.
/// </summary>
internal static class SchemaVersion
{
    private const string Mark = "contract:";

    /// <summary>Before the steps are taken: whoever is to be refused must be refused also when the program stops between the two.</summary>
    public static async Task NoteAsync(NpgsqlConnection connection, string schema, IMigrationsAssembly migrations, IEnumerable<string> pending, CancellationToken cancellationToken)
    {
        foreach (var name in ContractSteps(migrations, pending))
        {
            await using var note = new NpgsqlCommand("insert into platform.seeding (name, at) values ($1, now()) on conflict do nothing", connection) { Parameters = { new() { Value = $"{Mark}{schema}:{name}" } } };
            await note.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public static IEnumerable<string> ContractSteps(IMigrationsAssembly migrations, IEnumerable<string> names) =>
        names.Where(name => migrations.Migrations.TryGetValue(name, out var type) && type.IsDefined(typeof(ContractStepAttribute), inherit: false));

    /// <param name="applied">Migrations that the database has.</param>
    /// <param name="known">Those that this program has.</param>
    /// <returns>Those that it does not know, and may still live with.</returns>
    /// <exception cref="StartUpException">One of them has taken away what this program needs.</exception>
    public static async Task<IReadOnlyList<string>> CheckAsync(NpgsqlConnection connection, string schema, IEnumerable<string> applied, IEnumerable<string> known, CancellationToken cancellationToken)
    {
        var unknown = applied.Except(known).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0) return unknown;
        await using var read = new NpgsqlCommand("select name from platform.seeding where name = any($1)", connection) { Parameters = { new() { Value = unknown.Select(name => $"{Mark}{schema}:{name}").ToArray() } } };
        await using var reader = await read.ExecuteReaderAsync(cancellationToken);
        if (await reader.ReadAsync(cancellationToken))
            throw new StartUpException($"Databasen är nyare än programmet: {reader.GetString(0)[(Mark.Length + schema.Length + 1)..]} i {schema} har tagit bort det som den här versionen behöver. Starta den nyare versionen, eller återställ säkerhetskopian från före uppgraderingen.");
        return unknown;
    }
}
