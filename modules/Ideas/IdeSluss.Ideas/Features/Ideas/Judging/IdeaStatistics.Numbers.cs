using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Judging;

/// <summary>How soon people were told, how long it took, who decided, and sums of groups.</summary>
internal sealed partial class IdeaStatistics
{
    public async Task<IReadOnlyList<ToldCount>> ToldAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        // Whoever is called or written to has been told when the task is done; everyone else when the hold ends.
        var rows = await db.Database.SqlQuery<ToldDays>($"""
            select i.authority_id as "Authority", (d.decided_at at time zone 'Europe/Stockholm')::date as "Decided",
                ((case when t.id is null then d.effective_at else t.done_at end) at time zone 'Europe/Stockholm')::date as "Told", count(*)::int as "Count"
            from ideas.decision d
            join ideas.ideas i on i.id = d.idea_id and not i.restricted
            left join ideas.task t on t.decision_id = d.id and t.kind in ('CallSubmitter', 'SendLetter') and not t.cancelled
            where d.decided_at >= {from} and d.decided_at < {to} and d.taken_back_at is null and d.corrects_id is null
            group by 1, 2, 3
            """).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => (row.Authority, Days: row.Told is { } told ? WorkingDays.Between(row.Decided, told) : (int?)null)).Select(group => new ToldCount(group.Key.Authority, group.Key.Days, group.Sum(row => row.Count)))];
    }

    public async Task<IReadOnlyList<GateDecider>> DecidersAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var held = Held(from, to);
        return (await (from decision in held
                where decision.DecidedById != null && decision.DecidedAs != Roles.CommitteeSecretary
                join idea in db.Ideas on decision.IdeaId equals idea.Id
                where !idea.Restricted
                group decision by new { decision.Gate, idea.AuthorityId, decision.DecidedById } into one
                select new { one.Key, Count = one.Count() }).ToListAsync(cancellationToken))
        .ConvertAll(group => new GateDecider(group.Key.Gate, group.Key.AuthorityId, group.Key.DecidedById!.Value, group.Count));
    }

    public async Task<IReadOnlyList<AreaNumber>> ImplementedTimesAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<AreaDays>($"""
            select i.area as "Area", (i.received_at at time zone 'Europe/Stockholm')::date as "Received", (d.decided_at at time zone 'Europe/Stockholm')::date as "Done", count(*)::int as "Count"
            from ideas.decision d
            join ideas.ideas i on i.id = d.idea_id and not i.restricted
            where d.decided_at >= {from} and d.decided_at < {to} and d.taken_back_at is null and d.corrects_id is null
                and (d.to_stage = {Stages.Benefit} and d.from_stage <> {Stages.Benefit} or d.close_reason = {CloseReasons.Implemented} and d.from_stage <> {Stages.Benefit})
            group by 1, 2, 3
            """).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => (row.Area, Days: WorkingDays.Between(row.Received, row.Done))).Select(group => new AreaNumber(group.Key.Area, group.Key.Days, group.Sum(row => row.Count)))];
    }

    public async Task<IReadOnlyList<AreaNumber>> NeedTalksAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<AreaNumber>($"""
            select i.area as "Area", coalesce((e.results -> 'computed' ->> 'fran-malgruppen')::numeric, 0)::int as "Number", count(*)::int as "Count"
            from ideas.decision d
            join ideas.ideas i on i.id = d.idea_id and not i.restricted
            join ideas.evidence e on e.idea_id = d.idea_id and e.form = {FormKeys.NeedMap} and e.complete
            where d.decided_at >= {from} and d.decided_at < {to} and d.taken_back_at is null and d.corrects_id is null and d.gate = {Gates.Need} and d.from_stage <> d.to_stage
            group by 1, 2
            """).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SpreadCount>> SpreadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<SpreadCount>($"""
            select e.answers ->> 'sprids' = 'ja' as "IsSpread", count(*)::int as "Count"
            from ideas.decision d
            join ideas.ideas i on i.id = d.idea_id and not i.restricted
            join ideas.evidence e on e.idea_id = d.idea_id and e.form = {FormKeys.Spread} and e.complete and e.answers ->> 'sprids' in ('ja', 'nej')
            where d.decided_at >= {from} and d.decided_at < {to} and d.taken_back_at is null and d.corrects_id is null and d.gate = {Gates.Benefit} and d.to_stage = {Stages.Closed}
            group by 1
            """).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<BarrierCount>> BarriersAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (first, end) = (from, to);
        var rows = await db.AccessibilityReports.AsNoTracking().Where(report => report.At >= first && report.At < end).Select(report => new { report.At, report.AnsweredAt }).Take(MostReports).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => row.AnsweredAt is { } answered ? WorkingDays.Between(row.At.StockholmDay(), answered.StockholmDay()) : (int?)null).Select(group => new BarrierCount(group.Key, group.Count()))];
    }

    public async Task<IReadOnlyList<GroupCount>> GroupedAsync(IReadOnlyDictionary<Guid, string> groups, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (first, end) = (from, to);
        var (ids, held) = (groups.Keys.ToArray(), Held(from, to));
        var came = await db.Ideas.AsNoTracking().Where(idea => ids.Contains(idea.Id) && idea.ReceivedAt >= first && idea.ReceivedAt < end && !idea.Restricted).Select(idea => idea.Id).ToListAsync(cancellationToken);
        var moved = await (from decision in held
                           where ids.Contains(decision.IdeaId) && decision.FromStage != decision.ToStage
                           join idea in db.Ideas on decision.IdeaId equals idea.Id
                           where !idea.Restricted
                           select new { decision.IdeaId, decision.Gate, decision.FromStage, decision.ToStage, Implemented = decision.CloseReason == CloseReasons.Implemented }).ToListAsync(cancellationToken);
        return
        [
            .. came.GroupBy(id => groups[id]).Select(group => new GroupCount(group.Key, null, Advanced: false, group.Count())),
            .. moved.Select(one => (Group: groups[one.IdeaId], one.Gate, Advanced: Advanced(one.FromStage, one.ToStage, one.Gate == Gates.Benefit || one.Implemented))).Where(one => one.Advanced is not null)
                .GroupBy(one => (one.Group, one.Gate, one.Advanced)).Select(group => new GroupCount(group.Key.Group, group.Key.Gate, group.Key.Advanced!.Value, group.Count())),
        ];
    }

    public async Task<IReadOnlyDictionary<Guid, string?>> AreasOfAsync(IReadOnlyCollection<Guid> ideas, CancellationToken cancellationToken)
    {
        var ids = ideas;
        return await db.Ideas.AsNoTracking().Where(idea => ids.Contains(idea.Id) && !idea.Restricted).ToDictionaryAsync(idea => idea.Id, idea => idea.Area, cancellationToken);
    }

    public async Task<IReadOnlySet<Guid>> ClosedBeforeAsync(IReadOnlyCollection<Guid> ideas, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var (ids, end) = (ideas, before);
        return (await db.Ideas.AsNoTracking().Where(idea => ids.Contains(idea.Id) && idea.ClosedAt < end).Select(idea => idea.Id).ToListAsync(cancellationToken)).ToHashSet();
    }

    private const int MostReports = 100_000;

    private sealed record ToldDays(Guid Authority, DateOnly Decided, DateOnly? Told, int Count);

    private sealed record AreaDays(string? Area, DateOnly Received, DateOnly Done, int Count);
}
