using System.Net;
using System.Text.RegularExpressions;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Files;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IdeSluss.Browser.Tests;

public sealed class PiteaInPseudo() : TestHost(new TestHostOptions { Settings = Pseudo.Settings });

public sealed class SkellefteaInPseudo() : TestHost(new TestHostOptions { Municipality = "skelleftea", Settings = Pseudo.Settings });

internal static class Pseudo
{
    public const string Tag = "qps-ploc";

    public static readonly Dictionary<string, string?> Settings = new(Hurry.Settings) { ["IdeSluss:PseudoLanguage"] = "true" };
}

/// <summary>
/// The whole site read in a language in which every text of the catalogue stands between ⟦ and ⟧ (<c>domain.md</c> 5.7). What stands outside must be someone's own words, marked with
/// their language, or a name, a number or a day; and nothing may lack its English. Without a browser: only what is written is read.
/// </summary>
public sealed partial class LanguageTests(PiteaInPseudo pitea, SkellefteaInPseudo skelleftea) : IClassFixture<PiteaInPseudo>, IClassFixture<SkellefteaInPseudo>
{
    private readonly Dictionary<string, Visitor> visitors = [];
    private readonly SortedSet<string> wrong = new(StringComparer.Ordinal);
    private Regex names = new("");
    private string service = "";

    [Theory]
    [InlineData("pitea")]
    [InlineData("skelleftea")]
    public async Task No_page_holds_a_text_that_cannot_be_translated_or_is_not_in_English(string municipality)
    {
        TestHost host = municipality == "pitea" ? pitea : skelleftea;
        var (pages, _) = await new SitePages(host).FindAsync();
        names = await NamesAsync(host);
        service = host.Services.GetRequiredService<InstanceInfo>().Branding.ServiceName;
        foreach (var page in pages) Read(await (await VisitorAsync(host, page.Persona)).GetAsync(page.Address));
        await ReadEveryCaseAsync(host);
        await HandInAndFollowAsync(host);
        await PressEveryButtonWithNothingFilledInAsync(host, pages);

        foreach (var visitor in visitors.Values) visitor.Dispose();
        Assert.True(wrong.Count == 0, $"{wrong.Count} texts:{Environment.NewLine}{string.Join(Environment.NewLine, wrong)}");
    }

    /// <summary>Cases differ by stage, outcome and language: all of the demo's, as everyone and as the office sees them.</summary>
    private async Task ReadEveryCaseAsync(TestHost host)
    {
        var (anyone, coach, chief) = (await VisitorAsync(host, null), await VisitorAsync(host, Personas.Coach), await VisitorAsync(host, Personas.ChiefExecutive));
        foreach (var number in await host.Database.ListAsync<string>("select case_number from ideas.ideas order by id"))
        {
            Read(await anyone.GetAsync($"/ideer/{number}"));
            Read(await coach.GetAsync($"/arbete/{number}"));
            Read(await coach.GetAsync($"/arbete/{number}/sortera"));
            Read(await chief.GetAsync($"/att-besluta/{number}"));
        }

        foreach (var task in await host.Database.ListAsync<string>("select id::text from ideas.task order by id limit 40")) Read(await coach.GetAsync($"/arbete/uppgifter/{task}"));
        foreach (var decision in await host.Database.ListAsync<string>("select i.case_number || '/beslut/' || d.id from ideas.decision d join ideas.ideas i on i.id = d.idea_id order by d.id limit 40")) Read(await coach.GetAsync($"/arbete/{decision}"));
        foreach (var evidence in await host.Database.ListAsync<string>("select distinct on (e.form) i.case_number || '/underlag/' || e.form from ideas.evidence e join ideas.ideas i on i.id = e.idea_id where not i.restricted")) Read(await coach.GetAsync($"/arbete/{evidence}"));
    }

    private async Task HandInAndFollowAsync(TestHost host)
    {
        using var resident = host.Visitor();
        Choose(host, resident);
        var review = await resident.PostFormAsync("/lamna-ide", new { Text = "Fler papperskorgar vid badplatsen. Hälsningar 19121212-1212.", AnswerWay = "Telephone", Telephone = "070-174 06 35", Name = "Påhittade Pia" });
        Read(review);
        var receipt = await resident.SubmitAsync(review, new { });
        Read(receipt);
        var code = Code().Match(receipt.Text).Value;
        Read(await resident.PostFormAsync("/folj", new { Code = code }));
        Read(await resident.PostFormAsync("/folj", new { Code = "AAAA-BBBB" }));
    }

    /// <summary>What one reads when something is missing or wrong.</summary>
    private async Task PressEveryButtonWithNothingFilledInAsync(TestHost host, IReadOnlyList<SitePage> pages)
    {
        foreach (var page in pages)
        {
            var visitor = await VisitorAsync(host, page.Persona);
            var opened = await visitor.GetAsync(page.Address);
            foreach (var form in opened.Forms.Where(form => form.Method == "post" && form.Action is not ("/logga-ut" or "/sprak")).Take(3))
            {
                // Fields that stand are sent empty; what a page can do without any field is left alone, so that the pages to come are still there.
                var empty = form.Fields.Where(field => !field.Name.StartsWith("__", StringComparison.Ordinal)).Select(field => (field.Name, field.Name.EndsWith("Version", StringComparison.Ordinal) ? field.Value : "")).ToArray();
                if (empty.Length == 0) continue;
                var token = form.Fields.Where(field => field.Name == "__RequestVerificationToken");
                Read(await visitor.PostRawAsync(form.Action.Length > 0 ? form.Action : page.Address, [.. empty, .. token]));
            }
        }
    }

