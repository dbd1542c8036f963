using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.Synonyms;

namespace IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

/// <summary>Each a <c>tsquery</c> in text form, or null when the text has nothing for it.</summary>
/// <param name="Indexed">What the index is asked for: words that few ideas have, and pairs of words that are not too common to be intersected.</param>
/// <param name="Narrower">The same with three words instead of two, when more ideas answer than can be looked at.</param>
/// <param name="Newest">What the newest ideas are looked through for, when the index gives too little.</param>
internal sealed record RareQuery(string? Indexed, string? Narrower, string? Newest);

/// <summary>
/// Which ideas to look at: those that have one of the text's rarest words or two of the next, found by the index; and when all that the text says is common, the newest
/// that say it. So a bounded number is read and fetched however many ideas there are and however often their words go together. Pure.
/// </summary>
internal static class RareWords
{
    /// <summary>In so many ideas at most a word, or several together, may stand to be looked for each by itself.</summary>
    public const int MostIdeas = 200;

    /// <summary>The index reads all that it has of a word to find those with another: this is two milliseconds of it.</summary>
    private const int MostRead = 12_000;

    /// <summary>Words beyond these add nothing that the first do not find.</summary>
    private const int MostWords = 12;
    private const int MostPaired = 6;

    /// <returns>Null when there is nothing to look for.</returns>
    public static RareQuery? Query(ComparedText text, TermStatistics statistics, SynonymMap synonyms)
    {
        var atoms = text.Words.OrderByDescending(word => word.Tells).ThenByDescending(word => word.Weight).Take(MostWords)
            .SelectMany(word => word.Parts.Prepend(word.Term)).Distinct().Select(term => Atom.Of(term, statistics, synonyms)).OrderBy(atom => atom.Ideas).ToList();
        if (atoms.Count == 0) return null;
        var rare = Within(atoms, MostIdeas);
        var common = atoms.Skip(rare.Count).Take(MostPaired).ToList();
        var read = Within(common, MostRead);
        var (two, three) = (Together(read, 2, statistics), Together(read, 3, statistics));
        var words = rare.Select(atom => atom.Query).ToList();
        return new(Either([.. words, .. two]), three.Count == 0 ? null : Either([.. words, .. three]), Either(common.Count == 1 ? [common[0].Query] : Together(common, 2, statistics)));
    }

    /// <summary>The rarest that together are no more.</summary>
    private static List<Atom> Within(List<Atom> atoms, long most)
    {
        var ideas = 0L;
        return [.. atoms.TakeWhile(atom => (ideas += atom.Ideas) <= most)];
    }

    /// <summary>Combinations that few ideas should have. Words that go together do so more often than chance has it, so this is a guess, and the rarest is asked for whatever it gives.</summary>
    private static IReadOnlyList<string> Together(IReadOnlyList<Atom> atoms, int count, TermStatistics statistics)
    {
        var ideas = 0.0;
        return [.. Combinations(atoms, count).Select(some => (Query: $"({string.Join(" & ", some.Select(atom => atom.Query))})", Ideas: some.Aggregate((double)Math.Max(1, statistics.Ideas), (share, atom) => share * atom.Ideas / Math.Max(1, statistics.Ideas))))
            .OrderBy(some => some.Ideas).TakeWhile((some, at) => (ideas += some.Ideas) <= MostIdeas || at == 0).Select(some => some.Query)];
    }

    private static IEnumerable<IEnumerable<Atom>> Combinations(IReadOnlyList<Atom> atoms, int count) => count == 0
        ? [[]]
        : atoms.SelectMany((first, at) => Combinations([.. atoms.Skip(at + 1)], count - 1).Select(rest => rest.Prepend(first)));

    private static string? Either(IReadOnlyList<string> queries) => queries.Count == 0 ? null : string.Join(" | ", queries);

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
