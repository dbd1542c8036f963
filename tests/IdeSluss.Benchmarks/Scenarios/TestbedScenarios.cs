using IdeSluss.Benchmarks.Measuring;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Catalogue;
using IdeSluss.Testbeds.Features.Testbeds.FindFree;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IdeSluss.Benchmarks.Scenarios;

/// <summary>Finding what is free and listing test beds, by the handlers that pages and API call, among 500 things that are each booked most days of a year.</summary>
internal sealed class TestbedScenarios(DateOnly today)
{
    public const int Things = 500;
    private const int CopiesOfEach = 25;

    /// <summary>Copies of the demo's test beds with things of every kind in them, opening hours for a third, closures, and a booking a day for each unit.</summary>
    public static async Task FillAsync(NpgsqlDataSource database, DateOnly today, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            insert into testbeds.testbed select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'slug', t.slug || '-' || n, 'name', t.name || ' ' || n))).* from testbeds.testbed t, generate_series(1, {CopiesOfEach - 1}) n;
            with place as (select *, row_number() over (order by slug) - 1 as at, count(*) over () as all_places from testbeds.testbed where status = 'Active')
            insert into testbeds.bookable_resource (id, testbed_id, authority_id, unit_id, kind, name, units, buffer_before, buffer_after, lead_time_days, booked_by, approval, exempt_roles, active, version)
            select gen_random_uuid(), p.id, p.authority_id, p.unit_id, (array['Room', 'Equipment', 'Vehicle'])[1 + n % 3], 'Sak ' || lpad(n::text, 4, '0'), 1 + n % 3, (n % 4) * 20, (n % 5) * 360, n % 7, case when n % 2 = 0 then 'Days' else 'Hours' end, 'Always', {"'{}'"}, true, 0
            from generate_series(1, {Things}) n join place p on p.at = n % p.all_places;
            insert into testbeds.opening_hours (id, testbed_id, resource_id, weekday, from_minute, to_minute)
            select gen_random_uuid(), r.testbed_id, r.id, day, 420, 1140 from testbeds.bookable_resource r, generate_series(1, 5) day where r.name like 'Sak %' and right(r.name, 1) in ('1', '4', '6');
            insert into testbeds.blackout (id, testbed_id, resource_id, starts_at, ends_at, reason, created_by_id, created_at)
            select gen_random_uuid(), r.testbed_id, r.id, @start + interval '30 days', @start + interval '33 days', 'Stängt', gen_random_uuid(), @start from testbeds.bookable_resource r where r.name like 'Sak %' and right(r.name, 1) in ('3', '8');
            with booking as (
                insert into testbeds.booking (id, person_id, purpose, starts_at, ends_at, whole_days, created_at, version) values (gen_random_uuid(), gen_random_uuid(), 'Mätning', @start, @start, false, @start, 0) returning id)
            insert into testbeds.booking_item (id, booking_id, resource_id, unit_number, starts_at, ends_at, held_from, held_to, state, requested_at, version)
            select gen_random_uuid(), booking.id, r.id, unit, at, at + interval '5 hours', at - interval '20 minutes', at + interval '6 hours', (array['Booked', 'Requested', 'Booked', 'Cancelled'])[1 + n % 4], @start, 0
            from testbeds.bookable_resource r cross join booking cross join generate_series(1, r.units) unit cross join generate_series(0, 364) n
            cross join lateral (select @start + n * interval '1 day' + unit * interval '5 hours' + (hashtext(r.id::text) % 5) * interval '1 hour' as at) times
            where r.name like 'Sak %';
            """);
        command.Parameters.AddWithValue("start", today.StartInStockholm());
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
        await using var analyze = database.CreateCommand("analyze");
        await analyze.ExecuteNonQueryAsync(cancellationToken);
    }

    public IReadOnlyList<Scenario> All =>
    [
        new("free, some hours", 50, (services, round, ct) => Free(services, Hours(round), new(), ct)),
        new("free, whole days", 50, (services, round, ct) => Free(services, Days(round, 3), new(), ct)),
        new("free, six weeks", 50, (services, round, ct) => Free(services, Days(round, 42), new(), ct)),
        new("free, with needs", 50, (services, round, ct) => Free(services, Hours(round), new(Kind: ResourceKind.Equipment, Accessibility: ["STEP_FREE"]), ct)),
        new("catalogue, first page", 10, (services, _, ct) => services.GetRequiredService<ListTestbeds>().FindAsync(new(), null, ct)),
        new("catalogue, a word and a target group", 10, (services, _, ct) => services.GetRequiredService<ListTestbeds>().FindAsync(new(Search: "larm", TargetGroup: "OLDER"), null, ct)),
        new("catalogue, free from a day", 50, (services, round, ct) => services.GetRequiredService<ListTestbeds>().FindAsync(new(FreeFrom: Day(round)), null, ct)),
    ];

    private DateOnly Day(int round) => WorkingDays.Add(today, 10 + round * 7 % 200);

    private BookingPeriod Days(int round, int days) => BookingPeriod.Days(Day(round), Day(round).AddDays(days - 1));

    private BookingPeriod Hours(int round) => BookingPeriod.Hours(Day(round).StartInStockholm().AddHours(9 + round % 4), Day(round).StartInStockholm().AddHours(12 + round % 4));

    private static Task Free(IServiceProvider services, BookingPeriod period, FreeNeeds needs, CancellationToken cancellationToken) => services.GetRequiredService<FindFree>().HandleAsync(period, needs, null, cancellationToken);
}
