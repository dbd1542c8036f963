using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IdeSluss.Sdk.Data;

namespace IdeSluss.Platform.Audit;

/// <summary>The seal of one entry: SHA-256 over the previous seal, the number and every field, each with its length, so that nothing can move between fields.</summary>
internal static class SealedEntry
{
    /// <summary>What the first entry is chained to.</summary>
    public static byte[] Beginning { get; } = new byte[SHA256.HashSizeInBytes];

    public static byte[] Seal(byte[] previous, long number, AuditRow entry)
    {
        using var bytes = new MemoryStream(512);
        bytes.Write(previous);
        Write(bytes, number);
        Write(bytes, entry.Id.ToString("N"));
        // PostgreSQL keeps microseconds.
        Write(bytes, entry.At.UtcTicks / TimeSpan.TicksPerMicrosecond);
        Write(bytes, entry.Action);
        Write(bytes, entry.SubjectKind);
        Write(bytes, entry.SubjectId.ToString("N"));
        Write(bytes, entry.ActorId?.ToString("N") ?? "");
        Write(bytes, entry.AuthorityId?.ToString("N") ?? "");
        // jsonb keeps neither order nor spacing: the sorted pairs are what counts.
        foreach (var (name, value) in JsonSerializer.Deserialize<SortedDictionary<string, string>>(entry.Facts)!.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Write(bytes, name);
            Write(bytes, value);
        }

        return SHA256.HashData(bytes.ToArray());
    }

    private static void Write(MemoryStream bytes, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Write(bytes, utf8.LongLength);
        bytes.Write(utf8);
    }

    private static void Write(MemoryStream bytes, long number)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(eight, number);
        bytes.Write(eight);
    }
}
