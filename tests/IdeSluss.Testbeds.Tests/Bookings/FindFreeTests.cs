using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Catalogue;
using IdeSluss.Testbeds.Features.Testbeds.FindFree;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Testbeds.Tests.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Testbeds.Tests.Bookings;

public class FindFreeTests(StandingHost host) : IClassFixture<StandingHost>
{
    /// <summary>The query and the rules say the same, over things with every mixture of units, buffers, hours, closures and bookings.</summary>
    [Fact]
    public async Task What_the_search_lists_is_what_the_rules_let_one_book()
    {
        await FillAsync("likhet", 40, 60, days: 60);
        var random = new Random(4711);
        var (free, taken) = (0, 0);
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var start = new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(60 * 24 * 20));
            var first = new DateOnly(2026, 10, 20).AddDays(random.Next(20));
            var period = attempt % 2 == 0 ? BookingPeriod.Hours(start, start.AddMinutes(random.Next(1, 600))) : BookingPeriod.Days(first, first.AddDays(random.Next(4)));
            await host.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<TestbedsDbContext>();
                var listed = new List<FreeThing>();
                for (string? after = ""; after is not null;)
                {
                    var page = await services.GetRequiredService<FindFree>().HandleAsync(period, new(Testbed: "likhet"), after, default);
                    listed.AddRange(page.Items);
                    after = page.Next;
                }

