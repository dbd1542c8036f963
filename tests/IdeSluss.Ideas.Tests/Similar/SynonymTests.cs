using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using IdeSluss.Ideas.Features.Ideas.SimilarIdeas;
using IdeSluss.Ideas.Features.Ideas.Synonyms;
using IdeSluss.Ideas.Tests.Search;
using IdeSluss.TestKit.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Similar;

public sealed class SynonymTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Api = "/api/v1/ideas/synonyms";
    private readonly IdeaShelf shelf = new(host);

    private const string Page = "/admin/synonymer/";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_works_at_once_on_the_ideas_there_are()
    {
        var number = await shelf.AddAsync("Fler kiosker som säljer glufs.");
        Assert.DoesNotContain(number, await FoundAsync("hugskott"));
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        var added = await admin.PostFormAsync("/admin/synonymer", new { Words = "Hugskott,  glufs\nkäk" });
        Assert.True(added.Says("Gruppen är tillagd.") && added.Says("hugskott, glufs, käk"), added.Text);
        Assert.Contains(number, await FoundAsync("hugskott"));
        Assert.Contains(number, await FoundAsync("hugskottet"));

        var edit = added.Links.Single(link => link.StartsWith(Page, StringComparison.Ordinal) && Regex.IsMatch(added.Html, $@"id=""g-{Regex.Escape(link[Page.Length..])}""[^>]*>hugskott, "));
        Assert.True((await admin.PostFormAsync(edit, new { Words = "hugskott, käk" }, "Spara")).Says("Ändringen är sparad."));
        Assert.DoesNotContain(number, await FoundAsync("hugskott"));
        Assert.True((await admin.PostFormAsync(edit, new { }, "Ta bort gruppen")).Says("Gruppen är borttagen."));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(edit)).Status);
    }

    [Fact]
    public async Task A_group_is_found_by_a_part_of_any_of_its_words()
    {
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        await admin.PostFormAsync("/admin/synonymer", new { Words = "sökbart, finnbart" });

        var found = await admin.GetAsync("/admin/synonymer?sok=Finnb");
        using var list = await admin.ApiAsync(HttpMethod.Get, $"{Api}?having=finnb");
        using var json = JsonDocument.Parse(await list.Content.ReadAsStringAsync(Ct));

        Assert.True(found.Says("sökbart, finnbart"), found.Text);
        Assert.Equal(1, json.RootElement.GetArrayLength());
        Assert.True((await admin.GetAsync("/admin/synonymer?sok=zzzz")).Says("Ingen grupp har det ordet."));
    }

    [Fact]
    public async Task The_api_does_the_same_with_versions()
    {
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        using var created = await admin.ApiAsync(HttpMethod.Post, Api, new { words = new[] { "knasord", "tokord" } }, ("Idempotency-Key", "synonymer-1"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var address = created.Headers.Location!.ToString();
        using var read = await admin.ApiAsync(HttpMethod.Get, address);
        var tag = read.Headers.ETag!.ToString();
        using var without = await admin.ApiAsync(HttpMethod.Put, address, new { words = new[] { "knasord", "nytt" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        using var changed = await admin.ApiAsync(HttpMethod.Put, address, new { words = new[] { "knasord", "nytt" } }, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        using var stale = await admin.ApiAsync(HttpMethod.Delete, address, null, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        using var list = await admin.ApiAsync(HttpMethod.Get, Api);
        using var json = JsonDocument.Parse(await list.Content.ReadAsStringAsync(Ct));
        Assert.Contains(json.RootElement.EnumerateArray(), group => group.GetProperty("words").EnumerateArray().Any(word => word.GetString() == "nytt"));
        using var removed = await admin.ApiAsync(HttpMethod.Delete, address, null, ("If-Match", changed.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
    }

    [Theory]
    [InlineData("ensam", "skriv minst två")]
    [InlineData("a, bra", "för kort")]
    [InlineData("bra, <script>", "annat än bokstäver")]
    [InlineData("", "skriv minst två")]
    public async Task What_is_no_group_is_refused_and_stays_typed(string words, string says)
    {
        using var admin = await host.LogInAsAsync(Personas.Administrator);
        var page = await admin.PostFormAsync("/admin/synonymer", new { Words = words });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Says(says), page.Text);
        Assert.Contains(words, WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_keep_them()
    {
        foreach (var persona in new[] { Personas.Coach, Personas.NeedOwner, Personas.Resident })
        {
            using var visitor = await host.LogInAsAsync(persona);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/admin/synonymer")).Status);
            using var api = await visitor.ApiAsync(HttpMethod.Get, Api);
            Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        }
    }

    [Fact]
    public void The_words_that_come_with_the_system_are_groups_and_none_is_twice()
    {
        var groups = SynonymSeeder.Groups().ToList();
        Assert.All(groups, words => Assert.Null(SynonymRules.Check(words)));
        Assert.Equal(groups.Count, groups.Select(words => string.Join(',', words.Order(StringComparer.Ordinal))).Distinct().Count());
        Assert.True(groups.Count > 100);
    }

    private async Task<IEnumerable<string>> FoundAsync(string text) =>
        (await host.InScopeAsync(services => services.GetRequiredService<FindSimilar>().FindAsync(new(null, text), Ct))).Select(idea => idea.CaseNumber);
}
