using System.Text.Json;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Tests.Coach;
using IdeSluss.Sdk.Security;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Search;

public sealed class SearchCasesTests(TestHost host) : IClassFixture<TestHost>
{
    private readonly IdeaShelf shelf = new(host);
    private readonly CoachDesk desk = new(host);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_coach_finds_what_came_in_and_whoever_decides_finds_what_the_coach_wrote()
    {
        var masked = await shelf.AddAsync("Ring [namn] om orgelpiporna.", original: "Ring Hildegunst om orgelpiporna.");
        var unread = await shelf.AddAsync("-", idea => (idea.PublishedAt, idea.PublicText, idea.PublicTitle) = (null, null, null), original: "En orgelpipa är trasig.");
        Assert.Equal([masked], await NumbersAsync(Personas.Coach, "search=hildegunst"));
        Assert.Equal([unread, masked], await NumbersAsync(Personas.Coach, "search=orgelpipa"));
        Assert.Empty(await NumbersAsync(Personas.NeedOwner, "search=hildegunst"));
        await host.Database.ExecuteAsync($"update ideas.ideas set (authority_id, unit_id) = (select u.authority_id, u.id from people.role_assignment a join people.person p on p.id = a.person_id join people.org_unit u on u.id = a.unit_id where p.email = '{Personas.AddressOf(Personas.NeedOwner)}' limit 1) where case_number in ('{masked}', '{unread}')");
        Assert.Equal([masked], await NumbersAsync(Personas.NeedOwner, "search=orgelpipa"));
        using var decider = await host.LogInAsAsync(Personas.NeedOwner);
        var page = await decider.GetAsync("/arbete/sok?sok=orgelpipa");
        Assert.Contains($"/att-besluta/{masked}", page.Links);
        Assert.False(page.Says("Hildegunst"));
        Assert.Equal($"/att-besluta/{masked}", (await decider.GetAsync("/arbete/sok?sok=" + masked)).Address);
        Assert.Equal(200, (await decider.GetAsync($"/att-besluta/{masked}")).StatusCode);
    }

    [Fact]
    public async Task What_is_out_of_scope_or_restricted_does_not_exist()
    {
        var elsewhere = await shelf.AddAsync("Tornsvalan där borta.", idea => idea.AuthorityId = Guid.CreateVersion7());
        var restricted = await shelf.AddAsync("Tornsvalan hemlig.", idea => idea.Restricted = true);
        var mine = await shelf.AddAsync("Tornsvalan här.");
        var scope = new PermissionScope(false, [(await desk.CaseAsync(mine)).AuthorityId], []);
        var hits = CoachDesk.Value(await desk.AsCoachAsync(services => services.GetRequiredService<SearchCases>().FindAsync(new("tornsvala"), "search", Ct), scope));
        Assert.Equal([mine], hits.Page.Items.Select(hit => hit.CaseNumber));
        foreach (var number in new[] { elsewhere, restricted })
            Assert.Null(await desk.AsCoachAsync(services => services.GetRequiredService<SearchCases>().AddressAsync(number, Ct), scope));
        Assert.Equal($"/arbete/{mine}", await desk.AsCoachAsync(services => services.GetRequiredService<SearchCases>().AddressAsync(mine.ToLowerInvariant(), Ct), scope));
        Assert.DoesNotContain(restricted, await NumbersAsync(Personas.Coach, "search=tornsvala"));
    }

    [Fact]
    public async Task Filters_narrow_a_search_and_stand_alone()
    {
        var coach = await desk.AsCoachAsync(services => Task.FromResult(services.GetRequiredService<CurrentUser>().RequiredId));
        var own = await shelf.AddAsync("Kaffekvarn ett.", idea => (idea.CoachId, idea.Track, idea.Status) = (coach, Contracts.Tracks.Small, IdeaStatus.Parked));
        var other = await shelf.AddAsync("Kaffekvarn två.", idea => idea.Stage = Contracts.Stages.Concept);
        Assert.Equal([other, own], await NumbersAsync(Personas.Coach, "search=kaffekvarnar"));
        Assert.Equal([own], await NumbersAsync(Personas.Coach, $"search=kaffekvarn&coach={coach}"));
        Assert.Equal([own], await NumbersAsync(Personas.Coach, "search=kaffekvarn&track=LITEN&status=Parked"));
        Assert.Equal([other], await NumbersAsync(Personas.Coach, "search=kaffekvarn&stage=CONCEPT"));
        Assert.Contains(own, await NumbersAsync(Personas.Coach, $"coach={coach}&status=Parked"));
        using var visitor = await host.LogInAsAsync(Personas.Coach);
        Assert.True((await visitor.GetAsync($"/arbete/sok?coach={coach}&lage=parkerad")).Says(own));
        Assert.Equal(422, (await visitor.GetAsync("/arbete/sok?sok=och")).StatusCode);
        Assert.Equal(200, (await visitor.GetAsync("/arbete/sok?etapp=%00&spar=x&lage=x&coach=x&enhet=x&efter=x&sok=kaffe")).StatusCode);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap()
    {
        var all = await shelf.AddAsync([.. Enumerable.Range(0, 60).Select(i => $"Vattenränna {i}.")]);
        var seen = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var (numbers, next) = await PageAsync(Personas.Coach, $"search=vattenr%C3%A4nnor&after={after}");
            seen.AddRange(numbers);
            after = next;
        }

        Assert.Equal(all.Reverse(), seen);
    }

    [Theory]
    [InlineData(Personas.Coach, 200)]
    [InlineData(Personas.NeedOwner, 200)]
    [InlineData(Personas.Registrar, 200)]
    [InlineData(Personas.Resident, 403)]
    [InlineData(Personas.Administrator, 403)]
    public async Task Those_who_work_with_cases_search_them(string persona, int status)
    {
        using var visitor = await host.LogInAsAsync(persona);
        Assert.Equal(status, (await visitor.GetAsync("/arbete/sok")).StatusCode);
        using var api = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/cases?search=kaffe");
        Assert.Equal(status, (int)api.StatusCode);
    }

    private async Task<IReadOnlyList<string>> NumbersAsync(string persona, string query) => (await PageAsync(persona, query)).Numbers;

    private async Task<(IReadOnlyList<string> Numbers, string? Next)> PageAsync(string persona, string query)
    {
        using var visitor = await host.LogInAsAsync(persona);
        using var api = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/cases?" + query);
        var json = JsonDocument.Parse(await api.Content.ReadAsStringAsync(Ct)).RootElement;
        Assert.True(api.IsSuccessStatusCode, json.ToString());
        return ([.. json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("caseNumber").GetString()!)], json.GetProperty("next").GetString());
    }
}
