using IdeSluss.Testbeds.Features.Testbeds.WaitingList;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using IdeSluss.Testbeds.Tests.Inventory;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Testbeds.Tests.Bookings;

public class WaitingListTests(StandingHost host) : IClassFixture<StandingHost>
{
    private const string Day = "2026-12-15";

    [Fact]
    public async Task When_somebody_cancels_the_first_in_line_is_offered_the_place_before_anyone_who_comes_now()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var (_, thing) = await coach.ThingAsync("Körummet");
        var taken = (await coach.HoursAsync(thing, Day, "09:00", "10:00")).IdOf();
        Assert.Equal(409, (await researcher.HoursAsync(thing, Day, "09:00", "10:00")).Status);
        var waiting = (await researcher.HoursAsync(thing, Day, "09:00", "10:00", wait: true)).IdOf();
        var page = await researcher.GetAsync($"/arbete/bokningar/{waiting}");
        Assert.True(page.Says("Du står först i kön"), page.Text);

        Assert.Equal(204, await CancelAsync(coach, taken));
        Assert.Equal(409, (await coach.HoursAsync(thing, Day, "09:00", "10:00")).Status);
        await host.MessagesSettledAsync();
        Assert.Contains(waiting, (await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.Researcher), "Det finns en ledig plats åt dig")).TextBody, StringComparison.Ordinal);
        var offered = await researcher.GetAsync($"/arbete/bokningar/{waiting}");
        Assert.True(offered.Says("Platsen är din om du svarar senast"), offered.Text);
        var accepted = await researcher.SubmitAsync(offered, new { }, "Ja, jag tar platsen");
        Assert.True(accepted.Says("Du har tackat ja") && accepted.Says("Bokad"), accepted.Text);
    }

    [Fact]
    public async Task An_offer_that_is_not_answered_goes_to_the_next_in_one_run_also_after_a_restart_in_the_middle_of_it()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        using var benefit = await host.LogInAsAsync(Personas.BenefitOwner);
        var (_, thing) = await coach.ThingAsync("Omstartsrummet");
        var taken = (await coach.HoursAsync(thing, Day, "09:00", "10:00")).IdOf();
        var first = (await researcher.HoursAsync(thing, Day, "09:00", "10:00", wait: true)).IdOf();
        var second = (await benefit.HoursAsync(thing, Day, "09:30", "10:30", wait: true)).IdOf();
        Assert.Equal(204, await CancelAsync(coach, taken));
        Assert.Equal(("Offered", "Waiting"), (await StateAsync(first), await StateAsync(second)));

        await host.RestartAsync();
        await RunAsync();
        Assert.Equal(("Offered", "Waiting"), (await StateAsync(first), await StateAsync(second)));
        host.Clock.Advance(TimeSpan.FromHours(AdvanceWaitingList.OfferHours + 1));
        await RunAsync();
        await RunAsync();
        Assert.Equal(("Expired", "Offered"), (await StateAsync(first), await StateAsync(second)));
        Assert.Equal(["Asked", "JoinedList", "Offered", "OfferExpired"], await host.Database.ListAsync<string>($"select step from testbeds.booking_log where booking_id = '{first}' order by id"));
        using var late = await host.LogInAsAsync(Personas.Researcher);
        Assert.Equal(409, await late.StepAsync((await late.OnlyItemAsync(first)).Id, "acceptance"));
    }

    [Fact]
    public async Task One_who_already_has_as_many_as_one_may_is_passed_over_and_the_list_goes_on()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        using var benefit = await host.LogInAsAsync(Personas.BenefitOwner);
        var (_, thing) = await coach.ThingAsync("Gränsrummet", new { name = "Rummet", kind = "Room", units = 1, bookedBy = "Hours", approval = "Never", mostPerPerson = 1 });
        var taken = (await coach.HoursAsync(thing, Day, "09:00", "10:00")).IdOf();
        var first = (await researcher.HoursAsync(thing, Day, "09:00", "10:00", wait: true)).IdOf();
        var second = (await benefit.HoursAsync(thing, Day, "09:00", "10:00", wait: true)).IdOf();
        (await researcher.HoursAsync(thing, Day, "13:00", "14:00")).IdOf();
        var tooMany = await researcher.HoursAsync(thing, Day, "15:00", "16:00");
        Assert.True(tooMany.Status == 409 && tooMany.Body.ToString().Contains("högst 1 kommande bokningar", StringComparison.Ordinal), tooMany.Body.ToString());

        Assert.Equal(204, await CancelAsync(coach, taken));
        await RunAsync();
        Assert.Equal(("Waiting", "Offered"), (await StateAsync(first), await StateAsync(second)));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from testbeds.booking_log where booking_id = $1 and step = 'Skipped'", Guid.Parse(first)));
    }

    [Fact]
    public async Task Many_who_run_the_list_at_once_offer_a_place_to_one()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var (_, thing) = await coach.ThingAsync("Kapplöpningen");
        var taken = (await coach.HoursAsync(thing, Day, "09:00", "10:00")).IdOf();
        foreach (var _ in Enumerable.Range(0, 3)) (await researcher.HoursAsync(thing, Day, "09:00", "10:00", wait: true)).IdOf();
        await host.Database.ExecuteAsync($"update testbeds.booking_item set state = 'Cancelled' where booking_id = '{taken}'");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync()));
        Assert.Equal(["Cancelled", "Offered", "Waiting", "Waiting"], await host.Database.ListAsync<string>($"select state from testbeds.booking_item where resource_id = '{thing}' order by requested_at, id"));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from testbeds.booking_log where step = 'Offered' and item_id in (select id from testbeds.booking_item where resource_id = $1)", Guid.Parse(thing)));
    }

    private Task RunAsync() => host.InScopeAsync(services => services.GetRequiredService<AdvanceWaitingList>().RunAsync(default));

    private Task<string> StateAsync(string booking) => host.Database.QueryAsync<string>("select state from testbeds.booking_item where booking_id = $1", Guid.Parse(booking));

    private static async Task<int> CancelAsync(Visitor visitor, string booking) => (await visitor.JsonAsync(HttpMethod.Post, $"{Booking.Api}/bookings/{booking}/cancellation", new { })).Status;
}
