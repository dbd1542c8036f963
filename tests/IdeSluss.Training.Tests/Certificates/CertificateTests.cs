using FsCheck;
using FsCheck.Fluent;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Certificates;
using IdeSluss.Training.Tests.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Training.Tests.Certificates;

public class CertificateTests(StandingHost host) : IClassFixture<StandingHost>
{
    /// <summary>U3.</summary>
    [Fact]
    public async Task Who_was_there_enough_gets_a_certificate_once_and_who_was_not_gets_none()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var there = await host.LogInAsAsync(Personas.Resident);
        using var half = await host.LogInAsAsync(Personas.Employee);
        var session = await TwoPartsAsync(coach, "SPR-101", 20);
        await there.EnrolledAsync(session);
        await half.EnrolledAsync(session);
        var page = $"/arbete/utbildning/tillfallen/{session}/narvaro";
        Assert.Equal(409, (await coach.PostFormAsync(page, new { }, "Spara närvaron")).StatusCode);

        host.Clock.Advance(TimeSpan.FromDays(21));
        using var teacher = await host.LogInAsAsync(Personas.Coach);
        var lines = (await teacher.JsonAsync(HttpMethod.Get, $"{Planning.Training}/office/sessions/{session}/attendance")).Body;
        var parts = lines.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("id").GetString()!).ToList();
        string Of(string name) => lines.GetProperty("lines").EnumerateArray().First(line => line.GetProperty("name").GetString()!.StartsWith(name, StringComparison.Ordinal)).GetProperty("enrolment").GetString()!;
        (string, string)[] attended = [("Input.There", $"{Of("Inga")}.{parts[0]}"), ("Input.There", $"{Of("Inga")}.{parts[1]}"), ("Input.There", $"{Of("Mats")}.{parts[0]}")];
        var given = await teacher.PostFormAsync(page, attended, "Spara och ge intyg");
        Assert.True(given.Says("1 nya intyg är klara") && given.Says("Har intyg") && given.Says("50 %"), given.Text);
        Assert.True((await teacher.PostFormAsync(page, attended, "Spara och ge intyg")).Says("0 nya intyg"));
        Assert.Equal(422, (await teacher.JsonAsync(HttpMethod.Put, $"{Planning.Training}/office/sessions/{session}/attendance", new { there = new[] { $"{Guid.CreateVersion7()}.{parts[0]}" } })).Status);

        using var owner = await host.LogInAsAsync(Personas.Resident);
        var mine = await owner.GetAsync("/mina-utbildningar");
        Assert.True(mine.Says("Intyget är giltigt") && mine.Says("Din utbildningstid i år: 6 timmar"), mine.Text);
        await host.MessagesSettledAsync();
        await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.Resident), "Ditt intyg");

        // The paper: one's own alone, and with the code that others check.
        var certificate = (await owner.JsonAsync(HttpMethod.Get, $"{Planning.Training}/mine/certificates")).Body[0];
        var pdf = $"{Planning.Training}/mine/certificates/{certificate.GetProperty("id").GetString()}.pdf";
        using var answer = await owner.Http.GetAsync(pdf);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        var paper = TaggedPdf.Read(await answer.Content.ReadAsByteArrayAsync());
        paper.AssertAccessible("Intyg");
        foreach (var said in new[] { "Inga Invånarsdotter", "Innovationssprint", certificate.GetProperty("completedOn").GetString()![..4], certificate.GetProperty("code").GetString()! }) Assert.Contains(said, paper.Text, StringComparison.Ordinal);
        using var other = await host.LogInAsAsync(Personas.Registrar);
        Assert.Equal(404, (await other.JsonAsync(HttpMethod.Get, pdf)).Status);
    }

    /// <summary>U4.</summary>
    [Fact]
    public async Task Anyone_checks_a_certificate_by_its_code_without_learning_whose_it_is_and_a_tampered_code_is_rejected()
    {
        using var person = await host.LogInAsAsync(Personas.BenefitOwner);
        using var anyone = host.Visitor();
        await person.JsonAsync(HttpMethod.Post, $"{Planning.Training}/courses/TIL-101/lessons/1/reading", new { });
        await person.JsonAsync(HttpMethod.Post, $"{Planning.Training}/courses/TIL-101/lessons/1/reading", new { });
        var mine = (await person.JsonAsync(HttpMethod.Get, $"{Planning.Training}/mine/certificates")).Body;
        Assert.Equal(1, mine.GetArrayLength());
        var code = mine[0].GetProperty("code").GetString()!;

        var page = await anyone.GetAsync($"/intyg/{code}");
        Assert.True(page.StatusCode == 200 && page.Says("Intyget är giltigt") && page.Says("Tillgänglighet och universell utformning"), page.Text);
        Assert.False(page.Says("Nora"));
        Assert.Equal(200, (await anyone.GetAsync($"/intyg?kod={Uri.EscapeDataString(code.Replace("-", " ").ToLowerInvariant())}")).StatusCode);
        Assert.Equal(200, (await anyone.GetAsync("/intyg")).StatusCode);
        var tampered = (code[^1] == 'A' ? 'B' : 'A').ToString();
        foreach (var wrong in new[] { code[..^1] + tampered, "00000-00000-00000", "skräp", "' or 1=1", code[..10], (code[0] == '0' ? "1" : "0") + code[1..] })
        {
            var refused = await anyone.GetAsync($"/intyg?kod={Uri.EscapeDataString(wrong)}");
            Assert.True(refused.StatusCode == 404 && refused.Says("Koden är inte giltig"), $"{wrong}: {refused.StatusCode} {refused.Text}");
            Assert.Equal(404, (await anyone.JsonAsync(HttpMethod.Get, $"{Planning.Training}/certificates/{Uri.EscapeDataString(wrong)}")).Status);
        }

        // The course gets a new edition that older certificates do not count for: the paper is still true.
        await host.Database.ExecuteAsync("update training.course set edition = 2, oldest_valid_edition = 2 where code = 'TIL-101'");
        var older = await anyone.GetAsync($"/intyg/{code}");
        Assert.True(older.Says("Intyget är giltigt") && older.Says("Kursen finns nu i utgåva 2") && older.Says("behövs en nyare utgåva"), older.Text);
        await host.Database.ExecuteAsync($"update training.certificate set valid_until = '2026-01-01' where id = '{mine[0].GetProperty("id").GetString()}'");
        Assert.True((await anyone.GetAsync($"/intyg/{code}")).Says("Intyget har gått ut"));
    }

    [Fact]
    public async Task A_certificate_given_by_mistake_is_taken_back_with_a_reason_and_no_longer_holds_for_anything()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var person = await host.LogInAsAsync(Personas.EqualityAdvisor);
        using var anyone = host.Visitor();
        await person.JsonAsync(HttpMethod.Post, $"{Planning.Training}/courses/JAM-101/lessons/1/reading", new { });
        var code = (await person.JsonAsync(HttpMethod.Get, $"{Planning.Training}/mine/certificates")).Body[0].GetProperty("code").GetString()!;
        var list = await coach.GetAsync("/arbete/utbildning/kurser/JAM-101/intyg?sok=JÄMSTÄLLV");
        var address = System.Text.RegularExpressions.Regex.Match(list.Html, "/arbete/utbildning/intyg/[0-9a-f-]{36}").Value;
        Assert.True(address.Length > 0, list.Text);
        Assert.False((await coach.GetAsync("/arbete/utbildning/kurser/JAM-101/intyg?sok=finnsinte")).Html.Contains(address, StringComparison.Ordinal));

        var refused = await coach.PostFormAsync(address, new { Reason = " " });
        Assert.True(refused.StatusCode == 422 && refused.Says("skriv varför intyget återkallas"), refused.Text);
        var done = await coach.SubmitAsync(refused, new { Reason = "Lektionen lästes av någon annan." });
        Assert.True(done.Says("Intyget är återkallat. Den som har det har fått ett mejl."), done.Text);
        Assert.Equal(409, (await coach.JsonAsync(HttpMethod.Post, address.Replace("/arbete/utbildning/intyg", $"{Planning.Training}/office/certificates", StringComparison.Ordinal) + "/revocation", new { reason = "Igen." })).Status);

        var check = await anyone.GetAsync($"/intyg/{code}");
        Assert.True(check.Says("Intyget är återkallat") && !check.Says("någon annan"), check.Text);
        var mine = await person.GetAsync("/mina-utbildningar");
        Assert.True(mine.Says("Lektionen lästes av någon annan."), mine.Text);
        Assert.False(mine.Says("Hämta intyget"));
        await host.MessagesSettledAsync();
        Assert.DoesNotContain("någon annan", (await host.Mails.ArrivedAsync(Personas.AddressOf(Personas.EqualityAdvisor), "är återkallat")).TextBody, StringComparison.Ordinal);
        Assert.Equal(1, await host.Database.QueryAsync<long>($"select count(*) from audit.entry where action = 'training.certificate-revoked' and subject_id = '{address[^36..]}'"));
        // Reading it again gives none back.
        await person.JsonAsync(HttpMethod.Post, $"{Planning.Training}/courses/JAM-101/lessons/1/reading", new { });
        Assert.Equal(1, (await person.JsonAsync(HttpMethod.Get, $"{Planning.Training}/mine/certificates")).Body.GetArrayLength());
        Assert.Equal(403, (await person.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Who_was_there_after_all_gets_a_new_certificate_for_attendance_that_is_written_after_the_old_one_was_taken_back()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        using var person = await host.LogInAsAsync(Personas.SecondCoach);
        var session = await host.PlannedAsync(coach, "NYT-101", seats: 5, inDays: 12);
        await person.EnrolledAsync(session);
        host.Clock.Advance(TimeSpan.FromDays(13));
        using var teacher = await host.LogInAsAsync(Personas.Coach);
        var attendance = $"{Planning.Training}/office/sessions/{session}/attendance";
        var certificates = $"{Planning.Training}/office/sessions/{session}/certificates";
        var list = (await teacher.JsonAsync(HttpMethod.Get, attendance)).Body;
        var there = new[] { $"{list.GetProperty("lines")[0].GetProperty("enrolment").GetString()}.{list.GetProperty("parts")[0].GetProperty("id").GetString()}" };
        async Task<int> GivenAsync() => (await teacher.JsonAsync(HttpMethod.Post, certificates, null, Asking.OwnHeader)).Body.GetProperty("given").GetInt32();
        await teacher.JsonAsync(HttpMethod.Put, attendance, new { there });
        Assert.Equal(1, await GivenAsync());

        var id = (await teacher.JsonAsync(HttpMethod.Get, attendance)).Body.GetProperty("lines")[0].GetProperty("certificate").GetString();
        Assert.Equal(204, (await teacher.JsonAsync(HttpMethod.Post, $"{Planning.Training}/office/certificates/{id}/revocation", new { reason = "Var sjuk." }, ("If-Match", "\"v0\""))).Status);
        Assert.Equal(0, await GivenAsync());
        Assert.True((await teacher.GetAsync($"/arbete/utbildning/tillfallen/{session}/narvaro")).Says("Är återkallat"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await teacher.JsonAsync(HttpMethod.Put, attendance, new { there = Array.Empty<string>() });
        await teacher.JsonAsync(HttpMethod.Put, attendance, new { there });
        Assert.Equal(1, await GivenAsync());
        Assert.Equal(0, await GivenAsync());
    }

    [Fact]
    public async Task Who_is_in_the_room_gives_the_code_while_the_part_goes_on_and_nobody_else_can()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var session = await TwoPartsAsync(coach, "UPP-101", 5);
        using var early = await host.LogInAsAsync(Personas.AccessibilityAdvisor);
        await early.EnrolledAsync(session);
        var attendance = (await coach.JsonAsync(HttpMethod.Get, $"{Planning.Training}/office/sessions/{session}/attendance")).Body;
        var first = attendance.GetProperty("parts")[0];
        var code = first.GetProperty("code").GetString()!;
        Assert.StartsWith("<svg", await coach.Http.GetStringAsync($"{Planning.Training}/office/sessions/{session}/parts/{first.GetProperty("id").GetString()}/qr.svg"), StringComparison.Ordinal);
        Assert.Equal(422, (await early.PostFormAsync("/utbildning/narvaro", new { Code = code })).StatusCode);

        host.Clock.SetUtcNow(first.GetProperty("startsAt").GetDateTimeOffset().AddMinutes(10));
        using var seated = await host.LogInAsAsync(Personas.AccessibilityAdvisor);
        using var outsider = await host.LogInAsAsync(Personas.EqualityAdvisor);
        var scanned = await seated.GetAsync($"/utbildning/narvaro?kod={code}");
        Assert.Contains(code, scanned.Html, StringComparison.Ordinal);
        Assert.Equal(422, (await seated.SubmitAsync(scanned, new { Code = "ABCDE" })).StatusCode);
        var done = await seated.SubmitAsync(scanned, new { Code = code.ToLowerInvariant() });
        Assert.True(done.Says("del 1: din närvaro är antecknad"), done.Text);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => seated.JsonAsync(HttpMethod.Post, $"{Planning.Training}/attendance", new { code }))), answer => Assert.Equal(200, answer.Status));
        Assert.Equal(422, (await outsider.JsonAsync(HttpMethod.Post, $"{Planning.Training}/attendance", new { code })).Status);
        Assert.Equal(1, await host.Database.QueryAsync<long>($"select count(*) from training.attendance a join training.enrolment e on e.id = a.enrolment_id where e.session_id = '{session}'"));
    }

    [Fact]
    public async Task The_secretary_reads_the_hours_of_their_own_namnds_members_and_others_nobodys_but_their_own()
    {
        using var secretary = await host.LogInAsAsync(Personas.CommitteeSecretary);
        var page = await secretary.GetAsync("/arbete/utbildning/timmar?fran=2027-01-01&till=2027-03-01");
        Assert.True(page.Says("Nils Nämndlöv") && page.Says("3"), page.Text);
        Assert.Contains("Nils Nämndlöv", await secretary.Http.GetStringAsync($"{Planning.Training}/hours.csv?from=2027-01-01&to=2027-03-01"), StringComparison.Ordinal);
        Assert.Equal(422, (await secretary.JsonAsync(HttpMethod.Get, $"{Planning.Training}/hours?from=2020-01-01&to=2027-03-01")).Status);
        Assert.Equal(422, (await secretary.JsonAsync(HttpMethod.Get, $"{Planning.Training}/hours?from=2027-01-01&to=9999-12-31")).Status);
        // Someone of another nämnd is not there.
        await host.Database.ExecuteAsync("update training.learner set authority_id = (select id from people.authority where id not in (select authority_id from people.role_assignment where role = 'CommitteeSecretary' and authority_id is not null) limit 1) where name = 'Nils Nämndlöv'");
        Assert.False((await secretary.GetAsync("/arbete/utbildning/timmar?fran=2027-01-01&till=2027-03-01")).Says("Nils"));
        using var member = await host.LogInAsAsync(Personas.CommitteeMember);
        Assert.Equal(403, (await member.JsonAsync(HttpMethod.Get, $"{Planning.Training}/hours?from=2027-01-01&to=2027-03-01")).Status);
        Assert.Equal(180, (await member.JsonAsync(HttpMethod.Get, $"{Planning.Training}/mine/hours?from=2027-01-01&to=2027-03-01")).Body[0].GetProperty("minutes").GetInt32());
        Assert.Equal(200, (await member.JsonAsync(HttpMethod.Get, $"{Planning.Training}/mine/hours?from=0001-01-01&to=9999-12-31")).Status);
    }

    [Fact]
    public async Task Who_has_a_certificate_that_runs_out_is_told_once_unless_they_have_a_newer_one()
    {
        await host.Database.ExecuteAsync("""
            with learner as (insert into training.learner (id, email, name, language, tracks, listed) values (gen_random_uuid(), 'gar-ut@prov.example', 'Går Ut', 'sv', '{}', true), (gen_random_uuid(), 'fornyad@prov.example', 'För Nyad', 'sv', '{}', true) returning id, email)
            insert into training.certificate (id, learner_id, course_id, edition, hours, completed_on, valid_until, issued_at, version)
            select gen_random_uuid(), learner.id, (select id from training.course where code = 'GDP-101'), 1, 2, day::date - 700, day::date, now(), 0 from learner, (values ('2030-02-01'), ('2032-02-01')) days (day) where email = 'fornyad@prov.example' or day = '2030-02-01'
            """);
        host.Clock.SetUtcNow(DateTimeOffset.Parse("2030-01-10T08:00Z", System.Globalization.CultureInfo.InvariantCulture));
        for (var day = 0; day < 3; day++) await host.InScopeAsync(services => services.GetRequiredService<WarnOfExpiry>().RunAsync(default));
        await host.MessagesSettledAsync();
        Assert.Single(host.Mails.To("gar-ut@prov.example"));
        Assert.Empty(host.Mails.To("fornyad@prov.example"));
    }

    [Fact]
    public async Task No_code_but_the_right_one_is_read() => await host.InScopeAsync(services =>
    {
        var codes = services.GetRequiredService<CertificateCodes>();
        Prop.ForAll(Gen.Choose(0, 30_000_000).ToArbitrary(), serial =>
        {
            var code = codes.Of(serial);
            Assert.Equal(serial, codes.SerialOf(code));
            Assert.Equal(serial, codes.SerialOf(code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l')));
            var at = serial % code.Length;
            if (code[at] != '-') Assert.NotEqual(serial, codes.SerialOf(code[..at] + (code[at] == 'Z' ? 'Y' : 'Z') + code[(at + 1)..]));
        }).QuickCheckThrowOnFailure();
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(144, 180, 80, true)]
    [InlineData(143, 180, 80, false)]
    [InlineData(0, 0, 80, false)]
    [InlineData(180, 180, 100, true)]
    public void A_course_is_completed_by_being_there_enough(int attended, int total, int percent, bool met) => Assert.Equal(met, Completion.IsMet(attended, total, percent));

    private async Task<string> TwoPartsAsync(TestKit.Web.Visitor coach, string course, int inDays)
    {
        var (status, body) = await coach.JsonAsync(HttpMethod.Post, $"{Planning.Training}/office/courses/{course}/sessions", new
        {
            parts = new[] { new { day = host.Day(inDays), from = "09.00", to = "12.00" }, new { day = host.Day(inDays), from = "13.00", to = "16.00" } }, place = "Salen", seats = 10,
        });
        Assert.True(status == 201, $"{status} {body}");
        var id = body.GetProperty("id").GetString()!;
        Assert.Equal(204, (await coach.JsonAsync(HttpMethod.Post, $"{Planning.Training}/office/sessions/{id}/opening", null, Asking.OwnHeader)).Status);
        return id;
    }
}
