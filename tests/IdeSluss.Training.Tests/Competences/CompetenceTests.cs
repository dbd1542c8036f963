using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using IdeSluss.Training.Tests.Sessions;

namespace IdeSluss.Training.Tests.Competences;

public class CompetenceTests(StandingHost host) : IClassFixture<StandingHost>
{
    private const string Rules = $"{Planning.Training}/competence-rules";

    /// <summary>U5.</summary>
    [Fact]
    public async Task A_gate_refuses_who_lacks_the_course_or_whose_certificate_ran_out_and_names_the_course_with_its_address()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var second = await host.LogInAsAsync(Personas.SecondCoach);
        var number = await HandInAsync();
        // Nothing is required from the start: the decision fails on what it always asks for alone.
        Assert.DoesNotContain("COA-101", (await DecideAsync(second, number)).Text, StringComparison.Ordinal);

        Assert.Equal(204, (await administrator.JsonAsync(HttpMethod.Put, Rules + "/ideas.gate.G1_TRIAGE", new { courses = new[] { "COA-101" } })).Status);
        var refused = await DecideAsync(second, number);
        Assert.Equal(409, refused.Status);
        Assert.Contains("Du behöver ha gått Idécoach grund (COA-101). Kursen finns på /utbildning/COA-101.", refused.Text, StringComparison.Ordinal);
        // The gate's own view says so before one tries, with the way there.
        var gate = (await second.JsonAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate")).Body.GetProperty("requirements").EnumerateArray().Single(one => one.GetProperty("key").GetString() == "utbildning-COA-101");
        Assert.Equal("/utbildning/COA-101", gate.GetProperty("place").GetString());

        // The first coach has a certificate; then it runs out.
        Assert.DoesNotContain("COA-101", (await DecideAsync(coach, number)).Text, StringComparison.Ordinal);
        await host.Database.ExecuteAsync("update training.certificate set valid_until = '2027-02-28' where course_id = (select id from training.course where code = 'COA-101')");
        Assert.Contains("gick ut", (await DecideAsync(coach, number)).Text, StringComparison.Ordinal);
        await host.Database.ExecuteAsync("update training.certificate set valid_until = null where course_id = (select id from training.course where code = 'COA-101')");
        await host.Database.ExecuteAsync("update training.course set edition = 2, oldest_valid_edition = 2 where code = 'COA-101'");
        Assert.Equal(204, (await administrator.JsonAsync(HttpMethod.Put, Rules + "/ideas.gate.G1_TRIAGE", new { courses = new[] { "COA-101" } })).Status);
        Assert.Contains("äldre utgåva", (await DecideAsync(coach, number)).Text, StringComparison.Ordinal);

        // A manager lets the second coach do without; and it ends.
        using var chief = await host.LogInAsAsync(Personas.ChiefExecutive);
        await host.Database.ExecuteAsync("insert into training.learner (id, person_id, email, name, language, authority_id, tracks, listed) select gen_random_uuid(), id, email, display_name, 'sv', (select id from people.authority limit 1), '{}', false from people.person where email = 'coach2@demo.example' on conflict do nothing");
        var given = await chief.PostFormAsync("/arbete/utbildning/dispenser", new { Email = Personas.AddressOf(Personas.SecondCoach), Course = "COA-101", Until = host.Day(30), Reason = "Kursen ges först i april." });
        Assert.True(given.Says("Dispensen gäller från nu") && given.Says("Klas Slussqvist"), given.Text);
        Assert.DoesNotContain("COA-101", (await DecideAsync(second, number)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await host.Database.QueryAsync<long>("select count(*) from audit.entry where action = 'training.dispensation-given'"));
        await chief.SubmitAsync(given, new { }, "Avsluta dispensen");
        Assert.Contains("COA-101", (await DecideAsync(second, number)).Text, StringComparison.Ordinal);
        Assert.Equal(204, (await administrator.JsonAsync(HttpMethod.Put, Rules + "/ideas.gate.G1_TRIAGE", new { courses = Array.Empty<string>() })).Status);
        Assert.DoesNotContain("COA-101", (await DecideAsync(second, number)).Text, StringComparison.Ordinal);
    }

    /// <summary>T6.</summary>
    [Fact]
    public async Task A_booking_can_require_a_course_and_then_says_which()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var resource = await host.Database.QueryAsync<Guid>("select id from testbeds.bookable_resource where kind = 'Room' order by id limit 1");
        var page = await administrator.PostFormAsync("/admin/utbildning/krav/testbeds.book", [("Courses", "TIL-101")]);
        Assert.True(page.Says("TIL-101"), page.Text);
        var (status, refused) = await coach.JsonAsync(HttpMethod.Post, "/api/v1/testbeds/bookings", new { items = new[] { new { resource } }, purpose = "Prov", fromDay = host.Day(30), toDay = host.Day(30), fromTime = "09.00", toTime = "10.00" });
        Assert.Equal(409, status);
        Assert.Contains("/utbildning/TIL-101", refused.ToString(), StringComparison.Ordinal);
        await coach.JsonAsync(HttpMethod.Post, $"{Planning.Training}/courses/TIL-101/lessons/1/reading", new { });
        Assert.DoesNotContain("TIL-101", (await coach.JsonAsync(HttpMethod.Post, "/api/v1/testbeds/bookings", new { items = new[] { new { resource } }, purpose = "Prov", fromDay = host.Day(30), toDay = host.Day(30), fromTime = "09.00", toTime = "10.00" })).Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_managers_give_dispensation_only_to_their_own_and_never_to_themselves()
    {
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        var outside = await owner.PostFormAsync("/arbete/utbildning/dispenser", new { Email = Personas.AddressOf(Personas.CommitteeMember), Course = "COA-201", Until = host.Day(10), Reason = "Prov" });
        Assert.True(outside.StatusCode == 422 && outside.Says("ingen som arbetar där du är chef"), outside.Text);
        using var chief = await host.LogInAsAsync(Personas.ChiefExecutive);
        await host.Database.ExecuteAsync("insert into training.learner (id, person_id, email, name, language, authority_id, tracks, listed) select gen_random_uuid(), id, email, display_name, 'sv', (select id from people.authority limit 1), '{}', false from people.person where email = 'kommunchef@demo.example' on conflict do nothing");
        Assert.True((await chief.PostFormAsync("/arbete/utbildning/dispenser", new { Email = Personas.AddressOf(Personas.ChiefExecutive), Course = "COA-201", Until = host.Day(10), Reason = "Prov" })).Says("inte ge dispens till dig själv"));
        Assert.True((await chief.PostFormAsync("/arbete/utbildning/dispenser", new { Email = Personas.AddressOf(Personas.CommitteeMember), Course = "COA-201", Until = host.Day(400), Reason = "" })).Says("högst 183 dagar framåt"));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(403, (await coach.JsonAsync(HttpMethod.Post, $"{Planning.Training}/dispensations", new { })).Status);
        Assert.Equal(403, (await coach.JsonAsync(HttpMethod.Get, Rules)).Status);
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        Assert.Equal(404, (await administrator.JsonAsync(HttpMethod.Put, Rules + "/finns.ej", new { courses = new[] { "COA-101" } })).Status);
        Assert.Equal(422, (await administrator.JsonAsync(HttpMethod.Put, Rules + "/testbeds.lead-test", new { courses = new[] { "FINNS-1" } })).Status);
        Assert.Equal(404, (await administrator.GetAsync("/admin/utbildning/krav/finns.ej")).StatusCode);
    }

    private async Task<string> HandInAsync()
    {
        using var resident = host.Visitor();
        var receipt = await resident.SubmitAsync(await resident.PostFormAsync("/lamna-ide", new { Text = "En bänk vid hållplatsen.", AnswerWay = "Telephone", Telephone = "0911-00 00 00" }), new { });
        return Uri.UnescapeDataString(receipt.Address["/kvitto/".Length..].Split('?')[0]);
    }

    private static async Task<(int Status, string Text)> DecideAsync(Visitor visitor, string number)
    {
        var gate = await visitor.ApiAsync(HttpMethod.Get, $"/api/v1/ideas/ideas/{number}/gate");
        var answer = await visitor.ApiAsync(HttpMethod.Post, $"/api/v1/ideas/ideas/{number}/decisions", new { gate = "G1_TRIAGE", outcome = "ADVANCE", track = "FULL", reason = "Bra.", impartial = true }, ("If-Match", gate.Headers.ETag?.Tag ?? "\"v0\""));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
