using System.Globalization;
using System.Text;

namespace IdeSluss.Ideas.Features.Ideas.HandIn;

/// <summary>
/// What someone typed, made safe to keep and still their own words: characters that cannot be seen or stored go (PostgreSQL refuses NUL, and a hidden change of
/// writing direction shows another text than the one kept), letters take their composed form, lines end one way.
/// </summary>
internal static class SubmittedText
{
    /// <summary>Several lines.</summary>
    public static string Lines(string? typed)
    {
        if (string.IsNullOrEmpty(typed)) return "";
        var text = new StringBuilder(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            var letter = typed[i];
            if (char.IsHighSurrogate(letter) && i + 1 < typed.Length && char.IsLowSurrogate(typed[i + 1])) text.Append(letter).Append(typed[++i]);
            else if (char.IsSurrogate(letter)) text.Append('\uFFFD');
            else if (letter == '\r') AppendLineEnd(typed, i, text);
            else if (letter is '\u2028' or '\u2029' or '\u0085') text.Append('\n');
            else if (letter is '\n' or '\t' || !IsHidden(letter)) text.Append(letter);
        }

        return text.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>One line; null when nothing is left.</summary>
    public static string? Line(string? typed)
    {
        var text = Lines(typed).Replace('\n', ' ').Replace('\t', ' ').Trim();
        return text.Length == 0 ? null : text;
    }

    private static void AppendLineEnd(string typed, int at, StringBuilder text)
    {
        if (at + 1 == typed.Length || typed[at + 1] != '\n') text.Append('\n');
    }

    private static bool IsHidden(char letter) =>
        char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF'
        || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.PrivateUse;
}
