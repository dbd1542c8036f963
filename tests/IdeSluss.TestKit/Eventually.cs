using System.Diagnostics;

namespace IdeSluss.TestKit;

/// <summary>Waits for something that happens by itself, with a generous limit: a busy machine must not fail a test.</summary>
public static class Eventually
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task TrueAsync(Func<bool> condition, string what, TimeSpan? within = null) =>
        TrueAsync(() => Task.FromResult(condition()), what, within);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what, TimeSpan? within = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (within ?? Limit)) throw new TimeoutException($"Still waiting for {what} after {watch.Elapsed.TotalSeconds:0} s.");
            await Task.Delay(25);
        }
    }
}
