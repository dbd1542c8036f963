using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace IdeSluss.Platform.Backup;

/// <summary>Writes a backup as one compressed tar file, hashing what it writes. The file has its name when it is whole, and is for its owner alone.</summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    /// <summary>What the server's files and pictures are made of does not get much smaller by more work.</summary>
    private const CompressionLevel Level = CompressionLevel.Fastest;

    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string path;
    private readonly Sealing? sealing;
    private readonly FileStream file;
    private readonly GZipStream zip;
    private readonly TarWriter tar;
    private readonly List<BackupEntry> entries = [];

    private BackupWriter(string path, Sealing? sealing)
    {
        this.path = path;
        this.sealing = sealing;
        file = new FileStream(Unfinished(path), ForItsOwner(FileMode.Create));
        // What encrypts knows by the end of its input that there is no more; the file itself is flushed before it is closed.
        zip = new GZipStream(sealing?.Start(file) ?? file, Level, leaveOpen: sealing is null);
        tar = new TarWriter(zip, TarEntryFormat.Pax, leaveOpen: true);
    }

    public IReadOnlyList<BackupEntry> Entries => entries;

    public static string Unfinished(string path) => path + ".part";

    /// <summary>To write a file that nobody else may read: it holds all that the instance has.</summary>
    public static FileStreamOptions ForItsOwner(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersAlone;
        return options;
    }

    /// <exception cref="BackupException">The file cannot be made.</exception>
    public static BackupWriter Create(string path, Sealing? sealing)
    {
        if (File.Exists(path)) throw new BackupException($"Filen {path} finns redan. Välj ett annat namn.");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new(path, sealing);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"Det går inte att skriva {path}: {error.Message} Välj en annan plats.", error);
        }
    }

    /// <summary>Writes <paramref name="length"/> bytes. What grows meanwhile is cut, and what shrinks is filled with noughts: the server's log puts both right.</summary>
    public async Task AddAsync(string name, Stream content, long length, CancellationToken cancellationToken)
    {
        await using var exact = new ExactlyThisLong(content, length);
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = exact, Mode = OwnersAlone }, cancellationToken);
        entries.Add(new(name, length, exact.Hash()));
    }

    public async Task AddAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        await using var stream = new MemoryStream(content);
        await AddAsync(name, stream, content.Length, cancellationToken);
    }

    public Task AddFolderAsync(string name, CancellationToken cancellationToken) =>
        tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, name) { Mode = OwnersAlone | UnixFileMode.UserExecute }, cancellationToken);

    /// <summary>Writes the manifest, sees to it that the bytes are on disk, and gives the file its name.</summary>
    public async Task FinishAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        await AddAsync(BackupManifest.Name, JsonSerializer.SerializeToUtf8Bytes(manifest, BackupManifest.Json), cancellationToken);
        await tar.DisposeAsync();
        await zip.DisposeAsync();
        if (sealing is not null) await sealing.FinishAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        await file.DisposeAsync();
        File.Move(Unfinished(path), path);
    }

    public async ValueTask DisposeAsync()
    {
        if (sealing is not null) await sealing.DisposeAsync();
        await file.DisposeAsync();
        // Whole or not at all.
        File.Delete(Unfinished(path));
    }

    /// <summary>The first bytes of a stream, hashed as they are read.</summary>
    private sealed class ExactlyThisLong(Stream content, long length) : Stream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long left = length;

        public override bool CanRead => true;

        // The writer must know the length beforehand, or it would keep all of it in memory.
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length { get; } = length;

        public override long Position
        {
            get => Length - left;
            set => throw new NotSupportedException();
        }

        public string Hash() => Convert.ToHexStringLower(hash.GetHashAndReset());

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var wanted = buffer[..(int)Math.Min(buffer.Length, left)];
            if (wanted.Length == 0) return 0;
            var read = await content.ReadAsync(wanted, cancellationToken);
            if (read == 0)
            {
                wanted.Span.Clear();
                read = wanted.Length;
            }

            hash.AppendData(wanted.Span[..read]);
            left -= read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
