using System.Diagnostics;
using OpenTelemetry.Trace;

namespace IdeSluss.Platform.Telemetry;

/// <summary>
/// Drops database commands that belong to no request and no job: the dispatcher, the mail sender and the scheduler asking "anything to do?", 0.1 MB a second of nothing.
/// </summary>
internal sealed class WithoutPolling : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.Kind == ActivityKind.Client ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
}
