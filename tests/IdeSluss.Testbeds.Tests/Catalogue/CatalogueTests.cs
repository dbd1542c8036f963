using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Testbeds.Data;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using IdeSluss.Testbeds.Tests.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Testbeds.Tests.Catalogue;

public class CatalogueTests(CatalogueTests.Keeping host) : IClassFixture<CatalogueTests.Keeping>
{
    public sealed class Keeping() : TestHost(new TestHostOptions { Settings = new Dictionary<string, string?> { ["IdeSluss:KeptPages:Seconds"] = "60" } });

    [Fact]
    public async Task Everyone_finds_a_test_bed_by_part_of_a_word_and_by_what_it_is_for()
    {
        using var anyone = host.Visitor();

        Assert.Equal(["Visningslägenheten"], await NamesAsync(anyone, "search=VÄLFÄRDSTEK&capability=SAFETY_ALARM"));
        Assert.Contains("Måltidslabbet", await NamesAsync(anyone, "capability=MEALS"));
        Assert.Equal(["Förskolans uterum"], await NamesAsync(anyone, "targetGroup=CHILDREN"));
        Assert.Equal(["Måltidslabbet", "Smarta hus-väggen"], await NamesAsync(anyone, "kind=Lab&openToOthers=true"));
        Assert.DoesNotContain("Visningslägenheten", await NamesAsync(anyone, "accessibility=LIFT&accessibility=HEARING_LOOP"));
        Assert.Contains("Rehabsalen", await NamesAsync(anyone, "accessibility=LIFT&accessibility=HEARING_LOOP"));
        Assert.Empty(await NamesAsync(anyone, "search=ingenting+som+finns"));
        Assert.Empty(await NamesAsync(anyone, "unit=FINNSEJ"));
        Assert.Equal(["Hemtjänstens provbilar", "Nattpatrullens verktygslåda"], await NamesAsync(anyone, "unit=SOC-AO-HT1"));
        // A unit includes what lies below it.
        Assert.Contains("Rehabsalen", await NamesAsync(anyone, "unit=SOC-AO"));
    }

    /// <summary>The list is what many open first, and it says the same to all of them.</summary>
    [Fact]
    public async Task The_list_is_kept_for_those_who_are_not_logged_in_until_something_in_it_changes()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var english = host.Visitor();
        await english.GetAsync("/sprak/en?till=/testbaddar");
        Assert.False((await ListAsync(coach)).Kept);
        Assert.False((await ListAsync(coach)).Kept);
        await ListAsync();
        Assert.True((await ListAsync()).Kept);
        Assert.False((await ListAsync(null, "?sok=labb")).Kept);
        Assert.Contains("Test beds", (await ListAsync(english)).Html, StringComparison.Ordinal);

        var slug = await coach.DescribedAsync("Nyss beskrivna rummet");
        Assert.DoesNotContain("Nyss beskrivna rummet", (await ListAsync()).Html, StringComparison.Ordinal);
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/inventory/{slug}/publication", new { })).Status);
        Assert.Contains("Nyss beskrivna rummet", (await ListAsync()).Html, StringComparison.Ordinal);
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/inventory/{slug}/archiving", new { })).Status);
        Assert.DoesNotContain("Nyss beskrivna rummet", (await ListAsync()).Html, StringComparison.Ordinal);

