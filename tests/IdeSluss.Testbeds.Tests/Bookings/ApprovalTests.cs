using IdeSluss.Testbeds.Features.Testbeds.WaitingList;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Testbeds.Tests.Inventory;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Testbeds.Tests.Bookings;

public class ApprovalTests(StandingHost host) : IClassFixture<StandingHost>
{
    private static object Thing(params string[] exempt) => new { name = "Labbet", kind = "Room", units = 1, bookedBy = "Hours", approval = "Always", exemptRoles = exempt };

    [Fact]
    public async Task A_request_waits_in_the_queue_by_age_for_those_who_look_after_it_and_an_exempt_role_does_not_wait()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var (_, thing) = await coach.ThingAsync("Ködlabbet", Thing("TestLead"), "KLF-PK");
        var first = (await researcher.HoursAsync(thing, "2026-12-01", "09:00", "10:00")).IdOf();
        host.Clock.Advance(TimeSpan.FromDays(2));
        using var late = await host.LogInAsAsync(Personas.Researcher);
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        var second = (await late.HoursAsync(thing, "2026-12-01", "11:00", "12:00")).IdOf();
        Assert.Equal("Booked", (await lead.OnlyItemAsync((await lead.HoursAsync(thing, "2026-12-01", "13:00", "14:00")).IdOf())).State);

        using var again = await host.LogInAsAsync(Personas.Coach);
        var queue = await again.GetAsync("/arbete/bokningar/ko");
        Assert.True(queue.Html.IndexOf(first, StringComparison.Ordinal) is > 0 and var at && at < queue.Html.IndexOf(second, StringComparison.Ordinal), queue.Text);
        Assert.True(queue.Says("sedan i dag"), queue.Text);
        // Somebody with another unit does not know of it.
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(404, (await owner.JsonAsync(HttpMethod.Get, $"{Booking.Api}/bookings/{first}")).Status);
        Assert.Equal(404, await owner.StepAsync((await late.OnlyItemAsync(first)).Id, "approval"));
        Assert.Equal(403, await late.StepAsync((await late.OnlyItemAsync(first)).Id, "approval"));

