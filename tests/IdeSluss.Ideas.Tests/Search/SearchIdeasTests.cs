using System.Globalization;
using System.Net;
using System.Text.Json;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Data;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.ReadIdeas;
using IdeSluss.Ideas.Features.Ideas.Search;
using IdeSluss.Ideas.Swedish;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IdeSluss.Ideas.Tests.Search;

/// <summary>Without demo content, so that a search finds what the test puts there.</summary>
public sealed class SearchHost() : TestHost(new TestHostOptions { Demo = false });

public sealed class SearchIdeasTests(SearchHost host) : IClassFixture<SearchHost>
{
    private readonly IdeaShelf shelf = new(host);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Håll biblioteket öppet senare.", "bibliotek", "biblioteken", "bibliotekets", "BIBLIOTEKET")]
    [InlineData("Fler fåglar i parken.", "fågel", "fågeln", "fågelns")]
    [InlineData("Sätt en parkbänk vid kajen.", "parkbänkar", "parkbänken", "bänk", "bänkar")]
    [InlineData("Böckerna om Övik och Åmål.", "bok", "övik", "ÅMÅL", "böcker övik")]
    [InlineData("”Musselbaren” – ett café…", "musselbaren", "musselbar", "caféet")]
    [InlineData("En e-tjänst för hundskatt", "e-tjänst", "e-tjänster", "hundskatten")]
    [InlineData("Haluaisin suomenkielisen lukupiirin.", "lukupiirin", "suomenkielisen", "haluaisin lukupiirin")]
    [InlineData("Eanet sámegielat girjjit čoahkkimis.", "sámegielat", "čoahkkimis", "GIRJJIT")]
    [InlineData("Evening classes for newcomers, please.", "newcomers", "evening classes", "\"evening classes\"")]
    [InlineData("Mät kvävet i Rosfjärden 24/7.", "kväve rosfjärden", "\"kvävet i rosfjärden\"", "kväve or ozon", "kväve -ozon")]
    [InlineData("Snickarverkstaden kunde lånas ut.", "snickarv*", "verkstad", "snickar*")]
    public async Task A_word_is_found_in_any_inflection_as_a_part_of_a_compound_and_as_it_is_written_in_other_languages(string text, params string[] searches)
    {
        var number = await shelf.AddAsync(text);
        foreach (var search in searches) Assert.Contains(number, (await SearchAsync(search)).Numbers);
    }

    [Theory]
    [InlineData("Grillplatsen i Glimmerdal.", "glimmerdal -grillplats", "\"i grillplatsen glimmerdal\"", "glimmerdal simhall", "glimmerdalen badhus or simhall")]
    public async Task What_was_asked_to_be_absent_together_or_in_order_is_respected(string text, params string[] searches)
    {
        var number = await shelf.AddAsync(text);
        foreach (var search in searches) Assert.DoesNotContain(number, (await SearchAsync(search)).Numbers);
    }

    [Fact]
    public async Task When_nothing_has_the_word_those_that_begin_with_it_are_shown_and_it_says_so()
    {
        var number = await shelf.AddAsync("Rensa kvarndammsluckan.");
        var found = await SearchAsync("kvarnda");
        Assert.Equal([number], found.Numbers);
        Assert.True(found.SimilarWords);
        using var visitor = host.Visitor();
        Assert.True((await visitor.GetAsync("/ideer?sok=kvarnda")).Says("Ingen idé har just ”kvarnda”. De här har ord som liknar."));
    }

    [Fact]
    public async Task Hits_page_through_everything_once_newest_first_within_the_filters_and_are_counted()
    {
        var inside = await shelf.AddAsync([.. Enumerable.Range(0, 45).Select(i => $"Snöskulptur nummer {i}.")], idea => idea.Area = "kultur-fritid");
        await shelf.AddAsync(["En snöskulptur till.", "Snöskulpturer överallt."], idea => idea.Area = "natur-klimat");
        using var visitor = host.Visitor();
        var seen = new List<string>();
        Page? first = null;
        for (var address = "/ideer?sok=sn%C3%B6skulpturer&omrade=kultur-fritid"; address is not null;)
        {
            var page = await visitor.GetAsync(address);
            first ??= page;
            seen.AddRange(page.Links.Where(link => link.StartsWith("/ideer/", StringComparison.Ordinal)).Select(link => link[7..]));
            address = page.Links.FirstOrDefault(link => link.Contains("efter=", StringComparison.Ordinal));
        }

        Assert.Equal(inside.Reverse(), seen);
        Assert.True(first!.Says("45 idéer."), first.Text);
        Assert.Equal(47, (await SearchAsync("snöskulptur")).Found);
    }

