using System.Globalization;
using System.Text.Json;
using IdeSluss.Benchmarks.Scenarios;
using IdeSluss.Benchmarks.Web;

namespace IdeSluss.Benchmarks.Measuring;

/// <param name="Name">What there was, for example "100 000 ideas, after writes".</param>
internal sealed record Phase(string Name, IReadOnlyList<Measured> Results);

/// <summary>What was measured, as a table and as JSON. It says nothing that was not measured.</summary>
internal sealed record BenchReport(string Size, int Ideas, int Rounds, string Server, int Processors, DateTimeOffset At, IReadOnlyList<Phase> Phases, IReadOnlyList<PageCost> Pages, IReadOnlyList<LabelledQuality> Similar, ImportMeasured? Import, FiguresMeasured? Figures, WebReport? Web, IReadOnlyList<TelemetryMeasured> Telemetry)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Print()
    {
        foreach (var phase in Phases)
        {
            Console.WriteLine();
            Console.WriteLine($"{phase.Name}. {Rounds} rounds, milliseconds, {Server}, {Processors} processors");
            Console.WriteLine($"{"",-44}{"database",26}{"",4}{"whole call",22}{"",4}target");
            Console.WriteLine($"{"",-44}{"p50",10}{"p95",8}{"p99",8}{"",4}{"p50",6}{"p95",8}{"p99",8}{"",4}p50 db");
            foreach (var result in phase.Results)
            {
                var target = result.Target is { } most ? string.Create(CultureInfo.InvariantCulture, $"< {most:0} {(result.Database.P50 < most ? "met" : "NOT MET")}") : "";
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{result.Scenario,-44}{result.Database.P50,10:0.00}{result.Database.P95,8:0.00}{result.Database.P99,8:0.00}{"",4}{result.Whole.P50,6:0.00}{result.Whole.P95,8:0.00}{result.Whole.P99,8:0.00}{"",4}{target}"));
            }
        }

        Console.WriteLine();
        foreach (var page in Pages)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Address}: {page.Milliseconds:0.00} ms of processor time, {page.Bytes / 1024} kB, target < {page.Target:0.##} {(page.Milliseconds < page.Target ? "met" : "NOT MET")}"));
        foreach (var (half, pairs, quality) in Similar)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Similar ideas, {half}: {quality.Questions} questions, {pairs} pairs. recall@5 {quality.Recall:0.000}, precision@5 {quality.Precision:0.000}, first right {quality.First:0.000}; shown as the same: precision {quality.PrecisionOfSame:0.000}, near misses {quality.NearMissesAsSame:0.000}"));
        if (Figures is { } figures) Console.WriteLine(figures);
        Web?.Print();
        foreach (var cost in Telemetry) Console.WriteLine(cost);
        if (Import is not { } import) return;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Import of {import.Rows:N0} rows: {import.Time.TotalSeconds:0} s, at most {import.Peak / 1048576.0:0} MB, {import.Extra / 1048576.0:0} MB more than for a few rows, target < {ImportMeasured.MostExtra / 1048576} {(import.Extra < ImportMeasured.MostExtra ? "met" : "NOT MET")}"));
    }

    /// <returns>The file's path.</returns>
    public async Task<string> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Size}-{At:yyyyMMdd-HHmmss}.json"));
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(this, Options), cancellationToken);
        return path;
    }
}
