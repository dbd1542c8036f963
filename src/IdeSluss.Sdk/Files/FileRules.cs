using System.Globalization;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Sdk.Files;

/// <summary>What one place takes in. Declared once and used for the field, its help text and the check.</summary>
/// <param name="MostBytes">Of one file as it was sent.</param>
/// <example><code>
/// public static FileRules Attachment { get; } = new(FileKinds.Pdf | FileKinds.Office, FileRules.DocumentBytes);
/// </code></example>
public sealed record FileRules(FileKinds Kinds, long MostBytes)
{
    /// <summary>15 MB: a picture straight from a telephone.</summary>
    public const long PictureBytes = 15L * 1024 * 1024;

    /// <summary>25 MB: what a mail server lets through, and what the scanner of most installations takes.</summary>
    public const long DocumentBytes = 25L * 1024 * 1024;

    /// <summary>Width times height of a picture as it was sent, read from its header before it is unpacked. 50 million: the largest that telephones take.</summary>
    public long MostPixels { get; init; } = 50_000_000;

    public static FileRules Pictures { get; } = new(FileKinds.Picture, PictureBytes);

    public static FileRules Documents { get; } = new(FileKinds.Pdf | FileKinds.Office, DocumentBytes);

    /// <summary>Pictures, PDF, office documents and plain text.</summary>
    public static FileRules Attachments { get; } = new(FileKinds.Picture | FileKinds.Pdf | FileKinds.Office | FileKinds.Text, DocumentBytes);

    public IReadOnlyList<FileFormat> Formats => [.. FileFormat.All.Where(Takes)];

    public bool Takes(FileFormat format) => Kinds.HasFlag(format.Kind);

    /// <summary>For the field's <c>accept</c>: helps to choose, decides nothing.</summary>
    public string Accept => string.Join(',', Formats.SelectMany(format => format.Extensions));

    /// <summary>"JPEG, PNG eller WebP".</summary>
    public Text FormatsInWords => Formats.Select(format => format.Name).Distinct().ToArray() switch
    {
        [var only] => new("{0}", only),
        [.. var first, var last] => new("{0} eller {1}", string.Join(", ", first), last),
        [] => throw new InvalidOperationException("Rules for files must take at least one kind."),
    };

    /// <summary>"JPEG, PNG eller WebP, högst 15 MB." Shown at the field.</summary>
    public Text InWords => new("{0}, högst {1}.", FormatsInWords, FileSize.InWords(MostBytes));
}

/// <summary>Sizes for people.</summary>
public static class FileSize
{
    /// <summary>"480 kB", "2,3 MB": in the current culture, at most one decimal, never 0.</summary>
    public static string InWords(long bytes)
    {
        const double kilo = 1024, mega = kilo * 1024, giga = mega * 1024;
        return bytes switch
        {
            >= (long)giga => Say(bytes / giga, "GB"),
            >= (long)mega => Say(bytes / mega, "MB"),
            _ => Say(Math.Max(1, Math.Round(bytes / kilo)), "kB"),
        };

        // A space that does not break, so that the unit stays with its number.
        static string Say(double number, string unit) => number.ToString("0.#", CultureInfo.CurrentCulture) + "\u00a0" + unit;
    }
}
