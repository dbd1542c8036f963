using System.Text;
using IdeSluss.Platform.Data;
using Npgsql;

namespace IdeSluss.Platform.Backup;

/// <summary>
/// Copies the files of the embedded server while it runs, as PostgreSQL's manual has it for a base backup by hand: between start and stop they may change under one's hands, and the log written meanwhile, which
/// comes with them, makes them whole when the copy is started.
/// </summary>
internal sealed class ClusterCopy(NpgsqlConnection connection, string cluster)
{
    /// <summary>Made anew at every start, or for the running server alone.</summary>
    private static readonly string[] EmptyFolders = ["pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans"];

    private static readonly string[] LeftOut = ["postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "pg_internal.init"];

    public static string FolderOf(string dataFolder)
    {
        var root = new DirectoryInfo(Path.Combine(dataFolder, "postgres"));
        return Path.Combine((root.Exists ? root.ResolveLinkTarget(returnFinalTarget: true)?.FullName : null) ?? root.FullName, "cluster");
    }

    public async Task WriteAsync(BackupWriter backup, CancellationToken cancellationToken)
    {
        // The slot keeps the log from being recycled; it goes with the connection.
        await connection.ScalarAsync<string>("select pg_create_physical_replication_slot('ideslussen_backup_' || pg_backend_pid(), true, true)::text", cancellationToken);
        var first = (await connection.ScalarAsync<string>("select pg_walfile_name(pg_backup_start('ideslussen', fast => true))", cancellationToken))!;
        await WriteFolderAsync(backup, "", cancellationToken);
        // Last of the files, as the manual's own tool does.
        await WriteFileAsync(backup, "global/pg_control", cancellationToken);
        var (last, label) = await StopAsync(cancellationToken);
        await backup.AddAsync(BackupManifest.ClusterFolder + "backup_label", Encoding.UTF8.GetBytes(label), cancellationToken);
        foreach (var name in Directory.EnumerateFiles(Path.Combine(cluster, "pg_wal")).Select(Path.GetFileName).OfType<string>().Where(name => IsNeeded(name, first, last)).Order(StringComparer.Ordinal))
            await WriteFileAsync(backup, "pg_wal/" + name, cancellationToken);
    }

    private async Task WriteFolderAsync(BackupWriter backup, string folder, CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(Path.Combine(cluster, folder)).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var inside = folder.Length == 0 ? name : $"{folder}/{name}";
            if (LeftOut.Contains(name) || name.StartsWith("pgsql_tmp", StringComparison.Ordinal) || inside == "global/pg_control") continue;
            if (!Directory.Exists(path))
            {
                await WriteFileAsync(backup, inside, cancellationToken);
                continue;
            }

            await backup.AddFolderAsync(BackupManifest.ClusterFolder + inside + "/", cancellationToken);
            if (!EmptyFolders.Contains(inside)) await WriteFolderAsync(backup, inside, cancellationToken);
        }
    }

    private async Task WriteFileAsync(BackupWriter backup, string inside, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(cluster, inside), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            // A table was dropped meanwhile: the log says so.
            return;
        }

        await using (file) await backup.AddAsync(BackupManifest.ClusterFolder + inside, file, file.Length, cancellationToken);
    }

    private async Task<(string Last, string Label)> StopAsync(CancellationToken cancellationToken)
    {
        await using var stop = new NpgsqlCommand("select pg_walfile_name(lsn), labelfile from pg_backup_stop(wait_for_archive => false)", connection) { CommandTimeout = 0 };
        await using var reader = await stop.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetString(0), reader.GetString(1));
    }

    /// <summary>The segments from the first to the last, and the histories of timelines.</summary>
    private static bool IsNeeded(string name, string first, string last) =>
        name.EndsWith(".history", StringComparison.Ordinal) || (name.Length == first.Length && string.CompareOrdinal(name, first) >= 0 && string.CompareOrdinal(name, last) <= 0);
}