        async Task<(string Html, bool Kept)> ListAsync(Visitor? visitor = null, string query = "")
        {
            using var anyone = host.Visitor();
            using var answer = await (visitor ?? anyone).ApiAsync(HttpMethod.Get, "/testbaddar" + query);
            return (await answer.Content.ReadAsStringAsync(), answer.Headers.Age is not null);
        }
    }

    [Fact]
    public async Task The_page_of_a_test_bed_tells_how_to_get_there_and_what_is_accessible_but_neither_people_nor_insurance_nor_secrecy()
    {
        await host.Database.ExecuteAsync("update testbeds.testbed set contact_email = 'hemlig@exempel.se', policy_number = 'POL-4711' where slug = 'visningslagenheten'");
        using var anyone = host.Visitor();

        var page = await anyone.GetAsync("/testbaddar/visningslagenheten");
        Assert.Equal(200, page.StatusCode);
        foreach (var said in new[] { "Visningslägenheten", "påhittad", "hållplats Exempelgatan", "Hörselslinga Nej", "Kontrastmarkering Vet inte", "Samordnare för välfärdsteknik", "Dataskyddsförordningen (EU) 2016/679", "Sensorpaket" })
            Assert.True(page.Says(said), $"{said} in {page.Text}");
        var api = await (await anyone.ApiAsync(HttpMethod.Get, "/api/v1/testbeds/testbeds/visningslagenheten")).Content.ReadAsStringAsync();
        foreach (var text in new[] { page.Html, api })
        {
            Assert.DoesNotContain("hemlig@exempel.se", text, StringComparison.Ordinal);
            Assert.DoesNotContain("POL-4711", text, StringComparison.Ordinal);
            Assert.DoesNotContain("secrecy", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_is_not_published_or_is_archived_does_not_exist_for_others()
    {
        await host.Database.ExecuteAsync("update testbeds.testbed set published_at = null where slug = 'minnesrummet'; update testbeds.testbed set status = 'Closed' where slug = 'digitalstugan'");
        using var anyone = host.Visitor();

        foreach (var slug in new[] { "minnesrummet", "digitalstugan", "finns-ej" })
        {
            Assert.Equal(404, (await anyone.GetAsync($"/testbaddar/{slug}")).StatusCode);
            Assert.Equal(404, (int)(await anyone.ApiAsync(HttpMethod.Get, $"/api/v1/testbeds/testbeds/{slug}")).StatusCode);
        }

        var names = await NamesAsync(anyone, "");
        Assert.DoesNotContain("Minnesrummet", names);
        Assert.DoesNotContain("Digitalstugan", names);
    }

    [Fact]
    public async Task The_list_pages_by_name_without_losing_any_and_filters_are_kept()
    {
        await host.Database.ExecuteAsync("""
            insert into testbeds.testbed (id, slug, name, short_description, authority_id, kind, access, status, capabilities, target_groups, needs, equipment, connectivity, accessibility_yes, accessibility_no, languages, lead_time_days, cost, rules, agreements,
                publish_open_data, own_liability, partner_liability, product_liability, published_at, is_example, search_text, created_at, changed_at, version)
            select gen_random_uuid(), 'sidprov-' || n, 'Sidprov', 'Prov av sidor', (select id from people.authority limit 1), 'Live', 'Internal', 'Active', '{ENERGY}', '{STAFF}', '{}', '{}', '{}', '{}', '{}', '{}', 0, 'Free', '{}', '{}', false, false, false, false, now(), false, 'sidprov', now(), now(), 1
            from generate_series(1, 45) n
            """);
        using var anyone = host.Visitor();
        var seen = new List<string>();
        var after = "";
        do
        {
            var page = await (await anyone.ApiAsync(HttpMethod.Get, $"/api/v1/testbeds/testbeds?search=sidprov&after={after}")).Content.ReadFromJsonAsync<JsonElement>();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        Assert.Equal((45, 45), (seen.Count, seen.Distinct().Count()));
        var second = await anyone.GetAsync((await anyone.GetAsync("/testbaddar?sok=sidprov")).Links.First(link => link.Contains("efter=", StringComparison.Ordinal)));
        Assert.True(second.Says("Sidprov") && second.Says("Till början") && !second.Says("Måltidslabbet"), second.Text);
    }

    [Fact]
    public async Task A_search_that_is_too_long_says_so_and_a_strange_choice_is_no_error()
    {
        using var anyone = host.Visitor();
        var tooLong = await anyone.GetAsync("/testbaddar?sok=" + new string('x', 201));
        Assert.Equal(422, tooLong.StatusCode);
        Assert.True(tooLong.Says("högst 200 tecken"), tooLong.Text);
        Assert.Equal(200, (await anyone.GetAsync("/testbaddar?slag=Nej&prova=%27%22&enhet=x&tillganglighet=q&ledig=igar&efter=trasig")).StatusCode);
        Assert.Empty(await NamesAsync(anyone, "search=%25"));
    }

    [Fact]
    public async Task The_migration_holds_the_whole_model() => await host.InScopeAsync(services =>
    {
        Assert.False(services.GetRequiredService<TestbedsDbContext>().Database.HasPendingModelChanges());
        return Task.CompletedTask;
    });

    private static async Task<IReadOnlyList<string>> NamesAsync(TestKit.Web.Visitor visitor, string query)
    {
        var answer = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/testbeds/testbeds?" + query);
        Assert.Equal(200, (int)answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];
    }
}
