using System.Net;
using System.Text.RegularExpressions;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Testbeds.Tests.Bookings;

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

    [GeneratedRegex("/arbete/bokningar/ny\\?[^\"]+")]
    private static partial Regex ToBook();
}