                var allocation = services.GetRequiredService<Allocation>();
                var now = host.Clock.GetUtcNow();
                foreach (var thing in await allocation.HoldAsync(await db.Resources.Where(one => one.Name.StartsWith("likhet ")).Select(one => one.Id).ToListAsync(), default))
                {
                    var wanted = period.By(thing.Resource.BookedBy);
                    var (from, to) = Buffers.Around(wanted, thing.Resource.BufferBefore, thing.Resource.BufferAfter);
                    var refused = BookingRules.Refusal(thing, wanted, now, new(2026, 10, 14)) is not null;
                    var units = refused ? 0 : (await allocation.FreeUnitsAsync(thing.Resource, from, to, false, default)).Count;
                    Assert.True(units == (listed.Find(one => one.Id == thing.Resource.Id)?.Free ?? 0), $"{thing.Resource.Name} {wanted}: rules {units}, search {listed.Find(one => one.Id == thing.Resource.Id)?.Free}, refused {refused}");
                    if (units > 0) free++;
                    else taken++;
                }
            });
        }

        Assert.True(free > 100 && taken > 100, $"{free} free, {taken} taken");
    }

    /// <summary>The catalogue asks one question; here each thing is counted by itself.</summary>
    [Fact]
    public async Task The_catalogue_finds_free_from_a_day_what_counting_thing_by_thing_finds()
    {
        for (var bed = 1; bed <= 6; bed++) await FillAsync($"dagar{bed}", bed % 3 + 1, 60, days: 60);
        await host.Database.ExecuteAsync("""
            insert into testbeds.blackout (id, testbed_id, starts_at, ends_at, reason, created_by_id, created_at) select gen_random_uuid(), id, '2026-11-02T10:00Z', '2026-11-20T10:00Z', 'Stängt', gen_random_uuid(), now() from testbeds.testbed where slug = 'dagar1';
            update testbeds.testbed set status = 'Paused' where slug = 'dagar2';
            update testbeds.bookable_resource set kind = 'AddOn' where name like 'dagar3 %';
            """);
        await host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<TestbedsDbContext>();
            var beds = db.Testbeds.AsNoTracking().Where(one => one.Slug.StartsWith("dagar"));
            var (all, things, items, closed) = (await beds.ToListAsync(), await db.Resources.AsNoTracking().ToListAsync(), await db.BookingItems.AsNoTracking().ToListAsync(), await db.Blackouts.AsNoTracking().Where(one => one.ResourceId == null).ToListAsync());
            var (free, taken) = (0, 0);
            for (var day = new DateOnly(2026, 10, 18); day < new DateOnly(2026, 12, 10); day = day.AddDays(1))
            {
                var (from, to) = (day.StartInStockholm(), day.AddDays(1).StartInStockholm());
                var counted = all.Where(bed => bed.Status == TestbedStatus.Active && !closed.Exists(one => one.TestbedId == bed.Id && one.From < to && one.To > from)
                    && things.Exists(thing => thing.TestbedId == bed.Id && thing.Active && thing.Kind != ResourceKind.AddOn
                        && items.Where(item => item.ResourceId == thing.Id && item.HoldsPlace && item.HeldFrom < to && item.HeldTo > from).Select(item => item.UnitNumber).Distinct().Count() < thing.Units));
                var found = await services.GetRequiredService<IFreeTestbeds>().FreeFrom(beds, day).Select(one => one.Slug).Order().ToListAsync();
                Assert.Equal(counted.Select(one => one.Slug).Order(StringComparer.Ordinal), found);
                (free, taken) = (free + found.Count, taken + all.Count - found.Count);
            }

            Assert.True(free > 20 && taken > 20, $"{free} free, {taken} taken");
        });
    }

    [Fact]
    public async Task One_asks_for_what_one_needs_and_the_catalogue_knows_what_is_free_from_a_day()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (slug, thing) = await coach.ThingAsync("Behovsrummet", new { name = "Hela", kind = "Place", units = 1, bookedBy = "Days", approval = "Never" });
        using var anyone = host.Visitor();
        Assert.Equal(1, await CountAsync("&capability=MEALS&targetGroup=OLDER&accessibility=LIFT&kind=Place"));
        Assert.Equal(0, await CountAsync("&accessibility=LIFT&accessibility=QUIET_ROOM"));
        Assert.Equal(0, await CountAsync("&capability=CULTURE"));
        Assert.Equal(422, (await anyone.JsonAsync(HttpMethod.Get, $"{Booking.Api}/free?fromDay=2026-13-40")).Status);
        Assert.True((await anyone.GetAsync("/testbaddar?sok=behovsrummet&ledig=2027-04-05")).Says("Behovsrummet"));
        (await coach.BookAsync("2027-04-05", null, null, null, false, thing)).IdOf();
        Assert.Equal(0, await CountAsync(""));
        Assert.False((await anyone.GetAsync("/testbaddar?sok=behovsrummet&ledig=2027-04-05")).Says("provas i liten skala Behovsrummet"));
        Assert.True((await anyone.GetAsync("/testbaddar?sok=behovsrummet&ledig=2027-04-05")).Says("Ingen testbädd passar alla dina val"));

        async Task<int> CountAsync(string needs) => (await anyone.JsonAsync(HttpMethod.Get, $"{Booking.Api}/free?testbed={slug}&fromDay=2027-04-05{needs}")).Body.GetProperty("items").GetArrayLength();
    }

    /// <summary>One test bed with things of every kind, each with bookings spread over the days, without overlap per unit.</summary>
    private async Task FillAsync(string slug, int things, int bookings, int days)
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var made = await coach.DescribedAsync(slug);
        await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/inventory/{made}/publication", new { });
        await host.Database.ExecuteAsync($"""
            insert into testbeds.bookable_resource (id, testbed_id, authority_id, unit_id, kind, name, units, buffer_before, buffer_after, lead_time_days, booked_by, approval, exempt_roles, active, version)
            select gen_random_uuid(), t.id, t.authority_id, t.unit_id, 'Room', '{slug} ' || lpad(n::text, 4, '0'), 1 + n % 3, (n % 4) * 20, (n % 5) * 360, n % 7, case when n % 2 = 0 then 'Days' else 'Hours' end, 'Never', '{"{}"}', n % 19 <> 0, 0
            from testbeds.testbed t, generate_series(1, {things}) n where t.slug = '{made}';
            insert into testbeds.opening_hours (id, testbed_id, resource_id, weekday, from_minute, to_minute)
            select gen_random_uuid(), r.testbed_id, r.id, day, 420 + day * 10, 1140 from testbeds.bookable_resource r, generate_series(1, 6) day where r.name like '{slug} %' and right(r.name, 1) in ('1', '4', '6');
            insert into testbeds.blackout (id, testbed_id, resource_id, starts_at, ends_at, reason, created_by_id, created_at)
            select gen_random_uuid(), r.testbed_id, r.id, '2026-10-26T10:00Z', '2026-10-28T10:00Z', 'Stängt', gen_random_uuid(), now() from testbeds.bookable_resource r where r.name like '{slug} %' and right(r.name, 1) in ('3', '8');
            with booking as (
                insert into testbeds.booking (id, person_id, purpose, starts_at, ends_at, whole_days, created_at, version) values (gen_random_uuid(), gen_random_uuid(), 'Prov', now(), now(), false, now(), 0) returning id)
            insert into testbeds.booking_item (id, booking_id, resource_id, unit_number, starts_at, ends_at, held_from, held_to, state, requested_at, version)
            select gen_random_uuid(), booking.id, r.id, unit, at, at + interval '7 hours', at - interval '20 minutes', at + interval '8 hours', (array['Booked', 'Requested', 'Lent', 'Offered', 'Cancelled'])[1 + n % 5], now(), 0
            from testbeds.bookable_resource r cross join booking cross join generate_series(1, r.units) unit cross join generate_series(1, {bookings}) n
            cross join lateral (select '2026-10-15T05:00Z'::timestamptz + n * interval '{days * 24 / bookings} hours' + unit * interval '5 hours' as at) times
            where r.name like '{slug} %';
            """);
    }
}
