using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.FindFree;

/// <summary>What is needed beside a time; empty asks for nothing.</summary>
/// <param name="Accessibility">All must be there.</param>
/// <param name="Testbed">Slug of one test bed.</param>
internal sealed record FreeNeeds(string? Capability = null, string? TargetGroup = null, IReadOnlyList<string>? Accessibility = null, ResourceKind? Kind = null, string? Testbed = null);

/// <param name="Free">How many of it are free all the time.</param>
/// <param name="NeedsApproval">For the one who asks.</param>
/// <param name="Testbed">Null for what belongs to no test bed.</param>
/// <param name="Place">Name of the unit or authority that has it.</param>
internal sealed record FreeThing(Guid Id, string Name, ResourceKind Kind, string? Description, int Free, BookingUnit BookedBy, bool NeedsApproval, string? Slug, string? Testbed, string Place, string? Address, string? ContactRole);

/// <summary>
/// Everything that is free at a time, in one query: the same rules as <see cref="BookingRules.Refusal"/>. What is taken is read once by the index on what is held, and not thing by thing:
/// what is held within the time itself is taken whatever buffers the thing has, so that only what lies at its edges is compared with them. Working days are counted before it, since the
/// calendar of holidays is ours.
/// </summary>
internal sealed class FindFree(TestbedsDbContext db, IOrganisation organisation, CurrentUser me, TimeProvider time)
{
    public const int PageSize = 100;

