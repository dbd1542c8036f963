using IdeSluss.TestKit.Hosting;
using Xunit;

namespace IdeSluss.Browser.Tests;

/// <summary>Pictures of every page, to look at: set <c>IDESLUSS_SCREENSHOTS</c> to a folder.</summary>
public sealed class ScreenshotTour(Chromium chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("IDESLUSS_SCREENSHOTS");

    [Fact]
    public async Task Every_page_is_pictured_light_dark_and_on_a_phone()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Folder), "Set IDESLUSS_SCREENSHOTS to a folder to take pictures.");
        foreach (var name in new[] { "pitea", "skelleftea" })
        {
            await using var host = await TestHost.StartAsync(new() { Municipality = name, Settings = Hurry.Settings });
            var (pages, _) = await new SitePages(host).FindAsync();
            await TourAsync(host, pages, $"{name}-light", width: 1280, dark: false);
            await TourAsync(host, pages, $"{name}-dark", width: 1280, dark: true);
            await TourAsync(host, pages, $"{name}-phone", width: 360, dark: false);
        }
    }

    private async Task TourAsync(TestHost host, IReadOnlyList<SitePage> pages, string look, int width, bool dark)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder!, look)).FullName;
        foreach (var group in pages.GroupBy(page => page.Persona))
        {
            await using var person = group.Key is null
                ? await Person.OpenAsync(chromium, host, width: width, dark: dark)
                : await Person.LogInAsync(chromium, host, group.Key, width: width, dark: dark);
            foreach (var page in group)
            {
                await person.GoAsync(page.Address);
                var name = page.Route.Trim('/').Replace('/', '_').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace(":guid", "", StringComparison.Ordinal);
                await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{(name.Length == 0 ? "start" : name)}-{group.Key ?? "alla"}.png"), FullPage = true });
            }
        }
    }
}
