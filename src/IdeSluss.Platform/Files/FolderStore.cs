using IdeSluss.Sdk.Files;

namespace IdeSluss.Platform.Files;

/// <summary>
/// A folder, which several replicas may share. A key's last four letters are its folders: keys begin with the time, so the last ones spread evenly, and no folder gets so many files that
/// backup and file manager stall. A file marks the folder, for one on another machine that is no longer mounted looks like an empty one: everything would seem to be missing, and what came in would be
/// gone when it is mounted again.
/// </summary>
internal sealed class FolderStore(FileStoreOptions options) : IFileStore
{
    public const string Mark = "ideslussens-filer";

    /// <summary>Seen by this process: from then on a folder without it is another one.</summary>
    private volatile bool seen;

    public string WorkFolder { get; } = Path.Combine(options.Folder, "incoming");

    public void EnsureThere()
    {
        var mark = Path.Combine(options.Folder, Mark);
        try
        {
            if (!seen)
            {
                Directory.CreateDirectory(options.Folder);
                using (new FileStream(mark, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)) seen = true;
            }

            if (!File.Exists(mark)) throw new FileUnavailableException("The folder of files is not the one that was there: is it still mounted?");
        }
        catch (Exception error) when (error is (IOException or UnauthorizedAccessException) and not FileUnavailableException)
        {
            throw DiskSpace.Fault("The folder of files cannot be used.", error);
        }
    }

    public Task PutAsync(string key, string path, CancellationToken cancellationToken)
    {
        EnsureThere();
        try
        {
            var target = PathOf(key);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            file.Flush(flushToDisk: true);
            File.Move(path, target, overwrite: true);
            // Again, for the new name: the journals of Linux file systems write the rename with the file it concerns, and a folder cannot be flushed from here.
            file.Flush(flushToDisk: true);
            return Task.CompletedTask;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DiskSpace.Fault("The folder of files cannot be written.", error);
        }
    }

    public Task<Stream?> OpenAsync(string key, long length, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(key), new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous }));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            EnsureThere();
            return Task.FromResult<Stream?>(null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FileUnavailableException("The folder of files cannot be read.", error);
        }
    }

    public Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            File.Delete(PathOf(key));
        }
        catch (DirectoryNotFoundException)
        {
            // Gone with its folder: what was wanted, unless all of it is.
            EnsureThere();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FileUnavailableException("The folder of files cannot be written.", error);
        }

        return Task.CompletedTask;
    }

    public Task CheckAsync(CancellationToken cancellationToken)
    {
        EnsureThere();
        try
        {
            Directory.CreateDirectory(WorkFolder);
            if (DiskSpace.IsShort(options)) throw new StoreIsFullException();
            using var probe = new FileStream(Path.Combine(WorkFolder, $"{Guid.CreateVersion7():N}.probe"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            probe.WriteByte(0);
            return Task.CompletedTask;
        }
        catch (Exception error) when (error is (IOException or UnauthorizedAccessException) and not FileUnavailableException)
        {
            throw new FileUnavailableException("The folder of files cannot be written.", error);
        }
    }

    private string PathOf(string key)
    {
        var id = key[..32];
        return Path.Combine(options.Folder, id[^2..], id[^4..^2], key);
    }
}

/// <summary>Whether there is room, told the same way by what has happened and by what would.</summary>
internal static class DiskSpace
{
    private const int NoSpaceOnLinux = 28;
    private const int QuotaOnLinux = 122;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    private static bool IsFull(Exception error) => error is IOException { HResult: NoSpaceOnLinux or QuotaOnLinux or NoSpaceOnWindows };

    public static FileUnavailableException Fault(string otherwise, Exception error) => IsFull(error) ? new StoreIsFullException(error) : new FileUnavailableException(otherwise, error);

    public static bool IsShort(FileStoreOptions options) => new DriveInfo(options.Folder).AvailableFreeSpace < options.KeepFree;
}

/// <summary>The sender is told this apart from other faults: trying again at once does not help.</summary>
internal sealed class StoreIsFullException(Exception? inner = null) : FileUnavailableException("There is no room for more files.", inner);
