using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.Synonyms;

namespace IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

/// <summary>Each a <c>tsquery</c> in text form.</summary>
/// <param name="Indexed">What the index is asked for, each by itself: words that few ideas have, then two and three of the next together.</param>
/// <param name="Newest">What the newest ideas are looked through for, when the index gives too little; null when nothing in the text is common.</param>
internal sealed record RareQuery(IReadOnlyList<string> Indexed, string? Newest);

/// <summary>
/// Which ideas to look at: those that have one of the text's rarest words or some of the next together, found by the index; and when all that the text says is common,
/// the newest that say it. So a bounded number is read and fetched however many ideas there are and however often their words go together. Pure.
/// </summary>
internal static class RareWords
{
    /// <summary>In so many ideas at most a word stands to be looked for by itself.</summary>
    public const int MostIdeas = 200;

    /// <summary>The index reads what it has of each word to find the ideas with all of them: this is two milliseconds of it.</summary>
    private const int MostRead = 15_000;

    /// <summary>Words beyond these add nothing that the first do not find.</summary>
    private const int MostWords = 12;
    private const int MostCommon = 6;
    private const int MostTogether = 5;
    private const int MostLookedThrough = 3;

    /// <returns>Null when there is nothing to look for.</returns>
    public static RareQuery? Query(ComparedText text, TermStatistics statistics, SynonymMap synonyms)
    {
        var atoms = text.Words.OrderByDescending(word => word.Tells).ThenByDescending(word => word.Weight).Take(MostWords)
            .SelectMany(word => word.Parts.Prepend(word.Term)).Distinct().Select(term => Atom.Of(term, statistics, synonyms)).OrderBy(atom => atom.Ideas).ToList();
        if (atoms.Count == 0) return null;
        var ideas = 0L;
        var rare = atoms.TakeWhile(atom => (ideas += atom.Ideas) <= MostIdeas).ToList();
        var common = atoms.Skip(rare.Count).Take(MostCommon).ToList();
        var (pairs, three) = (Rarest(Combinations(common, 2), statistics), Rarest(Combinations(common, 3), statistics).Take(1));
        var read = 0L;
        var together = three.Concat(pairs).Where(some => read + some.Read <= MostRead && (read += some.Read) > 0).Take(MostTogether);
        return new([.. rare.Count == 0 ? [] : new[] { Either(rare.Select(atom => atom.Query)) }, .. together.Select(some => some.Query)],
            common.Count == 0 ? null : pairs.Count == 0 ? common[0].Query : Either(pairs.Take(MostLookedThrough).Select(pair => pair.Query)));
    }

    /// <summary>Words that go together do so more often than chance has it, so how many ideas have them is a guess, good for an order.</summary>
    private static List<Together> Rarest(IEnumerable<IReadOnlyList<Atom>> combinations, TermStatistics statistics) =>
    [
        .. combinations.OrderBy(some => some.Aggregate(1.0, (share, atom) => share * atom.Ideas / Math.Max(1, statistics.Ideas)))
            .Select(some => new Together($"({string.Join(" & ", some.Select(atom => atom.Query))})", some.Sum(atom => atom.Ideas))),
    ];

    private static IEnumerable<IReadOnlyList<Atom>> Combinations(IReadOnlyList<Atom> atoms, int count) => count == 0
        ? [[]]
        : atoms.SelectMany((first, at) => Combinations([.. atoms.Skip(at + 1)], count - 1).Select(rest => (IReadOnlyList<Atom>)[first, .. rest]));

    private static string Either(IEnumerable<string> queries) => string.Join(" | ", queries);

    /// <param name="Read">What the index has of the words.</param>
    private sealed record Together(string Query, long Read);

    /// <param name="Ideas">In how many ideas at most.</param>
    private sealed record Atom(string Query, long Ideas)
    {
        public static Atom Of(string term, TermStatistics statistics, SynonymMap synonyms)
        {
            var ways = synonyms.Of(term).Prepend(term).ToList();
            return new($"({string.Join(" | ", ways.Select(LexemeQuery.Quoted))})", ways.Sum(way => (long)statistics.Of(way)));
        }
    }
}
