using System.Diagnostics;
using OpenTelemetry.Trace;

namespace IdeSluss.Platform.Telemetry;

/// <summary>
/// Drops database commands that belong to no request and no job: the dispatcher, the mail sender and the scheduler asking "anything to do?", 0.1 MB a second of nothing.
/// Npgsql sets no tags before sampling, so it is told from the framework's HTTP client, whose calls are kept, by that one's fixed name.
/// </summary>
internal sealed class WithoutPolling : Sampler
{
    private const string HttpCall = "System.Net.Http.HttpRequestOut";

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.Kind == ActivityKind.Client && samplingParameters.Name != HttpCall ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
}
