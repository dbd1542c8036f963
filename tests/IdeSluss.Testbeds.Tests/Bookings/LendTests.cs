using System.Globalization;
using System.Text.RegularExpressions;
using IdeSluss.Testbeds.Features.Testbeds.Lend;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Testbeds.Tests.Inventory;
using Microsoft.Extensions.DependencyInjection;
using ZXing.Common;

namespace IdeSluss.Testbeds.Tests.Bookings;

public class LendTests(StandingHost host) : IClassFixture<StandingHost>
{
    [Fact]
    public async Task A_thing_is_handed_over_and_taken_back_with_its_condition_and_is_free_from_then_on()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var (_, thing) = await coach.ThingAsync("Lånerummet", new { name = "Kamera", kind = "Equipment", units = 1, bookedBy = "Days", approval = "Never" });
        var today = Day(0);
        var booking = (await researcher.BookAsync(today, null, Day(5), null, false, thing)).IdOf();
        Assert.Equal(409, await coach.StepAsync((await researcher.OnlyItemAsync(booking)).Id, "return", new { text = "Hel" }));
        var page = await coach.GetAsync($"/arbete/bokningar/{booking}");
        var handed = await coach.SubmitAsync(page, [($"text-{Guid.Parse((await researcher.OnlyItemAsync(booking)).Id):N}", "Repa på linsen")], "Lämna ut");
        Assert.True(handed.Says("Saken är utlämnad") && handed.Says("Repa på linsen"), handed.Text);
        Assert.True((await coach.GetAsync("/arbete/bokningar/ko?visa=lan")).Says("Kamera"));
        Assert.Equal(409, (await coach.BookAsync(Day(3), null, Day(4), null, false, thing)).Status);
        var empty = await coach.SubmitAsync(handed, new { }, "Ta tillbaka");
        Assert.True(empty.StatusCode == 422 && empty.Says("Skick: skriv hur det ser ut"), empty.Text);
        Assert.Equal(204, await coach.StepAsync((await researcher.OnlyItemAsync(booking)).Id, "return", new { text = "Hel och ren" }));
        Assert.Equal(201, (await coach.BookAsync(Day(3), null, Day(4), null, false, thing)).Status);
    }

    [Fact]
    public async Task One_who_is_late_is_reminded_once_a_week_and_the_next_gets_the_thing_only_when_it_is_back()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var (_, thing) = await coach.ThingAsync("Påminnelserummet", new { name = "Drönare", kind = "Equipment", units = 1, bookedBy = "Days", approval = "Never" });
        var booking = (await researcher.BookAsync(Day(0), null, null, null, false, thing)).IdOf();
        var next = (await researcher.BookAsync(Day(1), null, Day(20), null, false, thing)).IdOf();
        Assert.Equal(204, await coach.StepAsync((await researcher.OnlyItemAsync(booking)).Id, "handover"));
        var nextItem = (await researcher.OnlyItemAsync(next)).Id;
        Assert.Equal(409, await coach.StepAsync(nextItem, "handover"));
        await RunAsync();
        Assert.Equal(0, await RemindedAsync());

        // A working day: the clock stands on a Wednesday.
        host.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync();
        await RunAsync();
        Assert.Equal(1, await RemindedAsync());
        using var late = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(409, await late.StepAsync(nextItem, "handover"));
        Assert.True((await late.GetAsync("/arbete/bokningar/ko?visa=lan")).Says("Skulle ha varit tillbaka"));
        host.Clock.Advance(TimeSpan.FromDays(7));
        await RunAsync();
        Assert.Equal(2, await RemindedAsync());

        async Task<int> RemindedAsync()
        {
            await host.MessagesSettledAsync();
            return (int)await host.Database.QueryAsync<long>("select count(*) from testbeds.booking_log where booking_id = $1 and step = 'Reminded'", Guid.Parse(booking));
        }
    }

    [Fact]
    public async Task A_label_leads_to_the_things_page_and_is_only_for_those_who_look_after_it()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var (_, thing) = await coach.ThingAsync("Etikettrummet", new { name = "Våg", kind = "Equipment", units = 2, bookedBy = "Days", approval = "Never" });
        var page = await coach.GetAsync($"/arbete/bokningar/sak/{thing}?nummer=2");
        Assert.True(page.StatusCode == 200 && page.Says("Nummer 2 av 2") && page.Says("Ingen har bokat det"), page.Text);
        using var picture = await coach.Http.GetAsync($"{Booking.Api}/resources/{thing}/labels/2.svg");
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith($"/arbete/bokningar/sak/{thing}?nummer=2", Scanned(await picture.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(404, (await coach.GetAsync($"/arbete/bokningar/sak/{thing}?nummer=3")).StatusCode);
        Assert.Equal(403, (int)(await researcher.Http.GetAsync($"{Booking.Api}/resources/{thing}/labels/1.svg")).StatusCode);
    }

    /// <summary>What a camera reads: the squares of the picture, without the white edge that it needs to find them.</summary>
    private static string Scanned(string svg)
    {
        const int Edge = 4;
        var squares = Regex.Matches(svg, @"M(\d+) (\d+)h1v1h-1z").Select(square => (X: int.Parse(square.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - Edge, Y: int.Parse(square.Groups[2].ValueSpan, CultureInfo.InvariantCulture) - Edge)).ToList();
        var code = new BitMatrix(squares.Max(square => square.X) + 1);
        foreach (var (x, y) in squares) code[x, y] = true;
        return new ZXing.QrCode.Internal.Decoder().decode(code, null).Text;
    }

    private Task RunAsync() => host.InScopeAsync(services => services.GetRequiredService<RemindOfLoans>().RunAsync(default));

    private string Day(int ahead) => host.Clock.GetUtcNow().AddDays(ahead).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
