using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Swedish;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Features.Ideas.Synonyms;

/// <summary>Which terms mean the same, both ways. Asked when ideas are compared, never written into them: a changed synonym works at once on every idea there is.</summary>
internal sealed class SynonymMap
{
    private readonly Dictionary<string, HashSet<string>> others = new(StringComparer.Ordinal);

    /// <summary>By the two parts of a word: <c>skolcykelparkering</c> has <c>cykelparkering</c> in it, wherever that begins.</summary>
    private readonly Dictionary<(string, string), HashSet<string>> othersOfPair = [];

    public static SynonymMap Of(IEnumerable<IReadOnlyList<string>> groups)
    {
        var map = new SynonymMap();
        foreach (var words in groups)
        {
            var terms = words.Select(TermOf).Distinct().ToList();
            foreach (var term in terms)
            {
                if (!map.others.TryGetValue(term, out var same)) map.others[term] = same = [];
                same.UnionWith(terms.Where(other => other != term));
            }

            foreach (var word in words)
            {
                if (Compounds.BuiltIn.Split(word, WordStem.Of(word)) is not [var first, var second]) continue;
                var pair = (TextTerms.Mark + first, TextTerms.Mark + second);
                if (!map.othersOfPair.TryGetValue(pair, out var same)) map.othersOfPair[pair] = same = [];
                same.UnionWith(terms);
            }
        }

        return map;
    }

    public IReadOnlySet<string> Of(string term) => others.TryGetValue(term, out var same) ? same : Nothing;

    /// <returns>The compound of the two itself too.</returns>
    public IReadOnlySet<string> Of(string firstPart, string secondPart) => othersOfPair.TryGetValue((firstPart, secondPart), out var same) ? same : Nothing;

    private static readonly HashSet<string> Nothing = [];

    /// <summary>A word of two parts is compared as one: <c>särskilt boende</c> is what <c>särskiltboende</c> is.</summary>
    private static string TermOf(string word) => TextTerms.Mark + WordStem.Of(word.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant());
}

/// <summary>Another replica sees a changed synonym within a minute; the one that changed it, at once.</summary>
internal sealed class KeptSynonyms(IServiceScopeFactory scopes, TimeProvider time) : Kept<IdeasDbContext, SynonymMap>(scopes, time, TimeSpan.FromMinutes(1))
{
    protected override async Task<SynonymMap> ReadAsync(IdeasDbContext db, CancellationToken cancellationToken) =>
        SynonymMap.Of(await db.Synonyms.AsNoTracking().Where(group => group.RemovedAt == null).Select(group => group.Words).ToListAsync(cancellationToken));
}
