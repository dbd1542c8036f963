using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using IdeSluss.Platform.Files;
using IdeSluss.Platform.Telemetry;
using IdeSluss.Platform.Tests.Web;
using IdeSluss.TestKit;
using Xunit;

namespace IdeSluss.Platform.Tests.Telemetry;

/// <summary>A curve that nothing feeds looks like all is well.</summary>
[Collection(nameof(SharedHost))]
public sealed partial class DashboardTests(TrialHost host)
{
    private static readonly string Docker = Path.Combine(Checkout.Root, "docker");

    [Fact]
    public async Task Every_metric_in_a_dashboard_or_an_alert_is_one_that_the_program_emits()
    {
        var emitted = await EmittedAsync();

        var unknown = Expressions().SelectMany(one => Metrics(one.Expression).Where(metric => !emitted.Contains(metric)).Select(metric => $"{one.Where}: {metric}")).Distinct().ToList();

        Assert.True(unknown.Count == 0, $"{string.Join("\n", unknown)}\n\nEmitted: {string.Join(", ", emitted.Order())}");
    }

    [Fact]
    public void Every_event_in_a_dashboard_is_one_that_modules_publish()
    {
        var events = Directory.GetFiles(Path.Combine(Checkout.Root, "tests", "IdeSluss.Architecture.Tests", "EventSamples"), "*.json").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var named = Expressions().SelectMany(one => EventPattern().Matches(one.Expression)).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, events));
    }

    [Fact]
    public void Every_alert_has_an_entry_in_the_runbook()
    {
        var runbook = File.ReadAllText(Path.Combine(Docker, "README.md"));
        var alerts = AlertPattern().Matches(File.ReadAllText(Path.Combine(Docker, "prometheus", "alerts.yml"))).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert => Assert.Contains($"### {alert}", runbook));
    }

    private static IEnumerable<(string Where, string Expression)> Expressions()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Docker, "grafana", "dashboards"), "*.json"))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var panel in json.RootElement.GetProperty("panels").EnumerateArray())
                foreach (var target in panel.GetProperty("targets").EnumerateArray())
                    yield return ($"{Path.GetFileName(file)}, {panel.GetProperty("title")}", target.GetProperty("expr").GetString()!);
        }

        foreach (Match alert in ExpressionPattern().Matches(File.ReadAllText(Path.Combine(Docker, "prometheus", "alerts.yml")))) yield return ("alerts.yml", alert.Groups[1].Value);
    }

    /// <summary>Names of metrics: what is left when labels and groupings are taken away.</summary>
    private static IEnumerable<string> Metrics(string expression) =>
        MetricPattern().Matches(GroupPattern().Replace(LabelsPattern().Replace(expression, ""), " ")).Select(match => match.Value).Where(name => name.Contains('_', StringComparison.Ordinal) && name is not ("histogram_quantile" or "absent_over_time"));

    /// <summary>As Prometheus names what it gets by OTLP.</summary>
    private async Task<HashSet<string>> EmittedAsync()
    {
        var names = new ConcurrentBag<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (!Exported(instrument.Meter.Name)) return;
                foreach (var name in PrometheusNames(instrument)) names.Add(name);
            },
        };
        listener.Start();
        foreach (var type in new[] { typeof(PlatformMetrics), typeof(FileTelemetry) }) RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        using var visitor = host.Visitor();
        await visitor.GetAsync("/");
        using var client = new HttpClient();
        await client.GetAsync(host.Address, TestContext.Current.CancellationToken);
        return [.. names];
    }

    private static bool Exported(string meter) =>
        meter is "System.Runtime" or "System.Net.Http" || Observability.Meters.Any(name => name.EndsWith('*') ? meter.StartsWith(name[..^1], StringComparison.Ordinal) : meter == name);

    private static IEnumerable<string> PrometheusNames(Instrument instrument)
    {
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = instrument.Name.Replace('.', '_');
        if (unit.Length > 0 && !name.EndsWith(unit, StringComparison.Ordinal)) name += unit;
        var kind = instrument.GetType().Name;
        if (kind.StartsWith("Histogram", StringComparison.Ordinal)) return [$"{name}_bucket", $"{name}_count", $"{name}_sum"];
        return kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? [$"{name}_total"] : [name];
    }

    [GeneratedRegex("""event="([a-z0-9.-]+)""")]
    private static partial Regex EventPattern();

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex AlertPattern();

    [GeneratedRegex(@"expr: (.+)")]
    private static partial Regex ExpressionPattern();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex LabelsPattern();

    [GeneratedRegex(@"\b(by|on|without)\s*\([^)]*\)")]
    private static partial Regex GroupPattern();

    [GeneratedRegex(@"[a-z][a-z0-9_]*")]
    private static partial Regex MetricPattern();
}
