using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using IdeSluss.Platform.Data;
using IdeSluss.Platform.Telemetry;
using IdeSluss.Platform.Tests.Data;
using IdeSluss.Platform.Tests.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace IdeSluss.Platform.Tests.Telemetry;

[Collection(nameof(SharedHost))]
public sealed class PlatformMetricsTests(TrialHost host)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_saved_and_what_follows_is_counted_by_codes_alone()
    {
        var counted = new ConcurrentBag<(string Name, string Tags)>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Name.StartsWith("idesluss.", StringComparison.Ordinal)) self.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => counted.Add((instrument.Name, string.Join(", ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")))));
        listener.Start();
        using var submitter = host.Visitor();

        using var sent = await submitter.ApiAsync(HttpMethod.Post, "/api/v1/ideas/ideas", new { text = "Sätt en hemlig bänk vid Påhittade Petras port.", email = "petra@exempel.example", answerWay = "Email" }, ("Idempotency-Key", "matt-1"));
        await host.MessagesSettledAsync();

        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync(Ct));
        Assert.Contains(("idesluss.events.saved", "event=ideas.idea-submitted.v1"), counted);
        Assert.Contains(counted, one => one.Name == "idesluss.messages.handled" && one.Tags.EndsWith("outcome=done", StringComparison.Ordinal));
        Assert.DoesNotContain(counted, one => one.Tags.Contains("Petra", StringComparison.OrdinalIgnoreCase) || one.Tags.Contains("bänk", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_waits_is_told_with_how_long_the_oldest_has_waited_and_what_gave_up()
    {
        await using var quiet = await Instance.StartAsync();
        await quiet.SqlAsync("""
            insert into mail.message (id, "to", subject, body, reference, created_at, not_before, status, attempt)
            values (gen_random_uuid(), 'a@exempel.example', 'Prov', 'Prov', 'prov', now(), now() - interval '1 hour', 'Queued', 0),
                   (gen_random_uuid(), 'b@exempel.example', 'Prov', 'Prov', 'prov', now(), now() + interval '1 hour', 'Queued', 0),
                   (gen_random_uuid(), 'c@exempel.example', 'Prov', 'Prov', 'prov', now(), now() - interval '2 hours', 'Parked', 8)
            """);
        var waiting = await MeasureAsync();
        Assert.Equal((1L, 1L), (waiting.Mail.Due, waiting.Mail.Parked));
        Assert.InRange(waiting.Mail.Age, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(75));

        // One that waits for its next attempt has waited since it was written.
        await quiet.SqlAsync("""insert into mail.message (id, "to", subject, body, reference, created_at, not_before, status, attempt) values (gen_random_uuid(), 'd@exempel.example', 'Prov', 'Prov', 'prov', now() - interval '3 hours', now() + interval '20 minutes', 'Queued', 7)""");
        var late = await MeasureAsync();
        Assert.Equal(2L, late.Mail.Due);
        Assert.InRange(late.Mail.Age, TimeSpan.FromMinutes(179), TimeSpan.FromMinutes(195));

        Task<Waiting> MeasureAsync() => new MeasureWaiting(quiet.Get<DatabaseServer>(), TimeProvider.System, NullLogger<MeasureWaiting>.Instance).MeasureAsync(Ct);
    }
}
