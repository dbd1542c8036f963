using System.Buffers;
using System.Collections.Frozen;

namespace IdeSluss.Ideas.Swedish;

/// <summary>
/// One form for all inflections of a word, so far as rules can tell: Snowball's stem, and then what it leaves (definite singulars, <c>cyklar</c> beside
/// <c>cykel</c>, neuters, <c>-ning</c> beside its verb, changed vowels). Only ever compared with each other; no person reads a stem.
/// </summary>
internal static class WordStem
{
    public const int LongestWord = 40;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyäåöé");

    /// <summary>Stems whose other forms have another vowel or are irregular.</summary>
    private static readonly FrozenDictionary<string, string> Irregular = Pairs(
        "böck bok  händ hand  städ stad  fött fot  nätt natt  bönd bond  tänd tand  länd land  stränd strand  möss mus  gäss gås  söner son  döttr dott  mödr mod  män man  knän knä  knät knä  skor sko  somr som  "
        + "gaml gammal  äldst äldr  små lit  mindr lit  minst lit  störr stor  störst stor  bättr bra  bäst bra  högr hög  högst hög  lägr låg  lägst låg  längr lång  längst lång  yngr ung  yngst ung  tyngr tung  "
        + "nytt ny  fritt fri  blåt blå  gråt grå  säker säk  säkr säk  hundr hundra  skrev skriv  skrivit skriv  åkt åk  körd kör  körning kör  känd känn  läst läs  gick gå  går gå  gått gå  byggd bygg  byggt bygg  sålt sälj  såld sälj  "
        + "bor bo  bott bo  belyst belys  lekt lek  markn marknad  stan stad  promener promen  flytt flytt  träning trän  lägen lägenhet  "
        // What the rules would take too much from.
        + "förening förening  tidning tidning  våning våning  mening mening  ledning ledning  kort kort  sport sport  fart fart  start start");

    /// <summary>Words that Snowball would make one with another.</summary>
    private static readonly FrozenDictionary<string, string> Special = Pairs("papper papper  pappers papper  papperet papper  pappret papper  pappren papper");

    /// <param name="word">In lower case.</param>
    public static string Of(string word) => Special.TryGetValue(word, out var special) ? special : Reduce(Snowball.Stem(word));

    /// <param name="stem">A Snowball stem, as PostgreSQL's lexemes are.</param>
    public static string Reduce(string stem)
    {
        // Every step makes it shorter or changes its last letters once; a handful is enough for the longest chain of endings.
        for (var step = 0; step < 5; step++)
        {
            if (Irregular.TryGetValue(stem, out var known)) return known;
            var shorter = Once(stem);
            if (shorter is null) break;
            stem = shorter;
        }

        return stem;
    }

    private static string? Once(string s) => s switch
    {
        { Length: < 3 } => null,
        [.., 'm', 'm'] => s[..^1],
        // Snowball does so to toalett, and not to toaletten.
        [.., 't', 't'] when s.Length >= 6 => s[..^1],
        [.., 'n', 'i', 'n', 'g'] when s.Length >= 7 => s[..^4],
        [.., 'e', 'r', 'i', 'n', 'g'] when s.Length >= 8 => s[..^3],
        [.., 'd' or 't' or 'g' or 'k', 'r', 'i', 'n', 'g'] when s.Length >= 7 => s[..^3],
        [.., 'e' or 'i', 'u', 'm'] or [.., 't', 'r', 'u', 'm'] when s.Length >= 6 => s[..^2],
        [.., 'a', 'n'] or [.., 'e', 't'] when s.Length >= 5 => s[..^2],
        // Snowball takes verkstad for a past participle, and leaves verkstaden.
        [.., 's', 't', 'a' or 'ä', 'd'] when s.Length >= 6 => s[..^2],
        [.., 'n', 'a', 'd'] when s.Length >= 5 => s[..^2],
        [.., 'e', 'n'] or [.., 'o', 'r'] when s.Length >= 5 => s[..^2],
        [.., 't', 's'] when s.Length >= 4 => s[..^1],
        [.., 'e' or 'o' or 'a', 'l' or 'r', 'n'] when s.Length >= 6 => s[..^1],
        [.., var before, 'a', 'r'] when IsVowel(before) => s[..^2],
        [.., var before, 'a', 'r', 'n'] when IsVowel(before) => s[..^3],
        [.., 'ö' or 'o' or 'y' or 'å' or 'é', 'n'] => s[..^1],
        [.., 'a'] when s.AsSpan(0, s.Length - 1).ContainsAny(Vowels) => s[..^1],
        [.., 'n' or 'l' or 'r' or 'm', 't'] when s.Length >= 5 => s[..^1],
        // cykl- is cykel, fågl- is fågel.
        [.., var before, 'l'] when s.Length >= 4 && !IsVowel(before) && before is not ('l' or 'r' or 'j') => string.Concat(s.AsSpan(0, s.Length - 1), "el"),
        // fönstr- and vintr-, vattn- and teckn-: their base forms have already lost the whole ending.
        [.., 't' or 'd' or 'p' or 'b' or 'g' or 'k', 'r'] when s.Length >= 5 => s[..^1],
        [.., 't' or 'k' or 'p', 'n'] when s.Length >= 5 => s[..^1],
        _ => null,
    };

    private static bool IsVowel(char letter) => Vowels.Contains(letter);

    private static FrozenDictionary<string, string> Pairs(string pairs) =>
        pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
