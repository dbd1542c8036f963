using System.IO.Compression;
using System.Text;
using System.Xml;
using IdeSluss.Sdk.Files;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Platform.Files;

/// <summary>
/// Looks into the zip that an office document is. Only the list of its parts and the one part that names the format are unpacked, that one with a limit. The list must be believable too:
/// whoever opens the document later unpacks all of it.
/// </summary>
internal static class OfficeZip
{
    private const int MostParts = 5_000;
    private const long MostUnpacked = 500L * 1024 * 1024;

    /// <summary>Text shrinks to a twentieth, and sheets of zeroes to a hundredth; a bomb to a thousandth. Small parts may shrink as they like.</summary>
    private const long MostRatio = 200;
    private const long SmallPart = 1024 * 1024;
    private const int MostOfFormatPart = 1024 * 1024;

    private static readonly Text TooMuchInside = "Filen packar upp till så mycket att den inte går att ta emot. Dela upp den och försök igen.";
    private static readonly Text HasMacros = "Filen innehåller makron, det vill säga program som körs när någon öppnar den. Spara den utan makron (.docx, .xlsx, .pptx eller .odt) eller som PDF, och välj den igen.";
    private static readonly Text NotWhole = "Filen är inte hel. Öppna den på din dator, spara den igen och välj den på nytt.";

    private static readonly (string ContentType, FileFormat Format)[] Ooxml =
    [
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", FileFormat.Word),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", FileFormat.Excel),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", FileFormat.PowerPoint),
    ];

    private static readonly FileFormat[] Odf = [FileFormat.OdfText, FileFormat.OdfSpreadsheet, FileFormat.OdfPresentation];

    public static Recognised Read(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts || IsBomb(zip)) return Recognised.Refused(TooMuchInside);
            if (zip.GetEntry("[Content_Types].xml") is { } types) return OoxmlOf(zip, types);
            return zip.Entries.FirstOrDefault() is { FullName: "mimetype" } mimetype ? OdfOf(zip, mimetype) : Recognised.Unknown;
        }
        catch (Exception error) when (error is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            return Recognised.Refused(NotWhole);
        }
    }

    private static bool IsBomb(ZipArchive zip)
    {
        var unpacked = 0L;
        foreach (var part in zip.Entries)
        {
            unpacked += part.Length;
            if (part.Length < 0 || unpacked > MostUnpacked || (part.Length > SmallPart && part.Length / Math.Max(1, part.CompressedLength) > MostRatio)) return true;
        }

        return false;
    }

    private static Recognised OoxmlOf(ZipArchive zip, ZipArchiveEntry types)
    {
        var found = ContentTypes(types);
        if (found.Any(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            || zip.Entries.Any(part => IsMacroOfOoxml(part.FullName.Replace('\\', '/')))) return Recognised.Refused(HasMacros);
        var format = Ooxml.FirstOrDefault(known => found.Contains(known.ContentType)).Format;
        return format is null ? Recognised.Unknown : Recognised.As(format);
    }

    private static bool IsMacroOfOoxml(string part) =>
        part.EndsWith("/vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || part.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
        || part.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    private static Recognised OdfOf(ZipArchive zip, ZipArchiveEntry mimetype)
    {
        var type = Encoding.ASCII.GetString(Unpack(mimetype));
        if (Array.Find(Odf, known => known.ContentType == type) is not { } format) return Recognised.Unknown;
        return zip.Entries.Any(part => part.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || part.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase))
            ? Recognised.Refused(HasMacros)
            : Recognised.As(format);
    }

    private static HashSet<string> ContentTypes(ZipArchiveEntry types)
    {
        using var xml = XmlReader.Create(new MemoryStream(Unpack(types)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type) found.Add(type);
        return found;
    }

    /// <summary>By what comes out, not by what the list says would.</summary>
    private static byte[] Unpack(ZipArchiveEntry part)
    {
        if (part.IsEncrypted) throw new InvalidDataException("An encrypted part cannot be looked into.");
        using var content = part.Open();
        var buffer = new byte[MostOfFormatPart + 1];
        var read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return read <= MostOfFormatPart ? buffer[..read] : throw new InvalidDataException("The part that names the format is too large.");
    }
}
