using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas.Judging;

/// <summary>Sums of cases, grouped by the database.</summary>
internal sealed partial class IdeaStatistics(IdeasDbContext db, Sdk.Workflows.IWorkflowRegistry workflows) : IIdeaStatistics
{
    public async Task<DateTimeOffset?> FirstAsync(CancellationToken cancellationToken) =>
        await db.Ideas.AsNoTracking().OrderBy(idea => idea.ReceivedAt).Select(idea => (DateTimeOffset?)idea.ReceivedAt).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<HandedInCount>> HandedInAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        (await db.Ideas.AsNoTracking().Where(idea => idea.ReceivedAt >= from && idea.ReceivedAt < to && !idea.Restricted)
            .GroupBy(idea => new { idea.Channel, idea.Area, idea.SubmitterKind, idea.Language, idea.AuthorityId, idea.UnitId }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
        .ConvertAll(group => new HandedInCount(group.Key.Channel, group.Key.Area, group.Key.SubmitterKind.ToString(), group.Key.Language, group.Key.AuthorityId, group.Key.UnitId, group.Count));

    public async Task<IReadOnlyList<DecidedCount>> DecidedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var held = Held(from, to);
        var rows = await (from decision in held
                          where decision.FromStage != decision.ToStage
                          join idea in db.Ideas on decision.IdeaId equals idea.Id
                          where !idea.Restricted
                          group decision by new { decision.Gate, decision.FromStage, decision.ToStage, Implemented = decision.CloseReason == CloseReasons.Implemented, idea.SubmitterKind, idea.Area } into moved
                          select new { moved.Key, Count = moved.Count() }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => (Row: row, Advanced: Advanced(row.Key.FromStage, row.Key.ToStage, row.Key.Gate == Gates.Benefit || row.Key.Implemented))).Where(one => one.Advanced is not null)
                .GroupBy(one => (one.Row.Key.Gate, Submitter: one.Row.Key.SubmitterKind.ToString(), one.Row.Key.Area, Advanced: one.Advanced!.Value))
                .Select(group => new DecidedCount(group.Key.Gate, group.Key.Submitter, group.Key.Area, group.Key.Advanced, group.Sum(one => one.Row.Count))),
        ];
    }

    public async Task<IReadOnlyList<StageDays>> StageTimesAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        // Grouped by days, so that a million cases are some thousand rows.
        var rows = await db.Database.SqlQuery<RestedDays>($"""
            select d.from_stage as "Stage", i.area as "Part", (coalesce(e.at, i.received_at) at time zone 'Europe/Stockholm')::date as "Entered", (d.decided_at at time zone 'Europe/Stockholm')::date as "LeftOn", count(*)::int as "Count"
            from ideas.decision d
            join ideas.ideas i on i.id = d.idea_id and not i.restricted
            left join lateral (
                select max(t.at) as at from ideas.timeline t where t.idea_id = d.idea_id and t.kind = 'stage-entered' and t.stage = d.from_stage and t.at <= d.decided_at) e on true
            where d.decided_at >= {from} and d.decided_at < {to} and d.taken_back_at is null and d.corrects_id is null and d.from_stage <> d.to_stage
            group by 1, 2, 3, 4
            """).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => (row.Stage, row.Part, Days: row.Days())).Select(group => new StageDays(group.Key.Stage, group.Key.Part, group.Key.Days, group.Sum(row => row.Count)))];
    }

    public async Task<IReadOnlyList<GroupDays>> GroupedTimesAsync(IReadOnlyDictionary<Guid, string> groups, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (ids, names) = (groups.Keys.ToArray(), groups.Values.ToArray());
        var rows = await db.Database.SqlQuery<RestedDays>($"""
            select d.from_stage as "Stage", g.name as "Part", (coalesce(e.at, i.received_at) at time zone 'Europe/Stockholm')::date as "Entered", (d.decided_at at time zone 'Europe/Stockholm')::date as "LeftOn", count(*)::int as "Count"
            from unnest({ids}, {names}) g(id, name)
            join ideas.decision d on d.idea_id = g.id
            join ideas.ideas i on i.id = g.id and not i.restricted
            left join lateral (
                select max(t.at) as at from ideas.timeline t where t.idea_id = d.idea_id and t.kind = 'stage-entered' and t.stage = d.from_stage and t.at <= d.decided_at) e on true
            where d.decided_at >= {from} and d.decided_at < {to} and d.taken_back_at is null and d.corrects_id is null and d.from_stage <> d.to_stage
            group by 1, 2, 3, 4
            """).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(row => (row.Stage, row.Part, Days: row.Days())).Select(group => new GroupDays(group.Key.Part!, group.Key.Stage, group.Key.Days, group.Sum(row => row.Count)))];
    }

    public async Task<IReadOnlyList<ClosedCount>> ClosedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        (await db.Ideas.AsNoTracking().Where(idea => idea.ClosedAt >= from && idea.ClosedAt < to && !idea.Restricted && idea.CloseReason != null)
            .GroupBy(idea => new { idea.CloseReason, idea.Area, idea.AuthorityId, idea.UnitId, Lesson = db.Evidence.Any(evidence => evidence.IdeaId == idea.Id && evidence.Form == FormKeys.Lesson && evidence.Complete) })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken))
        .ConvertAll(group => new ClosedCount(group.Key.CloseReason!, group.Key.Area, group.Key.AuthorityId, group.Key.UnitId, group.Key.Lesson, group.Count));

    /// <summary>Decisions that still hold.</summary>
    private IQueryable<Domain.Decision> Held(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, end) = (from, to);
        return db.Decisions.AsNoTracking().Where(decision => decision.DecidedAt >= first && decision.DecidedAt < end && decision.TakenBackAt == null && decision.CorrectsId == null);
    }

    /// <summary>Null for back to an earlier stage, which is neither yes nor no.</summary>
    /// <param name="hopedFor">The end is what one hoped for: at the last gate, and where it was done at once.</param>
    private bool? Advanced(string from, string to, bool hopedFor)
    {
        stages ??= workflows.Current(DefaultWorkflow.Key)!.Stages.Select((stage, at) => (stage.Code, at)).ToDictionary(pair => pair.Code, pair => pair.at);
        if (stages.GetValueOrDefault(to, -1) <= stages.GetValueOrDefault(from, -1)) return null;
        return to != Stages.Closed || hopedFor;
    }

    private Dictionary<string, int>? stages;

    /// <param name="Part">Area or group.</param>
    private sealed record RestedDays(string Stage, string? Part, DateOnly Entered, DateOnly LeftOn, int Count)
    {
        public int Days() => WorkingDays.Between(Entered, LeftOn);
    }
}