        var page = await again.GetAsync($"/arbete/bokningar/{first}");
        Assert.Equal(422, (await again.SubmitAsync(page, new { }, "Säg nej")).StatusCode);
        Assert.True((await again.SubmitAsync(page, new { }, "Godkänn")).Says("Bokningen är godkänd"));
        Assert.Equal("Booked", (await late.OnlyItemAsync(first)).State);
        await host.MessagesSettledAsync();
        Assert.Contains($"/arbete/bokningar/{first}", (await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.Researcher), "Svar på din bokning")).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_looks_after_the_thing_is_told_without_a_word_of_what_it_is_for()
    {
        var unit = await host.UnitOfNeedOwnerAsync();
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var employee = await host.LogInAsAsync(Personas.Employee);
        using var manager = await host.LogInAsAsync(Personas.NeedOwner);
        var (_, thing) = await coach.ThingAsync("Meddelandelabbet", Thing(), unit);
        var booking = (await employee.HoursAsync(thing, "2026-12-03", "09:00", "10:00")).IdOf();
        await host.MessagesSettledAsync();
        var mail = await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.NeedOwner), "En bokning väntar på svar");
        Assert.Contains($"/arbete/bokningar/{booking}", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Prov", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Mails.To(Personas.AddressOf(Personas.DepartmentHead)), one => one.TextBody!.Contains(booking, StringComparison.Ordinal));

        // Their own is answered by somebody else.
        var own = (await manager.HoursAsync(thing, "2026-12-03", "11:00", "12:00")).IdOf();
        await host.MessagesSettledAsync();
        Assert.DoesNotContain(host.Mails.To(Personas.AddressOf(Personas.NeedOwner)), one => one.TextBody!.Contains(own, StringComparison.Ordinal));
        Assert.Contains(host.Mails.All, one => one.TextBody!.Contains(own, StringComparison.Ordinal) && one.Subject == "En bokning väntar på svar");
    }

    [Theory]
    [InlineData("Always", "Requested", "Requested")]
    [InlineData("WithoutRole", "Requested", "Booked")]
    [InlineData("Never", "Booked", "Booked")]
    public async Task Anyone_with_an_account_may_ask_and_the_things_policy_says_who_must_wait(string approval, string forEmployee, string forResearcher)
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var employee = await host.LogInAsAsync(Personas.Employee);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var (slug, thing) = await coach.ThingAsync($"Policylabbet {approval}", new { name = "Labbet", kind = "Room", units = 1, bookedBy = "Hours", approval });
        Assert.Equal(forEmployee == "Requested", (await employee.GetAsync($"/testbaddar/ledigt?testbadd={slug}&fran=2026-12-04&frantid=09.00&tilltid=10.00")).Says("Någon godkänner bokningen"));
        Assert.Equal(forEmployee, (await employee.OnlyItemAsync((await employee.HoursAsync(thing, "2026-12-04", "09:00", "10:00")).IdOf())).State);
        Assert.Equal(forResearcher, (await researcher.OnlyItemAsync((await researcher.HoursAsync(thing, "2026-12-04", "11:00", "12:00")).IdOf())).State);
    }

    [Fact]
    public async Task What_was_promised_is_called_off_with_the_reason_and_closing_a_time_can_do_it_for_all_of_it()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        using var benefit = await host.LogInAsAsync(Personas.BenefitOwner);
        var (slug, thing) = await coach.ThingAsync("Inställda labbet");
        var first = (await researcher.HoursAsync(thing, "2026-12-07", "09:00", "10:00")).IdOf();
        var page = await coach.GetAsync($"/arbete/bokningar/{first}");
        var unsaid = await coach.SubmitAsync(page, new { }, "Ställ in bokningen");
        Assert.True(unsaid.StatusCode == 422 && unsaid.Says("Varför: fyll i"), unsaid.Text);
        var item = Guid.Parse((await researcher.OnlyItemAsync(first)).Id);
        Assert.True((await coach.SubmitAsync(page, [($"skal-{item:N}", "Vattenläcka")], "Ställ in bokningen")).Says("Bokningen är inställd"));
        var read = await researcher.GetAsync($"/arbete/bokningar/{first}");
        Assert.True(read.Says("Vattenläcka") && read.Says("Ställdes in") && read.Says("Avbokad"), read.Text);
        await host.MessagesSettledAsync();
        Assert.DoesNotContain("Vattenläcka", (await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.Researcher), "Din bokning är inställd")).TextBody, StringComparison.Ordinal);
        Assert.Equal(409, await coach.StepAsync(item.ToString(), "calling-off", new { text = "Igen" }));

        var second = (await researcher.HoursAsync(thing, "2026-12-07", "09:00", "10:00")).IdOf();
        var waiting = (await benefit.HoursAsync(thing, "2026-12-07", "09:00", "10:00", wait: true)).IdOf();
        var closed = await coach.PostFormAsync($"/arbete/testbaddar/{slug}/tider", [("Closed.FromDay", "2026-12-07"), ("Closed.Reason", "Golvet byts")], "Stäng tiden");
        Assert.True(closed.StatusCode == 409 && closed.Says("Ställ in bokningarna den tiden"), closed.Text);
        Assert.Equal("Booked", (await researcher.OnlyItemAsync(second)).State);
        Assert.True((await coach.SubmitAsync(closed, [("Closed.CallOff", "true")], "Stäng tiden")).Says("Tiden är stängd"));
        Assert.Equal(("Cancelled", "Waiting"), ((await researcher.OnlyItemAsync(second)).State, (await benefit.OnlyItemAsync(waiting)).State));
        Assert.True((await researcher.GetAsync($"/arbete/bokningar/{second}")).Says("Golvet byts"));
    }

    [Fact]
    public async Task Two_approvers_at_once_give_one_answer_and_nobody_answers_their_own()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var second = await host.LogInAsAsync(Personas.SecondCoach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var (_, thing) = await coach.ThingAsync("Tvåsvarslabbet", Thing());
        var item = (await researcher.OnlyItemAsync((await researcher.HoursAsync(thing, "2026-12-02", "09:00", "10:00")).IdOf())).Id;
        var answers = await Task.WhenAll(coach.StepAsync(item, "approval"), second.StepAsync(item, "rejection", new { text = "Nej." }), coach.StepAsync(item, "approval"), second.StepAsync(item, "rejection", new { text = "Nej." }));
        Assert.Equal(1, answers.Count(status => status == 204));
        Assert.All(answers.Where(status => status != 204), status => Assert.Contains(status, new[] { 409, 412 }));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from testbeds.booking_log where item_id = $1 and step in ('Approved', 'Declined')", Guid.Parse(item)));

        var own = (await coach.OnlyItemAsync((await coach.HoursAsync(thing, "2026-12-02", "11:00", "12:00")).IdOf())).Id;
        Assert.Equal(409, await coach.StepAsync(own, "approval"));
    }

    [Fact]
    public async Task After_the_time_has_begun_nothing_is_approved_and_when_it_is_over_the_request_ends()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var researcher = await host.LogInAsAsync(Personas.Researcher);
        var (_, thing) = await coach.ThingAsync("Senlabbet", Thing());
        var day = host.Clock.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var booking = (await researcher.HoursAsync(thing, day, "09:00", "10:00")).IdOf();
        var item = (await researcher.OnlyItemAsync(booking)).Id;
        host.Clock.Advance(TimeSpan.FromHours(30));
        using var late = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(409, await late.StepAsync(item, "approval"));
        await host.InScopeAsync(services => services.GetRequiredService<AdvanceWaitingList>().RunAsync(default));
        using var asked = await host.LogInAsAsync(Personas.Researcher);
        Assert.Equal("Expired", (await asked.OnlyItemAsync(booking)).State);
    }
}
