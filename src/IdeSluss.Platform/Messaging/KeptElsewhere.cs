using System.Collections.Concurrent;

namespace IdeSluss.Platform.Messaging;

/// <summary>
/// What this replica has changed and others still keep as it was, and the other way about. <see cref="WakeOthers"/> carries the word; how something is forgotten, whoever keeps it has told.
/// </summary>
internal sealed class KeptElsewhere(Wakes wakes)
{
    private readonly string me = Guid.CreateVersion7().ToString("N");
    private readonly ConcurrentDictionary<string, long> untold = new();
    private long changes;

    /// <summary>Forgets what is kept here under a tag; under null everything.</summary>
    public Func<string?, CancellationToken, ValueTask> Forget { get; set; } = (_, _) => ValueTask.CompletedTask;

    public bool IsUntold => !untold.IsEmpty;

    public void Changed(string tag)
    {
        untold[tag] = Interlocked.Increment(ref changes);
        wakes.Others.Beat();
    }

    public IReadOnlyList<KeyValuePair<string, long>> Untold() => [.. untold];

    /// <summary>One that has changed again in the meantime is to be told again.</summary>
    public void Told(IEnumerable<KeyValuePair<string, long>> told)
    {
        foreach (var change in told) untold.TryRemove(change);
    }

    /// <summary>With the teller's name, since it hears itself too.</summary>
    public string Said(KeyValuePair<string, long> change) => $"{me} {change.Key}";

    public async ValueTask HeardAsync(string said, CancellationToken cancellationToken)
    {
        if (said.Split(' ', 2) is [var teller, var tag] && teller != me) await Forget(tag, cancellationToken);
    }
}
