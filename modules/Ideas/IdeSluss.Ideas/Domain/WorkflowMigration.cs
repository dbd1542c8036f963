namespace IdeSluss.Ideas.Domain;

/// <summary>A recorded decision that the cases of one workflow version go on in another. Append-only but for how far it has come.</summary>
internal sealed class WorkflowMigration
{
    public Guid Id { get; init; }
    public required string FromKey { get; init; }
    public int FromVersion { get; init; }
    public required string ToKey { get; init; }
    public int ToVersion { get; init; }

    /// <summary>Stage before → stage after, as JSON.</summary>
    public required string Stages { get; init; }

    /// <summary>Role, or committee and paragraph.</summary>
    public required string DecidedBy { get; init; }
    public DateOnly DecidedOn { get; init; }
    public required string Reason { get; init; }
    public Guid OrderedById { get; init; }
    public DateTimeOffset OrderedAt { get; init; }
    public int Moved { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
}
