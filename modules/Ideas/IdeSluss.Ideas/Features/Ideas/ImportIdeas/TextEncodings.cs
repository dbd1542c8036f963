using System.Text;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <param name="Encoding">Strict: what does not fit is an error, never a question mark.</param>
/// <param name="Name">As people call it.</param>
internal sealed record TextEncoding(Encoding Encoding, string Name)
{
    public static TextEncoding Utf8 { get; } = new(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), "UTF-8");

    public static TextEncoding Utf16 { get; } = new(new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), "UTF-16");

    public static TextEncoding Utf16BigEndian { get; } = new(new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), "UTF-16");

    /// <summary>What older spreadsheets save when one says nothing.</summary>
    public static TextEncoding Windows1252 { get; } = new(CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!, "Windows-1252");
}

/// <summary>
/// Finds how a file's letters are written, by its mark if it has one and otherwise by reading every byte once: a guess from the beginning would break the first å far
/// down. What mixes two ways, or is neither, is refused with the line and what to do.
/// </summary>
internal static class EncodingDetection
{
    private const int BlockSize = 64 * 1024;

    /// <param name="file">Read from its beginning.</param>
    public static async Task<Outcome<TextEncoding>> FindAsync(Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var block = new byte[BlockSize];
        var bytes = new ByteWatch();
        var first = true;
        int read;
        while ((read = await file.ReadAtLeastAsync(block, BlockSize, throwOnEndOfStream: false, cancellationToken)) > 0)
        {
            if (first && Marked(block.AsSpan(0, read)) is { } wide) return await CheckWideAsync(file, wide, cancellationToken);
            bytes.Add(block.AsSpan(0, read));
            first = false;
        }

        return first ? Problem.Invalid(new FieldError("File", "Filen är tom.")) : Judge(bytes);
    }

    private static async Task<Outcome<TextEncoding>> CheckWideAsync(Stream file, TextEncoding wide, CancellationToken cancellationToken)
    {
        file.Position = 0;
        using var text = new StreamReader(file, wide.Encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var letters = new char[BlockSize];
        var line = 1L;
        try
        {
            int read;
            while ((read = await text.ReadBlockAsync(letters, cancellationToken)) > 0) line += letters.AsSpan(0, read).Count('\n');
            return wide;
        }
        catch (DecoderFallbackException)
        {
            return Wrong(new Text("Rad {0} eller någon av de närmast efter har tecken som inte går att läsa. Öppna filen i det program den kommer från och spara som CSV UTF-8.", line));
        }
    }

    /// <summary>Two bytes to a letter: by the mark, or because every other byte of plain text is nought.</summary>
    private static TextEncoding? Marked(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return TextEncoding.Utf16;
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return TextEncoding.Utf16BigEndian;
        var some = start[..Math.Min(start.Length & ~1, 512)];
        var (even, odd) = (0, 0);
        for (var at = 0; at < some.Length; at += 2)
        {
            if (some[at] == 0) even++;
            if (some[at + 1] == 0) odd++;
        }

        var most = some.Length / 2 * 3 / 4;
        return some.Length < 4 ? null : odd > most && even == 0 ? TextEncoding.Utf16 : even > most && odd == 0 ? TextEncoding.Utf16BigEndian : null;
    }

    private static Outcome<TextEncoding> Judge(ByteWatch bytes)
    {
        if (bytes.Invalid is not { } invalid) return TextEncoding.Utf8;
        if (bytes.HasUtf8Mark)
            return Wrong(new Text("Filen säger att den är UTF-8, men rad {0} är det inte. Öppna den i ett kalkylprogram, rätta raden och spara som CSV UTF-8.", invalid));
        if (bytes.Valid is { } valid)
            return Wrong(new Text("Filen blandar två teckenkodningar: rad {0} är UTF-8 men rad {1} är det inte. Öppna den i ett kalkylprogram, rätta å, ä och ö och spara som CSV UTF-8.", valid, invalid));
        return bytes.NotInWindows1252 is { } broken
            ? Wrong(new Text("Rad {0} har tecken som inte går att läsa. Öppna filen i det program den kommer från och spara som CSV UTF-8.", broken))
            : TextEncoding.Windows1252;
    }

    private static Problem Wrong(Text message) => Problem.Invalid(new FieldError("File", message));
}

/// <summary>Reads bytes as UTF-8 and remembers the first line where they are, and are not.</summary>
internal sealed class ByteWatch
{
    private long line = 1;
    private long position;
    private int following;
    private byte least;
    private byte most;

    /// <summary>Line with a letter of several bytes, well formed.</summary>
    public long? Valid { get; private set; }

    /// <summary>Line that is not UTF-8.</summary>
    public long? Invalid { get; private set; }

    /// <summary>Line with a byte that Windows-1252 has no letter for.</summary>
    public long? NotInWindows1252 { get; private set; }

    public bool HasUtf8Mark { get; private set; }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (position == 0 && bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            HasUtf8Mark = true;
            bytes = bytes[3..];
        }

        position += bytes.Length;
        foreach (var value in bytes)
        {
            if (value < 0x80)
            {
                if (following > 0) Break();
                if (value == (byte)'\n') line++;
                continue;
            }

            if (value is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D) NotInWindows1252 ??= line;
            if (following > 0 && value >= least && value <= most) Continue();
            else
            {
                if (following > 0) Break();
                Begin(value);
            }
        }
    }

    private void Begin(byte value)
    {
        // The second byte's range keeps out overlong forms, surrogates and what lies beyond Unicode (RFC 3629).
        (following, least, most) = value switch
        {
            >= 0xC2 and <= 0xDF => (1, (byte)0x80, (byte)0xBF),
            0xE0 => (2, (byte)0xA0, (byte)0xBF),
            0xED => (2, (byte)0x80, (byte)0x9F),
            >= 0xE1 and <= 0xEF => (2, (byte)0x80, (byte)0xBF),
            0xF0 => (3, (byte)0x90, (byte)0xBF),
            >= 0xF1 and <= 0xF3 => (3, (byte)0x80, (byte)0xBF),
            0xF4 => (3, (byte)0x80, (byte)0x8F),
            _ => (0, (byte)0, (byte)0),
        };
        if (following == 0) Invalid ??= line;
    }

    private void Continue()
    {
        following--;
        (least, most) = (0x80, 0xBF);
        if (following == 0) Valid ??= line;
    }

    private void Break()
    {
        Invalid ??= line;
        following = 0;
    }
}
