using IdeSluss.Sdk.Data;

namespace IdeSluss.Ideas.Domain;

/// <summary>
/// How far somebody has come in a made-up case. It is no case: nothing of it is among the ideas, so that no list, sum, search, export or series of numbers can ever hold it. No public document either, but one's own
/// exercise book: it may be emptied at any time.
/// </summary>
internal sealed class PracticeCase : IVersioned
{
    public Guid Id { get; init; }
    public Guid PersonId { get; init; }

    /// <summary>Key of the exercise.</summary>
    public required string Exercise { get; init; }

    /// <summary>What has been answered and decided, as JSON.</summary>
    public required string State { get; set; }
    public DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }
}
