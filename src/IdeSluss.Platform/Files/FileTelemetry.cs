using System.Diagnostics.Metrics;
using IdeSluss.Sdk.Telemetry;

namespace IdeSluss.Platform.Files;

/// <summary>Counts, with formats and reasons as codes: never names, people or what is in a file.</summary>
internal static class FileTelemetry
{
    private static readonly ModuleTelemetry Telemetry = new("files");

    /// <summary>Tag <c>type</c>: the content type.</summary>
    public static readonly Counter<long> Saved = Telemetry.Meter.CreateCounter<long>("idesluss.files.saved", "{file}");

    public static readonly Counter<long> SavedBytes = Telemetry.Meter.CreateCounter<long>("idesluss.files.saved_bytes", "By");

    /// <summary>Tag <c>reason</c>: size, empty, format, content, virus, picture, unavailable.</summary>
    public static readonly Counter<long> Refused = Telemetry.Meter.CreateCounter<long>("idesluss.files.refused", "{file}");

    public static readonly Counter<long> Removed = Telemetry.Meter.CreateCounter<long>("idesluss.files.removed", "{file}");

    /// <summary>Found missing or changed, once per finding.</summary>
    public static readonly Counter<long> Damaged = Telemetry.Meter.CreateCounter<long>("idesluss.files.damaged", "{file}");
}
