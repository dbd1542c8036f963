using System.Globalization;
using IdeSluss.Benchmarks.Measuring;
using IdeSluss.Host;
using IdeSluss.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace IdeSluss.Benchmarks.Scenarios;

/// <param name="Off">Processor milliseconds for one answer, without telemetry.</param>
/// <param name="Sampled">With it as it comes: metrics, logs, and a share of the traces.</param>
/// <param name="All">With every request traced.</param>
internal sealed record TelemetryMeasured(string Address, double Off, double Sampled, double All)
{
    public const double MostPercent = 3;

    public double Percent => ((Sampled / Off) - 1) * 100;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"Telemetry on {Address}: {Off:0.000} ms of processor without, {Sampled:0.000} with ({Percent:+0.0;-0.0} %, target < {MostPercent} % {(Percent < MostPercent ? "met" : "NOT MET")}), {All:0.000} with every request traced ({((All / Off) - 1) * 100:+0.0;-0.0} %)");
}

/// <summary>
/// What watching costs. Listeners are the process's and not the host's, so the hosts run one after another; of each the cheapest round counts, since whatever disturbs only adds.
/// </summary>
internal static class TelemetryCost
{
    private const int Rounds = 5;

    private static readonly (string Address, double Target)[] Pages = [("/ideer?lage=", 1), ("/testbaddar?sok=labb", 1)];

    public static async Task<IReadOnlyList<TelemetryMeasured>> MeasureAsync(string connectionString, string folder, int requests, CancellationToken cancellationToken)
    {
        await using var collector = await CollectorAsync();
        var ways = new List<Dictionary<string, string?>> { new(), Watched(collector), new(Watched(collector)) { ["IdeSluss:Telemetry:TracedPercent"] = "100" } };
        var least = ways.Select(_ => Pages.ToDictionary(page => page.Address, _ => double.MaxValue)).ToList();
        for (var round = 0; round < Rounds; round++)
            foreach (var (way, at) in ways.Select((way, at) => (way, at)))
            {
                await using var app = await CreateAsync(connectionString, folder, way, cancellationToken);
                foreach (var cost in await PageCosts.MeasureAsync(app, Pages, requests, cancellationToken))
                    least[at][cost.Address] = Math.Min(least[at][cost.Address], cost.Milliseconds);
            }

        return [.. Pages.Select(page => new TelemetryMeasured(page.Address, least[0][page.Address], least[1][page.Address], least[2][page.Address]))];
    }

    private static Dictionary<string, string?> Watched(WebApplication collector) => new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Urls.First(), ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" };

    private static Task<WebApplication> CreateAsync(string connectionString, string folder, Dictionary<string, string?> way, CancellationToken cancellationToken)
    {
        var settings = BenchInstance.Settings(folder);
        settings["ConnectionStrings:IdeSluss"] = connectionString;
        foreach (var (name, value) in way) settings[name] = value;
        return IdeSlussHost.CreateAsync([], ModuleList.All, new HostOverrides { Configuration = settings, Services = services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new BenchTime())) }, cancellationToken);
    }

    /// <summary>Takes what comes and says thanks: one request for hundreds of spans, so that it costs next to nothing here.</summary>
    private static async Task<WebApplication> CollectorAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/{signal}", async (HttpContext context) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/x-protobuf";
        });
        await app.StartAsync();
        return app;
    }
}