    [Fact]
    public async Task Only_what_everyone_may_read_is_found_whatever_the_way_in()
    {
        using var canary = new Canary("kanariemussla");
        var word = canary.Text;
        var shown = await shelf.AddAsync($"Öppen {word}.");
        await shelf.AddAsync("Inte läst.", idea => (idea.PublishedAt, idea.PublicText, idea.PublicTitle) = (null, null, null), original: $"Oläst {word}");
        await shelf.AddAsync($"Hållen {word}.", idea => idea.PublishedAt = idea.PublishedAt!.Value.AddDays(40));
        await shelf.AddAsync($"Hemlig {word}.", idea => idea.Restricted = true);
        await shelf.AddAsync($"Felanmäld {word}.", idea => idea.RedirectTarget = Redirects.FaultReport);
        await shelf.AddAsync($"Tillbakatagen {word}.", idea => idea.PublishedAt = null);
        await shelf.AddAsync("Maskad.", original: $"Ring {word}.");
        foreach (var search in new[] { word, word[..20] + "*", $"\"{word}\"", $"{word} or {word}" }) Assert.Equal([shown], (await SearchAsync(search)).Numbers);
        await shelf.CountTermsAsync();
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from ideas.term_frequency where term like '%kanariemussla%'"));
        Assert.Empty(canary.LeaksFrom(host));
    }

