namespace IdeSluss.Ideas.Swedish;

/// <summary>
/// The Swedish stemmer of the Snowball project, from its published description: the same stems as PostgreSQL's configuration <c>swedish</c> gives, so that a lexeme
/// of a query and a word of a text can be brought to the same form here. It leaves singular definite forms alone (<c>skolan</c>, <c>biblioteket</c>); see <see cref="WordStem"/>.
/// </summary>
internal static class Snowball
{
    private const string Vowels = "aeiouyäåö";
    private const string BeforeS = "bcdfghjklmnoprtvy";

    /// <summary>Longest first: the longest that fits is the one that counts.</summary>
    private static readonly string[] MainSuffixes =
    [
        "heterna", "hetens", "anden", "andes", "andet", "arens", "arnas", "ernas", "heten", "heter", "ornas", "ande", "ades", "aren", "arna", "arne", "aste", "erna", "erns", "orna", "ade", "are", "ast", "ens",
        "ern", "het", "ad", "ar", "as", "at", "en", "er", "es", "or", "a", "e",
    ];

    private static readonly string[] DoubleConsonants = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];

    /// <param name="word">In lower case.</param>
    public static string Stem(string word)
    {
        var region = Region(word);
        if (region >= word.Length) return word;
        var end = WithoutMainSuffix(word, region);
        if (Array.Exists(DoubleConsonants, pair => EndsIn(word, end, region, pair))) end--;
        return WithoutOtherSuffix(word, end, region);
    }

    /// <summary>Where endings may begin: after the first consonant that follows a vowel, and after three letters at least.</summary>
    private static int Region(string word)
    {
        for (var i = 1; i < word.Length; i++)
            if (Vowels.Contains(word[i - 1]) && !Vowels.Contains(word[i])) return Math.Max(i + 1, 3);
        return word.Length;
    }

    private static int WithoutMainSuffix(string word, int region)
    {
        foreach (var suffix in MainSuffixes)
            if (EndsIn(word, word.Length, region, suffix)) return word.Length - suffix.Length;
        return word[^1] == 's' && BeforeS.Contains(word[^2]) ? word.Length - 1 : word.Length;
    }

    private static string WithoutOtherSuffix(string word, int end, int region)
    {
        if (EndsIn(word, end, region, "lig") || EndsIn(word, end, region, "els")) return word[..(end - 3)];
        if (EndsIn(word, end, region, "ig")) return word[..(end - 2)];
        if (EndsIn(word, end, region, "löst") || EndsIn(word, end, region, "fullt")) return word[..(end - 1)];
        return end == word.Length ? word : word[..end];
    }

    private static bool EndsIn(string word, int end, int region, string suffix) =>
        end - suffix.Length >= region && word.AsSpan(0, end).EndsWith(suffix, StringComparison.Ordinal);
}
