using IdeSluss.Platform.Data;
using IdeSluss.Platform.Files;
using IdeSluss.Platform.Postgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IdeSluss.Platform.Backup;

/// <summary>Puts a backup into an instance that has nothing: unpacked aside, compared with its manifest, and only then moved in.</summary>
internal sealed class RestoreBackup(PlatformDataOptions options, FileStoreOptions files, IFileStore store, ILoggerFactory logs)
{
    /// <returns>What the backup told of itself.</returns>
    /// <exception cref="BackupException">Something is there already, or the backup cannot be used. Nothing was restored.</exception>
    public async Task<BackupManifest> HandleAsync(string path, string? identity, CancellationToken cancellationToken)
    {
        if (options.ConnectionString is null && Directory.Exists(ClusterCopy.FolderOf(options.DataFolder))) throw new BackupException($"Det finns redan en databas i {options.DataFolder}. Återställ till en tom mapp (--data MAPP).");
        Directory.CreateDirectory(options.DataFolder);
        FilesFolder.Prepare(files);
        // On the same disk as the files, so that they are moved and not copied again.
        var aside = Path.Combine(store.WorkFolder, "restore-" + Guid.CreateVersion7().ToString("N")[^8..]);
        try
        {
            var manifest = await BackupReader.UnpackAsync(path, identity, aside, cancellationToken);
            if (manifest.Database == DatabaseCopy.Cluster) await MoveClusterAsync(aside, cancellationToken);
            await RestoreAsync(manifest, aside, cancellationToken);
            return manifest;
        }
        catch when (options.ConnectionString is null)
        {
            // The server has stopped. What cannot be used must not stand in the way of the next attempt.
            if (ClusterCopy.FolderOf(options.DataFolder) is var cluster && Directory.Exists(cluster)) Directory.Delete(cluster, recursive: true);
            throw;
        }
        finally
        {
            if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        }
    }

    private async Task RestoreAsync(BackupManifest manifest, string aside, CancellationToken cancellationToken)
    {
        await using var server = new DatabaseServer(options, logs);
        await server.StartAsync(cancellationToken);
        await using var connection = await server.DataSource.OpenConnectionAsync(cancellationToken);
        if (manifest.Database == DatabaseCopy.Dump) await RestoreDumpAsync(manifest, connection, Path.Combine(aside, BackupManifest.DumpName), server, cancellationToken);
        await CompareAsync(manifest, connection, cancellationToken);
        foreach (var file in manifest.Files.Where(file => file.Name.StartsWith(BackupManifest.FilesFolder, StringComparison.Ordinal)))
            await store.PutAsync(file.Name[BackupManifest.FilesFolder.Length..], Path.Combine(aside, file.Name), cancellationToken);
    }

    private async Task MoveClusterAsync(string aside, CancellationToken cancellationToken)
    {
        if (options.ConnectionString is not null) throw new BackupException("Säkerhetskopian är av den inbyggda databasen och kan bara återställas till den. Ta bort ConnectionStrings:IdeSluss.");
        var folder = await ServerFolder.MakeAsync(new() { Folder = Path.Combine(options.DataFolder, "postgres"), Binaries = PostgresBinaries.Locate(options.PostgresFolder, options.ContentRoot) }, logs.CreateLogger<RestoreBackup>(), cancellationToken);
        // It may lie on another disk, where moving is copying: beside, then named.
        var unfinished = folder.Cluster + ".restored";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Move(Path.Combine(aside, BackupManifest.ClusterFolder), unfinished);
        Directory.Move(unfinished, folder.Cluster);
    }

    private async Task RestoreDumpAsync(BackupManifest manifest, NpgsqlConnection connection, string dump, DatabaseServer server, CancellationToken cancellationToken)
    {
        if ((await connection.TablesAsync(cancellationToken)).Count > 0) throw new BackupException("Databasen är inte tom. Återställ till en ny: create database … template template0.");
        var tool = await DumpTool.FindAsync("pg_restore", manifest.Postgres, cancellationToken);
        await DumpTool.RunAsync(tool, connection, options.ConnectionString ?? server.DataSource.ConnectionString, ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", dump], cancellationToken);
    }

    /// <summary>Before anything is migrated or seeded: what is there is what was there.</summary>
    private static async Task CompareAsync(BackupManifest manifest, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var rows = await BackupFacts.RowsAsync(connection, cancellationToken);
        var wrong = manifest.Rows.Where(told => !rows.TryGetValue(told.Key, out var there) || (manifest.Exact ? there != told.Value : there < told.Value)).ToList();
        if (wrong.Count > 0) throw new BackupException($"Det som återställdes är inte det som säkerhetskopierades: {string.Join(", ", wrong.Take(5).Select(told => $"{told.Key} skulle ha {told.Value} rader men har {rows.GetValueOrDefault(told.Key)}"))}.");
        if (manifest.Audit is { } mark && await BackupFacts.SealAsync(connection, mark.Number, cancellationToken) != mark.Seal)
            throw new BackupException($"Granskningsloggen är inte densamma: rad {mark.Number} har inte det sigill som säkerhetskopian säger.");
    }

    private static void Move(string from, string to)
    {
        if (OperatingSystem.IsWindows()) throw new BackupException("Den inbyggda databasen finns bara på Linux.");
        Directory.CreateDirectory(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var file in Directory.EnumerateFiles(from)) File.Move(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from)) Move(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
