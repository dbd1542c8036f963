using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.People.Contracts;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.People.Tests.Access;

public class AccessTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly string[] AdminPages = ["/admin/organisation", "/admin/organisation/lagg-till", "/admin/behorigheter", "/admin/behorigheter/bjud-in"];

    /// <summary>Every persona but the administrator, whose pages these are.</summary>
    public static TheoryData<string> Others => [.. Demo.DemoPeople.All.Select(persona => persona.Key).Where(key => key != Personas.Administrator)];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Pages_of_the_administrator_are_closed_to_everyone_else(string persona)
    {
        using var visitor = await host.LogInAsAsync(persona);

        foreach (var address in AdminPages) Assert.Equal(403, (await visitor.GetAsync(address)).StatusCode);
        Assert.Equal(403, (int)(await visitor.ApiAsync(HttpMethod.Get, "/api/v1/people/people")).StatusCode);
        Assert.Equal(403, (int)(await visitor.ApiAsync(HttpMethod.Post, "/api/v1/people/organisation", new { code = "X", name = "X" })).StatusCode);
    }

    [Fact]
    public async Task Without_logging_in_one_is_asked_to_and_the_api_says_401()
    {
        using var visitor = host.Visitor();

        foreach (var address in AdminPages) Assert.StartsWith("/logga-in", (await visitor.GetAsync(address)).Address, StringComparison.Ordinal);
        Assert.Equal(401, (int)(await visitor.ApiAsync(HttpMethod.Get, "/api/v1/people/people")).StatusCode);
    }

    [Fact]
    public async Task The_administrator_gives_and_takes_a_role_that_holds_at_once()
    {
        var person = await host.NewPersonAsync();
        using var theirs = host.Visitor();
        await theirs.LogInAsync(person.Email!, People.GoodPassword);
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        Assert.Equal(403, (await theirs.GetAsync("/admin/organisation")).StatusCode);

        var given = await administrator.PostFormAsync($"/admin/behorigheter/{person.Id}", new { Role = Roles.SystemAdmin });
        Assert.True(given.Says("Rollen gäller nu"), given.Text);
        Assert.Equal(200, (await theirs.GetAsync("/admin/organisation")).StatusCode);

        var taken = await administrator.SubmitAsync(given, new { }, "Ta bort");
        Assert.True(taken.Says("Rollen är borttagen"), taken.Text);
        Assert.Equal(403, (await theirs.GetAsync("/admin/organisation")).StatusCode);
        Assert.Equal(["people.invited", "people.password-chosen", "people.role-given", "people.role-taken"],
            await host.Database.ListAsync<string>($"select action from audit.entry where subject_id = '{person.Id}' order by id"));
    }

    [Fact]
    public async Task Nobody_changes_their_own_access()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var me = await host.PersonAsync(Personas.AddressOf(Personas.Administrator));
        var page = await administrator.GetAsync($"/admin/behorigheter/{me.Id}");

        Assert.True(page.Says("Du kan inte ändra dina egna behörigheter"));
        Assert.DoesNotContain(page.Forms, form => form.Names.Contains("Input.Role"));
        var own = $"/api/v1/people/people/{me.Id}";
        Assert.Equal(403, (int)(await administrator.ApiAsync(HttpMethod.Post, own + "/assignments", new { role = Roles.IdeaCoach })).StatusCode);
        Assert.Equal(403, (int)(await administrator.ApiAsync(HttpMethod.Delete, $"{own}/assignments/{me.Assignments[0].Id}", null, People.OwnHeader)).StatusCode);
        Assert.Equal(403, (int)(await administrator.ApiAsync(HttpMethod.Post, own + "/deactivate", null, People.OwnHeader)).StatusCode);
    }

    [Fact]
    public async Task The_same_role_twice_is_one_role()
    {
        var person = await host.NewPersonAsync();
        using var administrator = await host.LogInAsAsync(Personas.Administrator);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => administrator.ApiAsync(HttpMethod.Post, $"/api/v1/people/people/{person.Id}/assignments", new { role = Roles.Archivist })));

        Assert.Equal(1, answers.Count(answer => (int)answer.StatusCode == 201));
        Assert.All(answers.Where(answer => (int)answer.StatusCode != 201), answer => Assert.Contains((int)answer.StatusCode, new[] { 409, 412 }));
        Assert.Single((await host.PersonAsync(person.Email!)).Assignments);
    }

    [Fact]
    public async Task A_stale_edit_is_refused()
    {
        var person = await host.NewPersonAsync();
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var seen = await administrator.IfMatchAsync($"/api/v1/people/people/{person.Id}");
        var address = $"/api/v1/people/people/{person.Id}/assignments";

        Assert.Equal(201, (int)(await administrator.ApiAsync(HttpMethod.Post, address, new { role = Roles.IdeaCoach }, seen)).StatusCode);
        Assert.Equal(412, (int)(await administrator.ApiAsync(HttpMethod.Post, address, new { role = Roles.Archivist }, seen)).StatusCode);
    }

    [Fact]
    public async Task A_deputy_holds_the_role_in_their_days_and_is_asked_before_the_one_who_is_away()
    {
        var deputy = await host.NewPersonAsync();
        var away = await host.PersonAsync(Personas.AddressOf(Personas.NeedOwner));
        var place = away.Assignments.Single();
        var today = TimeProvider.System.StockholmToday();
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var address = $"/api/v1/people/people/{deputy.Id}/assignments";

        var endless = await administrator.ApiAsync(HttpMethod.Post, address, new { role = Roles.NeedOwner, scope = place.UnitId, deputyFor = away.Email });
        Assert.Equal(422, (int)endless.StatusCode);
        var later = await administrator.ApiAsync(HttpMethod.Post, address, new { role = Roles.NeedOwner, scope = place.UnitId, deputyFor = away.Email, validFrom = today.AddDays(1), validTo = today.AddDays(9) });
        Assert.Equal(201, (int)later.StatusCode);
        Assert.DoesNotContain(deputy.Id, await NeedOwnersAsync(place));
        var now = await administrator.ApiAsync(HttpMethod.Post, address, new { role = Roles.NeedOwner, scope = place.UnitId, deputyFor = away.Email, validTo = today.AddDays(1) });
        Assert.Equal(201, (int)now.StatusCode);

        var owners = await NeedOwnersAsync(place);
        Assert.Equal([deputy.Id, away.Id], owners.Take(2));
        Assert.True(owners.Count > 2, "Those with a wider scope come after.");
        var page = await administrator.GetAsync($"/admin/behorigheter/{deputy.Id}");
        Assert.True(page.Says("Ersätter " + away.DisplayName), page.Text);
    }

    [Fact]
    public async Task Whom_to_ask_comes_narrowest_first_and_never_someone_deactivated()
    {
        var person = await host.NewPersonAsync();
        var place = (await host.PersonAsync(Personas.AddressOf(Personas.OtherNeedOwner))).Assignments.Single();
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        await administrator.ApiAsync(HttpMethod.Post, $"/api/v1/people/people/{person.Id}/assignments", new { role = Roles.NeedOwner, scope = place.AuthorityId });

        var owners = await NeedOwnersAsync(place);
        Assert.Equal(place.PersonId, owners[0]);
        Assert.InRange(owners.ToList().IndexOf(person.Id), 1, owners.Count - 1);

        await administrator.ApiAsync(HttpMethod.Post, $"/api/v1/people/people/{person.Id}/deactivate", null, People.OwnHeader);
        Assert.DoesNotContain(person.Id, await NeedOwnersAsync(place));
        var found = await host.InScopeAsync(services => services.GetRequiredService<IPeopleDirectory>().FindAsync(person.Id, default));
        Assert.False(found!.IsActive);
    }

    [Fact]
    public async Task The_list_finds_by_part_of_name_and_pages_without_losing_anyone()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        await host.Database.ExecuteAsync("""
            insert into people.person (id, display_name, language, is_active, is_demo, created_at, version, user_name, normalized_user_name, email, normalized_email, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            select gen_random_uuid(), 'Bläddra ' || (i % 7), 'sv', true, false, now(), 0, 'b' || i || '@exempel.se', 'B' || i || '@EXEMPEL.SE', 'b' || i || '@exempel.se', 'B' || i || '@EXEMPEL.SE', true, false, false, true, 0
            from generate_series(1, 120) i
            """);

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await (await administrator.ApiAsync(HttpMethod.Get, $"/api/v1/people/people?search=Bl%C3%A4ddra&cursor={cursor}")).Content.ReadFromJsonAsync<JsonElement>();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("email").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
        Assert.True((await administrator.GetAsync("/admin/behorigheter?sok=coach2")).Says("Klas Slussqvist"));
        Assert.False((await administrator.GetAsync("/admin/behorigheter?sok=%25")).Says("Klas Slussqvist"));
    }

    [Fact]
    public async Task An_employee_without_role_is_an_idea_submitter_and_nothing_more()
    {
        using var visitor = await host.LogInAsAsync(Personas.Employee);

        var me = await (await visitor.ApiAsync(HttpMethod.Get, "/api/v1/people/me")).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal([Roles.IdeaSubmitter], me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Fact]
    public async Task Unknown_people_and_assignments_are_not_found()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var nobody = Guid.CreateVersion7();

        Assert.Equal(404, (await administrator.GetAsync($"/admin/behorigheter/{nobody}")).StatusCode);
        Assert.Equal(404, (int)(await administrator.ApiAsync(HttpMethod.Post, $"/api/v1/people/people/{nobody}/deactivate", null, People.OwnHeader)).StatusCode);
        var coach = await host.PersonAsync(Personas.AddressOf(Personas.SecondCoach));
        Assert.Equal(404, (int)(await administrator.ApiAsync(HttpMethod.Delete, $"/api/v1/people/people/{coach.Id}/assignments/{nobody}", null, People.OwnHeader)).StatusCode);
    }

    private Task<IReadOnlyList<Guid>> NeedOwnersAsync(RoleAssignment place) => host.InScopeAsync(async services =>
    {
        var people = await services.GetRequiredService<IPeopleDirectory>().InRoleAsync(Roles.NeedOwner, place.AuthorityId!.Value, place.UnitId, default);
        return (IReadOnlyList<Guid>)[.. people.Select(person => person.Id)];
    });
}
