using System.Globalization;
using System.Text;
using IdeSluss.Sdk.Files;

namespace IdeSluss.Platform.Files;

/// <summary>Names that can be shown, sent in a header and saved on any computer.</summary>
internal static class FileNames
{
    private const int Longest = 120;
    private const string NotInNames = "<>:\"/\\|?*";

    /// <summary>The sender's name without folders and what hides or turns text around (a name may look as if it ended otherwise), ending as its content does.</summary>
    public static string Clean(string given, FileFormat format)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        // A Mac sends å as a and a ring; lone halves of a character cannot be normalised at all.
        foreach (var rune in last.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) continue;
            kept.Append(rune.IsAscii && NotInNames.Contains((char)rune.Value, StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        var name = kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.');
        var ending = Path.GetExtension(name);
        if (format.Extensions.Contains(ending, StringComparer.OrdinalIgnoreCase)) name = name[..^ending.Length];
        else if (FileFormat.All.Any(other => other.Extensions.Contains(ending, StringComparer.OrdinalIgnoreCase))) (name, ending) = (name[..^ending.Length], format.Extensions[0]);
        else ending = format.Extensions[0];

        name = Cut(name, Longest - ending.Length).TrimEnd(' ', '.');
        return (name.Length == 0 ? "fil" : name) + ending.ToLowerInvariant();
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        return char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)] : text[..most];
    }
}
