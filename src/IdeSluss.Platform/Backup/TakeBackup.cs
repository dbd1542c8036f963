using System.Globalization;
using System.Security.Cryptography;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Files;
using Npgsql;

namespace IdeSluss.Platform.Backup;

/// <summary>
/// Takes a backup of a running instance: the database as it is at one moment, then the files that it knows, then what all of it should come to. Files are taken after the database: they never change, and
/// what the copy knows of is removed a month after nobody needs it at the soonest.
/// </summary>
internal sealed class TakeBackup(PlatformDataOptions options, DatabaseServer server, IFileStore store, string municipality, TimeProvider time)
{
    private readonly List<string> missing = [];

    public async Task<BackupManifest> HandleAsync(string path, Sealing? sealing, CancellationToken cancellationToken)
    {
        var begun = time.GetUtcNow();
        await using var backup = BackupWriter.Create(path, sealing);
        // Of its own: what it holds in the server goes when it is closed.
        var own = new NpgsqlConnectionStringBuilder(options.ConnectionString ?? server.DataSource.ConnectionString) { Pooling = false };
        // A standby may be behind, and gives no moment to others.
        if (DatabaseServer.HasSeveralServers(own)) own.TargetSessionAttributes = "primary";
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var migrations = await BackupFacts.MigrationsAsync(connection, cancellationToken);
        if (migrations.Count == 0) throw new BackupException("Databasen är tom: det finns inget att säkerhetskopiera. Kontrollera datamappen eller ConnectionStrings:IdeSluss.");
        var audit = await BackupFacts.AuditAsync(connection, cancellationToken);
        var rows = server.IsEmbedded ? await CopyAsync(connection, backup, cancellationToken) : await DumpAsync(connection, path, backup, cancellationToken);
        await AddFilesAsync(connection, backup, cancellationToken);
        var manifest = new BackupManifest(
            BackupManifest.ThisFormat, ProgramVersion.Now, municipality, begun, time.GetUtcNow(), server.IsEmbedded ? DatabaseCopy.Cluster : DatabaseCopy.Dump, connection.PostgreSqlVersion.Major, migrations, rows, Exact: !server.IsEmbedded, audit,
            [.. backup.Entries], missing);
        await backup.FinishAsync(manifest, cancellationToken);
        return manifest;
    }

    /// <summary>The moment that the copy shows lies between the two counts.</summary>
    private async Task<IReadOnlyDictionary<string, long>> CopyAsync(NpgsqlConnection connection, BackupWriter backup, CancellationToken cancellationToken)
    {
        var before = await BackupFacts.RowsAsync(connection, cancellationToken);
        await new ClusterCopy(connection, ClusterCopy.FolderOf(options.DataFolder)).WriteAsync(backup, cancellationToken);
        var after = await BackupFacts.RowsAsync(connection, cancellationToken);
        return before.ToDictionary(pair => pair.Key, pair => Math.Min(pair.Value, after.GetValueOrDefault(pair.Key)));
    }

    private async Task<IReadOnlyDictionary<string, long>> DumpAsync(NpgsqlConnection connection, string path, BackupWriter backup, CancellationToken cancellationToken)
    {
        var tool = await DumpTool.FindAsync("pg_dump", connection.PostgreSqlVersion.Major, cancellationToken);
        // What is counted and what is dumped are of the same moment.
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var snapshot = (await connection.ScalarAsync<string>("select pg_export_snapshot()", cancellationToken))!;
        var dump = BackupWriter.Unfinished(path) + ".dump";
        try
        {
            await using (var made = new FileStream(dump, BackupWriter.ForItsOwner(FileMode.Create))) { }
            await DumpTool.RunAsync(tool, connection, options.ConnectionString!, ["--format=custom", "--compress=0", "--no-owner", "--no-privileges", "--snapshot", snapshot, "--file", dump], cancellationToken);
            var rows = await BackupFacts.RowsAsync(connection, cancellationToken);
            await using var stream = File.OpenRead(dump);
            await backup.AddAsync(BackupManifest.DumpName, stream, stream.Length, cancellationToken);
            return rows;
        }
        finally
        {
            File.Delete(dump);
        }
    }

    private async Task AddFilesAsync(NpgsqlConnection connection, BackupWriter backup, CancellationToken cancellationToken)
    {
        foreach (var (key, length, hash) in await FilesAsync(connection, cancellationToken))
        {
            await using var content = await store.OpenAsync(key, length, cancellationToken);
            if (content is null)
            {
                missing.Add(key);
                continue;
            }

            await backup.AddAsync(BackupManifest.FilesFolder + key, content, length, cancellationToken);
            // A damaged one is better than none, and told.
            if (backup.Entries[^1].Sha256 != hash) missing.Add(key);
        }
    }

    private static async Task<List<(string Key, long Length, string Hash)>> FilesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var files = new List<(string, long, string)>();
        await using var command = new NpgsqlCommand("select id, length, encode(hash, 'hex'), small_length, encode(small_hash, 'hex') from files.file where state in ('Uploaded', 'Kept', 'Released') order by id", connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(0);
            files.Add((FileKeys.Of(id), reader.GetInt64(1), reader.GetString(2)));
            if (!reader.IsDBNull(3)) files.Add((FileKeys.SmallOf(id), reader.GetInt64(3), reader.GetString(4)));
        }

        return files;
    }
}
