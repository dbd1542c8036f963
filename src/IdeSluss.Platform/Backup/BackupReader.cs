using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IdeSluss.Platform.Backup;

/// <summary>Unpacks a backup into a folder of its own and compares everything with the manifest, before any of it is used.</summary>
internal static partial class BackupReader
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="BackupException">It is no backup, cut short, changed or from a newer program.</exception>
    public static async Task<BackupManifest> UnpackAsync(string path, string? identity, string target, CancellationToken cancellationToken)
    {
        await using var sealing = Sealing.Opening(path, identity);
        try
        {
            await using var file = File.OpenRead(path);
            await using var zip = new GZipStream(sealing?.Read(file) ?? file, CompressionMode.Decompress);
            var found = await UnpackAsync(zip, target, cancellationToken);
            if (sealing is not null) await sealing.FinishAsync(cancellationToken);
            return Check(found, target);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException or JsonException)
        {
            if (sealing is not null) await sealing.FinishAsync(cancellationToken);
            throw new BackupException($"{path} är ingen hel säkerhetskopia: {error.Message}", error);
        }
        catch (FileNotFoundException error)
        {
            throw new BackupException($"Filen {path} finns inte.", error);
        }
    }

    private static async Task<Dictionary<string, BackupEntry>> UnpackAsync(Stream content, string target, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, BackupEntry>();
        await using var tar = new TarReader(content);
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            // A name from outside decides where bytes land.
            if (!Names().IsMatch(entry.Name) || entry.Name.Split('/').Contains("..")) throw new InvalidDataException($"otillåtet namn, {entry.Name}.");
            var place = Path.Combine(target, entry.Name);
            if (entry.EntryType == TarEntryType.Directory)
            {
                MakeFolder(place);
                continue;
            }

            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) throw new InvalidDataException($"otillåten sort, {entry.Name}.");
            MakeFolder(Path.GetDirectoryName(place)!);
            found[entry.Name] = new(entry.Name, entry.Length, await WriteAsync(entry.DataStream, place, cancellationToken));
        }

        return found;
    }

    private static BackupManifest Check(Dictionary<string, BackupEntry> found, string target)
    {
        if (!found.Remove(BackupManifest.Name)) throw new InvalidDataException("innehållsförteckningen saknas, så den är avbruten.");
        var manifest = JsonSerializer.Deserialize<BackupManifest>(File.ReadAllBytes(Path.Combine(target, BackupManifest.Name)), BackupManifest.Json) ?? throw new InvalidDataException("innehållsförteckningen är tom.");
        if (manifest.Format > BackupManifest.ThisFormat) throw new BackupException($"Säkerhetskopian är gjord av ett nyare program ({manifest.Program}). Återställ med det.");
        foreach (var told in manifest.Files)
            if (!found.Remove(told.Name, out var there) || there != told) throw new InvalidDataException($"{told.Name} saknas eller är ändrad.");
        return found.Count == 0 ? manifest : throw new InvalidDataException($"{found.Keys.First()} står inte i innehållsförteckningen.");
    }

    private static async Task<string> WriteAsync(Stream? content, string place, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(place, BackupWriter.ForItsOwner(FileMode.CreateNew));
        var buffer = new byte[81_920];
        while (content is not null && await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>For its owner alone: the server refuses a folder that others can read.</summary>
    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnersFolder);
    }

    [GeneratedRegex(@"\A(manifest\.json|database\.dump|files/[0-9a-zA-Z._-]+|cluster/[0-9a-zA-Z._/-]*)\z")]
    private static partial Regex Names();
}
