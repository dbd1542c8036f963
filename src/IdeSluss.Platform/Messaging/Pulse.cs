namespace IdeSluss.Platform.Messaging;

/// <summary>Wakes everyone who waits. Take <see cref="Next"/> before looking for work, so that nothing which happens meanwhile is missed.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref next).Task;

    public void Beat() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Waits for the beat, or for the pause to pass, or for the end.</summary>
    public static async Task WaitAsync(Task beat, TimeSpan pause, TimeProvider time, CancellationToken cancellationToken) =>
        await beat.WaitAsync(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}

/// <summary>What the workers of this process wait for; <see cref="WakeOthers"/> carries it to the other replicas.</summary>
internal sealed class Wakes
{
    /// <summary>Deliveries may be waiting.</summary>
    public Pulse Messages { get; } = new();

    /// <summary>Mail may be waiting.</summary>
    public Pulse Mail { get; } = new();

    /// <summary>Something was committed here that other replicas should know of.</summary>
    public Pulse Others { get; } = new();

    /// <summary>A worker here has finished something.</summary>
    public Pulse Done { get; } = new();

    public void Committed(bool messages = true, bool mail = true)
    {
        if (messages) Messages.Beat();
        if (mail) Mail.Beat();
        Others.Beat();
    }

    public void Arrived()
    {
        Messages.Beat();
        Mail.Beat();
    }
}
