using System.Diagnostics;
using IdeSluss.TestKit;
using IdeSluss.TestKit.Hosting;
using IdeSluss.TestKit.Outside;
using Xunit;

namespace IdeSluss.Platform.Tests.Telemetry;

/// <summary>What an operator's collector gets from the real host.</summary>
public sealed class CollectedHost : IAsyncLifetime
{
    internal OtlpReceiver Collector { get; private set; } = null!;

    internal TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Collector = await OtlpReceiver.StartAsync();
        Host = await TestHost.StartAsync(new TestHostOptions
        {
            Settings = new Dictionary<string, string?>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "300",
                ["IdeSluss:Telemetry:TracedPercent"] = "100",
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Collector.DisposeAsync();
    }
}

public sealed class OtlpTests(CollectedHost collected) : IClassFixture<CollectedHost>
{
    [Fact]
    public async Task A_request_reaches_the_operators_collector_as_a_span_without_what_was_searched_for()
    {
        using var visitor = collected.Host.Visitor();
        await visitor.GetAsync("/tillganglighet?q=hemligheten");

        await Eventually.TrueAsync(() => collected.Collector.Contains("/tillganglighet"), "the span to arrive");

        Assert.True(collected.Collector.Count("traces") > 0);
        Assert.True(collected.Collector.Contains("idesluss"));
        Assert.False(collected.Collector.Contains("hemligheten"));
    }

    /// <summary>And an example of it stands in the curve of how long requests take.</summary>
    [Fact]
    public async Task One_trace_leads_from_the_page_where_someone_hands_in_over_the_database_and_what_followed_to_the_mail()
    {
        using var canary = new Canary("hemligbank");
        using var browser = new Activity("browser").SetIdFormat(ActivityIdFormat.W3C).Start();
        var trace = browser.TraceId;
        using var visitor = collected.Host.Visitor();
        // Sets off an event with a consumer that writes, and a receipt by mail.
        var review = await visitor.PostFormAsync("/lamna-ide", new { Text = $"{canary.Text}. Personalen lämnade en dam ensam i duschen i en timme.", AnswerWay = "Email", Email = $"{canary.Text}@exempel.example" });
        Assert.StartsWith("/kvitto/", (await visitor.SubmitAsync(review, new { })).Address, StringComparison.Ordinal);
        await collected.Host.MessagesSettledAsync();

        await Eventually.TrueAsync(() => collected.Collector.SpansOf(trace).Contains("send mail"), "the mail's span to arrive");
        var spans = collected.Collector.SpansOf(trace);
        Assert.Contains(spans, name => name.StartsWith("POST ", StringComparison.Ordinal) && name.EndsWith("lamna-ide/granska", StringComparison.Ordinal));
        Assert.Contains(spans, name => name.StartsWith("deliver ", StringComparison.Ordinal));
        // Each of them has commands of the database below it.
        Assert.True(spans.Count > 8, string.Join(", ", spans));
        await Eventually.TrueAsync(() => collected.Collector.IsExampleIn("http.server.request.duration", trace), "the example in the curve");
        Assert.Empty(canary.LeaksFrom(collected.Host).Where(leak => !leak.StartsWith("mail", StringComparison.Ordinal)));
        Assert.False(collected.Collector.Contains(canary.Text));
        Assert.True(collected.Collector.Contains(await collected.Host.Database.QueryAsync<string>("select case_number from ideas.ideas order by received_at desc limit 1")));
    }
}
