namespace IdeSluss.Ideas.Swedish;

/// <summary>
/// Splits a compound into the stems of its parts (<c>skolcykelparkering</c>: skol, cykel, parker), by the built-in list and the municipality's own words. Fewest parts
/// wins: long known words are better than short ones that happen to fit. When only the end is known, that alone is told: in Swedish the last part says what a thing is.
/// </summary>
/// <param name="ownWords">Stems known from ideas; see <see cref="Vocabulary"/>.</param>
internal sealed class Compounds(IReadOnlySet<string> ownWords)
{
    private const int ShortestCompound = 6;
    private const int ShortestTail = 3;
    private const int ShortestOwnHead = 4;
    private const int MostParts = 4;
    private const int ShortestUnknownHead = 4;
    private const int ShortestKnownEnd = 5;

    /// <summary>With the built-in list only.</summary>
    public static Compounds BuiltIn { get; } = new(new HashSet<string>());

    /// <returns>Empty when it is not a compound as far as is known.</returns>
    public IReadOnlyList<string> Split(string word, string stem)
    {
        if (word.Length is < ShortestCompound or > WordStem.LongestWord || WordList.Whole.Contains(stem)) return [];
        var parts = new Attempt(this, word).Split();
        return parts.Count > 0 || WordList.Stems.Contains(stem) ? parts : KnownEnd(word);
    }

    private static IReadOnlyList<string> KnownEnd(string word)
    {
        for (var from = ShortestUnknownHead; from <= word.Length - ShortestKnownEnd; from++)
            if (WordStem.Of(word[from..]) is var stem && stem.Length >= ShortestOwnHead && WordList.Stems.Contains(stem)) return [stem];
        return [];
    }

    private string? TailStem(string tail)
    {
        // Three letters are a word (bil, hus) or an ending: only the former is in the list as it stands.
        if (tail.Length == ShortestTail && !WordList.Words.Contains(tail)) return null;
        var stem = WordStem.Of(tail);
        return WordList.Stems.Contains(stem) || (stem.Length >= ShortestOwnHead && ownWords.Contains(stem)) ? stem : null;
    }

    private string? HeadStem(ReadOnlySpan<char> head)
    {
        if (WordList.Heads.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(head, out var known)) return known;
        if (head.Length < ShortestOwnHead || ownWords.Count == 0) return null;
        var stem = head.ToString();
        if (ownWords.Contains(stem)) return stem;
        return stem[^1] == 's' && stem.Length > ShortestOwnHead && ownWords.Contains(stem[..^1]) ? stem[..^1] : null;
    }

    /// <summary>One word being split. Every position is worked out once, and only those that some first part leads to.</summary>
    private readonly struct Attempt(Compounds compounds, string word)
    {
        private readonly Part?[] best = new Part?[word.Length];
        private readonly bool[] known = new bool[word.Length];

        public IReadOnlyList<string> Split() => From(0) is { } first ? [.. first.Stems] : [];

        private Part? From(int from)
        {
            if (known[from]) return best[from];
            known[from] = true;
            // The end of the word may be the last part; the whole of it would be no split.
            Part? found = from > 0 && compounds.TailStem(word[from..]) is { } tail ? new(tail, 1, null) : null;
            for (var end = from + 2; end <= word.Length - ShortestTail; end++)
            {
                if (compounds.HeadStem(word.AsSpan(from, end - from)) is not { } head) continue;
                found = Better(found, From(end), head);
                // busstation is buss and station: three of a letter are written as two.
                if (end - 1 > from && word[end - 1] == word[end - 2]) found = Better(found, From(end - 1), head);
            }

            return best[from] = found;
        }

        /// <summary>Of equals the one with the longer first part: what seems to be a linking s is more often that than the beginning of a word.</summary>
        private static Part? Better(Part? found, Part? rest, string head) =>
            rest is { Count: < MostParts } && (found is null || rest.Count + 1 <= found.Count) ? new(head, rest.Count + 1, rest) : found;
    }

    private sealed record Part(string Stem, int Count, Part? Next)
    {
        public IEnumerable<string> Stems
        {
            get
            {
                for (var part = this; part is not null; part = part.Next) yield return part.Stem;
            }
        }
    }
}
