using IdeSluss.TestKit.Hosting;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.MyPeople;
using IdeSluss.Training.Tests.Sessions;

namespace IdeSluss.Training.Tests.Competences;

public class MyPeopleTests(StandingHost host) : IClassFixture<StandingHost>
{
    private static readonly DateOnly Today = new(2027, 3, 1);

    private static readonly Course Course = new()
    {
        Id = Guid.CreateVersion7(), Code = "PRV-1", Title = "Prov", Purpose = "Prov", AuthorityId = Guid.Empty, ChangedAt = DateTimeOffset.UnixEpoch, Edition = 2, OldestValidEdition = 2,
    };

    [Fact]
    public async Task A_manager_sees_what_the_people_of_the_unit_lack_and_nobody_elses()
    {
        using var owner = await host.LogInAsAsync(Personas.NeedOwner);
        using var other = await host.LogInAsAsync(Personas.OtherNeedOwner);
        await host.Database.ExecuteAsync($$"""
            insert into training.learner (id, email, name, language, authority_id, unit_id, tracks, listed)
            select gen_random_uuid(), 'egen@prov.example', 'Egen Medarbetare', 'sv', u.authority_id, u.id, '{TestLeader}', true from people.org_unit u join people.role_assignment a on a.unit_id = u.id join people.person p on p.id = a.person_id where p.email = '{{Personas.AddressOf(Personas.NeedOwner)}}' limit 1
            """);
        // An elected member is nobody's staff.
        await host.Database.ExecuteAsync($$"""insert into training.learner (id, email, name, language, authority_id, unit_id, tracks, listed) select gen_random_uuid(), 'vald@prov.example', 'Vald Ledamot', 'sv', authority_id, unit_id, '{ElectedMember}', true from training.learner where email = 'egen@prov.example'""");
        var page = await owner.GetAsync("/min-enhet");
        Assert.False(page.Says("Vald Ledamot"));
        Assert.True(page.Says("Medarbetarnas kompetens") && page.Says("Egen Medarbetare") && page.Says("Testledning och risk : saknas"), page.Text);
        Assert.False((await other.GetAsync("/min-enhet")).Says("Egen Medarbetare"));
        Assert.False((await other.GetAsync("/arbete/utbildning/medarbetare")).Says("Egen Medarbetare"));

        await host.Database.ExecuteAsync("""
            insert into training.certificate (id, learner_id, course_id, edition, hours, completed_on, valid_until, issued_at, version)
            select gen_random_uuid(), l.id, c.id, c.edition, 2, '2026-01-01', case c.code when 'GDP-101' then '2027-04-01'::date else '2029-01-01' end, now(), 0 from training.learner l, training.course c where l.email = 'egen@prov.example' and c.code in ('GDP-101', 'COA-201')
            """);
        var soon = await owner.GetAsync("/min-enhet");
        Assert.True(soon.Says("går ut torsdag 1 april") && !soon.Says("Testledning och risk : saknas"), soon.Text);
        Assert.True((await owner.GetAsync("/arbete/utbildning/medarbetare")).Says("Testledning och risk : gäller till och med måndag 1 januari 2029"));
        var (_, list) = await owner.JsonAsync(HttpMethod.Get, $"{Planning.Training}/people/competence");
        var courses = list.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "Egen Medarbetare").GetProperty("courses");
        Assert.Equal(["COA-201 Valid", "GDP-101 RunsOutSoon"], courses.EnumerateArray().Select(one => $"{one.GetProperty("code").GetString()} {one.GetProperty("status").GetString()}"));
        using var coach = await host.LogInAsAsync(Personas.Coach);
        Assert.Equal(403, (await coach.GetAsync("/arbete/utbildning/medarbetare")).StatusCode);
    }

    [Theory]
    [InlineData(null, null, "Missing")]
    [InlineData("2 ", null, "Valid")]
    [InlineData("2 2027-04-29", null, "RunsOutSoon")]
    [InlineData("2 2027-04-30", null, "Valid")]
    [InlineData("2 2027-02-28", null, "RunOut")]
    [InlineData("2 2027-02-28", "2027-03-01", "ByDispensation")]
    [InlineData("1 2029-01-01", null, "OldEdition")]
    [InlineData("1 2029-01-01,2 2027-02-28", null, "OldEdition")]
    public void What_counts_is_the_one_that_lasts_longest_and_otherwise_a_dispensation(string? certificates, string? dispensation, string status)
    {
        var held = (certificates?.Split(',') ?? []).Select(one => one.Split(' ')).Select(one => new Certificate
        {
            Id = Guid.CreateVersion7(), LearnerId = Guid.Empty, CourseId = Course.Id, Edition = one[0] == "1" ? 1 : 2, Hours = 1, CompletedOn = Today.AddYears(-1), ValidUntil = one[1].Length == 0 ? null : Day(one[1]), IssuedAt = DateTimeOffset.UnixEpoch,
        });
        Assert.Equal(status, ReadMyPeople.Of(Course, [.. held], dispensation is null ? null : Day(dispensation), Today).Status.ToString());
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
