using IdeSluss.TestKit.Hosting;
using Microsoft.Playwright;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>Someone at a browser, whose every click, filled field and loaded page is counted ("by the stopwatch").</summary>
internal sealed class Person : IAsyncDisposable
{
    private readonly List<string> trouble = [];

    private Person(IPage page)
    {
        Page = page;
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Request.Frame == page.MainFrame && response.Status is < 300 or >= 400) PageLoads++;
            if (response.Status >= 500) trouble.Add($"{response.Status} {response.Url}");
        };
        page.PageError += (_, error) => trouble.Add($"script: {error}");
        page.Console += (_, message) =>
        {
            // The content security policy speaks here when a page holds something it should not.
            if (message.Type == "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal)) trouble.Add($"console: {message.Text}");
        };
    }

    public IPage Page { get; }

    public int Clicks { get; private set; }

    public int Fields { get; private set; }

    public int PageLoads { get; private set; }

    /// <summary>Server errors, script errors and refused content seen on the way.</summary>
    public IReadOnlyList<string> Trouble => trouble;

    public ILocator Main => Page.Locator("main");

    public static async Task<Person> OpenAsync(Chromium chromium, TestHost host, bool script = true, int width = 1280, bool dark = false) =>
        new(await chromium.OpenAsync(host.Address, script, width, dark: dark));

    public static async Task<Person> LogInAsync(Chromium chromium, TestHost host, string persona, bool script = true, int width = 1280, bool dark = false)
    {
        var person = await OpenAsync(chromium, host, script, width, dark);
        await person.GoAsync("/logga-in");
        await person.Page.Locator($"button[name=persona][value='{Personas.AddressOf(persona)}']").ClickAsync();
        await person.Page.WaitForURLAsync(url => !url.Contains("/logga-in", StringComparison.Ordinal));
        person.StartCounting();
        return person;
    }

    public void StartCounting() => Clicks = Fields = PageLoads = 0;

    public async Task GoAsync(string address) => await Page.GotoAsync(address);

    public async Task FillAsync(string label, string text)
    {
        Fields++;
        await Main.GetByLabel(label, new() { Exact = false }).First.FillAsync(text);
    }

    public async Task ChooseAsync(string label, string value)
    {
        Fields++;
        await Main.GetByLabel(label).First.SelectOptionAsync(value);
    }

    /// <summary>Ticks a radio button or check box.</summary>
    public async Task TickAsync(ILocator box)
    {
        Clicks++;
        await box.CheckAsync();
    }

    public Task TickAsync(string label) => TickAsync(Main.GetByLabel(label).First);

    public Task TickValueAsync(string name, string value) => TickAsync(Main.Locator($"input[name='{name}'][value='{value}']"));

    public async Task PressAsync(string button)
    {
        Clicks++;
        await NextPageAsync(() => Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync());
    }

    public async Task FollowAsync(string link)
    {
        Clicks++;
        await NextPageAsync(() => Main.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());
    }

    /// <summary>Does something that leads to a page and waits for that page, which may have the same address.</summary>
    private async Task NextPageAsync(Func<Task> act)
    {
        var arrived = new TaskCompletionSource();
        void Notice(object? sender, IFrame frame)
        {
            if (frame == Page.MainFrame) arrived.TrySetResult();
        }

        Page.FrameNavigated += Notice;
        await act();
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Page.FrameNavigated -= Notice;
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Unfolds something that is folded.</summary>
    public async Task UnfoldAsync(string title)
    {
        Clicks++;
        await Main.Locator("summary").Filter(new() { HasText = title }).First.ClickAsync();
    }

    public async Task<string> ReadAsync() => await Main.InnerTextAsync();

    public async Task SeesAsync(string text) =>
        Assert.True((await ReadAsync()).Contains(text, StringComparison.OrdinalIgnoreCase), $"«{text}» is not on {Page.Url}:{Environment.NewLine}{await ReadAsync()}");

    /// <summary>On failure with what the page says, which is why one did not get further.</summary>
    public async Task IsAtAsync(string path) => Assert.True(Path == path, $"At {Path}, not at {path}:{Environment.NewLine}{await ReadAsync()}");

    public string Path => new Uri(Page.Url).AbsolutePath;

    /// <summary>Answers every question of a form that is data, whatever it asks: enough for it to be complete.</summary>
    public async Task AnswerEverythingAsync()
    {
        var form = Main.Locator("form[method=post]").First;
        foreach (var field in await form.Locator("input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea").AllAsync())
        {
            if (!await field.IsVisibleAsync() || (await field.InputValueAsync()).Length > 0) continue;
            var name = await field.GetAttributeAsync("name") ?? "";
            if (name.Length == 0 || await field.GetAttributeAsync("inputmode") == "url") continue;
            Fields++;
            await field.FillAsync(await field.GetAttributeAsync("type") == "date" ? "2027-03-01" : await field.GetAttributeAsync("inputmode") == "decimal" ? "3" : "Vi har frågat dem det gäller.");
        }

        foreach (var select in await form.Locator("select").AllAsync())
            if (await select.IsVisibleAsync() && (await select.InputValueAsync()).Length == 0) await select.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        foreach (var group in await form.Locator("fieldset:has(> .choices input[type=radio])").AllAsync())
            if (await group.IsVisibleAsync() && await group.Locator("input:checked").CountAsync() == 0) await group.Locator("input[type=radio]").First.CheckAsync();
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
