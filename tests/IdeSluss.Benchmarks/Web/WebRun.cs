using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using IdeSluss.Benchmarks.Generator;
using IdeSluss.Benchmarks.Scenarios;
using Npgsql;

namespace IdeSluss.Benchmarks.Web;

/// <param name="PerSecond">Answers a second (of a walk: whole walks), the middle of the rounds.</param>
/// <param name="Slowest">Milliseconds that 99 of 100 answers stay below, the middle of the rounds.</param>
/// <param name="Processor">Milliseconds of the server's processor time for one.</param>
/// <param name="Database">The same of the database server.</param>
/// <param name="Ratio">Of what it is compared with; null without.</param>
internal sealed record WebMeasured(string Name, double PerSecond, double P50, double P95, double Slowest, double Processor, double Database, long Failed, string? Against, double? Ratio, string Target, bool? Met);

/// <param name="Judged">False: the machine was not even enough for what was measured to say anything.</param>
/// <param name="Moved">The fastest round of the page that never changes by its slowest.</param>
internal sealed record WebReport(IReadOnlyList<WebMeasured> Results, double Moved, bool Judged, IReadOnlyList<double> StartSeconds, double MemoryIdle, double MemoryBusy, double FirstVisit)
{
    public const double MostMoved = 2;
    public const double MostStart = 1.5;
    public const double MostMemory = 200;
    public const double MostFirstVisit = 120;

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"Over HTTP, {WebRun.Connections} at a time. Answers a second, milliseconds, and processor milliseconds for one");
        Console.WriteLine($"{"",-48}{"per s",9}{"p50",8}{"p95",8}{"p99",8}{"server",9}{"database",9}{"ratio",8}");
        foreach (var one in Results)
        {
            var ratio = one.Ratio is { } share ? string.Create(CultureInfo.InvariantCulture, $"{share,8:0.00}") : $"{"",8}";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{one.Name,-48}{one.PerSecond,9:0}{one.P50,8:0.00}{one.P95,8:0.00}{one.Slowest,8:0.00}{one.Processor,9:0.000}{one.Database,9:0.000}{ratio}  {Judge(one.Target, one.Met)}{(one.Failed > 0 ? $" ({one.Failed} failed)" : "")}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Start to first answer: {string.Join(", ", StartSeconds.Select(one => one.ToString("0.00", CultureInfo.InvariantCulture)))} s  {Judge($"< {MostStart} s", StartSeconds.Min() < MostStart)}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory of the host (PSS): {MemoryIdle:0} MB idle, {MemoryBusy:0} MB under load  {Judge($"< {MostMemory} MB", MemoryBusy < MostMemory)}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"First visit to the list: {FirstVisit:0} kB compressed  {Judge($"< {MostFirstVisit} kB", FirstVisit < MostFirstVisit)}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The page that never changes moved {Moved:0.00} times between rounds{(Judged ? "" : ": MORE THAN TWOFOLD. Nothing is judged; measure again on a quieter machine")}."));
    }

    private string Judge(string target, bool? met) => target.Length == 0 ? "" : $"{target} {(!Judged ? "not judged" : met == true ? "met" : "NOT MET")}";
}

/// <summary>
/// The published host as its users meet it, over HTTP, beside the ceilings of the same machine, in turns: a round of each at a time, so that what else the machine does falls on all alike.
/// </summary>
internal sealed class WebRun(BenchOptions options, BenchInstance instance, string folder)
{
    public const int Connections = 8;
    private const int ProductPort = 5391;
    private const int CeilingPort = 5392;
    private static readonly string Published = Path.Combine(BenchInstance.Root, "artifacts", "bench-publish");

    private int Rounds => options.Quick ? 3 : 7;

    private TimeSpan Time => TimeSpan.FromSeconds(options.Quick ? 2 : 4);

    /// <summary>First, and not counted: until what runs often has been compiled for it.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    public async Task<WebReport> MeasureAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await using (var ahead = instance.Database.CreateCommand("select setval('ideas.case_number', 20000000)")) await ahead.ExecuteNonQueryAsync(cancellationToken);
        // The first start fills in what demo content needs; then as often as a start is measured.
        await using (await StartAsync(jobs: true, cancellationToken)) { }
        var starts = new List<double>();
        for (var i = 0; i < 3; i++)
            await using (var once = await StartAsync(jobs: true, cancellationToken)) starts.Add(once.Started.TotalSeconds);
        // What the clock starts would fall on whatever is measured at that minute. Messages, mail and audit are not among it: they follow what is done.
        await using var product = await StartAsync(jobs: false, cancellationToken);
        var idle = product.Memory;
        var firstVisit = await FirstVisit.KilobytesAsync(product.Address, "/ideer", cancellationToken);
        var numbers = await instance.PublicNumbersAsync(500, cancellationToken);
        await KeepPagesAsync(product.Address, numbers[0].CaseNumber, cancellationToken);
        var files = await WriteRequestsAsync(product.Address, numbers, cancellationToken);
        await using var ceiling = await ServerProcess.StartAsync(
            Environment.ProcessPath!, [Ceiling.Command, instance.Database.ConnectionString, CeilingPort.ToString(CultureInfo.InvariantCulture), folder], new Dictionary<string, string?>(), CeilingPort, "/constant", cancellationToken);

