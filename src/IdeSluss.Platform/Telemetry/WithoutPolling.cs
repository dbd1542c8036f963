using System.Diagnostics;
using OpenTelemetry.Trace;

namespace IdeSluss.Platform.Telemetry;

/// <summary>
/// Takes a share of what begins here, told by the trace's id, so that every part of a trace and every replica decides alike. Drops database commands that belong to no request and no job: the
/// dispatcher, the mail sender and the scheduler asking "anything to do?", 0.1 MB a second of nothing. Npgsql sets no tags before sampling, so it is told from the framework's HTTP client, whose
/// calls are kept, by that one's fixed name.
/// </summary>
/// <param name="percent">Of the traces.</param>
internal sealed class WithoutPolling(int percent) : Sampler
{
    private const string HttpCall = "System.Net.Http.HttpRequestOut";

    private readonly TraceIdRatioBasedSampler share = new(percent / 100.0);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind == ActivityKind.Client && samplingParameters.Name != HttpCall ? new(SamplingDecision.Drop) : share.ShouldSample(samplingParameters);
}
