using System.Text;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;

namespace IdeSluss.Training.Tests.Catalogue;

public class EditCourseTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Office = "/api/v1/training/office/courses";

    [Fact]
    public async Task A_new_course_is_a_draft_until_it_is_shown_and_stays_readable_when_it_is_no_longer_given()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var anyone = host.Visitor();
        var page = await coach.PostFormAsync("/arbete/utbildning/kurser/ny",
            [("Input.Code", "prv-101"), ("Input.Title", "Prova på"), ("Input.Purpose", "För den som vill prova."), ("Input.Hours", "1,5"), ("Input.Authority", await AuthorityAsync()), ("Input.Outcomes", "Prova en sak\r\n\r\nBerätta om den"), ("Input.Prerequisites", "sPr-101")]);
        Assert.True(page.Says("Kursen är sparad") && page.Says("Utkast"), page.Text);
        Assert.Equal(404, (await anyone.GetAsync("/utbildning/PRV-101")).StatusCode);
        Assert.False((await anyone.GetAsync("/utbildning")).Says("Prova på"));

        Assert.True((await coach.SubmitAsync(page, new { }, "Visa för alla")).Says("Kursen visas nu för alla"));
        var shown = await anyone.GetAsync("/utbildning/PRV-101");
        Assert.True(shown.Says("1,5 timmar") && shown.Says("Berätta om den") && shown.Says("Innovationssprint"), shown.Text);

        Assert.True((await coach.SubmitAsync(await coach.GetAsync("/arbete/utbildning/kurser/PRV-101"), new { }, "Kursen ges inte längre")).Says("ges inte längre"));
        Assert.True((await anyone.GetAsync("/utbildning/PRV-101")).Says("Den här kursen ges inte längre"));
        Assert.False((await anyone.GetAsync("/utbildning")).Says("Prova på"));
        Assert.Equal(["training.course-created", "training.course-published", "training.course-retired"],
            await host.Database.ListAsync<string>("select action from audit.entry where subject_id = (select id from training.course where code = 'PRV-101') order by id"));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_at_its_field()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var page = await coach.PostFormAsync("/arbete/utbildning/kurser/ny", [("Input.Code", "fel kod!"), ("Input.Title", ""), ("Input.Hours", "0"), ("Input.Prerequisites", "FINNS-99"), ("Input.ValidityMonths", "999"), ("Input.Authority", "")]);
        Assert.Equal(422, page.StatusCode);
        foreach (var said in new[] { "Kod: skriv bokstäver", "Namn: fyll i", "Vad den är till för: fyll i", "Längd i timmar: skriv ett tal", "Efteråt kan du: skriv minst en rad", "ingen annan kurs har koden FINNS-99", "Intyget gäller i månader: skriv ett tal mellan 1 och 120", "Ansvarig nämnd: välj" })
            Assert.True(page.Says(said), $"{said}: {page.Text}");
        Assert.Equal(422, (await coach.JsonAsync(HttpMethod.Post, Office, await RecordAsync("POL-101"))).Status);
    }

    [Fact]
    public async Task One_edits_what_one_has_read_and_a_new_edition_is_counted()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(201, (await coach.JsonAsync(HttpMethod.Post, Office, await RecordAsync("UTG-1"))).Status);
        var (_, course) = await coach.JsonAsync(HttpMethod.Get, Office + "/UTG-1");
        var tag = ("If-Match", $"\"v{course.GetProperty("version").GetInt32()}\"");
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Put, Office + "/UTG-1", await RecordAsync("UTG-1", newEdition: true), tag)).Status);
        Assert.Equal(412, (await coach.JsonAsync(HttpMethod.Put, Office + "/UTG-1", await RecordAsync("UTG-1"), tag)).Status);
        Assert.Equal(2, (await coach.JsonAsync(HttpMethod.Get, Office + "/UTG-1")).Body.GetProperty("edition").GetInt32());

        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        Assert.Equal(403, (await owner.JsonAsync(HttpMethod.Get, Office + "/UTG-1")).Status);
        using var anyone = host.Visitor();
        Assert.Equal(401, (await anyone.JsonAsync(HttpMethod.Get, Office)).Status);
    }

    [Fact]
    public async Task A_lesson_with_unsafe_text_is_refused_with_everything_typed_kept_and_a_right_one_comes_last()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var refused = await coach.PostFormAsync("/arbete/utbildning/kurser/SPR-101/lektioner/ny", new { Title = "Veckan efter", Text = "## Efteråt\n\n[klicka](javascript:alert(1)) <script>x</script>" });
        Assert.True(refused.StatusCode == 422 && refused.Says("Länken javascript:alert(1)") && refused.Says("HTML går inte att använda"), refused.Text);
        Assert.Contains("Veckan efter", refused.Html, StringComparison.Ordinal);
        var saved = await coach.SubmitAsync(refused, new { Text = "## Efteråt\n\nSkicka ett besked." });
        Assert.True(saved.Says("Lektionen är sparad"), saved.Text);
        using var anyone = host.Visitor();
        var first = await anyone.GetAsync("/utbildning/SPR-101/lektion/1");
        Assert.True(first.Says("Nästa: Veckan efter"), first.Text);
        Assert.True((await anyone.GetAsync("/utbildning/SPR-101/lektion/2")).Says("Skicka ett besked."));
        Assert.Equal(404, (await coach.GetAsync("/arbete/utbildning/kurser/SPR-101/lektioner/77")).StatusCode);
    }

    [Fact]
    public async Task Replaced_material_is_a_new_edition_and_the_old_one_stays()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var added = await SendAsync(coach, HttpMethod.Post, $"{Office}/UPP-101/materials", "forsta.txt", "Första utgåvan", ("Name", "Checklista"), ("Licence", "Attribution"));
        Assert.Equal(201, (int)added.StatusCode);
        var id = added.Headers.Location!.OriginalString.Split('/')[^1];
        using var anyone = host.Visitor();
        var before = await anyone.GetAsync("/utbildning/UPP-101");
        Assert.True(before.Says("Tillgängligheten är inte kontrollerad"), before.Text);
        Assert.Equal("Första utgåvan", await anyone.Http.GetStringAsync($"/api/v1/training/courses/UPP-101/materials/{id}"));

        Assert.Equal(204, (int)(await SendAsync(coach, HttpMethod.Put, $"{Office}/UPP-101/materials/{id}", "andra.txt", "Andra utgåvan", ("Name", "Checklista"), ("Licence", "Attribution"), ("AccessibilityChecked", "true"))).StatusCode);
        Assert.Equal("Andra utgåvan", await anyone.Http.GetStringAsync($"/api/v1/training/courses/UPP-101/materials/{id}"));
        Assert.Equal("Första utgåvan", await coach.Http.GetStringAsync($"{Office}/UPP-101/materials/{id}/editions/1"));
        Assert.Equal(401, (await anyone.JsonAsync(HttpMethod.Get, $"{Office}/UPP-101/materials/{id}/editions/1")).Status);
        var page = await anyone.GetAsync("/utbildning/UPP-101");
        Assert.True(page.Says("andra.txt") && page.Says("Utgåva 2") && page.Says("Tillgängligheten kontrollerad"), page.Text);
        Assert.Equal(422, (await coach.PostFormAsync("/arbete/utbildning/kurser/UPP-101/material/nytt", new { Name = "Länk", Address = "javascript:alert(1)" })).StatusCode);
        Assert.Equal(422, (await coach.PostFormAsync("/arbete/utbildning/kurser/UPP-101/material/nytt", new { Name = "Inget" })).StatusCode);
        Assert.Equal(404, (await anyone.JsonAsync(HttpMethod.Get, $"/api/v1/training/courses/POL-101/materials/{id}")).Status);
    }

    [Fact]
    public async Task The_list_pages_without_losing_any()
    {
        await host.Database.ExecuteAsync("""
            insert into training.course (id, code, title, purpose, kind, level, hours, language, outcomes, english_outcomes, prerequisites, authority_id, edition, oldest_valid_edition, manager_approves, completed_by_reading, state, search_text, changed_at, version)
            select gen_random_uuid(), 'SID-' || n, 'Sidprov', 'Prov av sidor', 'Course', 'Basic', 1, 'sv', '{}', '{}', '{}', (select id from people.authority limit 1), 1, 1, false, false, 'Published', 'sidprov', now(), 1 from generate_series(1, 65) n
            """);
        using var anyone = host.Visitor();
        var seen = new List<string>();
        string? after = null;
        do
        {
            var (_, page) = await anyone.JsonAsync(HttpMethod.Get, $"/api/v1/training/courses?search=sidprov&after={after}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(course => course.GetProperty("code").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);

        Assert.Equal((65, 65), (seen.Count, seen.Distinct().Count()));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var work = await coach.GetAsync("/arbete/utbildning");
        Assert.Equal(200, (await coach.GetAsync(work.Links.First(link => link.Contains("efter=", StringComparison.Ordinal)))).StatusCode);
    }

    private Task<string> AuthorityAsync() => host.Database.QueryAsync<string>("select code from people.authority order by code limit 1");

    private async Task<object> RecordAsync(string code, bool newEdition = false) => new
    {
        code, title = "Utgåvor", purpose = "För prov.", kind = "Course", level = "Basic", hours = 2, outcomes = new[] { "Räkna" }, authority = await AuthorityAsync(), newEdition,
    };

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, HttpMethod method, string address, string name, string content, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", name } };
        foreach (var (field, value) in fields) form.Add(new StringContent(value), field);
        using var request = new HttpRequestMessage(method, address) { Content = form };
        request.Headers.Add(Asking.OwnHeader.Name, Asking.OwnHeader.Value);
        return await visitor.Http.SendAsync(request);
    }
}
