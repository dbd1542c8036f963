using System.Diagnostics;

namespace IdeSluss.Benchmarks.Measuring;

/// <summary>How long the commands of one action took: from when each was sent until its answer was read, as Npgsql itself reports it.</summary>
internal sealed class DatabaseTime : IDisposable
{
    private static readonly AsyncLocal<Sum?> Current = new();

    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name == "Npgsql",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        ActivityStopped = activity => Current.Value?.Add(activity.Duration),
    };

    public DatabaseTime() => ActivitySource.AddActivityListener(listener);

    public async Task<(TimeSpan Database, TimeSpan Whole)> OfAsync(Func<Task> action)
    {
        var sum = Current.Value = new Sum();
        var watch = Stopwatch.StartNew();
        await action();
        return (sum.Total, watch.Elapsed);
    }

    public void Dispose() => listener.Dispose();

    private sealed class Sum
    {
        public TimeSpan Total { get; private set; }

        public void Add(TimeSpan time) => Total += time;
    }
}
