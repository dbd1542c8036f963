using IdeSluss.Testbeds.Tests.Inventory;
using IdeSluss.TestKit.Hosting;

namespace IdeSluss.Testbeds.Tests.Trials;

public class PartnerTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_partner_asks_on_the_same_terms_as_everyone_and_reads_the_answer_by_a_link()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var partner = host.Visitor();
        var slug = await coach.DescribedAsync("Partnerrummet");
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/inventory/{slug}/publication", null, Describing.OwnHeader)).Status);
        Assert.Contains($"/testbaddar/{slug}/testa", (await partner.GetAsync($"/testbaddar/{slug}")).Html, StringComparison.Ordinal);

        var refused = await partner.PostFormAsync($"/testbaddar/{slug}/testa", new { Organisation = "Exempelbolaget", Email = "inte en adress", HasConflict = "true" }, "Skicka förfrågan");
        foreach (var said in new[] { "Kontaktperson: fyll i", "E-post: adressen", "Vilka band: fyll i", "inte ger någon fördel" }) Assert.True(refused.StatusCode == 422 && refused.Says(said), $"{said}: {refused.Text}");
        var sent = await partner.PostFormAsync($"/testbaddar/{slug}/testa", new
        {
            Organisation = "Exempelbolaget", Kind = "Company", ContactName = "Kontakt Exempelsson", Email = "kontakt@partner.example", What = "En sängmatta som larmar.", HasConflict = "true", Conflict = "En släkting arbetar här.", Neutral = "true",
        }, "Skicka förfrågan");
        Assert.True(sent.Says("Tack för er förfrågan") && sent.Address.StartsWith("/testbaddar/svar/", StringComparison.Ordinal), sent.Text);
        await host.MessagesSettledAsync();
        var mail = (await host.Mails.ArrivedAsync("kontakt@exempel.se")).TextBody ?? "";
        Assert.DoesNotContain("sängmatta", mail, StringComparison.Ordinal);

        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        var id = await host.Database.QueryAsync<Guid>("select id from testbeds.test_request where organisation = 'Exempelbolaget'");
        Assert.True((await coach.GetAsync("/arbete/testforfragningar")).Says("Har band"));
        Assert.Equal(422, (await coach.PostFormAsync($"/arbete/testforfragningar/{id}", new { Answer = "" }, "Skicka svaret")).StatusCode);
        var answered = await coach.PostFormAsync($"/arbete/testforfragningar/{id}", new { Accepts = "false", Answer = "Vi har inte plats i år." }, "Skicka svaret");
        Assert.True(answered.Says("Exempelbolaget"), answered.Text);
        Assert.Equal(409, (await coach.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/requests/{id}/answer", new { accepts = true, answer = "Jo." })).Status);
        var read = await partner.GetAsync(sent.Address);
        Assert.True(read.Says("Svaret är nej") && read.Says("Vi har inte plats i år."), read.Text);
    }

    [Fact]
    public async Task An_example_or_a_test_bed_of_the_municipalitys_own_takes_no_requests_and_a_strange_link_leads_nowhere()
    {
        using var partner = host.Visitor();
        var slug = await host.Database.QueryAsync<string>("select slug from testbeds.testbed where is_example and published_at is not null limit 1");
        Assert.True((await partner.GetAsync($"/testbaddar/{slug}/testa")).Says("tar inte emot förfrågningar"));
        Assert.Equal(409, (await partner.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/testbeds/{slug}/requests", new { })).Status);
        Assert.Equal(404, (await partner.GetAsync("/testbaddar/svar/okand")).StatusCode);
        Assert.Equal(404, (await partner.JsonAsync(HttpMethod.Get, "/api/v1/testbeds/requests/answers/okand")).Status);
    }
}
