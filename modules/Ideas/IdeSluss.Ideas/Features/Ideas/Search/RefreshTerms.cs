using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Ideas.Swedish;
using IdeSluss.Sdk.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <summary>
/// Keeps what searching knows about words up to date: makes the terms of ideas that were written before the analysis was as it is, and counts in how many ideas each
/// term stands when there are noticeably more or fewer of them than at the last count.
/// </summary>
internal sealed class RefreshTerms(IdeasDbContext db, KeptTermStatistics statistics, TimeProvider time) : IScheduledTask
{
    private const int BatchSize = 200;
    private const int MostAtOnce = 20_000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var made = await MakeTermsAsync(cancellationToken);
        var now = time.GetUtcNow();
        var known = (await statistics.GetAsync(cancellationToken)).Ideas;
        var shown = await db.Ideas.Public(now).CountAsync(cancellationToken);
        if (made > 0 || Math.Abs(shown - known) > 10 + (known / 20)) await CountAsync(cancellationToken);
    }

    /// <summary>Counts anew. Readers keep the old count meanwhile.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlRawAsync("refresh materialized view concurrently ideas.term_frequency", cancellationToken);
        statistics.Forget();
    }

    /// <summary>Straight into the columns: what an idea is found by is no change of the idea, so its version stays.</summary>
    private async Task<int> MakeTermsAsync(CancellationToken cancellationToken)
    {
        var compounds = (await statistics.GetAsync(cancellationToken)).Compounds;
        var made = 0;
        while (made < MostAtOnce)
        {
            var old = await db.Ideas.AsNoTracking().Where(idea => EF.Property<int>(idea, SearchColumns.TermsVersion) < TextTerms.Version).OrderBy(idea => idea.Id).Take(BatchSize).ToListAsync(cancellationToken);
            foreach (var idea in old) await WriteAsync(idea, compounds, cancellationToken);
            made += old.Count;
            if (old.Count < BatchSize) break;
        }

        return made;
    }

    private async Task WriteAsync(Idea idea, Compounds compounds, CancellationToken cancellationToken)
    {
        var (open, original) = SearchColumns.TermsOf(idea, compounds);
        // Only if the texts are still those: whoever changes them makes their terms.
        await db.Ideas.Where(one => one.Id == idea.Id && one.Version == idea.Version).ExecuteUpdateAsync(set => set
            .SetProperty(one => EF.Property<string[]?>(one, SearchColumns.PublicTerms), open)
            .SetProperty(one => EF.Property<string[]?>(one, SearchColumns.OriginalTerms), original)
            .SetProperty(one => EF.Property<int>(one, SearchColumns.TermsVersion), TextTerms.Version), cancellationToken);
    }
}

/// <summary>Every night, whatever has changed: words move even when the number of ideas does not.</summary>
internal sealed class CountTerms(RefreshTerms terms) : IScheduledTask
{
    public Task RunAsync(CancellationToken cancellationToken) => terms.CountAsync(cancellationToken);
}
