using System.Net.Http.Json;
using IdeSluss.Testbeds.Features.Testbeds.TakePart;
using IdeSluss.Testbeds.Tests.Inventory;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Testbeds.Tests.Trials;

public class ParticipantTests(TestingHost host) : IClassFixture<TestingHost>
{
    [Fact]
    public async Task Who_withdraws_is_forgotten_the_same_day_and_still_counted()
    {
        var test = await host.RunningAsync("Trygghetslarm som pratar");
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        var id = await lead.SaidYesAsync(test, "Ångrar Exempelsson");
        Assert.Equal(201, (await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/log", new { kind = "Note", day = Testing.Day(0), text = "Provade larmet.", participant = 2 })).Status);

        var page = await lead.GetAsync($"/arbete/tester/{test}/deltagare");
        Assert.True(page.Says("Ångrar Exempelsson"), page.Text);
        page = await lead.SubmitAsync(page, new { }, "Nummer 2 ångrar sig");
        Assert.True(page.Says("Namnet är borttaget") && page.Says("Har ångrat sig") && !page.Says("Ångrar Exempelsson"), page.Text);

        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from testbeds.participant_contact where participant_id = $1", id));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from testbeds.trial_log where participant_id = $1", id));
        Assert.Equal(409, (await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/log", new { kind = "Note", day = Testing.Day(0), text = "En gång till.", participant = 2 })).Status);
        var (_, body) = await lead.JsonAsync(HttpMethod.Get, $"{TestingHost.Tests}/{test}");
        Assert.Equal((2, 1, 1), (body.GetProperty("people").GetProperty("began").GetInt32(), body.GetProperty("people").GetProperty("takePart").GetInt32(), body.GetProperty("people").GetProperty("withdrew").GetInt32()));
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from audit.entry where facts::text like '%Exempelsson%'"));
    }

    [Fact]
    public async Task Only_the_lead_of_that_very_test_sees_who_takes_part()
    {
        var test = await host.ReadyAsync("Larm på armen");
        foreach (var persona in new[] { Personas.Coach, Personas.NeedOwner, Personas.DepartmentHead })
        {
            using var other = await host.LogInAsAsync(persona);
            Assert.Contains((await other.JsonAsync(HttpMethod.Get, $"{TestingHost.Tests}/{test}/participants")).Status, new[] { 403, 404 });
            Assert.Contains((await other.GetAsync($"/arbete/tester/{test}/deltagare")).StatusCode, new[] { 403, 404 });
            Assert.Contains((await other.JsonAsync(HttpMethod.Get, $"{TestingHost.Tests}/{test}/participants/export")).Status, new[] { 403, 404 });
            Assert.DoesNotContain("Exempelsson", (await other.GetAsync($"/arbete/tester/{test}")).Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Guardian", "", "2026-10-14", "mandate")]
    [InlineData("Self", "", "2026-10-15", "givenOn")]
    [InlineData("9", "", "2026-10-14", "givenBy")]
    public async Task A_yes_says_who_gave_it_by_what_mandate_and_when(string givenBy, string mandate, string day, string wrong)
    {
        var test = await host.ReadyAsync("Larm på väggen");
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        var refused = await lead.PostFormAsync($"/arbete/tester/{test}/deltagare", new { Name = "Ny Exempelsson", Group = "Men", Age = "From80", TextVersion = "2", Format = "Pictures", Language = "sv", GivenBy = givenBy, Mandate = mandate, GivenOn = day }, "Skriv in");
        Assert.True(refused.StatusCode == 422 && refused.Html.Contains($"Input_{wrong}-error", StringComparison.OrdinalIgnoreCase), refused.Text);
    }

    [Fact]
    public async Task Who_withdraws_while_the_list_is_being_written_is_not_in_it()
    {
        var test = await host.RunningAsync("Larm i taket");
        using var lead = await host.LogInAsAsync(Personas.TestLead);
        for (var i = 2; i <= ExportParticipants.Batch; i++) await lead.SaidYesAsync(test, $"Nummer {i} Exempelsson");
        var last = await lead.SaidYesAsync(test, "Sista Exempelsson");

        var lines = await host.InScopeAsync(async services =>
        {
            var id = await host.PersonAsync(Personas.TestLead);
            services.GetRequiredService<Sdk.Security.CurrentUser>().Become(id, "", "", [], new Dictionary<string, Sdk.Security.PermissionScope> { [TestbedsPermissions.LeadTests] = Sdk.Security.PermissionScope.All });
            Assert.False((await services.GetRequiredService<ExportParticipants>().HandleAsync(test, default)).Failed(out _, out var written));
            var read = new List<string>();
            await foreach (var line in written)
            {
                read.Add(line);
                if (read.Count == 2) Assert.Equal(204, (await lead.JsonAsync(HttpMethod.Post, $"{TestingHost.Tests}/{test}/participants/{last}/withdrawal", null, Describing.OwnHeader)).Status);
            }

            return read;
        });

        Assert.Equal(ExportParticipants.Batch + 1, lines.Count);
        Assert.DoesNotContain(lines, line => line.Contains("Sista", StringComparison.Ordinal));
        using var file = await lead.ApiAsync(HttpMethod.Get, $"{TestingHost.Tests}/{test}/participants/export");
        Assert.Equal(ExportParticipants.Batch + 1, (await file.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Names_are_gone_the_day_after_the_plan_says_so_and_the_numbers_stay()
    {
        var test = await host.RunningAsync("Larm i golvet");
        await host.Database.ExecuteAsync($"update testbeds.trial set contacts_until = '{Testing.Day(0)}' where number = '{test}'");
        await DisposeAsync();
        Assert.Equal(1, await ContactsAsync(test));
        await host.Database.ExecuteAsync($"update testbeds.trial set contacts_until = '{Testing.Day(-1)}' where number = '{test}'");
        await DisposeAsync();
        Assert.Equal(0, await ContactsAsync(test));
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from testbeds.participant where trial_id = (select id from testbeds.trial where number = $1)", test));
    }

    private Task DisposeAsync() => host.InScopeAsync(services => ActivatorUtilities.GetServiceOrCreateInstance<DisposeOfContacts>(services).RunAsync(default));

    private Task<long> ContactsAsync(string test) => host.Database.QueryAsync<long>("select count(*) from testbeds.participant_contact where trial_id = (select id from testbeds.trial where number = $1)", test);
}
