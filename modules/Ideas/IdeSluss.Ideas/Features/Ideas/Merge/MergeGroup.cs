using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Merge;

/// <summary>
/// Ideas that are one case. The records of merges say which idea was merged into which; <see cref="Idea.MergedIntoId"/> and the number of followers follow from
/// them and are written anew at each merge and unmerge, so that nothing needs to be remembered to be restored.
/// </summary>
internal sealed class MergeGroup(IdeasDbContext db)
{
    /// <summary>The idea that goes on: the one asked about, or the one it is part of by now.</summary>
    public async Task<Idea> WholeAsync(Guid id, CancellationToken cancellationToken)
    {
        var named = await db.Ideas.WithOwners().SingleAsync(one => one.Id == id, cancellationToken);
        return named.MergedIntoId is { } whole ? await db.Ideas.WithOwners().SingleAsync(one => one.Id == whole, cancellationToken) : named;
    }

    /// <summary>After the save: what was merged into the idea comes with it.</summary>
    public async Task MoveInAsync(Guid idea, Guid whole, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"update ideas.ideas set merged_into_id = {whole} where merged_into_id = {idea}", cancellationToken);
        await CountFollowersAsync(whole, cancellationToken);
    }

    /// <summary>After the save: what was merged into the idea leaves with it.</summary>
    public async Task MoveOutAsync(Guid idea, Guid whole, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"""
            with recursive below as (
                select m.idea_id from ideas.merge m where m.target_id = {idea} and m.state = 'Merged'
                union select m.idea_id from ideas.merge m join below on m.target_id = below.idea_id where m.state = 'Merged')
            update ideas.ideas set merged_into_id = {idea} where id in (select idea_id from below)
            """, cancellationToken);
        await CountFollowersAsync(idea, cancellationToken);
        await CountFollowersAsync(whole, cancellationToken);
    }

    /// <summary>Each person once, whichever of the ideas they follow.</summary>
    public Task CountFollowersAsync(Guid whole, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        update ideas.ideas set follower_count = (
            select count(distinct f.person_id) from ideas.follow f join ideas.ideas i on i.id = f.idea_id where i.id = {whole} or i.merged_into_id = {whole})
        where id = {whole}
        """, cancellationToken);
}
