using System.Diagnostics;
using IdeSluss.Platform.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry.Trace;
using Xunit;

namespace IdeSluss.Platform.Tests.Telemetry;

public sealed class TracedConsoleTests
{
    [Fact]
    public void A_line_of_the_log_says_its_trace_and_stays_one_line()
    {
        using var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var written = new StringWriter();
        var entry = new LogEntry<string>(LogLevel.Error, "IdeSluss.Prov", new(7), "Något\ngick fel", new InvalidOperationException("därför"), (state, _) => state);
        new TracedConsole(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))).Write(in entry, null, written);
        Assert.Equal($"2026-03-02 09:00:00 fail: IdeSluss.Prov[7] Något gick fel System.InvalidOperationException: därför trace={activity.TraceId}{Environment.NewLine}", written.ToString());
    }

    [Theory]
    [InlineData(100, ActivityKind.Server, "POST", true)]
    [InlineData(0, ActivityKind.Server, "POST", false)]
    [InlineData(100, ActivityKind.Client, "select", false)]
    [InlineData(100, ActivityKind.Client, "System.Net.Http.HttpRequestOut", true)]
    public void What_is_traced_is_a_share_of_what_begins_here_and_never_the_polling(int percent, ActivityKind kind, string name, bool traced) =>
        Assert.Equal(traced, new WithoutPolling(percent).ShouldSample(new SamplingParameters(default, ActivityTraceId.CreateRandom(), name, kind)).Decision == SamplingDecision.RecordAndSample);
}
