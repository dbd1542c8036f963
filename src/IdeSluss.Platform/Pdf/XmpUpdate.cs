using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using IdeSluss.Sdk.Documents;

namespace IdeSluss.Platform.Pdf;

/// <summary>
/// PDFsharp 6.2 writes its own metadata on saving, without the mark that says PDF/UA and with a title that is not escaped. So ours is appended the way PDF provides for (ISO 32000-1, 7.5.6, incremental
/// updates): the same object anew, and a table that points to it.
/// </summary>
internal static partial class XmpUpdate
{
    public static byte[] Append(byte[] pdf, Document document, DateTimeOffset at)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var metadata = int.Parse(MetadataReference().Matches(text)[^1].Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var trailer = Trailer().Matches(text)[^1];
        var xmp = Encoding.UTF8.GetBytes(Xmp(document, at));

        using var all = new MemoryStream(pdf.Length + xmp.Length + 1000);
        all.Write(pdf);
        Write(all, "\n");
        var offset = all.Position;
        Write(all, string.Create(CultureInfo.InvariantCulture, $"{metadata} 0 obj\n<</Type/Metadata/Subtype/XML/Length {xmp.Length}>>\nstream\n"));
        all.Write(xmp);
        Write(all, "\nendstream\nendobj\n");
        var table = all.Position;
        Write(all, string.Create(CultureInfo.InvariantCulture, $"xref\n{metadata} 1\n{offset:D10} 00000 n \ntrailer\n<<{trailer.Groups["entries"].Value}/Prev {trailer.Groups["table"].Value}>>\nstartxref\n{table}\n%%EOF\n"));
        return all.ToArray();
    }

    private static string Xmp(Document document, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"""
        <?xpacket begin="{'\ufeff'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
              <pdfuaid:part>1</pdfuaid:part>
              <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(Plain(document.Title))}</rdf:li></rdf:Alt></dc:title>
              <dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(Plain(document.Sender ?? ""))}</rdf:li></rdf:Seq></dc:creator>
              <dc:language><rdf:Bag><rdf:li>{SecurityElement.Escape(document.Language)}</rdf:li></rdf:Bag></dc:language>
              <xmp:CreatorTool>IdeSluss</xmp:CreatorTool>
              <xmp:CreateDate>{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}</xmp:CreateDate>
            </rdf:Description>
          </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """);

    /// <summary>XML has no room for control characters.</summary>
    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsControl(character)));

    private static void Write(MemoryStream all, string text) => all.Write(Encoding.Latin1.GetBytes(text));

    [GeneratedRegex(@"/Metadata\s+(\d+)\s+0\s+R", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex MetadataReference();

    [GeneratedRegex(@"trailer\s*<<(?<entries>.*?)>>\s*(%[^\r\n]*)?\s*startxref\s*(?<table>\d+)", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Trailer();
}
