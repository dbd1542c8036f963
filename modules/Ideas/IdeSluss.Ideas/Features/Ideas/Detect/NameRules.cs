using System.Collections.Frozen;
using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.Detect;

/// <summary>Names of people: two capitalised words in a row, a title or relation followed by a name, or a usual first name by itself.</summary>
internal static class NameRules
{
    /// <summary>Usual first names that are not also ordinary words or places.</summary>
    private static readonly FrozenSet<string> FirstNames = Set(
        "Anna Eva Maria Karin Kristina Lena Kerstin Sara Emma Ingrid Malin Marie Birgitta Elin Jenny Annika Monika Ulla Susanne Elisabeth Inger Johanna Hanna Carina Sofia Linda Ida "
        + "Gunilla Anita Helena Marianne Annette Camilla Julia Emelie Siv Berit Margareta Barbro Britt Gunnel Agneta Solveig Astrid Märta Greta Gerda Elsa Alma Ebba Wilma Maja Alice Agnes "
        + "Anders Lars Mikael Johan Karl Per Erik Jan Peter Thomas Daniel Fredrik Hans Andreas Stefan Bengt Mats Nils Marcus Magnus Jonas Niklas Martin Leif Oskar Ulf Patrik Christer "
        + "Henrik Joakim Kjell Simon Mattias Robert Viktor Rolf Roger Tommy Håkan Göran Sven Gustav Lennart Bertil Arne Gunnar Sixten Ragnar Olle Pelle Kalle Lasse Nisse "
        + "Mohammed Ahmed Ali Fatima Aisha Hassan Amina Yusuf Omar Zahra Khadija Elias Jonathan Filip Hugo Oliver Noah Axel Emil Anton Albin Isak Edvin Melker Biret Máret Ánte Heaika");

    /// <summary>Words that stand before a name in lower case.</summary>
    private static readonly FrozenSet<string> Titles = Set(
        "herr fru fröken doktor dr syster sköterskan läkaren chefen enhetschefen rektorn rektor läraren handläggaren socialsekreteraren assistenten "
        + "grannen kollegan mamma pappa mormor farmor morfar farfar sonen dottern brukaren patienten eleven kunden heter vid-namn");

    /// <summary>Capitalised words that begin sentences or name places and organisations, not people.</summary>
    private static readonly FrozenSet<string> NotNames = Set(
        "Jag Vi Ni Du Han Hon De Den Det Dem En Ett Min Mitt Mina Vår Vårt Våra Er Ert Era Om När Hur Var Vad Vem Varför Kan Ska Skulle Borde Måste Gör Ge Ta Bygg Ordna Fler Mer Alla Ingen Många "
        + "Idag Igår Nu Sedan Tack Hej Hälsningar Mvh Och Men Eller Som Att För Från Till Med Utan I På Av Under Över Efter Innan Här Där Dessutom Även Inte Nej Ja "
        + "Piteå Skellefteå Luleå Umeå Boden Kalix Norrbotten Västerbotten Sverige Norra Södra Östra Västra Stora Lilla Nya Gamla Kommun Kommunen Region Regionen Trafikverket Försäkringskassan "
        + "Utmaning Enklare Morgnar Januari Februari Mars April Maj Juni Juli Augusti September Oktober November December Måndag Tisdag Onsdag Torsdag Fredag Lördag Söndag Jul Påsk Midsommar "
        + "The This That It We You They My Our Your And But Please Could Would Should Can");

    private static readonly string[] PlaceEndings =
        ["gatan", "vägen", "torget", "parken", "skolan", "gården", "hemmet", "boendet", "kommun", "sjukhus", "stigen", "gränd", "platsen", "havsbad", "älven", "berget", "byn", "hamn", "bron", "viken", "sundet", "centrum", "huset", "nämnden", "bäcken", "åsen", "heden", "strand"];

    public static IReadOnlyList<MaskingSuggestion> Find(string text)
    {
        var found = new List<MaskingSuggestion>();
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var first = Value(text, word);
            if (!LooksLikeName(first))
            {
                continue;
            }

            var next = i + 1 < words.Count && FollowsDirectly(text, word, words[i + 1]) && LooksLikeName(Value(text, words[i + 1])) ? words[i + 1] : default;
            var afterTitle = i > 0 && FollowsDirectly(text, words[i - 1], word) && Titles.Contains(Value(text, words[i - 1]).ToLowerInvariant());
            var known = FirstNames.Contains(first);
            // A capital at the start of a sentence says nothing by itself.
            var pair = next.Length > 0 && (known || (!word.StartsSentence && !IsPlace(first)));
            if (!known && !afterTitle && !pair) continue;

            var end = word.Start + word.Length;
            if (next.Length > 0)
            {
                end = next.Start + next.Length;
                i++;
            }

            found.Add(new(word.Start, end - word.Start, SensitiveHints.Name, "[namn]"));
        }

        return found;
    }

    private static bool LooksLikeName(string word) =>
        word.Length is >= 2 and <= 40 && char.IsUpper(word[0]) && char.IsLower(word[^1]) && !NotNames.Contains(word) && !IsPlace(word);

    private static bool IsPlace(string word) => Array.Exists(PlaceEndings, ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static bool FollowsDirectly(string text, Word word, Word next) =>
        next.Start - (word.Start + word.Length) is 1 or 2 && text.AsSpan(word.Start + word.Length, next.Start - word.Start - word.Length).Trim(" .").IsEmpty && !next.StartsSentence;

    private static string Value(string text, Word word) => text.Substring(word.Start, word.Length);

    private static List<Word> Words(string text)
    {
        var words = new List<Word>();
        var startsSentence = true;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                // "Dr. Larsson" must not look like two sentences: only a full stop after a longer word ends one.
                if (text[i] is '!' or '?' or '\n' or ':' or '"' or '”' || (text[i] == '.' && words is [.., { Length: > 2 }])) startsSentence = true;
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && (char.IsLetter(text[i]) || (text[i] is '-' or '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])))) i++;
            words.Add(new Word(start, i - start, startsSentence));
            startsSentence = false;
        }

        return words;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly record struct Word(int Start, int Length, bool StartsSentence);
}
