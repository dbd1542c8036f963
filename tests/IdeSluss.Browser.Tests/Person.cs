using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.TestKit.Forms;
using IdeSluss.TestKit.Hosting;
using IdeSluss.Ui.Inputs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>Someone at a browser, whose every click, filled field and loaded page is counted ("by the stopwatch").</summary>
internal sealed class Person : IAsyncDisposable
{
    private const int MostRounds = 12;
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
        await Page.WaitForLoadStateAsync(LoadState.Load);
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

    /// <summary>
    /// Fills in a form of a case, whatever it asks, so that nothing in it keeps the case. Rows are added one at a time, and what opens when other answers are saved is filled in
    /// on the next round.
    /// </summary>
    public async Task FillInAsync(TestHost host, string number, string form)
    {
        var left = PostedAnswers.Of(await AnswersAsync(host, number, form), "Evidence").ToList();
        await GoAsync($"/arbete/{number}/underlag/{form}");
        for (var round = 0; round < MostRounds; round++)
        {
            var onPage = await FieldsAsync();
            foreach (var (name, value) in left)
                if (onPage.TryGetValue(name, out var kind)) await AnswerAsync(name, kind, value);
            left.RemoveAll(field => onPage.ContainsKey(field.Name));
            if (left.Count == 0) break;
            if (!await AddRowAsync(left.Select(field => field.Name), onPage.Keys)) await PressAsync("Spara och fortsätt senare");
        }

        await PressAsync("Klart");
        Assert.True(!Path.Contains("/underlag/", StringComparison.Ordinal), $"{form} is not accepted:{Environment.NewLine}{await ReadAsync()}");
    }

    /// <summary>Answers to a form of a case that leave nothing in it open.</summary>
    public static Task<Answers> AnswersAsync(TestHost host, string number, string form) => host.InScopeAsync(async services =>
        CompleteAnswers.For(services.GetRequiredService<IFormRegistry>().Current(form)!, await services.GetRequiredService<CaseEvidence>().OfAsync(number, CancellationToken.None)));

    /// <summary>What can be answered on the page, by name, with what kind of control: asked for at once, since a question to the browser takes longer than its answer.</summary>
    private async Task<Dictionary<string, string>> FieldsAsync() =>
        (await Main.Locator("[name]").EvaluateAllAsync<string[][]>("fields => fields.map(field => [field.name, field.type])"))
        .DistinctBy(field => field[0]).ToDictionary(field => field[0], field => field[1]);

    private async Task<bool> AddRowAsync(IEnumerable<string> left, IReadOnlyCollection<string> onPage)
    {
        foreach (var rows in PostedAnswers.RowsToAdd(left, onPage))
        {
            var add = Main.Locator($"button[name={FormRows.AddRow}][value='{rows}']");
            if (await add.CountAsync() == 0) continue;
            Clicks++;
            await NextPageAsync(() => add.ClickAsync());
            return true;
        }

        return false;
    }

    private async Task AnswerAsync(string name, string kind, string value)
    {
        Fields++;
        var field = Main.Locator($"[name='{name}']");
        switch (kind)
        {
            case "radio" or "checkbox":
                await field.And(Page.Locator($"[value='{value}']")).CheckAsync();
                break;
            case "select-one" or "select-multiple":
                await field.SelectOptionAsync(value);
                break;
            case "hidden":
                break;
            default:
                await field.FillAsync(value);
                break;
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
