using System.Collections.Concurrent;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using SkiaSharp;

namespace IdeSluss.Platform.Pdf;

/// <summary>The one family that is embedded. PDFsharp asks for fonts by a setting of the process, so it is set once for all.</summary>
internal sealed class PdfFonts : IFontResolver
{
    /// <summary>Stands for what the font cannot write: an empty glyph would say nothing, and PDF/UA forbids it.</summary>
    private const char Unknown = '□';
    private const string Family = "Source Sans 3";
    private const string Regular = "SourceSans3-Regular.ttf";
    private const string Strong = "SourceSans3-SemiBold.ttf";

    private static readonly ConcurrentDictionary<string, byte[]> Files = new();
    private static readonly Lazy<SKFont> Covered = new(() => new(SKTypeface.FromData(SKData.CreateCopy(Read(Regular)))));
    private static readonly XPdfFontOptions Embedded = new(PdfSharp.Pdf.PdfFontEncoding.Unicode, PdfSharp.Pdf.PdfFontEmbedding.TryComputeSubset);

    static PdfFonts() => GlobalFontSettings.FontResolver = new PdfFonts();

    private PdfFonts() { }

    public static XFont Of(double size, bool strong) => new(Family, size, strong ? XFontStyleEx.Bold : XFontStyleEx.Regular, Embedded);

    /// <summary>The text as it can be written: no control characters, tabs as spaces, and a mark for what the font lacks.</summary>
    public static string Writable(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize().ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n') written.Append('\n');
            else if (rune.Value is '\t') written.Append(' ');
            // Soft hyphens, joiners and marks of direction have no width and no glyph of their own.
            else if (Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format) continue;
            else if (rune.IsBmp && Covered.Value.ContainsGlyph(rune.Value)) written.Append((char)rune.Value);
            else written.Append(Unknown);
        }

        return written.ToString();
    }

    public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) => new(bold ? Strong : Regular);

    public byte[] GetFont(string faceName) => Read(faceName);

    private static byte[] Read(string file) => Files.GetOrAdd(file, name =>
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream($"fonts/{name}") ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    });
}
