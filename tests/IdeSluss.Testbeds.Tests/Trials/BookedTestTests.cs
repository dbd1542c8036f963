using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Testbeds.Tests.Bookings;
using IdeSluss.Testbeds.Tests.Inventory;

namespace IdeSluss.Testbeds.Tests.Trials;

public partial class BookedTestTests(TestingHost host) : IClassFixture<TestingHost>
{
    [Fact]
    public async Task A_test_in_a_test_bed_waits_for_its_booking_which_is_filled_in_from_the_plan()
    {
        var number = await host.DecidedAsync("En bänk i provrummet");
        var test = number + "-T1";
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        var (slug, _) = await coach.ThingAsync("Bänkrummet", new { name = "Hela bänkrummet", kind = "Place", units = 1, bookedBy = "Days", approval = "Always" });
        await lead.PreparedAsync(host, test, slug);
        Assert.Contains("bokning", await lead.MissingAsync(test));

        var form = await lead.GetAsync(WebUtility.HtmlDecode(ToBook().Match((await lead.GetAsync($"/arbete/tester/{test}")).Html).Value));
        foreach (var filled in new[] { "Hela bänkrummet", "2026-10-20", "2026-12-20", number }) Assert.Contains(filled, form.Html, StringComparison.Ordinal);
        var booked = await lead.SubmitAsync(form, new { }, "Boka");
        Assert.True(booked.Says("Väntar på godkännande") && booked.Html.Contains($"\"/arbete/tester/{test}\"", StringComparison.Ordinal), booked.Text);
        Assert.True((await lead.GetAsync($"/arbete/tester/{test}")).Says("Bokning: testbädden är inte bekräftad än."));

        var booking = booked.Address["/arbete/bokningar/".Length..].Split('?')[0];
        Assert.Equal(204, await coach.StepAsync((await lead.OnlyItemAsync(booking)).Id, "approval"));
        Assert.DoesNotContain("bokning", await lead.MissingAsync(test));
        Assert.Contains($"\"/arbete/bokningar/{booking}\"", (await lead.GetAsync($"/arbete/tester/{test}")).Html, StringComparison.Ordinal);
        // Who reads the test and has nothing to do with the booking sees that there is one.
        using var board = await host.LogInAsAsync(Personas.IdeaBoard);
        var page = await board.GetAsync($"/arbete/tester/{test}");
        Assert.True(page.Says("Hela bänkrummet") && !page.Html.Contains(booking, StringComparison.Ordinal), page.Text);
    }

    [Fact]
    public async Task What_a_test_has_booked_is_given_back_when_it_ends_before_its_last_day()
    {
        var test = await host.ReadyAsync("En lampa i provrummet");
        var number = test[..^3];
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        using var other = await host.LogInAsAsync(Personas.Researcher);
        var (slug, room) = await coach.ThingAsync("Lamprummet", new { name = "Hela lamprummet", kind = "Place", units = 1, bookedBy = "Days", approval = "Never", bufferAfter = 1440 });
        await host.Database.ExecuteAsync($"update testbeds.testbed set own_liability = true where slug = '{slug}'");
        var lamp = await coach.AddAsync(slug, new { name = "Lampan", kind = "Equipment", units = 1, bookedBy = "Days", approval = "Never" });
        await lead.PreparedAsync(host, test, slug);
        var today = host.Clock.GetUtcNow().StockholmDay();
        var running = await BookAsync(today, 30, room);
        var later = await BookAsync(today.AddDays(40), 2, room);
        var next = await BookAsync(new(2026, 12, 28), 2, room);
        var lent = await BookAsync(today, 30, lamp);
        Assert.Equal(204, await coach.StepAsync((await lead.OnlyItemAsync(lent)).Id, "handover", new { text = "Hel" }));
        var (started, refused) = await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/start", null, Describing.OwnHeader);
        Assert.True(started == 204, refused.ToString());
        var waiting = (await other.BookAsync(Typed(today.AddDays(10)), null, null, null, true, room)).IdOf();

        var (status, said) = await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/end", new { reason = "Lampan blinkade." }, Describing.OwnHeader);
        Assert.True(status == 204, said.ToString());

        Assert.Equal(("Booked", Typed(today)), await SeenAsync(running));
        Assert.Equal("Cancelled", (await lead.OnlyItemAsync(later)).State);
        Assert.Equal("Booked", (await lead.OnlyItemAsync(next)).State);
        Assert.Equal(("Lent", Typed(today.AddDays(29))), await SeenAsync(lent));
        Assert.Equal("Offered", (await other.OnlyItemAsync(waiting)).State);
        Assert.True((await lead.GetAsync($"/arbete/bokningar/{later}")).Says("Det som var kvar avbokades, för att testet är slut"));

        async Task<string> BookAsync(DateOnly first, int days, string thing)
        {
            var booked = await lead.JsonAsync(HttpMethod.Post, $"{Booking.Api}/bookings", new { fromDay = Typed(first), toDay = Typed(first.AddDays(days - 1)), purpose = "Testet", idea = number, items = new[] { new { resource = thing } } });
            return booked.IdOf();
        }

        async Task<(string State, string LastDay)> SeenAsync(string booking)
        {
            var body = await lead.ReadAsync(booking);
            return (body.GetProperty("items")[0].GetProperty("state").GetString()!, Typed(body.GetProperty("to").GetDateTimeOffset().AddTicks(-1).StockholmDay()));
        }

        static string Typed(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("/arbete/bokningar/ny\\?[^\"]+")]
    private static partial Regex ToBook();
}
