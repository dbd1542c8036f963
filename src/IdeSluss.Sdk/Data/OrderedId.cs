using System.Buffers.Binary;

namespace IdeSluss.Sdk.Data;

/// <summary>
/// Ids whose order is the order in which they were made, also within a millisecond: UUID version 7 with a counter where its random bits would begin
/// (RFC 9562, 6.2, method 1). For rows that are read in the order they happened; elsewhere <see cref="Guid.CreateVersion7()"/> is enough.
/// </summary>
/// <example><code>new TimelineEntry { Id = OrderedId.Next(), … }</code></example>
public static class OrderedId
{
    private const int CounterBits = 12;

    /// <summary>Milliseconds and counter of the newest id.</summary>
    private static long newest;

    public static Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        var fresh = BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16 << CounterBits;
        long earlier, mine;
        do
        {
            earlier = Volatile.Read(ref newest);
            mine = Math.Max(fresh, earlier + 1);
        }
        while (Interlocked.CompareExchange(ref newest, mine, earlier) != earlier);

        var counter = mine & ((1 << CounterBits) - 1);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (mine >>> CounterBits << 16) | 0x7000 | counter);
        return new Guid(bytes, bigEndian: true);
    }
}
