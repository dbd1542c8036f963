using System.Buffers;
using System.Collections.Frozen;
using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.Detect;

/// <summary>
/// Which language a text is written in: by its script where that tells, otherwise by its commonest small words and its letters. Enough to find someone who reads
/// it; a coach can always correct it.
/// </summary>
internal static class LanguageRules
{
    private static readonly FrozenDictionary<string, string[]> SmallWords = Lists(
        ("sv", "och att det är som på för inte jag vi en ett med av till kan har den ska ni min mitt om när så där där vid från de du man borde vill fler alla mer bättre utan hur var eller finns längs ta bort era"),
        ("en", "the and of to is that for not we you with are would could my it in on this have be can our please should there more at they when so"),
        ("fi", "ja on ei että olisi joka kun myös voi minun ovat mutta tai jos se haluaisin haluan me te ne hän kuin vain pitäisi voisi kerran kanssa meidän lisää"),
        ("se", "lea leat dat mii ii go jus buorre lei sáhttá mun ahte galgá don mis mus leat sin eanet ja dahje maid lávvordaga mánáide galggašii háliidan gullat iežas"),
        ("nb", "og jeg ikke er det en på for til av med som kunne hvis noen også være eller fra hva hvordan skal"),
        ("de", "und der die das nicht ist ich wir ein eine mit für auf zu den dem es könnte wäre bitte auch kinder sie"),
        ("es", "el la los las de que y en un una es por con para no se más me gustaría niños"),
        ("fr", "le la les des est et pour une dans que qui nous vous avec pas sur plus je il serait"),
        ("pl", "nie się jest na do że to i w z dla jak czy przy oraz dzieci można więcej chciałbym proszę"),
        ("so", "iyo waa ka ku in ah oo waxaan waxa la u ayaa caruurta carruurta ee loo si uu"),
        ("tr", "ve bir bu için ile çok daha de da olsun istiyorum olarak ne gibi"),
        ("fit", "oon met tet het se ette meän tehä kans koulussa olis"));

    private static readonly FrozenDictionary<char, (string Language, int Weight)> Letters = new Dictionary<char, (string, int)>
    {
        ['á'] = ("se", 1), ['č'] = ("se", 2), ['đ'] = ("se", 2), ['ŋ'] = ("se", 3), ['ŧ'] = ("se", 3),
        ['ł'] = ("pl", 3), ['ą'] = ("pl", 3), ['ę'] = ("pl", 3), ['ż'] = ("pl", 3), ['ß'] = ("de", 3), ['ñ'] = ("es", 3), ['ı'] = ("tr", 3), ['ğ'] = ("tr", 3),
        ['æ'] = ("nb", 2), ['ø'] = ("nb", 2), ['ç'] = ("fr", 1), ['è'] = ("fr", 1), ['ê'] = ("fr", 1), ['à'] = ("fr", 1),
    }.ToFrozenDictionary();

    private static readonly SearchValues<char> BetweenWords = SearchValues.Create(" \n\t.,;:!?()\"'”’<>/=-");

    private static readonly SearchValues<char> PersianLetters = SearchValues.Create("پچژگکی");

    private static readonly string[] FinnishEndings = ["ssa", "ssä", "sta", "stä", "lla", "llä", "ksi", "isin", "ien", "iin", "ossa", "uksessa", "kielinen"];

    /// <param name="words">The text in lower case.</param>
    public static string Detect(string words)
    {
        if (ByScript(words) is { } script) return script;
        var score = new Dictionary<string, int>();
        var swedishLetters = 0;
        foreach (var letter in words)
        {
            if (letter is 'å' or 'ä' or 'ö') swedishLetters++;
            else if (Letters.TryGetValue(letter, out var tells)) Add(tells.Language, tells.Weight);
        }

        foreach (var range in words.AsSpan().SplitAny(BetweenWords))
        {
            var word = words[range];
            if (word.Length is 0 or > 30) continue;
            if (SmallWords.TryGetValue(word, out var languages))
                foreach (var language in languages) Add(language, 2);
            if (word.Length > 6 && Array.Exists(FinnishEndings, ending => word.EndsWith(ending, StringComparison.Ordinal))) Add("fi", 1);
        }

        if (swedishLetters > 0 && words.Contains('å')) Add("sv", 1);
        if (score.Count == 0) return swedishLetters > 0 ? "sv" : TextLanguages.Unknown;
        // Swedish wins a tie: it is what most people write here, and a wrong hint costs a coach time.
        var best = score.MaxBy(pair => (pair.Value, pair.Key == "sv"));
        if (best.Value < 2) return swedishLetters > 0 ? "sv" : TextLanguages.Unknown;
        return best.Key;

        void Add(string language, int weight) => score[language] = score.GetValueOrDefault(language) + weight;
    }

    /// <summary>The first hundred letters tell the script.</summary>
    private static string? ByScript(string words)
    {
        var counts = new Dictionary<string, int>();
        var letters = 0;
        foreach (var letter in words)
        {
            if (!char.IsLetter(letter)) continue;
            if (++letters > 100) break;
            if (ScriptOf(letter) is { } script) counts[script] = counts.GetValueOrDefault(script) + 1;
        }

        if (counts.Count == 0) return null;
        var (language, count) = counts.MaxBy(pair => pair.Value);
        if (count * 2 < Math.Min(letters, 100)) return null;
        return language switch
        {
            "ar" when words.AsSpan().ContainsAny(PersianLetters) => "fa",
            "ru" when words.AsSpan().IndexOfAny("іїєґ") >= 0 => "uk",
            _ => language,
        };
    }

    private static string? ScriptOf(char letter) => letter switch
    {
        >= '\u0600' and <= '\u06FF' => "ar",
        >= '\u0400' and <= '\u04FF' => "ru",
        >= '\u1200' and <= '\u137F' => "ti",
        >= '\u0E00' and <= '\u0E7F' => "th",
        >= '\u4E00' and <= '\u9FFF' => "zh",
        >= '\u0370' and <= '\u03FF' => "el",
        >= '\u0590' and <= '\u05FF' => "he",
        _ => null,
    };

    private static FrozenDictionary<string, string[]> Lists(params (string Language, string Words)[] lists) =>
        lists.SelectMany(list => list.Words.Split(' ').Distinct(), (list, word) => (word, list.Language))
            .GroupBy(pair => pair.word, pair => pair.Language)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
