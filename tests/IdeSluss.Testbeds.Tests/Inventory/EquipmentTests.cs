using IdeSluss.TestKit.Hosting;
using IdeSluss.Testbeds.Tests.Bookings;

namespace IdeSluss.Testbeds.Tests.Inventory;

public class EquipmentTests(StandingHost host) : IClassFixture<StandingHost>
{
    [Fact]
    public async Task A_unit_lends_what_belongs_to_no_test_bed_and_answers_for_it()
    {
        var unit = await host.UnitOfNeedOwnerAsync();
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var employee = await host.LogInAsAsync(Personas.Employee);
        var wrong = await manager.PostFormAsync("/arbete/testbaddar/utrustning/ny", [("Input.Name", "Bullermätare"), ("Input.Units", "0")], "Spara");
        Assert.True(wrong.StatusCode == 422 && wrong.Says("Nämnd eller enhet: välj") && wrong.Says("Hur många"), wrong.Text);
        var saved = await manager.SubmitAsync(wrong, [("Input.Unit", unit), ("Input.Units", "2"), ("Input.Description", "Mäter ljud i rum.")], "Spara");
        Assert.True(saved.Says("Det som går att boka är sparat") && saved.Says("Bullermätare"), saved.Text);

        var list = await employee.GetAsync("/testbaddar/utrustning");
        Assert.True(list.Says("Bullermätare") && list.Says("Mäter ljud i rum."), list.Text);
        var search = await employee.GetAsync("/testbaddar/ledigt?fran=2026-12-01&vad=Equipment");
        var thing = (await host.Database.ListAsync<string>("select id::text from testbeds.bookable_resource where name = 'Bullermätare'"))[0];
        var form = await employee.SubmitAsync(search, [("sak", thing)], "Boka det jag har valt");
        var booked = await employee.SubmitAsync(form, new { Purpose = "Mäta i matsalen" }, "Boka");
        Assert.True(booked.Says("Väntar på godkännande"), booked.Text);
        await host.MessagesSettledAsync();
        await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.NeedOwner), "En bokning väntar på svar");
        Assert.True((await manager.GetAsync("/arbete/bokningar/ko")).Says("Bullermätare"));

        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Equal(404, (await other.GetAsync($"/arbete/testbaddar/utrustning/{thing}")).StatusCode);
        Assert.False((await other.GetAsync("/arbete/testbaddar/utrustning")).Says("Bullermätare"));
        Assert.Equal(422, (await other.JsonAsync(HttpMethod.Post, $"{Booking.Api}/equipment", new { name = "Annans", kind = "Equipment", units = 1, unit })).Status);
        Assert.Equal(422, (await manager.JsonAsync(HttpMethod.Post, $"{Booking.Api}/equipment", new { name = "Ett rum", kind = "Room", units = 1, unit })).Status);
        Assert.Equal(403, (await employee.GetAsync("/arbete/testbaddar/utrustning")).StatusCode);
    }

    [Fact]
    public async Task What_belongs_to_no_test_bed_has_opening_hours_and_closures_of_its_own()
    {
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        using var employee = await host.LogInAsAsync(Personas.Employee);
        var (status, made) = await manager.JsonAsync(HttpMethod.Post, $"{Booking.Api}/equipment", new { name = "Luxmätare", kind = "Equipment", units = 1, bookedBy = "Hours", approval = "Never", unit = await host.UnitOfNeedOwnerAsync() });
        Assert.True(status == 201, made.ToString());
        var thing = made.GetProperty("id").GetString()!;
        var own = $"{Booking.Api}/equipment/{thing}";
        var page = await manager.GetAsync($"/arbete/testbaddar/utrustning/{thing}/tider");
        var wrong = await manager.SubmitAsync(page, [("Hours.Monday", "nio till fem")], "Spara öppettiderna");
        Assert.True(wrong.StatusCode == 422 && wrong.Says("Måndag: skriv tider som"), wrong.Text);
        Assert.True((await manager.SubmitAsync(wrong, [("Hours.Monday", "09-17")], "Spara öppettiderna")).Says("Öppettiderna är sparade."));
        var (_, closed) = await manager.JsonAsync(HttpMethod.Post, $"{own}/blackouts", new { fromDay = "2026-12-07", reason = "Kalibreras." });

        Assert.False(await IsFreeAsync("2026-12-01"));
        await RefusedAsync("2026-12-01", "är stängt den tiden");
        Assert.False(await IsFreeAsync("2026-12-07"));
        await RefusedAsync("2026-12-07", "Kalibreras.");
        Assert.True(await IsFreeAsync("2026-12-14"));
        Assert.True((await employee.GetAsync("/testbaddar/utrustning")).Says("Öppet: måndag 09.00–17.00"));
        Assert.Equal(409, (await manager.JsonAsync(HttpMethod.Post, $"{own}/blackouts", new { fromDay = "2026-12-07", reason = "Igen." })).Status);

        // A manager of another unit answers for neither the times nor the closures.
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        foreach (var (method, address, body) in new (HttpMethod, string, object?)[] { (HttpMethod.Get, "times", null), (HttpMethod.Put, "opening-hours", new { }), (HttpMethod.Post, "blackouts", new { fromDay = "2026-12-21", reason = "Nej." }), (HttpMethod.Delete, $"blackouts/{closed.GetProperty("id").GetGuid()}", null) })
            Assert.Equal(404, (await other.JsonAsync(method, $"{own}/{address}", body, Describing.OwnHeader)).Status);
        Assert.Equal(404, (await other.GetAsync($"/arbete/testbaddar/utrustning/{thing}/tider")).StatusCode);
        Assert.True((await manager.SubmitAsync(await manager.GetAsync($"/arbete/testbaddar/utrustning/{thing}/tider"), new { }, "Öppna igen måndag 7 december, hela dagen")).Says("Tiden går att boka igen."));
        (await employee.HoursAsync(thing, "2026-12-07", "09:00", "10:00")).IdOf();

        async Task RefusedAsync(string day, string said)
        {
            var (refused, body) = await employee.HoursAsync(thing, day, "09:00", "10:00");
            Assert.True(refused == 409 && body.ToString().Contains(said, StringComparison.Ordinal), $"{refused} {body}");
        }

        async Task<bool> IsFreeAsync(string day) =>
            (await employee.JsonAsync(HttpMethod.Get, $"{Booking.Api}/free?fromDay={day}&fromTime=09:00&toTime=10:00&kind=Equipment")).Body.GetProperty("items").EnumerateArray().Any(one => one.GetProperty("id").GetString() == thing);
    }

    [Fact]
    public async Task What_is_in_a_test_bed_follows_it_to_another_unit()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (slug, thing) = await coach.ThingAsync("Flyttade labbet", unit: "KLF-PK");
        var unit = await host.UnitOfNeedOwnerAsync();
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Put, $"{Booking.Api}/inventory/{slug}", Describing.Record("Flyttade labbet", unit))).Status);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(200, (await manager.GetAsync($"/arbete/bokningar/sak/{thing}")).StatusCode);
    }
}
