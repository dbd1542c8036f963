using IdeSluss.TestKit.Hosting;
using IdeSluss.Testbeds.Tests.Inventory;

namespace IdeSluss.Testbeds.Tests.Bookings;

public class BookTests(StandingHost host) : IClassFixture<StandingHost>
{
    private const string Day = "2026-11-18";

    [Fact]
    public async Task A_hundred_who_want_the_same_place_at_once_become_one_booking()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, thing) = await coach.ThingAsync("Hundrarummet");
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => coach.HoursAsync(thing, Day, "09:00", "10:00")));

        Assert.Equal((1, 99), (answers.Count(one => one.Status == 201), answers.Count(one => one.Status == 409)));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from testbeds.booking_item where resource_id = $1", Guid.Parse(thing)));
    }

    [Fact]
    public async Task A_hundred_who_want_one_of_three_get_three_different_ones()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, thing) = await coach.ThingAsync("Trerummet", new { name = "Surfplatta", kind = "Equipment", units = 3, bookedBy = "Hours", approval = "Never" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => coach.HoursAsync(thing, Day, "09:00", "10:00")));

        Assert.Equal(3, answers.Count(one => one.Status == 201));
        Assert.Equal([1, 2, 3], await host.Database.ListAsync<int>($"select unit_number from testbeds.booking_item where resource_id = '{thing}' order by 1"));
    }

    [Fact]
    public async Task The_database_itself_refuses_two_that_hold_the_same_unit()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, thing) = await coach.ThingAsync("Databasrummet");
        (await coach.HoursAsync(thing, Day, "09:00", "10:00")).IdOf();
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsync($"""
            insert into testbeds.booking_item (id, booking_id, resource_id, unit_number, starts_at, ends_at, held_from, held_to, state, requested_at, version)
            select gen_random_uuid(), booking_id, resource_id, unit_number, starts_at, ends_at, held_from + interval '59 minutes', held_to + interval '1 hour', 'Requested', requested_at, 0 from testbeds.booking_item where resource_id = '{thing}'
            """));
        Assert.Equal("23P01", refused.SqlState);
    }

    [Fact]
    public async Task Buffers_lead_time_opening_hours_and_closures_are_respected_and_said_in_words()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (slug, thing) = await coach.ThingAsync("Regelrummet", new { name = "Köket", kind = "Room", units = 1, bookedBy = "Hours", approval = "Never", bufferBefore = 15, bufferAfter = 30, leadTimeDays = 3 });
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Put, $"{Booking.Api}/inventory/{slug}/opening-hours", new { wednesday = "8-12, 13-17", thursday = "8-17" })).Status);
        (await coach.HoursAsync(thing, Day, "09:00", "10:00")).IdOf();

        await RefusedAsync("10:44", "11:00", "redan bokat");
        Assert.Equal(201, (await coach.HoursAsync(thing, Day, "10:45", "11:00")).Status);
        await RefusedAsync("11:45", "13:15", "stängt");
        await RefusedAsync("13:00", "14:00", "minst 3 vardagar", "2026-10-16");
        Assert.Equal(422, (await coach.JsonAsync(HttpMethod.Put, $"{Booking.Api}/inventory/{slug}/opening-hours", new { wednesday = "12-8" })).Status);

        var closed = new { fromDay = Day, fromTime = "14:00", toDay = Day, toTime = "15:00", reason = "Golvet slipas" };
        Assert.Equal(201, (await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/inventory/{slug}/blackouts", closed)).Status);
        Assert.Equal(409, (await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/inventory/{slug}/blackouts", closed)).Status);
        await RefusedAsync("14:30", "15:30", "Golvet slipas");
        var onBooking = await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/inventory/{slug}/blackouts", new { fromDay = Day, fromTime = "09:30", toDay = Day, toTime = "09:45", reason = "Städning" });
        Assert.True(onBooking.Status == 409 && onBooking.Body.ToString().Contains("Kryssa i att bokningarna ska ställas in", StringComparison.Ordinal), onBooking.Body.ToString());

        async Task RefusedAsync(string from, string to, string words, string day = Day)
        {
            var (status, body) = await coach.HoursAsync(thing, day, from, to);
            Assert.True(status == 409 && body.ToString().Contains(words, StringComparison.Ordinal), $"{status} {body}");
        }
    }

    [Fact]
    public async Task Several_things_are_booked_together_or_not_at_all_and_an_add_on_never_alone()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (slug, room) = await coach.ThingAsync("Paketrummet");
        var coffee = await coach.AddAsync(slug, new { name = "Tekniker", kind = "AddOn", units = 1, bookedBy = "Hours", approval = "Never" });
        Assert.Equal(422, (await coach.HoursAsync(coffee, Day, "09:00", "10:00")).Status);
        var both = await coach.BookAsync(Day, "09:00", Day, "10:00", false, room, coffee);
        Assert.Equal((201, 2), (both.Status, both.Body.GetProperty("items").GetArrayLength()));

        var (_, other) = await coach.ThingAsync("Andra rummet");
        var taken = await coach.BookAsync(Day, "09:30", Day, "10:30", false, other, room);
        Assert.True(taken.Status == 409 && taken.Body.ToString().Contains("Rummet är redan bokat", StringComparison.Ordinal), taken.Body.ToString());
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from testbeds.booking_item where resource_id = $1", Guid.Parse(other)));
    }

    [Fact]
    public async Task One_moves_a_booking_to_a_free_time_and_keeps_the_old_when_it_is_not()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, thing) = await coach.ThingAsync("Flyttrummet");
        var mine = (await coach.HoursAsync(thing, Day, "09:00", "10:00")).IdOf();
        (await coach.HoursAsync(thing, Day, "11:00", "12:00")).IdOf();
        Assert.Equal(409, await MoveAsync("10:30", "11:30", null));
        Assert.Equal(412, await MoveAsync("09:30", "10:30", "\"v99\""));
        // It may overlap its own old time.
        Assert.Equal(204, await MoveAsync("09:30", "10:30", null));
        Assert.Equal(201, (await coach.HoursAsync(thing, Day, "09:00", "09:30")).Status);
        using var other = await host.LogInAsAsync(Personas.Researcher);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Get, $"{Booking.Api}/bookings/{mine}")).Status);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Post, $"{Booking.Api}/bookings/{mine}/cancellation", new { })).Status);
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/bookings/{mine}/cancellation", new { })).Status);
        Assert.Equal(201, (await coach.HoursAsync(thing, Day, "09:30", "10:30")).Status);

        async Task<int> MoveAsync(string from, string to, string? tag) =>
            (await coach.JsonAsync(HttpMethod.Put, $"{Booking.Api}/bookings/{mine}/time", new { fromDay = Day, fromTime = from, toDay = Day, toTime = to }, tag is null ? [] : [("If-Match", tag)])).Status;
    }

    [Fact]
    public async Task What_is_booked_is_neither_retired_made_fewer_nor_archived()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (slug, thing) = await coach.ThingAsync("Bokat rum", new { name = "Robot", kind = "Equipment", units = 2, bookedBy = "Days", approval = "Never" });
        (await coach.BookAsync(Day, null, "2026-11-20", null, false, thing)).IdOf();
        var second = (await coach.BookAsync(Day, null, null, null, false, thing)).IdOf();
        Assert.Equal(409, await SaveAsync(2, false));
        Assert.Equal(409, await SaveAsync(1, true));
        Assert.Equal(409, (await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/inventory/{slug}/archiving", new { })).Status);
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/bookings/{second}/cancellation", new { })).Status);
        Assert.Equal(204, await SaveAsync(1, true));

        async Task<int> SaveAsync(int units, bool active) => (await coach.JsonAsync(HttpMethod.Put, $"{Booking.Api}/inventory/{slug}/resources/{thing}", new { name = "Robot", kind = "Equipment", units, active, bookedBy = "Days", approval = "Never" })).Status;
    }

    [Fact]
    public async Task What_has_been_booked_cannot_be_deleted_even_past_the_rules()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, thing) = await coach.ThingAsync("Raderade rummet");
        (await coach.HoursAsync(thing, Day, "09:00", "10:00")).IdOf();
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsync($"delete from testbeds.bookable_resource where id = '{thing}'"));
        Assert.Equal(Npgsql.PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Fact]
    public async Task The_hour_that_does_not_exist_is_refused_and_the_one_that_comes_twice_is_asked_about_and_then_booked_as_one_meant()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (_, thing) = await coach.ThingAsync("Nattrummet");
        var skipped = await coach.HoursAsync(thing, "2027-03-28", "02:30", "04:00");
        Assert.True(skipped.Status == 422 && skipped.Body.ToString().Contains("finns inte", StringComparison.Ordinal), skipped.Body.ToString());
        var twice = await coach.HoursAsync(thing, "2026-10-25", "02:15", "02:45");
        Assert.True(twice.Status == 422 && twice.Body.ToString().Contains("kommer två gånger", StringComparison.Ordinal), twice.Body.ToString());
        // Each of the two half hours is a time of its own, so both can be booked.
        Assert.Equal((201, 201, 409), (await TurnAsync("First"), await TurnAsync("Second"), await TurnAsync("Second")));
        var backwards = await coach.HoursAsync(thing, Day, "10:00", "09:00");
        Assert.True(backwards.Status == 422 && backwards.Body.ToString().Contains("efter den första tiden", StringComparison.Ordinal), backwards.Body.ToString());

        async Task<int> TurnAsync(string turn) => (await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/bookings",
            new { fromDay = "2026-10-25", fromTime = "02:15", fromTurn = turn, toDay = "2026-10-25", toTime = "02:45", toTurn = turn, purpose = "Nattprov", items = new[] { new { resource = thing } } })).Status;
    }

    [Fact]
    public async Task The_pages_lead_from_dates_to_a_booking_that_can_be_read_and_cancelled()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (slug, thing) = await coach.ThingAsync("Sidrummet");
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var search = await researcher.GetAsync($"/testbaddar/ledigt?testbadd={slug}&fran={Day}&frantid=09.00&tilltid=10.00");
        Assert.True(search.Says("Ledigt onsdag 18 november kl. 09.00–10.00") && search.Says("Bokas direkt"), search.Text);
        var form = await researcher.SubmitAsync(search, [("sak", thing)], "Boka det jag har valt");
        Assert.True(form.StatusCode == 200 && form.Says("Det här bokar du") && form.Says("Rummet"), form.Text);
        Assert.Equal(422, (await researcher.SubmitAsync(form, new { Purpose = "" }, "Boka")).StatusCode);
        var booked = await researcher.SubmitAsync(form, new { Purpose = "Prova sensorer" }, "Boka");
        Assert.True(booked.Says("Tack. Så här blev det.") && booked.Says("Bokad") && booked.Says("Bokningen gjordes"), booked.Text);
        Assert.True((await researcher.GetAsync("/arbete/bokningar")).Says("onsdag 18 november kl. 09.00–10.00"));
        Assert.True((await researcher.GetAsync($"/testbaddar/ledigt?testbadd={slug}&fran={Day}&frantid=09.30&tilltid=09.45")).Says("Inget är ledigt då"));
        var moved = await researcher.PostFormAsync(booked.Address.Split('?')[0] + "/flytta", new { FromTime = "13.00", ToTime = "14.00" }, "Flytta");
        Assert.True(moved.Says("Bokningen är flyttad") && moved.Says("kl. 13.00–14.00"), moved.Text);
        Assert.True((await researcher.SubmitAsync(moved, new { }, "Avboka allt som är kvar")).Says("Bokningen är avbokad"));

        using var anyone = host.Visitor();
        var open = await anyone.GetAsync($"/testbaddar/ledigt?testbadd={slug}&fran={Day}");
        Assert.True(open.Says("Rummet") && open.Says("kan logga in och boka"), open.Text);
        Assert.True((await anyone.GetAsync("/testbaddar/ledigt?fran=2027-03-28&frantid=02.30&tilltid=04.00")) is { StatusCode: 422 } skipped && skipped.Says("Klockan 02.30 finns inte den 28 mars"));
        Assert.True((await anyone.GetAsync("/testbaddar/ledigt?fran=2026-10-25&frantid=02.30&tilltid=04.00")) is { StatusCode: 422 } twice && twice.Says("kommer två gånger") && twice.Says("Den första, före att klockan"));
        Assert.Equal(200, (await anyone.GetAsync("/testbaddar/ledigt?fran=2026-10-25&frantid=02.30&franvilken=First&tilltid=04.00&vad=Q&prova=%27&efter=x")).StatusCode);
    }
}
