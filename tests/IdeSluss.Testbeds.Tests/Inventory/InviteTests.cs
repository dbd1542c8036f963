using System.Text.RegularExpressions;
using IdeSluss.Testbeds.Features.Testbeds.Invite;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Outside;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Testbeds.Tests.Inventory;

public sealed class StandingHost() : TestHost(new TestHostOptions { ClockStandsAt = new DateTimeOffset(2026, 10, 14, 8, 0, 0, TimeSpan.Zero) });

public partial class InviteTests(StandingHost host) : IClassFixture<StandingHost>
{
    [Fact]
    public async Task A_unit_that_is_asked_describes_its_places_without_logging_in_and_the_office_publishes_them()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var asked = await coach.PostFormAsync("/arbete/testbaddar/inventering", new { Unit = "SOC-AO-HT2", Email = "by@exempel.se" });
        Assert.True(asked.Says("Frågan är skickad") && asked.Says("Väntar på svar"), asked.Text);
        Assert.Equal(409, (await coach.PostFormAsync("/arbete/testbaddar/inventering", new { Unit = "SOC-AO-HT2", Email = "annan@exempel.se" })).StatusCode);

        using var unit = host.Visitor();
        var link = await LinkAsync("by@exempel.se");
        var thanked = await unit.PostFormAsync(link,
            [
                ("Input.Name", "Byagården"), ("Input.Description", "En samlingslokal med kök."), ("Input.Kind", "Live"), ("Input.Capabilities", "MEALS"), ("Input.TargetGroups", "OLDER"), ("Input.ContactRole", "Samordnare"),
                ("Input.Accessibility[LIFT]", "false"),
            ], "Skicka beskrivningen");
        Assert.True(thanked.Says("Ni har beskrivit en plats"), thanked.Text);
        Assert.Equal(422, (await unit.PostFormAsync(link, [("Input.Name", "")], "Skicka beskrivningen")).StatusCode);
        Assert.True((await unit.PostFormAsync(link, new { Note = "Ring gärna." }, "Vi är klara")).Says("Tack för hjälpen"));
        Assert.Equal(404, (await unit.GetAsync(link)).StatusCode);

        Assert.Equal(404, (await unit.GetAsync("/testbaddar/byagarden")).StatusCode);
        var list = await coach.GetAsync("/arbete/testbaddar/inventering");
        Assert.True(list.Says("Besvarad") && list.Says("en plats beskriven") && list.Says("Ring gärna."), list.Text);
        Assert.True((await coach.GetAsync("/arbete/testbaddar?visa=opublicerade")).Says("Byagården"));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(email) from testbeds.inventory_invitation where described = 1"));
    }

    [Fact]
    public async Task Without_an_address_the_units_manager_is_asked()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var asked = await coach.PostFormAsync("/arbete/testbaddar/inventering", new { Unit = await host.UnitOfNeedOwnerAsync() });
        Assert.True(asked.Says("Frågan är skickad"), asked.Text);
        Assert.StartsWith("/testbaddar/inventering/", await LinkAsync(Personas.AddressOf(Personas.NeedOwner)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_later_the_contact_is_asked_once_and_reminded_once_and_a_yes_makes_the_description_fresh()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var contact = host.Visitor();
        await coach.DescribedAsync("Årsrummet");
        await host.Database.ExecuteAsync("update testbeds.testbed set confirmed_at = confirmed_at - interval '366 days', contact_email = 'ar@exempel.se' where slug = 'arsrummet'");
        await RunJobAsync();
        await RunJobAsync();
        var link = await LinkAsync("ar@exempel.se");
        Assert.Equal(1, await MailsAsync("ar@exempel.se"));
        Assert.True((await coach.GetAsync("/arbete/testbaddar/inventering")).Says("Årsrummet"));

        host.Clock.Advance(TimeSpan.FromDays(15));
        await RunJobAsync();
        await RunJobAsync();
        Assert.Equal(2, await MailsAsync("ar@exempel.se"));

        Assert.Equal(422, (await contact.PostFormAsync(link, new { Note = "" }, "Skicka vad som har ändrats")).StatusCode);
        Assert.True((await contact.PostFormAsync(link, new { }, "Ja, den stämmer")).Says("Tack för hjälpen"));
        using var again = await host.LogInAsAsync(Personas.Coach);
        Assert.False((await again.GetAsync("/arbete/testbaddar?visa=gamla")).Says("Årsrummet"));
    }

    [Theory]
    [InlineData("okand")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' or 1=1")]
    public async Task A_link_that_is_not_ours_leads_nowhere(string token)
    {
        using var anyone = host.Visitor();
        Assert.Equal(404, (await anyone.GetAsync("/testbaddar/inventering/" + Uri.EscapeDataString(token))).StatusCode);
        Assert.Equal(404, (await anyone.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/invitations/{Uri.EscapeDataString(token)}/confirmation", new { })).Status);
    }

    private Task RunJobAsync() => host.InScopeAsync(services => services.GetRequiredService<RemindOfInventory>().RunAsync(default));

    private async Task<string> LinkAsync(string address)
    {
        await host.MessagesSettledAsync();
        return Link().Match((await host.Mails.ArrivedAsync(address, "")).TextBody ?? "").Groups[1].Value;
    }

    private async Task<int> MailsAsync(string address)
    {
        await host.MessagesSettledAsync();
        return host.Mails.To(address).Count;
    }

    [GeneratedRegex(@"https?://[^/\s]+(/testbaddar/inventering/\S+)")]
    private static partial Regex Link();
}
