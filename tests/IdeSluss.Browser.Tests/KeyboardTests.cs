using IdeSluss.Ideas.Contracts;
using IdeSluss.TestKit.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>Handing in, sorting and finding a test bed without a mouse, and one always sees where one is.</summary>
[Collection<Municipalities>]
public sealed class KeyboardTests(Chromium chromium, PiteaInAHurry host)
{
    [Fact]
    public async Task An_idea_is_handed_in_and_sorted_with_the_keyboard_alone()
    {
        var number = await HandInAsync();
        await SortAsync(number);

        Assert.Equal(Stages.Need, await host.Database.QueryAsync<string>("select stage from ideas.ideas where case_number = $1", number));
    }

    [Fact]
    public async Task A_test_bed_is_found_by_what_can_be_tried_and_read_with_the_keyboard_alone()
    {
        await using var person = await Person.OpenAsync(chromium, host);
        await person.GoAsync("/testbaddar");
        await TabToAsync(person.Page, "select[name=prova]");
        await person.Page.Keyboard.TypeAsync("Målt");
        await TabToAsync(person.Page, "form.filters > .actions button");
        await EnterAsync(person.Page, "**/testbaddar?**prova=MEALS**");
        await TabToAsync(person.Page, ".card-list a[href='/testbaddar/maltidslabbet']");
        await EnterAsync(person.Page, "**/testbaddar/maltidslabbet");
        Assert.Equal("Måltidslabbet", await person.Page.Locator("h1").InnerTextAsync());
        Assert.Empty(person.Trouble);
    }

    private async Task<string> HandInAsync()
    {
        await using var person = await Person.OpenAsync(chromium, host);
        await person.GoAsync("/lamna-ide");
        await TabToAsync(person.Page, "textarea[name='Input.Text']");
        await person.Page.Keyboard.TypeAsync("Ställ ut fler cykelpumpar i centrum.");
        await TabToAsync(person.Page, "main form button[type=submit]");
        await EnterAsync(person.Page, "**/lamna-ide/granska");
        await TabToAsync(person.Page, "main form button[type=submit]");
        await EnterAsync(person.Page, "**/kvitto/**");
        Assert.Empty(person.Trouble);
        return Uri.UnescapeDataString(person.Path["/kvitto/".Length..]);
    }

    private async Task SortAsync(string number)
    {
        await using var coach = await Person.LogInAsync(chromium, host, Personas.Coach);
        await coach.GoAsync($"/arbete/{number}/sortera");
        var page = coach.Page;
        await TabToAsync(page, "[name='Input.PublicTitle']");
        await page.Keyboard.TypeAsync("Cykelpumpar i centrum");
        await TabToAsync(page, "[name='Input.NeedSentence']");
        await page.Keyboard.TypeAsync("Cyklister behöver kunna pumpa däcken på vägen.");
        await TabToAsync(page, "select[name='Input.Area']");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "select[name='Input.Unit']");
        await page.Keyboard.PressAsync("ArrowDown");
        foreach (var question in new[] { "liknande", "ratt-plats" }) await ChooseAsync(page, $"Input.{FormKeys.Sorting}.{question}", "ja");
        foreach (var question in new[] { "jamstalldhet", "tillganglighet", "vard-risk", "kostnad", "flera-enheter" }) await ChooseAsync(page, $"Input.{FormKeys.Sorting}.{question}", "nej");
        await ChooseAsync(page, "Input.Track", Tracks.Small);
        await ChooseAsync(page, "Input.Outcome", "ADVANCE");
        await TabToAsync(page, "[name='Input.Reason']");
        await page.Keyboard.TypeAsync("Behovet är tydligt.");
        await TabToAsync(page, "input[type=checkbox][name='Input.Impartial']");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "button[name=handling][value=besluta]");
        await EnterAsync(page, "**/arbete");
        Assert.Empty(coach.Trouble);
    }

    /// <summary>Tabs until the focus is there; on the way every stop must be visible.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var stops = 0; stops < 250; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var seen = await page.EvaluateAsync<string>(
                """
                (wanted) => {
                  const at = document.activeElement;
                  const look = getComputedStyle(at);
                  const ring = (look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0) || look.boxShadow !== 'none';
                  if (at !== document.body && !ring) return 'invisible: ' + at.outerHTML.slice(0, 200);
                  return at.matches(wanted) ? 'there' : '';
                }
                """,
                selector);
            if (seen == "there") return;
            Assert.False(seen.StartsWith("invisible", StringComparison.Ordinal), $"The focus does not show on {page.Url}: {seen}");
        }

        Assert.Fail($"{selector} cannot be reached with the Tab key on {page.Url}.");
    }

    /// <summary>A group of radio buttons is one stop; the arrow keys choose in it.</summary>
    private static async Task ChooseAsync(IPage page, string name, string value)
    {
        await TabToAsync(page, $"input[type=radio][name='{name}']");
        await page.Keyboard.PressAsync("Space");
        for (var steps = 0; steps < 20; steps++)
        {
            if (await page.Locator($"input[name='{name}'][value='{value}']").IsCheckedAsync()) return;
            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"{name} cannot be set to {value} with the arrow keys.");
    }

    private static async Task EnterAsync(IPage page, string address)
    {
        await page.Keyboard.PressAsync("Enter");
        try
        {
            await page.WaitForURLAsync(address);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Not at {address} but at {page.Url}:{Environment.NewLine}{await page.Locator("main").InnerTextAsync()}");
        }
    }
}
