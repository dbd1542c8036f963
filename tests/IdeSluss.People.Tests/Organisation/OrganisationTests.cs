using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.People.Contracts;
using IdeSluss.People.Data;
using IdeSluss.People.Organisation;
using IdeSluss.Sdk.Composition;
using IdeSluss.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.People.Tests.Organisation;

public class OrganisationTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task What_the_plugin_names_is_there_and_a_later_start_overwrites_nothing()
    {
        var seed = host.Services.GetRequiredService<InstanceInfo>().Municipality;
        var authority = seed.Authorities[0];
        await host.Database.ExecuteAsync($"update people.authority set name = 'Omdöpta nämnden' where code = '{authority.Code}'");
        var before = await host.Database.QueryAsync<long>("select count(*) from people.org_unit");

        await host.InScopeAsync(services => services.GetRequiredService<OrganisationSeeder>().SeedAsync(default));

        Assert.Equal("Omdöpta nämnden", await host.Database.QueryAsync<string>("select name from people.authority where code = $1", authority.Code));
        Assert.Equal(before, await host.Database.QueryAsync<long>("select count(*) from people.org_unit"));
        await host.InScopeAsync(async services =>
        {
            var organisation = services.GetRequiredService<IOrganisation>();
            Assert.Equal(seed.ReceivingAuthority, (await organisation.ReceivingAuthorityAsync(default)).Code);
            // Others in this class add authorities of their own.
            Assert.Empty(seed.Authorities.Select(one => one.Code).Except((await organisation.AuthoritiesAsync(default)).Select(one => one.Code)));
        });
    }

    [Fact]
    public async Task The_administrator_adds_renames_and_closes_a_unit()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var parent = await host.InScopeAsync(async services => (await services.GetRequiredService<IOrganisation>().UnitsAsync(default))[0]);
        var code = NewCode();

        var added = await administrator.PostFormAsync("/admin/organisation/lagg-till", new { Below = parent.Id, Name = "Provenheten", Code = code });
        Assert.True(added.Says("Den är tillagd") && added.Says("Provenheten"), added.Text);
        var unit = await UnitAsync(code);
        Assert.Equal((parent.AuthorityId, parent.Id), (unit!.AuthorityId, unit.ParentId!.Value));

        var renamed = await administrator.PostFormAsync($"/admin/organisation/{unit.Id}", new { Name = "Provenheten mitt" });
        Assert.True(renamed.Says("Provenheten mitt"), renamed.Text);

        var closed = await administrator.PostFormAsync($"/admin/organisation/{unit.Id}", new { LastDay = "2020-01-01" });
        Assert.Equal(422, closed.StatusCode);
        await host.Database.ExecuteAsync($"update people.org_unit set valid_from = '2019-01-01' where id = '{unit.Id}'");
        closed = await administrator.PostFormAsync($"/admin/organisation/{unit.Id}", new { LastDay = "2020-01-01" });
        Assert.True(closed.Says("Sista dagen är sparad"), closed.Text);
        Assert.Null(await UnitAsync(code));
        Assert.Equal("Provenheten mitt", (await host.InScopeAsync(services => services.GetRequiredService<IOrganisation>().UnitAsync(unit.Id, default)))!.Name);
    }

    [Fact]
    public async Task What_has_something_open_below_it_or_receives_new_ideas_cannot_be_closed()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var (receiving, parent) = await host.InScopeAsync(async services =>
        {
            var organisation = services.GetRequiredService<IOrganisation>();
            var units = await organisation.UnitsAsync(default);
            return (await organisation.ReceivingAuthorityAsync(default), units.First(unit => units.Any(below => below.ParentId == unit.Id)));
        });

        Assert.Equal(422, (int)(await administrator.ApiAsync(HttpMethod.Post, $"/api/v1/people/organisation/{receiving.Id}/close", new { lastDay = "2999-12-31" })).StatusCode);
        Assert.Equal(422, (int)(await administrator.ApiAsync(HttpMethod.Post, $"/api/v1/people/organisation/{parent.Id}/close", new { lastDay = "2999-12-31" })).StatusCode);
    }

    [Fact]
    public async Task Strange_and_repeated_codes_are_refused_with_what_to_correct()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var code = NewCode();
        Assert.Equal(201, (int)(await administrator.ApiAsync(HttpMethod.Post, "/api/v1/people/organisation", new { code, name = "Provnämnden" })).StatusCode);

        foreach (var (wrong, name) in new[] { (code, "Provnämnden"), ("", "Namn"), ("ÅÄÖ", "Namn"), ("A'; drop table people.person; --", "Namn"), (NewCode(), ""), (NewCode(), new string('x', 201)) })
        {
            var answer = await administrator.ApiAsync(HttpMethod.Post, "/api/v1/people/organisation", new { code = wrong, name });
            Assert.Equal(422, (int)answer.StatusCode);
            Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateArray());
        }
    }

    [Fact]
    public async Task A_stale_rename_is_refused()
    {
        using var administrator = await host.LogInAsAsync(Personas.Administrator);
        var created = await (await administrator.ApiAsync(HttpMethod.Post, "/api/v1/people/organisation", new { code = NewCode(), name = "Nämnd" })).Content.ReadFromJsonAsync<JsonElement>();
        var address = $"/api/v1/people/organisation/{created.GetProperty("id").GetGuid()}";
        var seen = await administrator.IfMatchAsync(address);

        Assert.Equal(204, (int)(await administrator.ApiAsync(HttpMethod.Patch, address, new { name = "Ena namnet" }, seen)).StatusCode);
        Assert.Equal(412, (int)(await administrator.ApiAsync(HttpMethod.Patch, address, new { name = "Andra namnet" }, seen)).StatusCode);
    }

    [Fact]
    public async Task The_migration_holds_the_whole_model() => await host.InScopeAsync(services =>
    {
        Assert.False(services.GetRequiredService<PeopleDbContext>().Database.HasPendingModelChanges());
        return Task.CompletedTask;
    });

    private static string NewCode() => "T" + Guid.CreateVersion7().ToString("N").ToUpperInvariant()[^15..];

    private Task<UnitInfo?> UnitAsync(string code) => host.InScopeAsync(async services =>
        (await services.GetRequiredService<IOrganisation>().UnitsAsync(default)).FirstOrDefault(unit => unit.Code == code));
}
