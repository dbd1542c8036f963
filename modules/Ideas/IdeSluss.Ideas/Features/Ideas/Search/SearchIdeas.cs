using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IdeSluss.Ideas.Features.Ideas.Search;

/// <param name="Found">How many there are, at most <see cref="HitSearch.MostCounted"/>; null on later pages, where nobody asks again.</param>
/// <param name="MoreThanFound">There are more than are counted.</param>
/// <param name="IsWide">Nothing had the words as typed: these have words that begin with them.</param>
internal sealed record IdeaHits(Page<IdeaLine> Page, int? Found, bool MoreThanFound, bool IsWide);

/// <summary>Finds public ideas by words of their public text, newest first, within the same filters as the list.</summary>
internal sealed class SearchIdeas(IdeasDbContext db, SearchQueries queries, HitSearch hits, IdeaLines lines, TimeProvider time)
{
    public async Task<Outcome<IdeaHits>> FindAsync(IdeaFilter filter, string field, CancellationToken cancellationToken)
    {
        if ((await queries.ReadAsync(filter.Search ?? "", field, cancellationToken)).Failed(out var problem, out var query)) return problem;
        try
        {
            var found = await FindAsync(filter, query.Exact, cancellationToken);
            if (found.Page.Items.Count > 0 || query.Wide is not { } wide) return found;
            // A later page may be empty because it is the last; then the first one had what was typed.
            if (filter.After is not null && (await FindAsync(filter with { After = null }, query.Exact, cancellationToken)).Page.Items.Count > 0) return found;
            return await FindAsync(filter, wide(), cancellationToken) with { IsWide = true };
        }
        catch (NpgsqlException slow) when (slow.InnerException is TimeoutException)
        {
            return Problem.Invalid(new FieldError(field, SearchQueries.TookTooLong));
        }
    }

    /// <summary>The number of a public idea when that is what was typed.</summary>
    public async Task<string?> NumberAsync(string typed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return SearchQueries.AsCaseNumber(typed) is not { } number ? null
            : await db.Ideas.AsNoTracking().Public(now).Where(idea => idea.CaseNumber == number).Select(idea => idea.CaseNumber).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task<IdeaHits> FindAsync(IdeaFilter filter, AskedWords asked, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var narrow = await lines.NarrowingAsync(filter, now, cancellationToken);
        var search = new HitQuery(
            db.Ideas.AsNoTracking().Public(now), SearchColumns.Public, asked, narrow, ideas => ListIdeas.After(ideas, filter.After), ListIdeas.NewestFirst,
            ideas => ideas.OrderByDescending(idea => idea.PublishedAt!.Value + TimeSpan.Zero).ThenByDescending(idea => idea.Id));
        var found = await hits.FindAsync(search, ideas => IdeaLines.Rows(ideas, now, wholeText: true), ListIdeas.PageSize + 1, countAll: filter.After is null, cancellationToken);
        return new(ListIdeas.PageOf(found.Newest, row => lines.Line(row, asked.Match)), found.Found, found.MoreThanFound, false);
    }
}
