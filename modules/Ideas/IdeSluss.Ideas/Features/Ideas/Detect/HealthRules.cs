using System.Text.RegularExpressions;
using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.Detect;

/// <summary>Words about someone's health in the same sentence as a name. Health in general is what many ideas are about, and is left alone.</summary>
internal static class HealthRules
{
    private static readonly Regex Health = NumberRules.Pattern(
        @"\b(?:dement|demens\p{L}*|alzheimers?|cancer\p{L}*|diabetes|diabetiker|depression\p{L}*|deprimerad|adhd|add|autis\p{L}*|asperger|psykos\p{L}*|schizofren\p{L}*|bipolär|stroke|epilepsi|hiv|aids|"
        + @"missbruk\p{L}*|alkoholi\p{L}*|alkoholproblem|narkoman|utvecklingsstör\p{L}*|förstånds\p{L}*|parkinson\p{L}*|ms-sjuk|kol|hjärtinfarkt|hjärtsjuk|ångest\p{L}*|självmord\p{L}*|självskade\p{L}*|"
        + @"diagnos\p{L}*|medicin(?:er|en|erna)?|insulin|sjukskriven|sjuk|sjukdom\p{L}*|gravid|rullstolsburen|cp-skad\p{L}*|inkontinen\p{L}*|tvångsvård\p{L}*|abort|anorexi)\b");

    public static IReadOnlyList<MaskingSuggestion> Find(string text, IReadOnlyList<MaskingSuggestion> names)
    {
        if (names.Count == 0) return [];
        var found = new List<MaskingSuggestion>();
        var next = 0;
        var (sentence, end) = (0, EndOfSentence(text, 0));
        foreach (Match match in Health.Matches(text))
        {
            while (match.Index >= end && end < text.Length) (sentence, end) = (end, EndOfSentence(text, end));
            while (next < names.Count && names[next].Start < sentence) next++;
            if (next < names.Count && names[next].Start < end) found.Add(new(match.Index, match.Length, SensitiveHints.NamedPersonsHealth, "[uppgift om hälsa]"));
        }

        return found;
    }

    private static int EndOfSentence(string text, int from)
    {
        var stop = text.AsSpan(from).IndexOfAny(".!?\n");
        return stop < 0 ? text.Length : from + stop + 1;
    }
}
