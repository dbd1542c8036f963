using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Testbeds.Tests.Inventory;

public class EditTestbedTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Inventory = "/api/v1/testbeds/inventory";

    [Fact]
    public async Task A_new_test_bed_is_the_offices_alone_until_it_is_published_and_again_when_it_is_archived()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var anyone = host.Visitor();
        var described = await coach.PostFormAsync(
            "/arbete/testbaddar/ny",
            [
                ("Input.Name", "Provköket på Åsen"), ("Input.ShortDescription", "Ett kök för prov."), ("Input.Unit", "SOC-AO-SB2"), ("Input.Kind", "Lab"), ("Input.Access", "Open"), ("Input.Status", "Active"),
                ("Input.Capabilities", "MEALS"), ("Input.Capabilities", "REHABILITATION"), ("Input.TargetGroups", "OLDER"), ("Input.ContactRole", "Kock"), ("Input.Equipment", "Ugn\r\n\r\nVåg"), ("Position", "65.3173, 21.4794"),
                ("Input.Accessibility[LIFT]", "true"), ("Input.Accessibility[QUIET_ROOM]", "false"), ("Input.LeadTimeDays", "3"),
            ]);
        Assert.True(described.Says("Beskrivningen är sparad") && described.Says("Inte publicerad"), described.Text);
        Assert.Equal(404, (await anyone.GetAsync("/testbaddar/provkoket-pa-asen")).StatusCode);

        var published = await coach.SubmitAsync(described, new { }, "Publicera");
        Assert.True(published.Says("Testbädden visas nu för alla"), published.Text);
        var page = await anyone.GetAsync("/testbaddar/provkoket-pa-asen");
        foreach (var said in new[] { "Provköket på Åsen", "65.3173, 21.4794", "Hiss Ja", "Tyst rum Nej", "Hörselslinga Vet inte", "Ugn Våg", "3 vardagar" }) Assert.True(page.Says(said), $"{said}: {page.Text}");

        var archived = await coach.SubmitAsync(await coach.GetAsync("/arbete/testbaddar/provkoket-pa-asen"), new { }, "Arkivera");
        Assert.True(archived.Says("Testbädden är arkiverad"), archived.Text);
        Assert.Equal(404, (await anyone.GetAsync("/testbaddar/provkoket-pa-asen")).StatusCode);
        Assert.True((await coach.GetAsync("/arbete/testbaddar?visa=arkiverade")).Says("Provköket på Åsen"));
        Assert.Equal(["testbeds.testbed-created", "testbeds.testbed-published", "testbeds.testbed-archived"],
            await host.Database.ListAsync<string>("select action from audit.entry where subject_id = (select id from testbeds.testbed where slug = 'provkoket-pa-asen') order by id"));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var page = await coach.PostFormAsync("/arbete/testbaddar/ny", [("Input.Name", "Halvfärdig"), ("Input.Unit", ""), ("Input.ParallelTests", "0"), ("Input.AgeFrom", "80"), ("Input.AgeTo", "20"), ("Position", "norr om stan"), ("Input.ContactEmail", "inte en adress")]);
        Assert.Equal(422, page.StatusCode);
        Assert.True(page.Says("Läge på kartan: skriv latitud"), page.Text);
        page = await coach.PostFormAsync("/arbete/testbaddar/ny", [("Input.Name", "Halvfärdig"), ("Input.Unit", ""), ("Input.ParallelTests", "0"), ("Input.AgeFrom", "80"), ("Input.AgeTo", "20"), ("Input.ContactEmail", "inte en adress")]);
        foreach (var said in new[] { "Kort beskrivning: fyll i", "Slag av miljö: välj", "Vad man kan prova: välj minst ett", "Nämnd eller enhet: välj", "Tester samtidigt: skriv ett tal mellan 1 och 100", "Ålder till: den kan inte", "E-post: adressen" })
            Assert.True(page.Says(said), $"{said}: {page.Text}");
        Assert.Contains("Halvfärdig", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_edits_what_one_has_read_and_only_where_one_has_the_right()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        var (own, other) = (await host.UnitOfNeedOwnerAsync(), "KLF-PK");
        var slug = await coach.DescribedAsync("Prov av version", other);

        var (_, seen) = await coach.JsonAsync(HttpMethod.Get, $"{Inventory}/{slug}");
        var tag = ("If-Match", $"\"v{seen.GetProperty("version").GetInt32()}\"");
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Put, $"{Inventory}/{slug}", Describing.Record("Nytt namn", other), tag)).Status);
        Assert.Equal(412, (await coach.JsonAsync(HttpMethod.Put, $"{Inventory}/{slug}", Describing.Record("För sent", other), tag)).Status);

        Assert.Equal(404, (await owner.JsonAsync(HttpMethod.Get, $"{Inventory}/{slug}")).Status);
        Assert.Equal(404, (await owner.JsonAsync(HttpMethod.Put, $"{Inventory}/{slug}", Describing.Record("Inte min", own))).Status);
        Assert.Equal(404, (await owner.GetAsync($"/arbete/testbaddar/{slug}/andra")).StatusCode);
        Assert.Equal(422, (await owner.JsonAsync(HttpMethod.Post, Inventory, Describing.Record("Fel plats", other))).Status);
        Assert.Equal(201, (await owner.JsonAsync(HttpMethod.Post, Inventory, Describing.Record("Rätt plats", own))).Status);
        using var anyone = host.Visitor();
        Assert.Equal(401, (await anyone.JsonAsync(HttpMethod.Get, $"{Inventory}/{slug}")).Status);
    }

    [Fact]
    public async Task Two_with_the_same_name_get_addresses_of_their_own_also_at_the_same_time()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var slugs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => coach.DescribedAsync("Tvillingrummet")));
        Assert.Equal(3, slugs.Distinct().Count());
    }

    [Fact]
    public async Task What_can_be_booked_is_added_changed_and_retired_but_never_deleted()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var slug = await coach.DescribedAsync("Rum med saker");
        var page = await coach.PostFormAsync($"/arbete/testbaddar/{slug}/resurser/ny", new { Name = "Projektor", Kind = "Equipment", Units = 2, BufferAfter = 30 });
        Assert.True(page.Says("Det som går att boka är sparat") && page.Says("Projektor Utrustning 2 Dag"), page.Text);
        Assert.Equal(422, (await coach.PostFormAsync($"/arbete/testbaddar/{slug}/resurser/ny", new { Name = "", Kind = "Equipment", Units = 0 })).StatusCode);

        var (_, testbed) = await coach.JsonAsync(HttpMethod.Get, $"{Inventory}/{slug}");
        var id = testbed.GetProperty("resources")[0].GetProperty("id").GetString();
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Put, $"{Inventory}/{slug}/resources/{id}", new { name = "Projektor", kind = "Equipment", units = 2, active = false })).Status);
        Assert.True((await coach.GetAsync($"/arbete/testbaddar/{slug}")).Says("Går inte att boka"));
        Assert.Equal(404, (await coach.JsonAsync(HttpMethod.Put, $"{Inventory}/visningslagenheten/resources/{id}", new { name = "X", kind = "Room", units = 1 })).Status);
    }

    [Fact]
    public async Task A_retired_word_is_no_longer_offered_but_those_who_have_it_keep_it()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var added = await administrator.PostFormAsync("/admin/testbaddar", new { Kind = "Capability", Name = "Snöröjning", Code = "snow_clearing" });
        Assert.True(added.Says("Ordet är sparat") && added.Says("SNOW_CLEARING"), added.Text);
        var again = await administrator.PostFormAsync("/admin/testbaddar", new { Kind = "Capability", Name = "Snö", Code = "SNOW_CLEARING" });
        Assert.True(again.StatusCode == 422 && again.Says("Kod: den finns redan"), again.Text);
        var slug = (await coach.JsonAsync(HttpMethod.Post, Inventory, Snow())).Body.GetProperty("slug").GetString();

        var id = await host.Database.QueryAsync<Guid>("select id from testbeds.taxonomy_term where code = 'SNOW_CLEARING'");
        Assert.Equal(204, (await administrator.JsonAsync(HttpMethod.Put, $"/api/v1/testbeds/terms/{id}", new { name = "Snöröjning", active = false })).Status);

        Assert.DoesNotContain("SNOW_CLEARING", (await coach.GetAsync("/arbete/testbaddar/ny")).Html, StringComparison.Ordinal);
        Assert.Contains("SNOW_CLEARING", (await coach.GetAsync($"/arbete/testbaddar/{slug}/andra")).Html, StringComparison.Ordinal);
        Assert.Equal(403, (await coach.JsonAsync(HttpMethod.Post, "/api/v1/testbeds/terms", new { kind = "Need", code = "XX", name = "X" })).Status);

        static object Snow() => new { name = "Plogen", shortDescription = "Prov av plogar.", unit = "SBF", kind = "Live", access = "Internal", status = "Active", capabilities = new[] { "SNOW_CLEARING" }, targetGroups = new[] { "STAFF" }, contactRole = "Driftchef" };
    }
}
