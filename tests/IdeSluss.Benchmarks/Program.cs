using IdeSluss.Benchmarks;
using IdeSluss.Benchmarks.Measuring;
using IdeSluss.Benchmarks.Scenarios;
using IdeSluss.Sdk.Time;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

if (BenchOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine($"Skriv: {BenchOptions.Usage}");
    return 2;
}

var stop = CancellationToken.None;
await using var instance = await BenchInstance.OpenAsync(options, stop);
var phases = new List<Phase>();
IReadOnlyList<LabelledQuality> quality = [];
ImportMeasured? import = null;
FiguresMeasured? figures = null;
if (!options.OnlyTestbeds)
{
    await using (var labelled = await instance.NewAsync("bench_labelled", demo: false, stop)) quality = await new LabelledIdeas(labelled.Services).MeasureAsync(stop);
    var scenarios = new IdeaScenarios(await instance.PublicNumbersAsync(500, stop)).All;
    phases.Add(new($"{options.Size:N0} ideas, as seeded", await MeasureAsync(instance.Services, scenarios)));
    figures = await FiguresRun.MeasureAsync(instance.Services, stop);
    phases.Add(new($"Statistics of {options.Size:N0} ideas", await MeasureAsync(instance.Services, FiguresRun.Reading)));
    await instance.WriteMoreAsync(options.Size / 20, stop);
    phases.Add(new($"{options.Size:N0} ideas, after 5 % more writes without vacuum", await MeasureAsync(instance.Services, scenarios)));
}

IReadOnlyList<PageCost> pages;
await using (var testbeds = await instance.NewAsync("bench_testbeds", demo: true, stop))
{
    var today = new BenchTime().StockholmToday();
    await TestbedScenarios.FillAsync(testbeds.Services.GetRequiredService<NpgsqlDataSource>(), today, stop);
    phases.Add(new($"{TestbedScenarios.Things} things with a year of bookings", await MeasureAsync(testbeds.Services, new TestbedScenarios(today).All)));
    pages = await PageCosts.MeasureAsync(testbeds, [("/testbaddar", 1)], options.Rounds * 25, stop);
}

if (!options.OnlyTestbeds)
{
    // With demo content, since no instance takes in ideas before someone receives serious irregularities.
    await using var empty = await instance.NewAsync("bench_import", demo: true, stop);
    import = await new ImportRun(empty.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString).MeasureAsync(options.ImportedRows, stop);
}

var report = new BenchReport(options.SizeName, options.Size, options.Rounds, await instance.ServerAsync(stop), Environment.ProcessorCount, TimeProvider.System.GetUtcNow(), phases, pages, quality, import, figures);
report.Print();
Console.WriteLine();
Console.WriteLine($"Written to {Path.GetRelativePath(BenchInstance.Root, await report.WriteAsync(Path.Combine(BenchInstance.Root, "artifacts", "bench"), stop))}");
return 0;

Task<IReadOnlyList<Measured>> MeasureAsync(IServiceProvider services, IReadOnlyList<Scenario> scenarios) => Rounds.RunAsync(services, scenarios, options.Rounds, warmUp: 20, stop);
