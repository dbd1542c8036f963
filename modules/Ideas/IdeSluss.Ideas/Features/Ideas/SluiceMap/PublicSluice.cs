using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

/// <summary>One chamber as everyone may see it.</summary>
/// <param name="Name">Swedish, also the key of its translation.</param>
/// <param name="Step">1 to 5 as residents count.</param>
/// <param name="Count">Null when some of them nobody has read yet and there are fewer than five in all.</param>
/// <param name="Ages">As <see cref="AgeBand"/>; empty when the count is not told.</param>
/// <param name="Listed">All of them are in the public list.</param>
internal sealed record PublicStage(string Stage, string Name, int Step, int? Count, IReadOnlyList<int> Ages, bool Listed);

internal sealed record PublicSluiceView(DateTimeOffset At, IReadOnlyList<PublicStage> Stages);

/// <summary>
/// Where the ideas under way are, for everyone: numbers only, of what nobody but its receiver may know of none. What a reply still holds back counts where it was. Counted
/// once a minute, however many look.
/// </summary>
internal sealed class PublicSluice(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>So few that nobody has read could point at someone who has just told of an idea.</summary>
    private const int Smallest = 5;

    private readonly SemaphoreSlim counting = new(1, 1);
    private Counted? counted;

    public async Task<PublicSluiceView> ReadAsync(CancellationToken cancellationToken)
    {
        if (Kept() is { } kept) return kept;
        await counting.WaitAsync(cancellationToken);
        try
        {
            if (Kept() is { } meanwhile) return meanwhile;
            var countedAt = time.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var view = await CountAsync(scope.ServiceProvider.GetRequiredService<IdeasDbContext>(), scope.ServiceProvider.GetRequiredService<SluiceOrder>(), scope.ServiceProvider.GetRequiredService<IdeaRules>(), cancellationToken);
            Volatile.Write(ref counted, new(view, countedAt));
            return view;
        }
        finally
        {
            counting.Release();
        }
    }

    public void Dispose() => counting.Dispose();

    private PublicSluiceView? Kept() => Volatile.Read(ref counted) is { } kept && time.GetElapsedTime(kept.At) < Fresh ? kept.View : null;

    private async Task<PublicSluiceView> CountAsync(IdeasDbContext db, SluiceOrder order, IdeaRules rules, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var limits = BandLimits.At(now);
        // One that was closed a moment ago is still on its way for everyone outside.
        var closedSince = now - rules.ReplyHold;
        var counts = await GroupedAsync(db.Ideas.OnTheirWay(), now, limits, cancellationToken);
        counts.AddRange(await GroupedAsync(db.Ideas.Where(idea => idea.ClosedAt > closedSince && idea.HeldUntil > now && !idea.Restricted), now, limits, cancellationToken));
        return new(now, [.. order.Stages.Select(stage => Chamber(stage.Code, stage.Name, stage.PublicStep, [.. counts.Where(count => count.Stage == stage.Code)]))]);
    }

    private static PublicStage Chamber(string stage, string name, int step, IReadOnlyList<Group> groups)
    {
        var unread = groups.Where(group => !group.Read).Sum(group => group.Count);
        var all = groups.Sum(group => group.Count);
        return unread > 0 && all < Smallest
            ? new(stage, name, step + 1, null, [], Listed: false)
            : new(stage, name, step + 1, all, [.. Enum.GetValues<AgeBand>().Select(age => groups.Where(group => group.Age == age).Sum(group => group.Count))], Listed: unread == 0);
    }

    private static async Task<List<Group>> GroupedAsync(IQueryable<Idea> ideas, DateTimeOffset now, BandLimits limits, CancellationToken cancellationToken)
    {
        var (month, quarter, year) = (limits.Month, limits.Quarter, limits.Year);
        return await ideas
            .GroupBy(idea => new
            {
                Stage = idea.HeldUntil > now && idea.StageBeforeHold != null ? idea.StageBeforeHold : idea.Stage,
                Read = idea.PublishedAt <= now,
                Age = idea.ReceivedAt >= month ? AgeBand.Month : idea.ReceivedAt >= quarter ? AgeBand.Quarter : idea.ReceivedAt >= year ? AgeBand.Year : AgeBand.Older,
            })
            .Select(group => new Group(group.Key.Stage, group.Key.Read, group.Key.Age, group.Count())).ToListAsync(cancellationToken);
    }

    private sealed record Group(string Stage, bool Read, AgeBand Age, int Count);

    private sealed record Counted(PublicSluiceView View, long At);
}
