using System.Collections.Frozen;

namespace IdeSluss.Ideas.Swedish;

/// <summary>The built-in base words of <c>WordList.txt</c>: which words are one, and in what form they stand first in a compound.</summary>
internal static class WordList
{
    /// <summary>Stems of every word in the list: what may stand last in a compound.</summary>
    public static FrozenSet<string> Stems { get; }

    /// <summary>The words themselves.</summary>
    public static FrozenSet<string> Words { get; }

    /// <summary>Stems of words that look like compounds and are not.</summary>
    public static FrozenSet<string> Whole { get; }

    /// <summary>What may stand before another part, with the stem it is a form of: <c>skol</c>, <c>gatu</c>, <c>arbets</c>.</summary>
    public static FrozenDictionary<string, string> Heads { get; }

    static WordList()
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var words = new HashSet<string>(StringComparer.Ordinal);
        var heads = new Dictionary<string, string>(StringComparer.Ordinal);
        var whole = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in Read())
        {
            var forms = entry.TrimStart('=').Split('/');
            var stem = WordStem.Of(forms[0]);
            stems.Add(stem);
            words.Add(forms[0]);
            if (entry[0] == '=') whole.Add(stem);
            foreach (var head in HeadsOf(forms[0]).Concat(forms[1..])) heads.TryAdd(head, stem);
        }

        Words = words.ToFrozenSet(StringComparer.Ordinal);
        Stems = stems.ToFrozenSet(StringComparer.Ordinal);
        Whole = whole.ToFrozenSet(StringComparer.Ordinal);
        Heads = heads.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A word of the municipality's own ideas may stand first as it is and with a linking s.</summary>
    public static IEnumerable<string> HeadsOf(string word)
    {
        yield return word;
        if (word[^1] != 's') yield return word + "s";
        if (word.Length > 3 && word[^1] is 'a' or 'e') yield return word[..^1];
    }

    private static IEnumerable<string> Read()
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream("IdeSluss.Ideas.Swedish.WordList.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#'))
                foreach (var entry in line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return entry;
    }
}