    private void Read(Page page)
    {
        if (page.Status == HttpStatusCode.Forbidden || !page.Headers.GetValueOrDefault("Content-Type", "").StartsWith("text/html", StringComparison.Ordinal)) return;
        var route = Number().Replace(page.Address.Split('?')[0], "…");
        var texts = PageText.Of(page.Html);
        // The title of a document cannot be marked; what it repeats from the page can.
        var foreign = texts.Where(text => !IsOfThePage(text) && !service.Contains(text.Text, StringComparison.Ordinal)).Select(text => text.Text).ToHashSet();
        foreach (var text in texts.Where(IsOfThePage))
        {
            // Codes are no language, and what someone is writing is theirs.
            if (text.Where.Contains("code", StringComparison.Ordinal) || text.Where.EndsWith("textarea", StringComparison.Ordinal)) continue;
            if (text.Text.Contains("⟦‼", StringComparison.Ordinal)) wrong.Add($"{route}: no English: {text.Text} ({text.Where})");
            var left = Left(text.Where == "head > title" ? foreign.Aggregate(text.Text, (title, own) => title.Replace(own, " ", StringComparison.Ordinal)) : text.Text);
            if (left.Any(char.IsLetter)) wrong.Add($"{route}: not in the catalogue: {left} ({text.Where})");
        }
    }

    private static bool IsOfThePage(PageText text) => text.Language is null or "qps" or Pseudo.Tag;

    /// <summary>What is left when catalogue texts, names, numbers and days are taken away.</summary>
    private string Left(string text)
    {
        var left = Marked().Replace(text, " ");
        if (left.Any(char.IsLetter)) left = names.Replace(left, " ");
        return Space().Replace(Neutral().Replace(left, " "), " ").Trim();
    }

    private async Task<Visitor> VisitorAsync(TestHost host, string? persona)
    {
        if (visitors.TryGetValue(persona ?? "", out var known)) return known;
        var visitor = persona is null ? host.Visitor() : await host.LogInAsAsync(persona);
        Choose(host, visitor);
        return visitors[persona ?? ""] = visitor;
    }

    private static void Choose(TestHost host, Visitor visitor) => visitor.Cookies.Add(new Cookie("idesluss.sprak", Pseudo.Tag, "/", host.Address.Host));

    /// <summary>Names are the same in every language; the longest first, so that no part of one is left.</summary>
    private static async Task<Regex> NamesAsync(TestHost host)
    {
        var instance = host.Services.GetRequiredService<InstanceInfo>();
        var contact = instance.Branding.Contact;
        string?[] own = [instance.Municipality.Name, instance.Municipality.ShortName, instance.Branding.ServiceName, contact.PostalAddress, contact.VisitingAddress, "Svenska", "svenska", "English", "IDESLUSS_DEFAULT_V1", "IdeSluss", "OpenAPI", "prova-gärna-slussen"];
        var stored = await host.Database.ListAsync<string>("""
            select display_name from people.person union select name from people.authority union select code from people.authority
            union select name from people.org_unit union select code from people.org_unit union select code from training.course
            union select name from testbeds.testbed union select name from training.learner union select title from people.person where title is not null
            union select part from evaluation.programme, jsonb_path_query(work, 'strict $.**.* ? (@.type() == "string")') found, lateral (select found #>> '{}' as part) one where length(part) > 2
            union select part from evaluation.programme, jsonb_path_query(partners, 'strict $.**.* ? (@.type() == "string")') found, lateral (select found #>> '{}' as part) one where length(part) > 2
            union select content ->> 'title' from evaluation.question_version
            union select note from ideas.consultation where note is not null
            union select regexp_replace(known, '\s+', ' ', 'g') from ideas.contact, unnest(array[name, telephone, address]) known where known is not null
            """);
        return new($@"(?<!\w)(?:{string.Join('|', own.Concat(FileFormat.All.Select(format => format.Name)).Concat(stored).Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name!).Distinct().OrderByDescending(name => name.Length).Select(Regex.Escape))})(?![\w@])");
    }

    [GeneratedRegex("⟦[^⟦⟧]*⟧")]
    private static partial Regex Marked();

    /// <summary>Addresses, numbers of cases and certificates, points of the delegation order, quarters, indicators, kronor, sizes, codes, and the days of the pseudo language, which are English.</summary>
    [GeneratedRegex("""
        \S+@\S+ | https?://\S+ | \b\d{2}IDE\d+(?:-T\d+)?\b | \bIDE-\d{4}-\d{6}(?:-T\d+)?\b | \bIDE\s\d+\b | \bINTYG-\d{4}-\d{5}\b | \d\s[kMG]B\b | \d\skr\b | \b\d{4}Q[1-4]\b | \b(?:E\d{2}|IB\d)\b | \blocalhost:\d+[\w/]* | \b[0-9A-Z]{4}-[0-9A-Z]{4}\b | \b[0-9a-f]{8}-[0-9a-f-]{27}\b | \b\w+\.se\b | (?<=\s|^)/[\w/.-]+
        | \b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b | \b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b | \b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b | \d\s+at\s+\d
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Neutral();

    [GeneratedRegex(@"\b\d{2}IDE\d+\b|\bIDE-\d{4}-\d{6}\b|\b[0-9a-f]{8}-[0-9a-f-]{27}\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
