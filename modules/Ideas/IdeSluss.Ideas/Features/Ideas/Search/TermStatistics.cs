using System.Collections.Frozen;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Swedish;
using IdeSluss.Sdk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <summary>In how many public ideas each term stood when they were last counted (<see cref="RefreshTerms"/>). Before that everything counts as rare, which is right for an instance that is new.</summary>
/// <param name="Ideas">How many ideas were counted.</param>
internal sealed record TermStatistics(int Ideas, FrozenDictionary<string, int> Frequencies, Compounds Compounds)
{
    /// <summary>A word in fewer ideas than this may be a slip of the pen, and is no word to split others by.</summary>
    private const int FewestForWord = 3;

    public int Of(string term) => Frequencies.GetValueOrDefault(term);

    /// <summary>Of all terms with this beginning together.</summary>
    public int BeginningWith(string beginning) => (int)Math.Min(int.MaxValue, Frequencies.Where(pair => pair.Key.StartsWith(beginning, StringComparison.Ordinal)).Sum(pair => (long)pair.Value));

    public static TermStatistics From(IReadOnlyCollection<(string Term, int Ideas)> rows) => new(
        rows.FirstOrDefault(row => row.Term.Length == 0).Ideas,
        rows.ToFrozenDictionary(row => row.Term, row => row.Ideas, StringComparer.Ordinal),
        new Compounds(rows.Where(row => row.Ideas >= FewestForWord && row.Term.Length is > 4 and < 16).Select(row => row.Term[1..])
            .Where(stem => stem.All(char.IsLetter) && !WordList.Stems.Contains(stem) && Compounds.BuiltIn.Split(stem, stem).Count == 0).ToFrozenSet(StringComparer.Ordinal)));
}

/// <summary>Read again every ten minutes: frequencies change slowly, and nothing is wrong while they are old.</summary>
internal sealed class KeptTermStatistics(IServiceScopeFactory scopes, TimeProvider time) : Kept<IdeasDbContext, TermStatistics>(scopes, time, TimeSpan.FromMinutes(10))
{
    /// <summary>The rest stand in so few ideas that not knowing them makes no difference.</summary>
    private const int Most = 200_000;

    protected override async Task<TermStatistics> ReadAsync(IdeasDbContext db, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<Row>($"""select term as "Term", ideas as "Ideas" from ideas.term_frequency order by ideas desc limit {Most}""").ToListAsync(cancellationToken);
        return TermStatistics.From([.. rows.Select(row => (row.Term, row.Ideas))]);
    }

    private sealed record Row(string Term, int Ideas);
}
