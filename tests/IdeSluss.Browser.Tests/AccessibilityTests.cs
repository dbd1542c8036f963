using Deque.AxeCore.Commons;
using IdeSluss.TestKit.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>
/// Every page of the site, as found: full rules once, no sideways scrolling on a narrow phone. In the dark, and in the other municipality's theme, the parts are the same and only colours are others:
/// the first of each kind of page has them, below one address, for example <c>/arbete/nytta</c>.
/// </summary>
[Collection<Municipalities>]
public sealed class AccessibilityTests(Chromium chromium, PiteaInAHurry pitea, SkellefteaInAHurry skelleftea)
{
    private static readonly string[] Grave = ["serious", "critical"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly object EveryRule = new { resultTypes = new[] { "violations" } };

    private static readonly object ContrastOnly = new { resultTypes = new[] { "violations" }, runOnly = new { type = "rule", values = new[] { "color-contrast" } } };

    [Fact]
    public async Task Every_page_passes_axe_and_fits_a_narrow_phone_and_each_kind_of_page_has_contrast_in_the_dark()
    {
        var (pages, unreachable) = await new SitePages(pitea).FindAsync();
        var wrong = unreachable.Select(route => $"{route}: nobody can open it; give SitePages an address for it").ToList();
        wrong.AddRange(await LookAsync(pitea, pages, EveryRule, OneOfEachKind(pages), narrowToo: true));

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Each_kind_of_page_has_contrast_in_the_other_municipalitys_theme_in_light_and_dark()
    {
        var (pages, _) = await new SitePages(skelleftea).FindAsync();
        var kinds = OneOfEachKind(pages);
        var wrong = await LookAsync(skelleftea, [.. kinds], ContrastOnly, kinds, narrowToo: false);

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task The_steps_of_handing_in_and_following_pass_axe_and_fit_a_narrow_phone()
    {
        await using var resident = await Person.OpenAsync(chromium, pitea);
        var wrong = new List<string>();
        async Task LookHereAsync()
        {
            wrong.AddRange(await ProblemsAsync(resident.Page, EveryRule, resident.Path));
            wrong.AddRange(await SidewaysAsync(resident.Page, resident.Path));
        }

        await resident.GoAsync("/lamna-ide");
        await resident.PressAsync("Fortsätt");
        await resident.SeesAsync("Rätta en sak");
        await LookHereAsync();
        await resident.FillAsync("Berätta om din idé", "Fler papperskorgar vid badplatsen. Hälsningar 19121212-1212.");
        await resident.PressAsync("Fortsätt");
        await LookHereAsync();
        await resident.PressAsync("Skicka ändå");
        await resident.SeesAsync("Spara koden");
        await LookHereAsync();
        var code = System.Text.RegularExpressions.Regex.Match(await resident.ReadAsync(), @"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b").Value;
        await resident.GoAsync("/folj");
        await resident.Main.Locator("form[method=post] input:not([type=hidden])").First.FillAsync(code);
        await resident.PressAsync("Visa min idé");
        Assert.Equal("/folj/arende", resident.Path);
        await LookHereAsync();

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static HashSet<SitePage> OneOfEachKind(IEnumerable<SitePage> pages) => [.. pages.DistinctBy(page => string.Join('/', page.Route.Split('/').Take(3).Where(part => !part.StartsWith('{'))))];

    /// <summary>One visit to each page: the rules in the light, contrast in the dark, and the width of a phone.</summary>
    private async Task<List<string>> LookAsync(TestHost host, IReadOnlyList<SitePage> pages, object rules, HashSet<SitePage> darkToo, bool narrowToo)
    {
        var wrong = new List<string>();
        foreach (var group in pages.GroupBy(page => page.Persona))
        {
            await using var person = group.Key is null ? await Person.OpenAsync(chromium, host) : await Person.LogInAsync(chromium, host, group.Key);
            foreach (var page in group)
            {
                await person.GoAsync(page.Address);
                wrong.AddRange(await ProblemsAsync(person.Page, rules, page.Address));
                if (darkToo.Contains(page))
                {
                    await person.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
                    wrong.AddRange(await ProblemsAsync(person.Page, ContrastOnly, $"{page.Address} (dark)"));
                    await person.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
                }

                if (narrowToo) wrong.AddRange(await SidewaysAsync(person.Page, page.Address));
            }

            wrong.AddRange(person.Trouble);
        }

        return wrong;
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(IPage page, object rules, string where)
    {
        // What is folded is read as well.
        await page.EvaluateAsync("for (const folded of document.querySelectorAll('details')) folded.open = true");
        // Read into a page once, however much is asked of it.
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        var violations = await page.EvaluateAsync<Violation[]>("rules => axe.run(document, rules).then(found => found.violations.map(one => ({ id: one.id, impact: one.impact, nodes: one.nodes.slice(0, 3).map(node => node.html) })))", rules);
        return violations.Where(violation => Grave.Contains(violation.Impact)).SelectMany(violation => violation.Nodes.Select(html => $"{where}: {violation.Id} ({violation.Impact}): {html}"));
    }

    private static async Task<IEnumerable<string>> SidewaysAsync(IPage page, string where)
    {
        await page.SetViewportSizeAsync(320, 640);
        var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var culprit = wider <= 0 ? "" : await page.EvaluateAsync<string>(
            "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.className).slice(0, 4).join(', ')");
        await page.SetViewportSizeAsync(1280, 900);
        return wider <= 0 ? [] : [$"{where}: {wider} px too wide at 320 px: {culprit}"];
    }

    private sealed record Violation
    {
        public string Id { get; init; } = "";
        public string Impact { get; init; } = "";
        public string[] Nodes { get; init; } = [];
    }
}
