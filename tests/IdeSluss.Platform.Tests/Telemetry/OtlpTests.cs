using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Outside;
using Xunit;

namespace IdeSluss.Platform.Tests.Telemetry;

public sealed class OtlpTests
{
    [Fact]
    public async Task A_request_reaches_the_operators_collector_as_a_span_without_what_was_searched_for()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var host = await TestHost.StartAsync(new TestHostOptions
        {
            Settings = new Dictionary<string, string?>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            },
        });
        using var visitor = host.Visitor();
        await visitor.GetAsync("/tillganglighet?q=hemligheten");

        await Eventually.TrueAsync(() => Task.FromResult(collector.Contains("/tillganglighet")), "the span to arrive");

        Assert.True(collector.Count("traces") > 0);
        Assert.True(collector.Contains("idesluss"));
        Assert.False(collector.Contains("hemligheten"));
    }
}
