using System.Diagnostics;
using System.Diagnostics.Metrics;
using IdeSluss.Sdk.Telemetry;

namespace IdeSluss.Platform.Telemetry;

/// <summary>What operations watch. Tags are codes that stand in the program: never text, people or case numbers.</summary>
internal static class PlatformMetrics
{
    private static readonly ModuleTelemetry Telemetry = new("platform");

    public static ActivitySource Spans => Telemetry.Source;

    /// <summary>What the municipality does: ideas handed in, gates decided, tests ended. Counted when committed. Tag <c>event</c>: the event's name with version.</summary>
    public static readonly Counter<long> Events = Telemetry.Meter.CreateCounter<long>("idesluss.events.saved", "{event}", "Events that modules have saved.");

    /// <summary>Tags <c>consumer</c> and <c>outcome</c>: done or failed.</summary>
    public static readonly Counter<long> Deliveries = Telemetry.Meter.CreateCounter<long>("idesluss.messages.handled", "{message}", "Messages handled, by consumer.");

    /// <summary>Tag <c>outcome</c>: sent, refused (this message) or failed (the way out is closed).</summary>
    public static readonly Counter<long> Mail = Telemetry.Meter.CreateCounter<long>("idesluss.mail.handled", "{mail}", "Mail that was tried.");

    /// <summary>Tags <c>task</c> and <c>outcome</c>: done or failed. Its count tells how often the task has run.</summary>
    public static readonly Histogram<double> Tasks = Telemetry.Meter.CreateHistogram<double>("idesluss.tasks.duration", "s", "Recurring tasks that have run.",
        advice: new() { HistogramBucketBoundaries = [0.01, 0.05, 0.25, 1, 5, 30, 120, 600, 3600] });

    /// <summary>A link of the audit chain that does not hold, once per nightly check.</summary>
    public static readonly Counter<long> BrokenAudit = Telemetry.Meter.CreateCounter<long>("idesluss.audit.broken", "{finding}", "Checks that found the audit chain broken.");

    private static Waiting? waiting;

    static PlatformMetrics()
    {
        // Without a measurement there is nothing to tell: a gap in the curve, never a zero that reads as "all is well".
        Gauge("idesluss.messages.waiting", "{message}", "Messages that are due and wait.", now => now.Messages.Due);
        Gauge("idesluss.messages.age", "s", "How long the oldest due message has waited.", now => now.Messages.Age.TotalSeconds);
        Gauge("idesluss.messages.parked", "{message}", "Messages that gave up and wait for an administrator.", now => now.Messages.Parked);
        Gauge("idesluss.mail.waiting", "{mail}", "Mail that is due and waits.", now => now.Mail.Due);
        Gauge("idesluss.mail.age", "s", "How long the oldest due mail has waited.", now => now.Mail.Age.TotalSeconds);
        Gauge("idesluss.mail.parked", "{mail}", "Mail that gave up and waits for an administrator.", now => now.Mail.Parked);
    }

    /// <summary>What the gauges tell from now on; null while nobody knows.</summary>
    public static void Set(Waiting? measured) => Volatile.Write(ref waiting, measured);

    public static KeyValuePair<string, object?> Outcome(string outcome) => new("outcome", outcome);

    private static void Gauge(string name, string unit, string description, Func<Waiting, double> value) => Telemetry.Meter.CreateObservableGauge(
        name, () => Volatile.Read(ref waiting) is { } now ? [new Measurement<double>(value(now))] : Array.Empty<Measurement<double>>(), unit, description);

    /// <summary>Measures a task from its start; the tag says how it went.</summary>
    public static void Ran(string task, long started, string outcome) => Tasks.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("task", task), Outcome(outcome));
}

/// <param name="Due">Ready to be handled.</param>
/// <param name="Parked">Given up.</param>
/// <param name="Age">Since the oldest of <paramref name="Due"/> became due.</param>
internal sealed record Queue(long Due, long Parked, TimeSpan Age);

/// <summary>What waits at one moment.</summary>
internal sealed record Waiting(Queue Messages, Queue Mail);
