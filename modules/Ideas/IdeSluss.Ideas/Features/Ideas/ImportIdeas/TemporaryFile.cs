namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>A file that has no name on disk any more: gone with the process, however it ends, because it may hold personal data.</summary>
internal sealed class TemporaryFile(FileStream file) : IAsyncDisposable
{
    /// <summary>Read from wherever its position is set.</summary>
    public Stream Stream => file;

    public static TemporaryFile Create()
    {
        var path = Path.Combine(Path.GetTempPath(), $"idesluss-{Guid.CreateVersion7():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return new(file);
    }

    /// <returns>False when there is more than <paramref name="most"/> bytes.</returns>
    public async Task<bool> FillAsync(Stream from, long most, CancellationToken cancellationToken)
    {
        var block = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(block, cancellationToken)) > 0)
        {
            if (file.Length + read > most) return false;
            await AddAsync(block.AsMemory(0, read), cancellationToken);
        }

        await file.FlushAsync(cancellationToken);
        return true;
    }

    public ValueTask AddAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => file.WriteAsync(bytes, cancellationToken);

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
