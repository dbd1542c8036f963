using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace IdeSluss.TestKit.Databases;

/// <summary>A database of its own on the shared test server, dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(string name, string connectionString)
    {
        Name = name;
        ConnectionString = connectionString;
        Source = NpgsqlDataSource.Create(connectionString);
    }

    public string Name { get; }

    public string ConnectionString { get; }

    /// <summary>For looking into the database; also seen by nobody but the test.</summary>
    public NpgsqlDataSource Source { get; }

    public static Task<TestDatabase> CreateEmptyAsync() => CreateAsync(template: null);

    /// <summary>
    /// A copy of the template that <paramref name="fill"/> makes once for all test projects. The template is named by <paramref name="recipe"/> and the
    /// content of every assembly of ours, so that a changed migration or seed makes a new one.
    /// </summary>
    public static async Task<TestDatabase> CopyAsync(string recipe, Func<string, Task> fill)
    {
        var template = "template_" + Hash(recipe);
        await using (await PostgresServer.LockAsync(template))
        {
            if (!await ExistsAsync(template))
            {
                // Filled under another name first: a template that exists is complete, also after a crash.
                var draft = template + "_draft";
                await CommandAsync($"drop database if exists {draft} with (force)");
                await CommandAsync($"create database {draft} template template0");
                await fill(await PostgresServer.ConnectionStringAsync(draft));
                NpgsqlConnection.ClearAllPools();
                await CommandAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{draft}'");
                await CommandAsync($"alter database {draft} rename to {template}");
                await DropOldTemplatesAsync();
            }
        }

        return await CreateAsync(template);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await CommandAsync($"drop database if exists {Name} with (force)");
    }

    public async Task<T> QueryAsync<T>(string sql, params object[] parameters)
    {
        await using var command = Source.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"No row: {sql}"));
    }

    public async Task<IReadOnlyList<T>> ListAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }

    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<TestDatabase> CreateAsync(string? template)
    {
        var name = "test_" + Guid.CreateVersion7().ToString("N");
        await CommandAsync($"create database {name} template {template ?? "template0"}");
        return new TestDatabase(name, await PostgresServer.ConnectionStringAsync(name));
    }

    private static async Task<bool> ExistsAsync(string name)
    {
        await using var command = (await Chief.Value).CreateCommand("select 1 from pg_database where datname = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task CommandAsync(string sql)
    {
        await using var command = (await Chief.Value).CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>On a developer's machine every build makes new templates; the newest few are enough.</summary>
    private static async Task DropOldTemplatesAsync()
    {
        await using var command = (await Chief.Value).CreateCommand(
            @"select d.datname from pg_database d where d.datname like 'template\_%' and d.datname not like '%\_draft' order by d.oid desc offset 24");
        var old = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) old.Add(reader.GetString(0));
        foreach (var name in old)
        {
            try
            {
                await CommandAsync($"drop database if exists {name}");
            }
            catch (PostgresException inUse) when (inUse.SqlState == PostgresErrorCodes.ObjectInUse)
            {
                // Another test project is copying it right now.
            }
        }
    }

    /// <summary>For making and dropping databases; a connection of its own each time costs as much as the database.</summary>
    private static readonly Lazy<Task<NpgsqlDataSource>> Chief = new(async () => NpgsqlDataSource.Create(await PostgresServer.ConnectionStringAsync()));

    private static readonly Lazy<byte[]> Builds = new(HashOfBuilds);

    private static string Hash(string recipe) => Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(recipe), .. Builds.Value]))[..20];

    private static byte[] HashOfBuilds()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var assemblies = Directory.EnumerateFiles(Checkout.OutputOf("IdeSluss.Host"), "IdeSluss.*.dll")
            .Concat(Directory.Exists(Checkout.PluginFolder) ? Directory.EnumerateFiles(Checkout.PluginFolder, "IdeSluss.*.dll", SearchOption.AllDirectories) : [])
            .Order(StringComparer.Ordinal);
        foreach (var assembly in assemblies)
        {
            using var file = new PEReader(File.OpenRead(assembly));
            var metadata = file.GetMetadataReader();
            // Builds are deterministic: the module's id is a hash of its content.
            hash.AppendData(metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToByteArray());
        }

        return hash.GetHashAndReset();
    }
}
