using System.Diagnostics;
using System.Globalization;

namespace IdeSluss.Benchmarks.Web;

/// <summary>A server in a process of its own, so that what it costs can be told from what asking costs.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>The first start fills in demo content, beside a million ideas.</summary>
    private static readonly TimeSpan MostStart = TimeSpan.FromMinutes(10);

    /// <summary>Of <c>/proc</c>, on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    private readonly Process process;

    private ServerProcess(Process process, Uri address, TimeSpan started) => (this.process, Address, Started) = (process, address, started);

    public Uri Address { get; }

    /// <summary>From the start of the program to its first answer.</summary>
    public TimeSpan Started { get; }

    /// <summary>Of the process since it started.</summary>
    public TimeSpan Processor => ProcessorOf(process.Id);

    /// <summary>Proportional share of memory: what is shared with other processes counts by its part. In bytes.</summary>
    public long Memory => Kilobytes(process.Id, "Pss:") * 1024;

    /// <param name="first">The path whose answer ends the start.</param>
    public static async Task<ServerProcess> StartAsync(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?> environment, int port, string first, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(program)! };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var address = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var errors = "";
        process.OutputDataReceived += (_, line) => { if (line.Data?.Contains("fail:", StringComparison.Ordinal) == true || line.Data?.Contains("crit:", StringComparison.Ordinal) == true) errors += line.Data + "\n"; };
        process.ErrorDataReceived += (_, line) => errors += line.Data + "\n";
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        while (true)
        {
            if (process.HasExited || watch.Elapsed > MostStart)
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"{Path.GetFileName(program)} did not answer on {first}: {errors}");
            }

            try
            {
                using var answer = await client.GetAsync(first, cancellationToken);
                if (answer.IsSuccessStatusCode) return new(process, address, watch.Elapsed);
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(5, cancellationToken);
        }
    }

    /// <summary>Of a process and all that it has started: a database server is one process for each connection.</summary>
    public static TimeSpan ProcessorOf(int id, bool withChildren = false)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            // proc(5): utime and stime are fields 14 and 15, and of children that have ended 16 and 17; the text after the name begins with field 3.
            var ticks = fields[11..(withChildren ? 15 : 13)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
            var own = TimeSpan.FromSeconds(ticks / TicksPerSecond);
            return withChildren ? File.ReadAllText($"/proc/{id}/task/{id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(own, (sum, child) => sum + ProcessorOf(int.Parse(child, CultureInfo.InvariantCulture))) : own;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return TimeSpan.Zero;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // As a service manager ends it, so that its connections are closed.
            using (var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await stop.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.Dispose();
    }

    private static long Kilobytes(int id, string line) =>
        File.ReadLines($"/proc/{id}/smaps_rollup").Where(one => one.StartsWith(line, StringComparison.Ordinal)).Select(one => long.Parse(one[line.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).Single();
}
