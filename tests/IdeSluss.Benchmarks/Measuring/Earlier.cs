using System.Globalization;
using System.Text.Json;

namespace IdeSluss.Benchmarks.Measuring;

/// <summary>What the latest report of the same size said, so that a run tells what has changed. The machine changes too: only what moved by a fifth is told.</summary>
internal static class Earlier
{
    private const double Worth = 0.2;

    /// <returns>The latest report of this size; null when this is the first.</returns>
    public static async Task<JsonElement?> FindAsync(string folder, string size, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder)) return null;
        // Named by time.
        var latest = Directory.EnumerateFiles(folder, $"{size}-*.json").Order(StringComparer.Ordinal).LastOrDefault();
        if (latest is null) return null;
        await using var file = File.OpenRead(latest);
        using var report = await JsonDocument.ParseAsync(file, cancellationToken: cancellationToken);
        return report.RootElement.Clone();
    }

    public static void Print(JsonElement earlier, BenchReport now)
    {
        Console.WriteLine();
        Console.WriteLine($"Since {earlier.GetProperty("at").GetDateTimeOffset().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC:");
        var told = false;
        foreach (var phase in earlier.GetProperty("phases").EnumerateArray())
        {
            var name = phase.GetProperty("name").GetString();
            foreach (var was in phase.GetProperty("results").EnumerateArray())
                if (now.Phases.FirstOrDefault(one => one.Name == name)?.Results.FirstOrDefault(one => one.Scenario == was.GetProperty("scenario").GetString()) is { } result)
                    told |= Tell($"{result.Scenario} ({name})", was.GetProperty("database").GetProperty("p50").GetDouble(), result.Database.P50, "ms in the database");
        }

        if (earlier.TryGetProperty("web", out var web) && web.ValueKind == JsonValueKind.Object)
        {
            foreach (var was in web.GetProperty("results").EnumerateArray())
                if (now.Web?.Results.FirstOrDefault(one => one.Name == was.GetProperty("name").GetString()) is { } result)
                    told |= Tell(result.Name, was.GetProperty("perSecond").GetDouble(), result.PerSecond, "a second");
        }

        if (!told) Console.WriteLine("nothing has moved by a fifth.");
    }

    private static bool Tell(string what, double was, double now, string unit)
    {
        if (was <= 0 || Math.Abs(now - was) / was < Worth) return false;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {was:0.##} {unit}, now {now:0.##}"));
        return true;
    }
}
