using System.Text;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Platform.Files;

/// <summary>What a file is, by what is inside; or why it is not taken in.</summary>
internal readonly record struct Recognised(FileFormat? Format, Text? Refusal)
{
    public static Recognised As(FileFormat format) => new(format, null);

    public static Recognised Refused(Text why) => new(null, why);

    /// <summary>Nothing that is taken in anywhere.</summary>
    public static Recognised Unknown => default;
}

/// <summary>
/// Tells formats by their first bytes, and by what must follow. A file that is two things at once has its first bytes at the very beginning, is served as what was found, never guessed at
/// by browsers (<c>nosniff</c>), and as a picture it is made anew.
/// </summary>
internal static class Recognition
{
    /// <summary>How far from the end a PDF may say that it ends.</summary>
    private const int PdfTail = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<Recognised> OfAsync(Stream file, string name, FileRules rules, CancellationToken cancellationToken)
    {
        var head = new byte[16];
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        file.Position = 0;
        var start = StartOf(head.AsSpan(0, read));
        // What to do about an office document that is locked is no help to someone who should choose a picture.
        if ((rules.Kinds & KindsOf(start)) == FileKinds.None) return Recognised.Unknown;
        return start switch
        {
            Start.Jpeg => Recognised.As(FileFormat.Jpeg),
            Start.Png => Recognised.As(FileFormat.Png),
            Start.WebP => Recognised.As(FileFormat.WebP),
            Start.Pdf => await PdfAsync(file, cancellationToken),
            Start.Zip => OfficeZip.Read(file),
            Start.OldOffice => Recognised.Refused("Filen är ett äldre eller låst Office-dokument. Spara den som .docx, .xlsx eller .pptx utan lösenord, eller som PDF, och välj den igen."),
            Start.Heic => Recognised.Refused("Bilden är i formatet HEIC, som inte går att visa överallt. Spara den som JPEG och välj den igen."),
            _ => await TextAsync(file, name, rules, cancellationToken),
        };
    }

    private static Start StartOf(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Start.Jpeg
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Start.Png
        : head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8) ? Start.WebP
        : head.StartsWith("%PDF-"u8) ? Start.Pdf
        : head.StartsWith("PK\u0003\u0004"u8) ? Start.Zip
        : head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? Start.OldOffice
        : head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) && (head[8..11].SequenceEqual("hei"u8) || head[8..11].SequenceEqual("mif"u8) || head[8..11].SequenceEqual("hev"u8)) ? Start.Heic
        : Start.Other;

    private static FileKinds KindsOf(Start start) => start switch
    {
        Start.Jpeg or Start.Png or Start.WebP or Start.Heic => FileKinds.Picture,
        Start.Pdf => FileKinds.Pdf,
        Start.Zip or Start.OldOffice => FileKinds.Office,
        _ => FileKinds.Text | FileKinds.Csv | FileKinds.Markdown,
    };

    private static async Task<Recognised> PdfAsync(Stream file, CancellationToken cancellationToken)
    {
        var tail = new byte[Math.Min(PdfTail, file.Length)];
        file.Seek(-tail.Length, SeekOrigin.End);
        await file.ReadExactlyAsync(tail, cancellationToken);
        return tail.AsSpan().IndexOf("%%EOF"u8) >= 0 ? Recognised.As(FileFormat.Pdf) : Recognised.Refused("Filen är inte hel. Öppna den på din dator, spara den som PDF igen och välj den på nytt.");
    }

    /// <summary>All of it must be text. Which sort cannot be seen inside: of those that the place takes, the one that the name says, else the first.</summary>
    private static async Task<Recognised> TextAsync(Stream file, string name, FileRules rules, CancellationToken cancellationToken)
    {
        var sorts = rules.Formats.Where(format => format.Kind is FileKinds.Text or FileKinds.Csv or FileKinds.Markdown).ToList();
        try
        {
            using var reader = new StreamReader(file, StrictUtf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            var buffer = new char[16 * 1024];
            while (await reader.ReadBlockAsync(buffer, cancellationToken) is > 0 and var read)
                if (buffer.AsSpan(0, read).ContainsAnyExcept(Written)) return Recognised.Unknown;
        }
        catch (DecoderFallbackException)
        {
            var ending = Path.GetExtension(name);
            return sorts.Exists(sort => sort.Extensions.Contains(ending, StringComparer.OrdinalIgnoreCase))
                ? Recognised.Refused("Texten är inte sparad som UTF-8, så å, ä och ö skulle bli fel. Spara om filen med teckenkodningen UTF-8 och välj den igen.")
                : Recognised.Unknown;
        }

        return Recognised.As(sorts.Find(sort => sort.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)) ?? sorts[0]);
    }

    /// <summary>Everything but control characters that no text has.</summary>
    private static readonly System.Buffers.SearchValues<char> Written = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(letter => !char.IsControl(letter) || letter is '\t' or '\n' or '\r' or '\f' or '\u0085')]);

    private enum Start
    {
        Other,
        Jpeg,
        Png,
        WebP,
        Pdf,
        Zip,
        OldOffice,
        Heic,
    }
}
