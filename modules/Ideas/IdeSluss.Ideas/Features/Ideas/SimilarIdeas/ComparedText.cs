using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.Synonyms;
using IdeSluss.Ideas.Swedish;

namespace IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

/// <summary>
/// A text to find similar ideas to, as the words that tell what it is about, each weighed by how rare it is. Pure: which ideas to look at is asked elsewhere. The weights and
/// limits were set on one half of <c>similar-ideas.txt</c> and measured on the other.
/// </summary>
internal sealed class ComparedText
{
    private const double OfPart = 0.9;
    private const double OfSynonym = 0.8;
    private const double InTitle = 1.1;
    private const double OfCommonWord = 0.3;

    /// <summary>A word that no idea has may be rare or a slip of the pen: it weighs less than the rarest known.</summary>
    private const double OfUnknown = 0.7;

    /// <summary>From this weight a word tells what an idea is about; below, it is in one idea of twelve.</summary>
    private const double Telling = 2.5;

    /// <summary>A long text is about its dozen most telling words: an idea need not share the rest to be the same.</summary>
    private const int MostTelling = 12;

    /// <summary>Beyond these a word changes nothing, and a pasted book costs no more than a page.</summary>
    private const int MostCompared = 60;

    /// <summary>In an instance with hardly any ideas nothing is rare.</summary>
    private const int FewestIdeas = 50;

    private readonly TermStatistics statistics;
    private readonly SynonymMap synonyms;
    private readonly double whole;
    private readonly int telling;

    public ComparedText(string? title, string text, TermStatistics statistics, SynonymMap synonyms)
    {
        this.statistics = statistics;
        this.synonyms = synonyms;
        Words = [.. Read(title, text).OrderByDescending(word => word.Weight).Take(MostCompared)];
        whole = Words.Select(word => word.Weight).OrderDescending().Take(MostTelling).Sum();
        telling = Words.Count(word => word.Tells);
    }

    /// <summary>The most telling first.</summary>
    public IReadOnlyList<ComparedWord> Words { get; }

    /// <returns>Null when the idea has nothing telling in common with the text.</returns>
    public Likeness? To(IReadOnlySet<string> terms, IReadOnlySet<string> titleTerms)
    {
        var (score, shared) = (0.0, new List<ComparedWord>());
        foreach (var word in Words)
        {
            var match = Match(word, terms, titleTerms);
            if (match == 0) continue;
            score += word.Weight * match;
            shared.Add(word with { Matched = match });
        }

        if (shared.Count == 0) return null;
        var (share, strong) = (score / whole, shared.Count(word => word.Tells && word.Matched >= 0.4));
        var same = strong >= 2 ? share >= 0.35 : telling <= 1 ? share >= 0.5 : share >= 0.6;
        return same || strong >= 1 || share >= 0.45 ? new(score, same, [.. shared.OrderByDescending(word => word.Weight * word.Matched).Select(word => word.Typed)]) : null;
    }

    private double Match(ComparedWord word, IReadOnlySet<string> terms, IReadOnlySet<string> titleTerms)
    {
        var itself = MatchOf(word.Term, terms, titleTerms);
        if (word.Parts.Count == 0) return itself;
        var (sum, matched, before) = (0.0, 0.0, 0.0);
        for (var at = 0; at < word.Parts.Count; at++)
        {
            var weight = Weight(word.Parts[at]);
            // A part may be matched by itself, or as half of a word that means the same as it and its neighbour.
            var after = at + 1 < word.Parts.Count ? Best(synonyms.Of(word.Parts[at], word.Parts[at + 1]), terms, titleTerms) : 0;
            sum += weight;
            matched += weight * Math.Max(MatchOf(word.Parts[at], terms, titleTerms), Math.Max(before, after));
            before = after;
        }

        return Math.Max(itself, sum == 0 ? 0 : OfPart * matched / sum);
    }

    private double MatchOf(string term, IReadOnlySet<string> terms, IReadOnlySet<string> titleTerms) =>
        terms.Contains(term) ? titleTerms.Contains(term) ? InTitle : 1 : Best(synonyms.Of(term), terms, titleTerms);

    private static double Best(IReadOnlySet<string> same, IReadOnlySet<string> terms, IReadOnlySet<string> titleTerms)
    {
        var best = 0.0;
        foreach (var other in same)
            if (terms.Contains(other)) best = Math.Max(best, titleTerms.Contains(other) ? OfSynonym * InTitle : OfSynonym);
        return best;
    }

    private IEnumerable<ComparedWord> Read(params IReadOnlyList<string?> texts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var token in texts.Where(text => text is not null).SelectMany(text => WordTokens.In(text!)))
        {
            if (seen.Count == 2 * TextTerms.MostTerms) yield break;
            if (!seen.Add(token.Text) || !TextTerms.Tells(token.Text)) continue;
            var stem = WordStem.Of(token.Text);
            var term = TextTerms.Mark + stem;
            if (!seen.Add(term)) continue;
            var parts = (token.Pieces.Count > 0 ? token.Pieces.Where(TextTerms.Tells).Select(WordStem.Of) : statistics.Compounds.Split(token.Text, stem)).Select(part => TextTerms.Mark + part).Distinct().ToList();
            var weight = WeightOfWord(term, parts);
            yield return new(token.Text, term, parts, weight, parts.Count > 0 || (weight >= Telling && !StopWords.SaysLittle(stem)));
        }
    }

    private double WeightOfWord(string term, List<string> parts)
    {
        var known = IsKnown(term) ? Rarity(term) : synonyms.Of(term).Where(IsKnown).Select(Rarity).DefaultIfEmpty(0).Max();
        if (parts.Count > 0) return Math.Max(known, parts.Max(Weight)) * 1.1;
        return known > 0 ? known : Unknown;
    }

    private double Weight(string term) => IsKnown(term) ? Rarity(term) : Unknown;

    private bool IsKnown(string term) => statistics.Of(term) > 0;

    private double Rarest => Math.Log(Math.Max(statistics.Ideas, FewestIdeas) + 1);

    private double Unknown => Rarest * OfUnknown;

    private double Rarity(string term) =>
        Math.Max(0, Rarest - Math.Log(statistics.Of(term) + 1)) * (StopWords.SaysLittle(term[1..]) ? OfCommonWord : 1);
}

/// <param name="Typed">In lower case, as it was written.</param>
/// <param name="Parts">Terms of its parts when it is a compound.</param>
/// <param name="Tells">Whether it says what a text is about.</param>
/// <param name="Matched">How well an idea answers to it; 0 while nothing is compared.</param>
internal sealed record ComparedWord(string Typed, string Term, IReadOnlyList<string> Parts, double Weight, bool Tells, double Matched = 0);

/// <param name="Same">It may well be the same idea; otherwise they have some words in common.</param>
/// <param name="Words">What they share, the most telling first.</param>
internal sealed record Likeness(double Score, bool Same, IReadOnlyList<string> Words);
