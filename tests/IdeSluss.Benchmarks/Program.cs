using IdeSluss.Benchmarks;
using IdeSluss.Benchmarks.Measuring;
using IdeSluss.Benchmarks.Scenarios;
using IdeSluss.Benchmarks.Web;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

if (args is [Ceiling.Command, .. var ceiling])
{
    await Ceiling.RunAsync(ceiling);
    return 0;
}

if (BenchOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine($"Skriv: {BenchOptions.Usage}");
    return 2;
}

if (options.Measures("parts")) HotParts.Run(options.Quick);
if (options.Only == "parts") return 0;

var stop = CancellationToken.None;
await using var instance = await BenchInstance.OpenAsync(options, stop);
var phases = new List<Phase>();
IReadOnlyList<LabelledQuality> quality = [];
IReadOnlyList<PageCost> pages = [];
ImportMeasured? import = null;
FiguresMeasured? figures = null;
WebReport? web = null;
IReadOnlyList<TelemetryMeasured> telemetry = [];
if (options.Measures("ideas"))
{
    await using (var labelled = await instance.NewAsync("bench_labelled", demo: false, stop)) quality = await new LabelledIdeas(labelled.Services).MeasureAsync(stop);
    phases.Add(new($"{options.Size:N0} ideas, as seeded", await MeasureIdeasAsync()));
}

if (options.Measures("figures"))
{
    figures = await FiguresRun.MeasureAsync(instance.Services, stop);
    phases.Add(new($"Statistics of {options.Size:N0} ideas", await MeasureAsync(instance.Services, FiguresRun.Reading)));
}

if (options.Measures("ideas"))
{
    await instance.WriteMoreAsync(options.Size / 20, stop);
    phases.Add(new($"{options.Size:N0} ideas, after 5 % more writes without vacuum", await MeasureIdeasAsync()));
}

if (options.Measures("web"))
{
    if (Wrk.IsInstalled) web = await new WebRun(options, instance, instance.Folder("web")).MeasureAsync(stop);
    else Console.Error.WriteLine("Over HTTP nothing is measured without the program wrk: install Debian's package wrk, and measure again.");
}

if (options.Measures("telemetry")) telemetry = await TelemetryCost.MeasureAsync(instance.Database.ConnectionString, instance.Folder("web"), options.Rounds * 10, stop);

if (options.Measures("testbeds"))
{
    await using var testbeds = await instance.NewAsync("bench_testbeds", demo: true, stop);
    var today = new BenchTime().StockholmToday();
    await TestbedScenarios.FillAsync(testbeds.Services.GetRequiredService<NpgsqlDataSource>(), today, stop);
    phases.Add(new($"{TestbedScenarios.Things} things with a year of bookings", await MeasureAsync(testbeds.Services, new TestbedScenarios(today).All)));
    pages = await PageCosts.MeasureAsync(testbeds, [("/testbaddar", 1)], options.Rounds * 25, stop);
}

if (options.Measures("import"))
{
    // With demo content, since no instance takes in ideas before someone receives serious irregularities.
    await using var empty = await instance.NewAsync("bench_import", demo: true, stop);
    import = await new ImportRun(empty.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString).MeasureAsync(options.ImportedRows, stop);
}

var report = new BenchReport(options.SizeName, options.Size, options.Rounds, await instance.ServerAsync(stop), Environment.ProcessorCount, TimeProvider.System.GetUtcNow(), phases, pages, quality, import, figures, web, telemetry);
report.Print();
var reports = Path.Combine(BenchInstance.Root, "artifacts", "bench");
if (await Earlier.FindAsync(reports, options.SizeName, stop) is { } earlier) Earlier.Print(earlier, report);
Console.WriteLine();
Console.WriteLine($"Written to {Path.GetRelativePath(BenchInstance.Root, await report.WriteAsync(reports, stop))}");
return 0;

Task<IReadOnlyList<Measured>> MeasureAsync(IServiceProvider services, IReadOnlyList<Scenario> scenarios) => Rounds.RunAsync(services, scenarios, options.Rounds, warmUp: 20, stop);

async Task<IReadOnlyList<Measured>> MeasureIdeasAsync() => await MeasureAsync(instance.Services, new IdeaScenarios(await instance.PublicNumbersAsync(500, stop)).All);
