using System.Text.Json;

namespace IdeSluss.Platform.Backup;

/// <summary>How the database lies in a backup.</summary>
internal enum DatabaseCopy
{
    /// <summary>The files of the embedded server with the log that makes them whole: <c>cluster/…</c>.</summary>
    Cluster,

    /// <summary>The archive that <c>pg_dump</c> makes: <c>database.dump</c>.</summary>
    Dump,
}

/// <summary>What a backup holds. Written last: a backup without it was cut short.</summary>
/// <param name="Format">Of the backup itself; a newer one is refused.</param>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="Postgres">Major version of the server.</param>
/// <param name="Migrations">Schema → the last migration.</param>
/// <param name="Rows">Table → how many rows it has at the least; how many exactly where <paramref name="Exact"/>.</param>
/// <param name="Exact">The rows were counted at the very moment that the copy shows.</param>
/// <param name="Audit">The last sealed entry of the audit log when the backup began; it must be there with the same seal.</param>
/// <param name="Files">Everything else in the backup, with its hash.</param>
/// <param name="Missing">Keys of files that the database knows and the store did not have.</param>
internal sealed record BackupManifest(
    int Format, string Program, string Municipality, DateTimeOffset BegunAt, DateTimeOffset EndedAt, DatabaseCopy Database, int Postgres, IReadOnlyDictionary<string, string> Migrations, IReadOnlyDictionary<string, long> Rows, bool Exact,
    AuditMark? Audit, IReadOnlyList<BackupEntry> Files, IReadOnlyList<string> Missing)
{
    public const int ThisFormat = 1;
    public const string Name = "manifest.json";
    public const string DumpName = "database.dump";
    public const string ClusterFolder = "cluster/";
    public const string FilesFolder = "files/";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
}

/// <param name="Sha256">Hexadecimal.</param>
internal sealed record BackupEntry(string Name, long Length, string Sha256);

/// <param name="Seal">Hexadecimal.</param>
internal sealed record AuditMark(long Number, string Seal);

/// <summary>Why a backup or a restoring could not be done, and what to do about it.</summary>
internal sealed class BackupException(string message, Exception? inner = null) : Hosting.StartUpException(message, inner);
