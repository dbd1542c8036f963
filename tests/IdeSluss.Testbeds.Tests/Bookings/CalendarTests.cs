using IdeSluss.TestKit.Hosting;
using IdeSluss.Testbeds.Tests.Inventory;

namespace IdeSluss.Testbeds.Tests.Bookings;

public class CalendarTests(StandingHost host) : IClassFixture<StandingHost>
{
    [Fact]
    public async Task Everyone_sees_what_is_taken_and_closed_but_not_by_whom_or_for_what()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (slug, thing) = await coach.ThingAsync("Kalenderrummet");
        (await coach.HoursAsync(thing, "2026-11-18", "09:00", "10:30")).IdOf();
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Put, $"{Booking.Api}/inventory/{slug}/opening-hours", new { wednesday = "8-17" })).Status);
        Assert.Equal(201, (await coach.JsonAsync(HttpMethod.Post, $"{Booking.Api}/inventory/{slug}/blackouts", new { fromDay = "2026-11-23", toDay = "2026-11-24", reason = "Studiedagar" })).Status);
        using var anyone = host.Visitor();

        var page = await anyone.GetAsync($"/testbaddar/{slug}/kalender?manad=2026-11");
        foreach (var said in new[] { "november 2026", "onsdag 18 november", "kl. 09.00–10.30", "stängt hela dagen", "Studiedagar", "08.00–17.00" }) Assert.True(page.Says(said), $"{said}: {page.Text}");
        var api = (await anyone.JsonAsync(HttpMethod.Get, $"{Booking.Api}/testbeds/{slug}/calendar?month=2026-11")).Body.ToString();
        foreach (var text in new[] { page.Html, api })
        {
            Assert.DoesNotContain("Coachberg", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Prov\"", text, StringComparison.Ordinal);
        }

        Assert.Equal(200, (await anyone.GetAsync($"/testbaddar/{slug}/kalender?manad=igar")).StatusCode);
        Assert.Equal(404, (await anyone.GetAsync("/testbaddar/finns-ej/kalender")).StatusCode);
    }

    [Fact]
    public async Task A_program_reads_ones_own_bookings_by_a_secret_address_that_can_be_exchanged()
    {
        // Somebody who has no bookings in the demo.
        using var reader = await host.LogInAsAsync(Personas.Archivist);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var (slug, room) = await coach.ThingAsync("Prenumerationsrummet");
        var robot = await coach.AddAsync(slug, new { name = "Robot, den stora; röd", kind = "Equipment", units = 1, bookedBy = "Days", approval = "Always" });
        (await reader.HoursAsync(room, "2026-11-18", "09:00", "10:30")).IdOf();
        (await reader.BookAsync("2026-11-19", null, "2026-11-20", null, false, robot)).IdOf();
        using var program = host.Visitor();

        Assert.Null((await reader.JsonAsync(HttpMethod.Get, $"{Booking.Api}/bookings/calendar")).Body.GetProperty("address").GetString());
        var address = await RenewAsync();
        using var answer = await program.Http.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(("text/calendar", 200), (answer.Content.Headers.ContentType?.MediaType, (int)answer.StatusCode));
        // Swedish winter time is an hour ahead; days have no clock and end the day after.
        foreach (var line in new[] { "BEGIN:VCALENDAR", "VERSION:2.0", "DTSTART:20261118T080000Z", "DTEND:20261118T093000Z", "SUMMARY:Rummet", "DTSTART;VALUE=DATE:20261119", "DTEND;VALUE=DATE:20261121", "SUMMARY:Robot\\, den stora\\; röd (inte godkänd än)" })
            Assert.Contains(line, text.Split("\r\n"));
        Assert.DoesNotContain("Prov\r", text, StringComparison.Ordinal);
        await ReadByAnotherProgramAsync(text);

        Assert.NotEqual(address, await RenewAsync());
        Assert.Equal(404, (int)(await program.Http.GetAsync(address)).StatusCode);
        Assert.Equal(404, (int)(await program.Http.GetAsync($"{Booking.Api}/calendars/okand.ics")).StatusCode);
        Assert.Equal(403, (await reader.JsonAsync(HttpMethod.Put, $"{Booking.Api}/inventory/{slug}/calendar-address", new { })).Status);
        var ofTestbed = (await coach.JsonAsync(HttpMethod.Put, $"{Booking.Api}/inventory/{slug}/calendar-address", new { })).Body.GetProperty("address").GetString()!;
        var all = await program.Http.GetStringAsync(new Uri(ofTestbed).PathAndQuery);
        Assert.Equal(2, all.Split("BEGIN:VEVENT").Length - 1);
        Assert.DoesNotContain("/arbete/", all, StringComparison.Ordinal);

        // What is checked above as lines, understood by a parser that is not the library they were written with.
        static async Task ReadByAnotherProgramAsync(string text)
        {
            var read = await CalendarReader.ReadAsync(text);
            Assert.Equal("2.0", read.Version);
            Assert.Equal(2, read.Events.Count);
            Assert.Equal(2, read.Events.Select(one => one.Uid).Distinct().Count());
            Assert.All(read.Events, one => Assert.True(one.Stamped && one.Url!.Contains("/arbete/bokningar/", StringComparison.Ordinal)));
            Assert.Equal(("Rummet", false, "2026-11-18T08:00:00.000Z", "2026-11-18T09:30:00.000Z"), (read.Events[0].Summary, read.Events[0].AllDay, read.Events[0].Start, read.Events[0].End));
            Assert.Equal(("Robot, den stora; röd (inte godkänd än)", true, "2026-11-19", "2026-11-21"), (read.Events[1].Summary, read.Events[1].AllDay, read.Events[1].Start, read.Events[1].End));
        }

        async Task<string> RenewAsync() => new Uri((await reader.JsonAsync(HttpMethod.Put, $"{Booking.Api}/bookings/calendar", new { })).Body.GetProperty("address").GetString()!).PathAndQuery;
    }
}
