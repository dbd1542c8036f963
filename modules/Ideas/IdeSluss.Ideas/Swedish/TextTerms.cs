namespace IdeSluss.Ideas.Swedish;

/// <summary>
/// What a text is about, as terms to search and compare by: the stem of each word that says something, and the stems of the parts of each compound. Marked, so that they
/// can stand beside PostgreSQL's own lexemes in one index without being taken for them.
/// </summary>
internal static class TextTerms
{
    /// <summary>Raised when the analysis changes: the terms of every idea are then made anew by <c>RefreshTerms</c>.</summary>
    public const int Version = 2;

    public const char Mark = '~';

    /// <summary>Beyond this a text says nothing more about what it is about; it also bounds the work on what someone pastes.</summary>
    public const int MostTerms = 1_000;

    /// <returns>Distinct, in the order in which they first stand in the texts.</returns>
    public static IReadOnlyList<string> Of(Compounds compounds, params IEnumerable<string?> texts)
    {
        var terms = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Words(texts))
        {
            if (!seen.Add(word)) continue;
            foreach (var term in OfWord(word, compounds))
            {
                if (terms.Count == MostTerms) return terms;
                if (seen.Add(term)) terms.Add(term);
            }
        }

        return terms;
    }

    /// <summary>The word's own term, and those of its parts.</summary>
    public static IEnumerable<string> OfWord(string word, Compounds compounds)
    {
        if (!Tells(word)) yield break;
        var stem = WordStem.Of(word);
        yield return Mark + stem;
        foreach (var part in compounds.Split(word, stem)) yield return Mark + part;
    }

    /// <summary>False for small words, numbers and what is too long to be a word.</summary>
    public static bool Tells(string word) =>
        word.Length is > 1 and <= WordStem.LongestWord && !StopWords.Contains(word) && word.Any(char.IsLetter);

    private static IEnumerable<string> Words(IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text is null) continue;
            foreach (var token in WordTokens.In(text))
            {
                yield return token.Text;
                foreach (var piece in token.Pieces) yield return piece;
            }
        }
    }
}
