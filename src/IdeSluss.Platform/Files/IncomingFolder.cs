using System.Security.Cryptography;
using IdeSluss.Sdk.Files;

namespace IdeSluss.Platform.Files;

/// <summary>The work folder of the store: files on their way in, each gone when it has been taken over or refused.</summary>
internal sealed class IncomingFolder(IFileStore store, FileStoreOptions options, TimeProvider time)
{
    // Longer than any upload may take.
    private static readonly TimeSpan LongestUpload = TimeSpan.FromDays(1);

    /// <summary>A name of its own in the folder; nothing is written.</summary>
    public IncomingFile New() => new(Path.Combine(store.WorkFolder, Guid.CreateVersion7().ToString("N")));

    /// <summary>Writes the upload down, no further than one byte past the limit: what says it is small may not be.</summary>
    /// <returns>False when it is larger than <paramref name="mostBytes"/>.</returns>
    /// <exception cref="FileUnavailableException">There is no room.</exception>
    public async Task<bool> ReceiveAsync(Stream content, IncomingFile into, long mostBytes, CancellationToken cancellationToken)
    {
        store.EnsureThere();
        try
        {
            Directory.CreateDirectory(store.WorkFolder);
            if (DiskSpace.IsShort(options)) throw new StoreIsFullException();
        }
        catch (Exception error) when (error is (IOException or UnauthorizedAccessException) and not FileUnavailableException)
        {
            throw new FileUnavailableException("The folder for files on their way in cannot be written.", error);
        }

        await using var file = into.Create();
        var buffer = new byte[81920];
        var total = 0L;
        while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            total += read;
            if (total > mostBytes) return false;
            try
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
            catch (IOException error)
            {
                throw DiskSpace.Fault("The folder for files on their way in cannot be written.", error);
            }
        }

        return true;
    }

    /// <summary>What a crash left behind.</summary>
    public void RemoveLeftovers()
    {
        if (!Directory.Exists(store.WorkFolder)) return;
        var oldest = (time.GetUtcNow() - LongestUpload).UtcDateTime;
        foreach (var path in Directory.EnumerateFiles(store.WorkFolder).Where(path => File.GetLastWriteTimeUtc(path) < oldest)) File.Delete(path);
    }
}

/// <summary>A file in the work folder; disposing removes it unless the store has taken it over.</summary>
internal sealed class IncomingFile(string path) : IDisposable
{
    public string Path { get; } = path;

    public long Length => new FileInfo(Path).Length;

    public FileStream Create() => new(Path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous });

    public FileStream Open() => new(Path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });

    public async Task<byte[]> HashAsync(CancellationToken cancellationToken)
    {
        await using var file = Open();
        return await SHA256.HashDataAsync(file, cancellationToken);
    }

    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder is gone: what of it comes back is removed with the leftovers, and its sender gets the answer.
        }
    }
}
