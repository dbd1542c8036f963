using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Web;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.ReadIdeas;

/// <summary>The public list, newest first.</summary>
internal sealed class ListIdeas(IdeasDbContext db, IdeaLines lines, TimeProvider time)
{
    public const int PageSize = 20;

    public async Task<Page<IdeaLine>> FindAsync(IdeaFilter filter, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var narrow = await lines.NarrowingAsync(filter, now, cancellationToken);
        var ideas = NewestFirst(After(narrow(db.Ideas.AsNoTracking().Public(now)), filter.After)).Take(PageSize + 1);
        return PageOf(await IdeaLines.Rows(ideas, now).ToListAsync(cancellationToken), row => lines.Line(row));
    }

    public static IQueryable<Idea> NewestFirst(IQueryable<Idea> ideas) => ideas.OrderByDescending(idea => idea.PublishedAt).ThenByDescending(idea => idea.Id);

    /// <summary>What follows the page before.</summary>
    public static IQueryable<Idea> After(IQueryable<Idea> ideas, string? cursor) => Cursor.Parse(cursor) is { } after
        ? ideas.Where(idea => EF.Functions.LessThan(ValueTuple.Create(idea.PublishedAt!.Value, idea.Id), ValueTuple.Create(after.At, after.Id)))
        : ideas;

    /// <param name="rows">One more than a page, if there are more.</param>
    public static Page<IdeaLine> PageOf(IReadOnlyList<IdeaRow> rows, Func<IdeaRow, IdeaLine> line)
    {
        var shown = rows.Take(PageSize).ToList();
        return new([.. shown.Select(line)], rows.Count > PageSize && shown is [.., var last] ? new Cursor(last.PublishedAt, last.Id).ToString() : null);
    }
}