    public async Task<Page<FreeThing>> HandleAsync(BookingPeriod period, FreeNeeds needs, string? after, CancellationToken cancellationToken)
    {
        var (now, today) = (time.GetUtcNow(), time.StockholmToday());
        if (BookingRules.HasBegun(period, now)) return new([], null);
        var days = period.By(BookingUnit.Days);
        var (whole, first, last, from, to, daysFrom, daysTo) = (period.WholeDays, period.FirstDay, period.LastDay, period.From, period.To, days.From, days.To);
        var ahead = WorkingDays.Between(today, first);
        // What the opening hours must cover: of things booked by the hour, and of those booked by the day.
        var opening = Opening.Needed(days).Select(need => (need, Whole: true)).Concat(whole ? [] : Opening.Needed(period).Select(need => (need, Whole: false))).ToList();
        int[] weekdays = [.. opening.Select(one => one.need.Weekday)], starts = [.. opening.Select(one => one.need.Needs?.From ?? 0)], ends = [.. opening.Select(one => one.need.Needs?.To ?? 0)];
        bool[] wholes = [.. opening.Select(one => one.Whole)];
        var (dayNeeds, hourNeeds) = (wholes.Count(one => one), wholes.Count(one => !one));
        var (capability, group, accessibility, kind, slug) = (needs.Capability ?? "", needs.TargetGroup ?? "", needs.Accessibility?.ToArray() ?? [], needs.Kind?.ToString() ?? "", needs.Testbed ?? "");
        var cursor = Guid.TryParseExact(after, "N", out var id) ? id : Guid.Empty;
        var rows = await db.Database.SqlQuery<Row>($"""
            with wanted as materialized (
                select r.id, r.units, mode.whole,
                    case when mode.whole then tstzrange({daysFrom}, {daysTo}) else tstzrange({from}, {to}) end as period,
                    case when mode.whole
                        then tstzrange(({first} - r.buffer_before / 1440)::timestamp at time zone 'Europe/Stockholm', ({last} + 1 + r.buffer_after / 1440)::timestamp at time zone 'Europe/Stockholm')
                        else tstzrange({from} - make_interval(mins => r.buffer_before), {to} + make_interval(mins => r.buffer_after)) end as held
                from testbeds.bookable_resource r cross join lateral (select r.booked_by = 'Days' or {whole} as whole) mode where r.active and r.lead_time_days <= {ahead}),
            edges as materialized (
                select tstzrange(min(lower(held)), {from}) as before, tstzrange({to}, max(upper(held))) as after from wanted),
            near as materialized (
                select i.resource_id, i.unit_number, i.held from testbeds.booking_item i where i.held && (select before from edges) or i.held && (select after from edges)),
            taken as materialized (
                select i.resource_id, i.unit_number from testbeds.booking_item i where i.held && tstzrange({from}, {to})
                union select n.resource_id, n.unit_number from wanted w join near n on n.resource_id = w.id and n.held && w.held),
            busy as materialized (
                select w.id, count(*)::int as units from wanted w join taken t on t.resource_id = w.id and t.unit_number <= w.units group by w.id),
            closed as materialized (
                select b.testbed_id, b.resource_id, b.period from testbeds.blackout b where b.period && tstzrange({daysFrom}, {daysTo})),
            hours as materialized (
                select h.testbed_id, h.resource_id, count(distinct need.number) filter (where need.whole) = {dayNeeds} as days_open, count(distinct need.number) filter (where not need.whole) = {hourNeeds} as hours_open
                from testbeds.opening_hours h
                left join unnest({weekdays}, {starts}, {ends}, {wholes}) with ordinality as need(weekday, starts, ends, whole, number)
                    on need.weekday = h.weekday and (need.whole or (h.from_minute <= need.starts and h.to_minute >= need.ends))
                group by h.testbed_id, h.resource_id)
            select r.id as "Id", r.name as "Name", r.kind as "Kind", r.description as "Description", r.units - coalesce(busy.units, 0) as "Free", r.booked_by as "BookedBy", r.approval as "Approval", r.exempt_roles as "ExemptRoles", r.authority_id as "AuthorityId", r.unit_id as "UnitId",
                t.slug as "Slug", t.name as "Testbed", t.address as "Address", t.contact_role as "ContactRole"
            from wanted
            join testbeds.bookable_resource r on r.id = wanted.id
            left join testbeds.testbed t on t.id = r.testbed_id
            left join busy on busy.id = r.id
            left join hours own on own.resource_id = r.id
            left join hours place on place.testbed_id = r.testbed_id and place.resource_id is null
            where (r.testbed_id is null or (t.published_at <= {now} and t.status = 'Active')) and coalesce(busy.units, 0) < r.units
                and coalesce(case when wanted.whole then own.days_open else own.hours_open end, case when wanted.whole then place.days_open else place.hours_open end, true)
                and not exists (select from closed where closed.resource_id = r.id and closed.period && wanted.period)
                and not exists (select from closed where closed.resource_id is null and closed.testbed_id = r.testbed_id and closed.period && wanted.period)
                and ({capability} = '' or {capability} = any(t.capabilities)) and ({group} = '' or {group} = any(t.target_groups)) and (cardinality({accessibility}) = 0 or t.accessibility_yes @> {accessibility})
                and ({kind} = '' or r.kind = {kind}) and ({slug} = '' or t.slug = {slug})
                and ({cursor} = '00000000-0000-0000-0000-000000000000' or (coalesce(t.name, ''), r.name, r.id) > (select coalesce(spot.name, ''), seen.name, seen.id
                    from testbeds.bookable_resource seen left join testbeds.testbed spot on spot.id = seen.testbed_id where seen.id = {cursor}))
            order by coalesce(t.name, ''), r.name, r.id limit {PageSize + 1}
            """).ToListAsync(cancellationToken);
        var things = new List<FreeThing>();
        foreach (var row in rows.Take(PageSize)) things.Add(Thing(row, await organisation.PlaceNameAsync(row.AuthorityId, row.UnitId, cancellationToken)));
        return new(things, rows.Count > PageSize ? rows[PageSize - 1].Id.ToString("N") : null);
    }

    private FreeThing Thing(Row row, string place) => new(row.Id, row.Name, Enum.Parse<ResourceKind>(row.Kind), row.Description, row.Free, Enum.Parse<BookingUnit>(row.BookedBy),
        BookingRules.NeedsApproval(Enum.Parse<ApprovalPolicy>(row.Approval), row.ExemptRoles, me.Roles), row.Slug, row.Testbed, place, row.Address, row.ContactRole);

    private sealed class Row
    {
        public Guid Id { get; init; }
        public required string Name { get; init; }
        public required string Kind { get; init; }
        public string? Description { get; init; }
        public int Free { get; init; }
        public required string BookedBy { get; init; }
        public required string Approval { get; init; }
        public required string[] ExemptRoles { get; init; }
        public Guid AuthorityId { get; init; }
        public Guid? UnitId { get; init; }
        public string? Slug { get; init; }
        public string? Testbed { get; init; }
        public string? Address { get; init; }
        public string? ContactRole { get; init; }
    }
}
