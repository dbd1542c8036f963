using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace IdeSluss.Benchmarks.Web;

/// <param name="Walks">How many came to the end of several requests that belong together; 0 when each request stands alone.</param>
/// <param name="P50">Microseconds, as the others.</param>
internal sealed record WrkRun(long Requests, long Microseconds, long Failed, long Walks, long P50, long P95, long P99);

/// <summary>Load from Debian's <c>wrk</c>, which takes far less of the machine than what it asks.</summary>
internal static class Wrk
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <param name="script">One of those beside the program.</param>
    /// <param name="arguments">Of the script; the first is the file it reads.</param>
    public static async Task<WrkRun> RunAsync(Uri server, string script, IReadOnlyList<string> arguments, int connections, int threads, TimeSpan time, CancellationToken cancellationToken)
    {
        var scripts = Path.Combine(AppContext.BaseDirectory, "Web", "Scripts");
        var whole = arguments[0] + ".lua";
        await File.WriteAllTextAsync(whole, await File.ReadAllTextAsync(Path.Combine(scripts, script), cancellationToken) + await File.ReadAllTextAsync(Path.Combine(scripts, "told.lua"), cancellationToken), cancellationToken);
        using var process = Process.Start(new ProcessStartInfo("wrk", ["-t", Text(threads), "-c", Text(connections), "-d", $"{Text((int)time.TotalSeconds)}s", "--timeout", "20s", "-s", whole, server.AbsoluteUri, "--", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var told = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var line = told.Split('\n').LastOrDefault(one => one.StartsWith('{')) ?? throw new InvalidOperationException($"wrk: {told} {await process.StandardError.ReadToEndAsync(cancellationToken)}");
        return JsonSerializer.Deserialize<WrkRun>(line, Options)!;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
