using Microsoft.Playwright;
using Xunit;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(IdeSluss.Browser.Tests.Chromium))]

namespace IdeSluss.Browser.Tests;

/// <summary>One Chromium for all tests: the system's own, nothing is downloaded. The one without windows takes half the processor time for a page.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    private const string WithoutWindows = "/usr/bin/chromium-headless-shell";

    private static string Program => Environment.GetEnvironmentVariable("IDESLUSS_CHROMIUM") ?? (File.Exists(WithoutWindows) ? WithoutWindows : "/usr/bin/chromium");

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            ],
            Timeout = 120_000,
        });
    }

    /// <summary>A fresh browser profile with one page.</summary>
    public async Task<IPage> OpenAsync(Uri address, bool script = true, int width = 1280, int height = 900, bool dark = false)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            JavaScriptEnabled = script,
            Locale = "sv-SE",
            TimezoneId = "Europe/Stockholm",
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
