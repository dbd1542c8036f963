using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <param name="All">What may be seen at all.</param>
/// <param name="Column">Which vector of <see cref="SearchColumns"/>.</param>
/// <param name="Narrow">The filters.</param>
/// <param name="After">Skips the pages before.</param>
/// <param name="Newest">The list's order, which an index has.</param>
/// <param name="NewestUnindexed">The same order in words that no index has.</param>
internal sealed record HitQuery(
    IQueryable<Idea> All, string Column, AskedWords Asked, Func<IQueryable<Idea>, IQueryable<Idea>> Narrow, Func<IQueryable<Idea>, IQueryable<Idea>> After,
    Func<IQueryable<Idea>, IQueryable<Idea>> Newest, Func<IQueryable<Idea>, IQueryable<Idea>> NewestUnindexed)
{
    /// <summary>Those that have the words.</summary>
    public IQueryable<Idea> Matching(IQueryable<Idea> ideas)
    {
        var (column, query) = (Column, Asked.Query);
        // Parse becomes a cast in SQL: it is PostgreSQL that reads it, as it wrote it.
#pragma warning disable CS0618
        return ideas.Where(idea => EF.Property<NpgsqlTsVector>(idea, column).Matches(NpgsqlTsQuery.Parse(query)));
#pragma warning restore CS0618
    }
}

/// <param name="Newest">As many as were asked for, if there are so many.</param>
/// <param name="Found">How many there are, at most <see cref="HitSearch.MostCounted"/>; null when nobody asked, and when counting would cost more than it tells.</param>
internal sealed record HitList<TRow>(IReadOnlyList<TRow> Newest, int? Found, bool MoreThanFound);

/// <summary>
/// The newest ideas that match, in a time that does not depend on how common the words are. PostgreSQL cannot be left to choose: it takes every query for one that half
/// a percent matches, and walks the whole list for a rare word or fetches a third of all ideas for a common one; which of them can change with a write. So there are two
/// queries that each allow one plan. A word that is known to be common is looked for among the newest few thousand, where it must be; a rare one by its index.
/// </summary>
internal sealed class HitSearch(KeptTermStatistics statistics)
{
    public const int MostCounted = 1_000;

    /// <summary>A word that stands in one idea of two hundred and fifty fills a page within this.</summary>
    private const int Window = 5_000;

    /// <summary>So many can be fetched and sorted in the time it takes to walk the window.</summary>
    private const int RareUpTo = 4_000;

    /// <summary>Of the newest, to judge how many there are of a common word.</summary>
    private const int Sample = 1_000;

    /// <param name="rows">What is shown of each.</param>
    /// <param name="count">How many of the newest.</param>
    /// <param name="countAll">Whether to say how many there are; asked once, for the first page.</param>
    public async Task<HitList<TRow>> FindAsync<TRow>(HitQuery search, Func<IQueryable<Idea>, IQueryable<TRow>> rows, int count, bool countAll, CancellationToken cancellationToken)
    {
        if (search.Asked.Estimate <= RareUpTo) return await ByIndexAsync(search, rows, count, countAll, cancellationToken);
        // The limit inside keeps PostgreSQL from looking further, and from any other way of finding the newest.
        var window = search.Newest(search.Narrow(search.After(search.All))).Take(Window);
        var near = await rows(search.Newest(search.Matching(window)).Take(count)).ToListAsync(cancellationToken);
        if (near.Count == count) return countAll && await AreManyAsync(search, cancellationToken) ? new(near, MostCounted, true) : new(near, null, false);
        // The filters may have left so few that these are all.
        return await window.CountAsync(cancellationToken) < Window
            ? new(near, countAll ? near.Count : null, false)
            : await ByIndexAsync(search, rows, count, countAll, cancellationToken);
    }

    /// <summary>In an order that no index has, so that the matches must be found first; then what is shown of the newest is read.</summary>
    private static async Task<HitList<TRow>> ByIndexAsync<TRow>(HitQuery search, Func<IQueryable<Idea>, IQueryable<TRow>> rows, int count, bool countAll, CancellationToken cancellationToken)
    {
        var ids = await search.NewestUnindexed(search.Matching(search.Narrow(search.After(search.All)))).Select(idea => idea.Id).Take(countAll ? MostCounted + 1 : count).ToListAsync(cancellationToken);
        var shown = ids.Take(count).ToList();
        var newest = shown.Count == 0 ? [] : await rows(search.Newest(search.All.Where(idea => shown.Contains(idea.Id)))).ToListAsync(cancellationToken);
        return new(newest, countAll ? Math.Min(ids.Count, MostCounted) : null, countAll && ids.Count > MostCounted);
    }

    /// <summary>What so many of the newest have, a thousand of all have: with twice the margin, for what people wrote less about before.</summary>
    private async Task<bool> AreManyAsync(HitQuery search, CancellationToken cancellationToken)
    {
        var inSample = await search.Matching(search.Narrow(search.Newest(search.All).Take(Sample))).CountAsync(cancellationToken);
        var all = (await statistics.GetAsync(cancellationToken)).Ideas;
        return (long)inSample * all / Sample > MostCounted * 2;
    }
}
