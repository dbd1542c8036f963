using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using IdeSluss.Platform.Composition;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;
using Npgsql;

namespace IdeSluss.Platform.Data;

/// <summary>
/// A row that tells that this very build, with the same modules and plugins, has prepared this database and that no migration has come or gone since. Then a start has nothing to do,
/// and need not build the model of every module to find that out: most of the time that a start took.
/// </summary>
internal sealed class PreparedMark(NpgsqlConnection guard, Contributions contributions, PlatformDataOptions options, string? municipality, IReadOnlyList<FormDefinition> forms, IReadOnlyList<WorkflowDefinition> workflows)
{
    private const string Prefix = "prepared:";

    public async Task<bool> IsThereAsync(CancellationToken cancellationToken)
    {
        if (!await guard.ScalarAsync<bool>("select to_regclass('platform.seeding') is not null", cancellationToken)) return false;
        if (await guard.ScalarAsync<string>($"select name from platform.seeding where name like '{Prefix}%' limit 1", cancellationToken) is not { } mark) return false;
        try
        {
            return mark == await NameAsync(cancellationToken);
        }
        catch (PostgresException lost) when (lost.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // A schema has gone: the whole way finds out what is missing and says so.
            return false;
        }
    }

    /// <summary>After everything else: a start that was interrupted begins again.</summary>
    public async Task LeaveAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = await NameAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"with old as (delete from platform.seeding where name like '{Prefix}%' and name <> $1) insert into platform.seeding (name, at) values ($1, $2) on conflict do nothing", guard)
        {
            Parameters = { new() { Value = name }, new() { Value = now } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>An assembly and those of ours that it uses: what is seeded may stand in another module's contracts.</summary>
    private static IEnumerable<Assembly> WithOurs(Assembly assembly)
    {
        var context = AssemblyLoadContext.GetLoadContext(assembly)!;
        return assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("IdeSluss.", StringComparison.Ordinal)).Select(context.LoadFromAssemblyName).Prepend(assembly);
    }

    private async Task<string> NameAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string part) => hash.AppendData(Encoding.UTF8.GetBytes(part + "\n"));
        Add(string.Create(CultureInfo.InvariantCulture, $"{municipality} {options.Demo}"));
        // Builds are deterministic: a module's id is a hash of its content.
        foreach (var module in contributions.Contributors.Select(contributor => contributor.Assembly).Append(typeof(PreparedMark).Assembly).SelectMany(WithOurs).Select(assembly => assembly.ManifestModule.ModuleVersionId).Distinct().Order())
            Add(module.ToString("N"));
        foreach (var part in contributions.Contributors.Select(contributor => contributor.Name).Concat(contributions.Seeders.Concat(contributions.DemoSeeders).Select(seeder => seeder.FullName!))) Add(part);
        foreach (var form in forms) Add(form.ContentHash());
        foreach (var workflow in workflows) Add(workflow.ContentHash());
        // What a newer program has taken away is told here too.
        foreach (var step in await guard.ListAsync("select name from platform.seeding where name like 'contract:%' order by name", cancellationToken)) Add(step);
        var schemas = contributions.Databases.Select(database => ContextRegistration.SchemaOf(contributions, database)).Prepend("platform");
        foreach (var migration in await guard.ListAsync(string.Join(" union all ", schemas.Select(schema => $"select '{schema} ' || \"MigrationId\" from \"{schema}\".{ContextRegistration.HistoryTable}")) + " order by 1", cancellationToken))
            Add(migration);
        return Prefix + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
