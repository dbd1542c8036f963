using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IdeSluss.Sdk.Telemetry;

/// <summary>One source of spans and one meter per module or plugin, named <c>IdeSluss.{name}</c>; the host exports exactly those of its contributors.</summary>
/// <example><code>internal static readonly ModuleTelemetry Telemetry = new("ideas");</code></example>
public sealed class ModuleTelemetry(string contributor)
{
    public const string Prefix = "IdeSluss.";

    public ActivitySource Source { get; } = new(Prefix + contributor);

    public Meter Meter { get; } = new(Prefix + contributor);
}
