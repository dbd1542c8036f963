using IdeSluss.People.Contracts;
using IdeSluss.People.Demo;
using IdeSluss.People.Domain;
using IdeSluss.People.Features.Access;
using IdeSluss.Sdk.Security;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.People.Tests.Access;

public sealed class HostWithoutDemo() : TestHost(new TestHostOptions { Demo = false });

/// <summary>An instance as a municipality starts it: no personas, the first administrator from the command line.</summary>
public class LastAdministratorTests(HostWithoutDemo host) : IClassFixture<HostWithoutDemo>
{
    [Fact]
    public async Task The_first_administrator_gets_a_link_and_the_last_one_stays()
    {
        await host.Database.ExecuteAsync("update people.person set is_active = false");
        var first = await NewAdministratorAsync();
        var second = await NewAdministratorAsync();
        using var visitor = host.Visitor();
        await visitor.LogInAsync(second.Email!, People.GoodPassword);
        Assert.Equal(204, (int)(await visitor.ApiAsync(HttpMethod.Delete, $"/api/v1/people/people/{first.Id}/assignments/{first.Assignments.Single().Id}", null, People.OwnHeader)).StatusCode);

        // Two who remove each other at the same moment: a third session still holds the role that the first just lost.
        var third = await NewAdministratorAsync();
        using var other = host.Visitor();
        await other.LogInAsync(third.Email!, People.GoodPassword);
        var answers = await Task.WhenAll(
            visitor.ApiAsync(HttpMethod.Post, $"/api/v1/people/people/{third.Id}/deactivate", null, People.OwnHeader),
            other.ApiAsync(HttpMethod.Post, $"/api/v1/people/people/{second.Id}/deactivate", null, People.OwnHeader));

        Assert.Equal(1, answers.Count(answer => (int)answer.StatusCode == 204));
        Assert.Equal(1, await host.Database.QueryAsync<long>(
            "select count(*) from people.person p join people.role_assignment a on a.person_id = p.id where p.is_active and a.ended_at is null and a.role = 'SystemAdmin'"));
    }

    [Fact]
    public async Task An_invited_administrator_who_never_came_does_not_count_as_one_who_remains()
    {
        var admin = await NewAdministratorAsync();
        await host.InScopeAsync(services => services.GetRequiredService<IAdministratorCreation>().CreateAsync(People.NewAddress(), default));
        var others = await host.Database.ListAsync<Guid>($"select distinct p.id from people.person p join people.role_assignment a on a.person_id = p.id where p.is_active and p.password_hash is not null and a.ended_at is null and p.id <> '{admin.Id}'");
        foreach (var id in others) await host.Database.ExecuteAsync($"update people.person set is_active = false where id = '{id}'");

        // Someone else's session that outlives their role: the rule must hold by itself.
        var outcome = await host.InScopeAsync(async services =>
        {
            services.GetRequiredService<CurrentUser>().Become(Guid.CreateVersion7(), "", "", [], new Dictionary<string, PermissionScope>());
            return await services.GetRequiredService<ChangeAccess>().DeactivateAsync(admin.Id, null, default);
        });

        Assert.Equal(Sdk.Results.ProblemKind.Conflict, outcome.Problem!.Kind);
        Assert.True((await host.PersonAsync(admin.Email!)).IsActive);
    }

    [Fact]
    public async Task The_command_line_refuses_what_is_no_address_and_accounts_in_use()
    {
        var admin = await NewAdministratorAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.InScopeAsync(services => services.GetRequiredService<IAdministratorCreation>().CreateAsync("ingen adress", default)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.InScopeAsync(services => services.GetRequiredService<IAdministratorCreation>().CreateAsync(admin.Email!, default)));
    }

    [Fact]
    public async Task Personas_that_are_left_from_a_demo_cannot_log_in()
    {
        await host.InScopeAsync(services => services.GetRequiredService<DemoPeopleSeeder>().SeedAsync(default));
        using var visitor = host.Visitor();
        var coach = Personas.AddressOf(Personas.Coach);

        Assert.Equal(422, (await visitor.LogInAsync(coach, DemoPeople.Password)).StatusCode);
        Assert.Equal(422, (int)(await visitor.ApiAsync(HttpMethod.Post, "/api/v1/people/token", new { email = coach, password = DemoPeople.Password })).StatusCode);
        var page = await visitor.GetAsync("/logga-in");
        Assert.DoesNotContain("persona", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoPeople.Password, page.Html, StringComparison.Ordinal);
        var token = page.Forms.SelectMany(form => form.Fields).First(field => field.Name == "__RequestVerificationToken");
        Assert.Equal(422, (await visitor.PostRawAsync("/logga-in?handler=Persona", ("persona", coach), token)).StatusCode);
        Assert.StartsWith("/logga-in", (await visitor.GetAsync("/konto")).Address, StringComparison.Ordinal);
        Assert.Empty(await host.InScopeAsync(services => services.GetRequiredService<IPeopleDirectory>().InRoleAsync(Roles.IdeaCoach, Guid.CreateVersion7(), null, default)));
    }

    private async Task<Person> NewAdministratorAsync()
    {
        var email = People.NewAddress();
        var link = new Uri(await host.InScopeAsync(services => services.GetRequiredService<IAdministratorCreation>().CreateAsync(email, default)));
        using var visitor = host.Visitor();
        var page = await visitor.PostFormAsync(link.PathAndQuery, new { Name = "Första Förvaltaren", Password = People.GoodPassword });
        Assert.True(page.IsLoggedIn(), page.Text);
        return await host.PersonAsync(email);
    }
}
