using System.Globalization;
using System.Text;

namespace IdeSluss.Ideas.Swedish;

/// <param name="Start">Where it stands in the text that was given.</param>
/// <param name="Text">In lower case, without hyphens: <c>e-tjänst</c> is <c>etjänst</c>.</param>
/// <param name="Pieces">What stood between the hyphens; empty when there were none.</param>
internal readonly record struct WordToken(int Start, int Length, string Text, IReadOnlyList<string> Pieces);

/// <summary>The words of a text, in linear time and whatever it holds: letters and digits of any script are words, everything else stands between them.</summary>
internal static class WordTokens
{
    public static IEnumerable<WordToken> In(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (IsPart(text[i]) || (IsHyphen(text[i]) && i + 1 < text.Length && IsPart(text[i + 1])))) i++;
            yield return Token(text, start, i - start);
        }
    }

    private static WordToken Token(string text, int start, int length)
    {
        var typed = text.AsSpan(start, length);
        var word = new StringBuilder(length);
        List<string>? pieces = null;
        var from = 0;
        for (var i = 0; i < typed.Length; i++)
        {
            if (typed[i] == SoftHyphen) continue;
            if (!IsHyphen(typed[i]))
            {
                word.Append(char.ToLowerInvariant(typed[i]));
                continue;
            }

            (pieces ??= []).Add(word.ToString(from, word.Length - from));
            from = word.Length;
        }

        pieces?.Add(word.ToString(from, word.Length - from));
        return new(start, length, Composed(word.ToString()), pieces is null ? [] : [.. pieces.Select(Composed)]);
    }

    /// <summary>An <c>å</c> that arrives as <c>a</c> and a ring is an <c>å</c>. Letters and marks are always well formed, so this cannot fail.</summary>
    private static string Composed(string word) => Ascii.IsValid(word) || word.IsNormalized() ? word : word.Normalize();

    private const char SoftHyphen = '\u00AD';

    private static bool IsHyphen(char letter) => letter is '-' or '\u2010' or '\u2011';

    private static bool IsPart(char letter) =>
        char.IsLetterOrDigit(letter) || letter == SoftHyphen || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