        var loads = WebLoad.All;
        var rounds = loads.ToDictionary(load => load.Name, _ => new List<Round>());
        long busy = 0;
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var load in loads)
            {
                var server = load.OfCeiling ? ceiling : product;
                var (own, database) = (server.Processor, instance.DatabaseProcessor);
                var run = await Wrk.RunAsync(server.Address, load.Script, [files[load.Name], .. load.Compressed ? ["br"] : Array.Empty<string>()], Connections, load.IsWalk ? Connections : 1, round < 0 ? WarmUp : Time, cancellationToken);
                if (round >= 0) rounds[load.Name].Add(new(run, server.Processor - own, instance.DatabaseProcessor - database));
                busy = Math.Max(busy, product.Memory);
                // The product has nobody to deliver them to and would walk past them at each of its own.
                if (load.OfCeiling) await using (var mine = instance.Database.CreateCommand($"delete from messaging.delivery where consumer = '{Ceiling.Consumer}'")) await mine.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        var constant = rounds[WebLoad.Constant].ConvertAll(one => one.PerSecond(walk: false));
        var moved = constant.Max() / constant.Min();
        return new(Results(loads, rounds), moved, moved <= WebReport.MostMoved, starts, idle / 1048576.0, busy / 1048576.0, firstVisit);
    }

    private static List<WebMeasured> Results(IReadOnlyList<WebLoad> loads, Dictionary<string, List<Round>> rounds)
    {
        var results = new List<WebMeasured>();
        foreach (var load in loads)
        {
            var own = rounds[load.Name];
            double Middle(Func<Round, double> of) => MiddleOf([.. own.Select(of)]);
            var perSecond = Middle(one => one.PerSecond(load.IsWalk));
            double? ratio = load.Against is { } against ? MiddleOf([.. own.Zip(rounds[against], (one, other) => one.PerSecond(load.IsWalk) / other.PerSecond(walk: false))]) : null;
            var slowest = Middle(one => one.Run.P99 / 1000.0);
            results.Add(new(load.Name, perSecond, Middle(one => one.Run.P50 / 1000.0), Middle(one => one.Run.P95 / 1000.0), slowest, Middle(one => one.Own.TotalMilliseconds / one.Count(load.IsWalk)),
                Middle(one => one.Database.TotalMilliseconds / one.Count(load.IsWalk)), own.Sum(one => one.Run.Failed), load.Against, ratio, load.Target.Text, load.Target.Met(ratio, perSecond, slowest)));
        }

        return results;
    }

    private static double MiddleOf(List<double> numbers) => numbers.Order().ElementAt(numbers.Count / 2);

    private Task<ServerProcess> StartAsync(bool jobs, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>
        {
            // As the service's unit and the image set it.
            ["DOTNET_GCgen0size"] = "0x1000000",
            ["ConnectionStrings__IdeSluss"] = instance.Database.ConnectionString,
            ["IdeSluss__DataFolder"] = Path.Combine(folder, "data"),
            ["IdeSluss__Municipality"] = "pitea",
            ["IdeSluss__Demo"] = "true",
            ["IdeSluss__Jobs"] = jobs ? "true" : "false",
            ["IdeSluss__RateLimits__global__Permits"] = "1000000000",
            ["IdeSluss__RateLimits__write__Permits"] = "1000000000",
            ["IdeSluss__RateLimits__secret__Permits"] = "1000000000",
            ["Logging__LogLevel__Default"] = "Warning",
            ["urls"] = $"http://127.0.0.1:{ProductPort}",
        };
        return ServerProcess.StartAsync(Path.Combine(Published, "IdeSluss.Host"), [], settings, ProductPort, "/", cancellationToken);
    }

    /// <summary>The pages as the product answers them, for the ceilings to surround theirs with.</summary>
    private async Task KeepPagesAsync(Uri product, string number, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = product };
        await File.WriteAllTextAsync(Path.Combine(folder, "list.html"), await client.GetStringAsync("/ideer", cancellationToken), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "idea.html"), await client.GetStringAsync($"/ideer/{number}", cancellationToken), cancellationToken);
    }

    private async Task<Dictionary<string, string>> WriteRequestsAsync(Uri product, IReadOnlyList<PublicNumber> numbers, CancellationToken cancellationToken)
    {
        var codes = await CodesAsync(product, 200, cancellationToken);
        var files = new Dictionary<string, string>();
        foreach (var load in WebLoad.All)
        {
            var file = Path.Combine(folder, string.Concat(load.Name.Where(char.IsAsciiLetterOrDigit)) + ".txt");
            await File.WriteAllLinesAsync(file, load.Lines(numbers, codes), cancellationToken);
            files[load.Name] = file;
        }

        return files;
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(Uri product, int count, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = product };
        var codes = new List<string>();
        for (var i = 0; i < count; i++)
        {
            using var answer = await client.PostAsJsonAsync("/api/v1/ideas/ideas", new { text = WebLoad.Text }, cancellationToken);
            answer.EnsureSuccessStatusCode();
            codes.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("code").GetString()!);
        }

        return codes;
    }

    /// <param name="Own">Processor time of the server.</param>
    private sealed record Round(WrkRun Run, TimeSpan Own, TimeSpan Database)
    {
        public long Count(bool walk) => Math.Max(1, walk ? Run.Walks : Run.Requests);

        public double PerSecond(bool walk) => Count(walk) / (Run.Microseconds / 1_000_000.0);
    }
}
