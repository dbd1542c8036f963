using System.Text;
using IdeSluss.Testbeds.Tests.Inventory;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Testbeds.Tests.Trials;

public class AgreementTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    [Fact]
    public async Task Templates_are_the_same_for_everyone_once_the_test_bed_is_public()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var anyone = host.Visitor();
        var slug = await coach.DescribedAsync("Mallrummet");
        var own = $"/api/v1/testbeds/inventory/{slug}/agreements";
        var shared = $"/api/v1/testbeds/testbeds/{slug}/agreements";
        Assert.Equal(422, await SendAsync(coach, own, "avtal.pdf", Pdf, ""));
        Assert.Equal(422, await SendAsync(coach, own, "avtal.pdf", "Detta är ingen PDF.", "Testavtal"));
        Assert.Equal(201, await SendAsync(coach, own, "avtal.pdf", Pdf, "Testavtal"));
        Assert.True((await coach.GetAsync($"/arbete/testbaddar/{slug}/avtal")).Says("Testavtal"));
        var id = (await coach.JsonAsync(HttpMethod.Get, own)).Body[0].GetProperty("id").GetGuid();
        Assert.Equal(404, (await anyone.JsonAsync(HttpMethod.Get, $"{shared}/{id}")).Status);

        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/inventory/{slug}/publication", null, Describing.OwnHeader)).Status);
        Assert.Contains($"{shared}/{id}", (await anyone.GetAsync($"/testbaddar/{slug}/testa")).Html, StringComparison.Ordinal);
        using (var file = await anyone.ApiAsync(HttpMethod.Get, $"{shared}/{id}")) Assert.Equal(Pdf, await file.Content.ReadAsStringAsync());

        var page = await coach.SubmitAsync(await coach.GetAsync($"/arbete/testbaddar/{slug}/avtal"), new { }, "Ta bort Testavtal");
        Assert.True(page.Says("Avtalsmallen är borttagen."), page.Text);
        Assert.Equal(404, (await anyone.JsonAsync(HttpMethod.Get, $"{shared}/{id}")).Status);
    }

    [Fact]
    public async Task What_is_signed_with_a_partner_is_read_by_those_who_answer_for_the_test_bed_alone()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var partner = host.Visitor();
        var slug = await coach.DescribedAsync("Avtalsrummet");
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/inventory/{slug}/publication", null, Describing.OwnHeader)).Status);
        var (_, sent) = await partner.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/testbeds/{slug}/requests", new
        {
            organisation = "Exempelbolaget", kind = "Company", contactName = "Kontakt Exempelsson", email = "kontakt@partner.example", what = "En sängmatta som larmar.", hasConflict = false, neutral = true,
        }, Describing.OwnHeader);
        var signed = $"/api/v1/testbeds/requests/{sent.GetProperty("id").GetGuid()}/agreements";
        Assert.Equal(409, await SendAsync(coach, signed, "avtal.pdf", Pdf, "Testavtal"));
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, signed.Replace("/agreements", "/answer", StringComparison.Ordinal), new { accepts = true, answer = "Välkomna." })).Status);
        Assert.Equal(201, await SendAsync(coach, signed, "avtal.pdf", Pdf, "Testavtal"));
        var id = (await coach.JsonAsync(HttpMethod.Get, signed)).Body[0].GetProperty("id").GetGuid();
        Assert.True((await coach.GetAsync($"/arbete/testforfragningar/{sent.GetProperty("id").GetGuid()}")).Says("Testavtal"));
        using (var file = await coach.ApiAsync(HttpMethod.Get, $"{signed}/{id}")) Assert.Equal((200, "no-store"), ((int)file.StatusCode, file.Headers.CacheControl?.ToString()));

        // Neither the partner nor a manager of another unit, and not as if it were a template.
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Get, $"{signed}/{id}")).Status);
        Assert.Contains((await partner.JsonAsync(HttpMethod.Get, $"{signed}/{id}")).Status, new[] { 401, 403 });
        Assert.Equal(404, (await partner.JsonAsync(HttpMethod.Get, $"/api/v1/testbeds/testbeds/{slug}/agreements/{id}")).Status);
    }

    [Fact]
    public async Task The_partner_sends_in_what_they_have_signed_by_the_link_of_the_answer_once_it_is_yes()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var partner = host.Visitor();
        var slug = await coach.DescribedAsync("Inskicksrummet");
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/inventory/{slug}/publication", null, Describing.OwnHeader)).Status);
        var (_, asked) = await partner.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/testbeds/{slug}/requests", new
        {
            organisation = "Exempelhögskolan", kind = "University", contactName = "Kontakt Exempelsson", email = "kontakt@hogskola.example", what = "En gånglinje.", hasConflict = false, neutral = true,
        }, Describing.OwnHeader);
        var (id, token) = (asked.GetProperty("id").GetGuid(), asked.GetProperty("token").GetString());
        var sending = $"/api/v1/testbeds/requests/answers/{token}/agreements";
        Assert.Equal(409, await SendAsync(partner, sending, "avtal.pdf", Pdf, "Testavtal"));
        Assert.DoesNotContain("Skicka in ett tecknat avtal", (await partner.GetAsync($"/testbaddar/svar/{token}")).Html, StringComparison.Ordinal);
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"/api/v1/testbeds/requests/{id}/answer", new { accepts = true, answer = "Välkomna." })).Status);

        Assert.Equal(422, await SendAsync(partner, sending, "avtal.pdf", "Detta är ingen PDF.", "Testavtal"));
        Assert.Equal(404, await SendAsync(partner, "/api/v1/testbeds/requests/answers/okand/agreements", "avtal.pdf", Pdf, "Testavtal"));
        Assert.True((await partner.PostFormAsync($"/testbaddar/svar/{token}", new { }, "Skicka avtalet")) is { StatusCode: 422 } empty && empty.Says("Namn: fyll i.") && empty.Says("Fil: välj en fil."));
        Assert.Equal(201, await SendAsync(partner, sending, "avtal.pdf", Pdf, "Testavtal, signerat"));

        Assert.True((await partner.GetAsync($"/testbaddar/svar/{token}")).Says("Det här har ni skickat in: Testavtal, signerat"));
        Assert.True((await coach.GetAsync($"/arbete/testforfragningar/{id}")).Says("Testavtal, signerat"));
        await host.MessagesSettledAsync();
        Assert.Contains($"/arbete/testforfragningar/{id}", (await host.Mails.ArrivedAsync("kontakt@exempel.se", "Ett tecknat avtal har kommit in")).TextBody, StringComparison.Ordinal);
    }

    private static async Task<int> SendAsync(Visitor visitor, string address, string fileName, string content, string name)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", fileName }, { new StringContent(name), "name" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form, Headers = { { Describing.OwnHeader.Name, Describing.OwnHeader.Value } } };
        using var answer = await visitor.Http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
