using IdeSluss.TestKit.Hosting;
using IdeSluss.Training.Data;
using IdeSluss.Training.Domain;
using IdeSluss.Training.Features.Training.Lessons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Training.Tests.Catalogue;

public class CatalogueTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_twelve_courses_are_there_from_the_start_each_with_outcomes_and_a_lesson_to_read()
    {
        using var anyone = host.Visitor();
        var (_, list) = await anyone.JsonAsync(HttpMethod.Get, "/api/v1/training/courses");
        var codes = list.GetProperty("items").EnumerateArray().Select(course => course.GetProperty("code").GetString()!).ToList();
        Assert.Equal(["CHE-101", "CHE-201", "COA-101", "COA-201", "GDP-101", "JAM-101", "NYT-101", "POL-101", "POL-201", "SPR-101", "TIL-101", "UPP-101"], codes.Order(StringComparer.Ordinal));
        foreach (var code in codes)
        {
            var (status, course) = await anyone.JsonAsync(HttpMethod.Get, $"/api/v1/training/courses/{code}");
            Assert.Equal(200, status);
            Assert.True(course.GetProperty("outcomes").GetArrayLength() >= 3);
            Assert.Equal(course.GetProperty("outcomes").GetArrayLength(), course.GetProperty("englishOutcomes").GetArrayLength());
            var page = await anyone.GetAsync($"/utbildning/{code}/lektion/1");
            Assert.True(page.StatusCode == 200 && page.Text.Split(' ').Length > 350, $"{code}: {page.Text}");
            Assert.Contains("<h2 class=\"ds-heading\">", page.Html, StringComparison.Ordinal);
            Assert.Contains("<article>", page.Html, StringComparison.Ordinal);

            var english = (await anyone.JsonAsync(HttpMethod.Get, $"/api/v1/training/courses/{code}/lessons/1")).Body.GetProperty("englishText").GetString()!;
            Assert.True(english.Split(' ').Length > 300, code);
            Assert.Empty(LessonText.Faults(english));
            Assert.Equal(0, english.Count(letter => "åäöÅÄÖ".Contains(letter)) * 100 / english.Length);
        }
    }

    [Fact]
    public async Task A_reader_of_English_gets_the_lesson_in_English_and_in_Swedish_where_there_is_no_English()
    {
        using var reader = host.Visitor();
        await reader.GetAsync("/sprak/en?till=/");
        var page = await reader.GetAsync("/utbildning/SPR-101/lektion/1");
        Assert.True(page.Says("Five") && !page.Html.Contains("<article lang", StringComparison.Ordinal), page.Text);
        await host.Database.ExecuteAsync("create table kept_english as select l.id, l.english_text from training.lesson l, training.course c where c.id = l.course_id and c.code = 'SPR-101'");
        await host.Database.ExecuteAsync("update training.lesson l set english_text = null from training.course c where c.id = l.course_id and c.code = 'SPR-101'");
        try
        {
            Assert.Contains("<article lang=\"sv\"", (await reader.GetAsync("/utbildning/SPR-101/lektion/1")).Html, StringComparison.Ordinal);
        }
        finally
        {
            // The other tests of the catalogue read the same lessons, in any order.
            await host.Database.ExecuteAsync("update training.lesson l set english_text = kept.english_text from kept_english kept where kept.id = l.id; drop table kept_english");
        }
    }

    /// <summary>U1.</summary>
    [Fact]
    public async Task A_role_shows_what_is_required_of_it_and_what_is_recommended_in_the_order_one_takes_it()
    {
        using var anyone = host.Visitor();
        var page = await anyone.GetAsync("/utbildning?for=fortroendevald");
        Assert.True(page.Says("Innovationsprocesser och politisk styrning") && page.Says("Krävs") && page.Says("Rekommenderas") && !page.Says("Idécoach grund"), page.Text);
        var (_, list) = await anyone.JsonAsync(HttpMethod.Get, "/api/v1/training/courses?track=ElectedMember");
        Assert.Equal(["POL-101 Required", "POL-201 Required", "JAM-101 Recommended", "TIL-101 Recommended", "GDP-101 Recommended"],
            list.GetProperty("items").EnumerateArray().Select(course => $"{course.GetProperty("code").GetString()} {course.GetProperty("necessity").GetString()}"));

        using var member = await host.LogInAsAsync(Personas.CommitteeMember);
        var mine = await member.GetAsync("/mina-utbildningar");
        Assert.True(mine.Says("Förtroendevald") && mine.Says("Beslut under osäkerhet") && !mine.Says("Leda innovation i vardagen"), mine.Text);
    }

    [Fact]
    public async Task A_course_is_found_by_part_of_a_word_and_a_strange_choice_is_no_error()
    {
        using var anyone = host.Visitor();
        var found = await anyone.GetAsync("/utbildning?sok=RISKANALYS");
        Assert.True(found.Says("Testledning och risk") && !found.Says("Nyttorealisering"), found.Text);
        Assert.True((await anyone.GetAsync("/utbildning?sok=finnsinte")).Says("Ingen kurs passar dina val"));
        Assert.Equal(200, (await anyone.GetAsync("/utbildning?for=xx&form=%27&efter=trasig")).StatusCode);
        Assert.Equal(422, (await anyone.GetAsync("/utbildning?sok=" + new string('x', 201))).StatusCode);
        foreach (var address in new[] { "/utbildning/FINNSEJ-1", "/utbildning/POL-101/lektion/9", "/utbildning/POL-101/lektion/0" }) Assert.Equal(404, (await anyone.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Who_is_logged_in_says_that_a_lesson_is_read_and_twice_is_once()
    {
        using var coach = await host.LogInAsAsync(Personas.Coach);
        var read = await coach.PostFormAsync("/utbildning/JAM-101/lektion/1", new { }, "Jag har läst lektionen");
        Assert.True(read.Says("Du har läst den här lektionen"), read.Text);
        var again = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => coach.JsonAsync(HttpMethod.Post, "/api/v1/training/courses/JAM-101/lessons/1/reading", new { })));
        Assert.All(again, answer => Assert.Equal((200, 1), (answer.Status, answer.Body.GetProperty("read").GetInt32())));
        Assert.True((await coach.GetAsync("/mina-utbildningar")).Says("Jämställdhet och normer i innovation Klar"));
        using var anyone = host.Visitor();
        Assert.Equal(401, (await anyone.JsonAsync(HttpMethod.Post, "/api/v1/training/courses/JAM-101/lessons/1/reading", new { })).Status);
    }

    [Fact]
    public async Task What_an_administrator_has_decided_for_a_role_stays_when_the_host_starts_again()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var page = await administrator.GetAsync("/admin/utbildning/spar/invanare");
        var at = page.Html.IndexOf("value=\"SPR-101\"", StringComparison.Ordinal);
        var index = System.Text.RegularExpressions.Regex.Match(page.Html[..at], @"Lines\[(\d+)\]\.Code", System.Text.RegularExpressions.RegexOptions.RightToLeft).Groups[1].Value;
        var saved = await administrator.SubmitAsync(page, [($"Lines[{index}].Necessity", "Required"), ($"Lines[{index}].Place", "5")]);
        Assert.Equal("/admin/utbildning", saved.Address);
        Assert.Equal(412, (await administrator.SubmitAsync(page, [($"Lines[{index}].Necessity", "")])).StatusCode);
        Assert.Equal(422, (await administrator.PostFormAsync("/admin/utbildning/spar/invanare", [($"Lines[{index}].Place", "-1")])).StatusCode);
        await host.InScopeAsync(services => services.GetRequiredService<Features.Training.Seeding.CatalogueSeeder>().SeedAsync(default));
        Assert.Equal(["SPR-101"], await host.Database.ListAsync<string>("select c.code from training.track_step s join training.course c on c.id = s.course_id where s.track = 'Resident' and s.necessity = 'Required'"));
        Assert.Equal(404, (await administrator.GetAsync("/admin/utbildning/spar/finnsej")).StatusCode);
    }

    [Fact]
    public Task Every_course_that_a_track_or_another_course_names_exists() => host.InScopeAsync(services =>
    {
        var known = OwnCourses.All.Select(course => course.Code).ToHashSet();
        Assert.Empty(OwnCourses.Tracks.SelectMany(track => track.Required.Concat(track.Recommended)).Concat(OwnCourses.All.SelectMany(course => course.Prerequisites)).Except(known));
        Assert.False(services.GetRequiredService<TrainingDbContext>().Database.HasPendingModelChanges());
        return Task.CompletedTask;
    });
}
