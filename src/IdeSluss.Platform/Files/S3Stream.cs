using Amazon.S3.Model;

namespace IdeSluss.Platform.Files;

/// <summary>An object of a store that can be read from any place: moving asks the store anew from there, at the next reading. Read it asynchronously.</summary>
internal sealed class S3Stream(GetObjectResponse first, long length, Func<long, CancellationToken, Task<GetObjectResponse>> openAt) : Stream
{
    private GetObjectResponse? open = first;
    private long openPosition;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0) return 0;
        if (open is null || openPosition != position)
        {
            open?.Dispose();
            open = null;
            open = await openAt(position, cancellationToken);
            openPosition = position;
        }

        var read = await open.ResponseStream.ReadAsync(buffer, cancellationToken);
        openPosition = position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read files asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) open?.Dispose();
        base.Dispose(disposing);
    }
}
