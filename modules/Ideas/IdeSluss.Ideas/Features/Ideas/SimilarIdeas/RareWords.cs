using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Features.Ideas.Synonyms;

namespace IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

/// <param name="Query">A <c>tsquery</c> in text form.</param>
/// <param name="IsCommon">So many ideas answer that only the newest can be looked at.</param>
internal sealed record RareQuery(string Query, bool IsCommon);

/// <summary>
/// Which ideas to look at: those that have one of the text's rarest words, and, when even these are common, two of them. So a bounded number is fetched however many
/// ideas there are, and the index finds them. Pure.
/// </summary>
internal static class RareWords
{
    /// <summary>So many are fetched and compared.</summary>
    public const int MostIdeas = 200;

    /// <summary>Words beyond these add nothing that the first do not find.</summary>
    private const int MostWords = 12;
    private const int MostPaired = 6;

    /// <returns>Null when there is nothing to look for.</returns>
    public static RareQuery? Query(ComparedText text, TermStatistics statistics, SynonymMap synonyms)
    {
        var atoms = text.Words.OrderByDescending(word => word.Tells).ThenByDescending(word => word.Weight).Take(MostWords)
            .SelectMany(word => word.Parts.Prepend(word.Term)).Distinct().Select(term => Atom.Of(term, statistics, synonyms)).OrderBy(atom => atom.Ideas).ToList();
        var asked = new List<string>();
        var ideas = 0L;
        foreach (var atom in atoms.Where(atom => ideas + atom.Ideas <= MostIdeas))
        {
            asked.Add(atom.Query);
            ideas += atom.Ideas;
        }

        var common = atoms.Where(atom => !asked.Contains(atom.Query)).Take(MostPaired).ToList();
        var pairs = common.SelectMany((first, at) => common.Skip(at + 1).Select(second => (Query: $"({first.Query} & {second.Query})", Ideas: first.Ideas * second.Ideas / Math.Max(1, statistics.Ideas))));
        foreach (var pair in pairs.OrderBy(pair => pair.Ideas))
        {
            // Words that go together do so more often than chance has it, so this is a guess. The first pair is asked for whatever it gives: then there is nothing else to go by.
            if (asked.Count > 0 && ideas + pair.Ideas > MostIdeas) break;
            asked.Add(pair.Query);
            ideas += pair.Ideas;
        }

        return asked.Count == 0 ? null : new(string.Join(" | ", asked), ideas > MostIdeas);
    }

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