    [Theory]
    [InlineData("och att på", HttpStatusCode.UnprocessableEntity, "minst ett ord som säger något")]
    [InlineData("!!! ??? – …", HttpStatusCode.UnprocessableEntity, "minst ett ord som säger något")]
    [InlineData("-skola", HttpStatusCode.UnprocessableEntity, "också något som ska finnas med")]
    [InlineData("   ", HttpStatusCode.OK, "Idéer")]
    [InlineData("K7MP-4RTX", HttpStatusCode.OK, "Det ser ut som koden till en egen idé.")]
    [InlineData("' & ! ( : * <-> \\ %_", HttpStatusCode.UnprocessableEntity, "minst ett ord")]
    [InlineData("obefintligtord", HttpStatusCode.OK, "Prova ett annat ord")]
    [InlineData("'; drop table ideas; --", HttpStatusCode.OK, "Ingen idé har orden")]
    [InlineData("a a a a a a a a or or or - - \" \" \"", HttpStatusCode.OK, "Ingen idé")]
    [InlineData("😀 zzz", HttpStatusCode.OK, "Ingen idé")]
    [InlineData("\u0000\u202Eabc", HttpStatusCode.OK, "Ingen idé")]
    public async Task Odd_input_gets_a_clear_answer(string typed, HttpStatusCode status, string says)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/ideer?sok=" + Uri.EscapeDataString(typed));
        Assert.Equal(status, page.Status);
        Assert.True(page.Says(says), page.Text);
    }

    [Theory]
    [InlineData("cykel ")]
    [InlineData("å")]
    [InlineData("(")]
    public async Task Ten_thousand_characters_are_answered_and_not_searched_for(string piece)
    {
        using var visitor = host.Visitor();
        var typed = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        var page = await visitor.GetAsync("/ideer?sok=" + Uri.EscapeDataString(typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.True(page.Says("högst 200 tecken"));
        using var api = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/ideas?search=" + Uri.EscapeDataString(typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, api.StatusCode);
    }

    [Fact]
    public async Task What_was_found_is_marked_and_everything_is_encoded()
    {
        await shelf.AddAsync($"{string.Concat(Enumerable.Repeat("Utfyllnad i texten. ", 60))}<script>alert('x')</script> Fler parkgungor & <b>gunga</b> mer.", idea => idea.PublicTitle = "Gungor <i>nu</i>");
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync("/ideer?sok=gunga");
        Assert.Contains("<mark>parkgungor</mark> &amp; &lt;b&gt;<mark>gunga</mark>&lt;/b&gt;", page.Html, StringComparison.Ordinal);
        Assert.Contains("<mark>Gungor</mark> &lt;i&gt;nu&lt;/i&gt;", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>x", (await visitor.GetAsync("/ideer?sok=%3Cscript%3Ex%3C%2Fscript%3E%22%27")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_leads_straight_to_the_idea_and_tells_nothing_about_one_that_is_not_public()
    {
        var shown = await shelf.AddAsync("Med nummer.");
        var hidden = await shelf.AddAsync("Utan.", idea => idea.PublishedAt = null);
        using var visitor = host.Visitor();
        foreach (var typed in new[] { shown, shown.ToLowerInvariant(), $" {shown[..2]} {shown[2..]} " })
            Assert.Equal($"/ideer/{shown}", (await visitor.GetAsync("/ideer?sok=" + Uri.EscapeDataString(typed))).Address);
        var (unknown, secret) = (await visitor.GetAsync("/ideer?sok=26HYLLA999999"), await visitor.GetAsync("/ideer?sok=" + hidden));
        Assert.Equal(unknown.Text.Replace("26HYLLA999999", hidden, StringComparison.Ordinal), secret.Text);
    }

    /// <summary>What is searched for must not depend on which way PostgreSQL takes to it.</summary>
    [Fact]
    public async Task A_common_word_and_a_rare_one_are_found_the_same_before_and_after_they_are_counted()
    {
        await FillAsync(6_000);
        foreach (var counted in new[] { false, true })
        {
            if (counted) await shelf.CountTermsAsync();
            foreach (var (search, term) in new[] { ("massord", "~massord"), ("sällanord", "~sällanord"), ("massord sällanord", "~sällanord"), ("massord omord", "~omord") })
            {
                var expected = await host.InScopeAsync(services => services.GetRequiredService<IdeasDbContext>().Ideas
                    .Where(idea => EF.Property<string[]>(idea, SearchColumns.PublicTerms).Contains(term)).OrderByDescending(idea => idea.PublishedAt).ThenByDescending(idea => idea.Id)
                    .Select(idea => idea.CaseNumber).Take(ListIdeas.PageSize).ToListAsync(Ct));
                var found = await SearchAsync(search);
                Assert.Equal(expected, found.Numbers);
                Assert.Equal(search == "massord" || search == "massord omord", found.MoreThanFound);
            }
        }

        using var visitor = host.Visitor();
        Assert.True((await visitor.GetAsync("/ideer?sok=massord")).Says("Fler än 1 000 idéer"));
    }

    [Fact]
    public async Task Ideas_written_before_the_analysis_get_their_terms_without_a_new_version()
    {
        var number = await shelf.AddAsync("Takterrasserna ovanför.");
        await host.Database.ExecuteAsync($"update ideas.ideas set public_terms = null, original_terms = null, terms_version = 0 where case_number = '{number}'");
        Assert.DoesNotContain(number, (await SearchAsync("terrass")).Numbers);
        await host.InScopeAsync(services => services.GetRequiredService<RefreshTerms>().RunAsync(Ct));
        Assert.Contains(number, (await SearchAsync("takterrass")).Numbers);
        Assert.Equal(0, await host.Database.QueryAsync<int>($"select version from ideas.ideas where case_number = '{number}'"));
    }

    [Fact]
    public async Task Our_first_stems_are_those_of_PostgreSQL()
    {
        var words = WordList.Heads.Keys.Concat("skolan flickorna hjälplöst kraftfullt möjligheterna roligt bättre läsningens aktiviteterna lösta hopplösa".Split(' ')).Where(word => word.Length > 1).Order(StringComparer.Ordinal).ToArray();
        var theirs = await host.Database.ListAsync<string>($"select coalesce(array_to_string(ts_lexize('swedish_stem', word), ''), '') from unnest(string_to_array('{string.Join(' ', words)}', ' ')) with ordinality as w(word, i) order by i");
        // Small words have no stem there.
        Assert.Equal(words.Length, theirs.Count);
        Assert.Empty(words.Zip(theirs).Where(pair => pair.Second.Length > 0 && Snowball.Stem(pair.First) != pair.Second));
    }

    private async Task<Answer> SearchAsync(string typed)
    {
        using var visitor = host.Visitor();
        using var api = await visitor.ApiAsync(HttpMethod.Get, "/api/v1/ideas/ideas?search=" + Uri.EscapeDataString(typed));
        var json = JsonDocument.Parse(await api.Content.ReadAsStringAsync(Ct)).RootElement;
        Assert.True(api.IsSuccessStatusCode, json.ToString());
        return new(
            [.. json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("caseNumber").GetString()!)],
            json.GetProperty("found").ValueKind == JsonValueKind.Number ? json.GetProperty("found").GetInt32() : null, json.GetProperty("moreThanFound").GetBoolean(), json.GetProperty("similarWords").GetBoolean());
    }

    /// <summary>Every idea has one word, every second another, three a third: enough of them that a common word is looked for in its own way.</summary>
    private Task<int> FillAsync(int count) => host.Database.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"""
        insert into ideas.ideas (id, case_number, submission_key, authority_id, workflow_key, workflow_version, stage, status, restricted, original_text, public_title, public_text, language, channel, submitter_kind,
            answer_way, follow_code_hash, hints, received_at, stage_entered_at, published_at, follower_count, version, terms_version, public_terms)
        select gen_random_uuid(), 'MASS' || i, 'MASS' || i, gen_random_uuid(), '{DefaultWorkflow.Key}', {DefaultWorkflow.Version}, 'NEED', 'Active', false, '-', 'Massa', '-', 'sv', 'WEB', 'Resident',
            'Code', decode(md5(i::text), 'hex'), 0, now(), now(), timestamptz '2021-01-01' + (i / 3) * interval '1 minute', 0, 0, {TextTerms.Version},
            array['~massord'] || case when i % 2 = 0 then array['~omord'] else array[]::text[] end || case when i % 2000 = 7 then array['~sällanord'] else array[]::text[] end
        from generate_series(1, {count}) i
        """));

    private sealed record Answer(IReadOnlyList<string> Numbers, int? Found, bool MoreThanFound, bool SimilarWords);
}
