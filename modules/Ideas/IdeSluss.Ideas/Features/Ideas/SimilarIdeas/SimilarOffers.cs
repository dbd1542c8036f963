using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.SimilarIdeas;

/// <summary>Counts what was offered as similar and what was opened, so that one can see whether it helps. Ids, days and places only.</summary>
internal sealed class SimilarOffers(IdeasDbContext db, TimeProvider time)
{
    public async Task ShownAsync(IReadOnlyList<SimilarIdea> ideas, SimilarPlace place, CancellationToken cancellationToken)
    {
        if (ideas.Count == 0) return;
        // In one order, so that two who are shown the same do not wait for each other crosswise.
        var ids = ideas.Select(idea => idea.Id).Order().ToArray();
        await db.Database.ExecuteSqlAsync($"""
            insert into ideas.similar_offer as known (idea_id, day, place, shown, opened)
            select idea, {time.StockholmToday()}, {place.ToString()}, 1, 0 from unnest({ids}) as idea
            on conflict (idea_id, day, place) do update set shown = known.shown + 1
            """, cancellationToken);
    }

    /// <returns>False when there is no public idea with the number.</returns>
    public async Task<bool> OpenedAsync(string number, SimilarPlace place, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (number.Length > 40 || await db.Ideas.Public(now).Where(idea => idea.CaseNumber == number).Select(idea => (Guid?)idea.Id).FirstOrDefaultAsync(cancellationToken) is not { } id) return false;
        await db.Database.ExecuteSqlAsync($"""
            insert into ideas.similar_offer as known (idea_id, day, place, shown, opened) values ({id}, {now.StockholmDay()}, {place.ToString()}, 0, 1)
            on conflict (idea_id, day, place) do update set opened = known.opened + 1
            """, cancellationToken);
        return true;
    }
}
