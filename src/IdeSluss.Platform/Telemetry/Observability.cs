using IdeSluss.Sdk.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace IdeSluss.Platform.Telemetry;

/// <summary>
/// Traces, metrics and logs. Exported by OTLP when the standard environment variables name a receiver (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>), otherwise not even collected.
/// Addresses are recorded without their query, and nothing here records bodies, parameters or headers: personal text never reaches telemetry.
/// </summary>
internal static class Observability
{
    /// <summary>Besides the runtime's and the HTTP client's.</summary>
    public static readonly string[] Meters = [ModuleTelemetry.Prefix + "*", "Quartz", "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting"];

    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.FormatterName = TracedConsole.FormatterName).AddConsoleFormatter<TracedConsole, ConsoleFormatterOptions>();

        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Services.AddHostedService<MeasureWaiting>();
        var share = new WithoutPolling(builder.Configuration.GetValue("IdeSluss:Telemetry:TracedPercent", 10));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("idesluss", serviceVersion: typeof(Observability).Assembly.GetName().Version?.ToString(3))
                .AddAttributes([new("idesluss.municipality", builder.Configuration["IdeSluss:Municipality"] ?? "")]))
            .WithTracing(tracing => tracing
                // Also for those who send a trace of their own along: what is collected here is not decided by whoever asks.
                .SetSampler(new ParentBasedSampler(share, remoteParentSampled: share, remoteParentNotSampled: share))
                .AddSource(ModuleTelemetry.Prefix + "*", "Quartz")
                .AddAspNetCoreInstrumentation(asp => asp.Filter = context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddHttpClientInstrumentation()
                .AddNpgsql())
            .WithMetrics(metrics => metrics
                .AddMeter(Meters)
                // From a slow place in a curve to a request that was that slow.
                .SetExemplarFilter(ExemplarFilterType.TraceBased)
                .AddRuntimeInstrumentation()
                .AddHttpClientInstrumentation())
            .WithLogging(configureBuilder: null, logs => logs.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    }
}
