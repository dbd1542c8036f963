using System.Diagnostics;
using System.Globalization;
using System.Text;
using IdeSluss.Benchmarks.Generator;
using IdeSluss.Sdk.Commands;

namespace IdeSluss.Benchmarks.Scenarios;

/// <param name="Peak">The most memory that the process had, in bytes.</param>
/// <param name="Extra">So much more than for a file of a few rows.</param>
internal sealed record ImportMeasured(int Rows, TimeSpan Time, long Peak, long Extra)
{
    public const long MostExtra = 200 * 1024 * 1024;
}

/// <summary>Reading in a file at the command line, in a process of its own as an operator does it.</summary>
internal sealed class ImportRun(string connectionString)
{
    private const int Few = 200;

    public async Task<ImportMeasured> MeasureAsync(int rows, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("idesluss-bench-");
        try
        {
            var (few, many) = (await FileAsync(folder, "few", Few, cancellationToken), await FileAsync(folder, "many", rows, cancellationToken));
            var (least, _) = await RunAsync(few, folder, cancellationToken);
            var (peak, time) = await RunAsync(many, folder, cancellationToken);
            return new(rows, time, peak, peak - least);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> FileAsync(DirectoryInfo folder, string name, int rows, CancellationToken cancellationToken)
    {
        var (path, texts) = (Path.Combine(folder.FullName, $"{name}.csv"), new IdeaTexts(rows));
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await file.WriteLineAsync("id;idé");
        for (var row = 0; row < rows; row++)
        {
            var text = texts.Make(row, new Random(row)).Original.Replace("\"", "\"\"", StringComparison.Ordinal);
            await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{row};\"{text}\"").AsMemory(), cancellationToken);
        }

        return path;
    }

    private async Task<(long Peak, TimeSpan Time)> RunAsync(string file, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var host = Path.Combine(BenchInstance.Root, "artifacts", "bin", "IdeSluss.Host", "release", "IdeSluss.Host.dll");
        var start = new ProcessStartInfo("dotnet", [host, "import", "ideas", file, "--source", Path.GetFileNameWithoutExtension(file)]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in BenchInstance.Settings(folder.FullName)) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["IdeSluss__Demo"] = "true";
        start.Environment["ConnectionStrings__IdeSluss"] = connectionString;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        var (ended, peak) = (process.WaitForExitAsync(cancellationToken), 0L);
        while (await Task.WhenAny(ended, Task.Delay(100, cancellationToken)) != ended)
        {
            process.Refresh();
            if (!process.HasExited) peak = Math.Max(peak, process.PeakWorkingSet64);
        }

        await ended;
        if (process.ExitCode is not (CommandExit.Done or CommandExit.Partly)) throw new InvalidOperationException($"The import ended with {process.ExitCode}. {await output} {await errors}");
        return (peak, watch.Elapsed);
    }
}
