using System.Text.Json;
using System.Text.Json.Serialization;
using IdeSluss.Ideas.Domain;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>The case as it was, kept with the decision so that it can be taken back within its hold; and what the decision set going.</summary>
internal sealed record CaseBefore
{
    public required string Stage { get; init; }
    public string? Track { get; init; }
    public IdeaStatus Status { get; init; }
    public string? CloseReason { get; init; }
    public Guid? MergedIntoId { get; init; }
    public required string WorkflowKey { get; init; }
    public int WorkflowVersion { get; init; }
    public DateTimeOffset StageEnteredAt { get; init; }
    public DateOnly? PromiseDue { get; init; }
    public DateTimeOffset? PausedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateTimeOffset? HeldUntil { get; init; }
    public string? StageBeforeHold { get; init; }

    public Guid? ReceivingUnitId { get; init; }
    public Guid? ReceivingAuthorityId { get; init; }
    public Guid? PoolUnitId { get; init; }
    public Guid? PoolAuthorityId { get; init; }

    /// <summary>Who had the case before it went to a pool; null where the decision left the coach alone.</summary>
    public Guid? CoachBeforePool { get; init; }

    /// <summary>The case's version once the decision is saved: any other means that someone has acted since.</summary>
    public int VersionAfter { get; init; }

    /// <summary>Lines of the history before the decision: more of others' mean that someone has acted since.</summary>
    public int TimelineCount { get; init; }

    /// <summary>Mails that wait for the hold to end.</summary>
    public IReadOnlyList<Guid> Mails { get; init; } = [];

    public static CaseBefore Of(Idea idea, int timelineCount) => new()
    {
        Stage = idea.Stage,
        Track = idea.Track,
        Status = idea.Status,
        CloseReason = idea.CloseReason,
        MergedIntoId = idea.MergedIntoId,
        WorkflowKey = idea.WorkflowKey,
        WorkflowVersion = idea.WorkflowVersion,
        StageEnteredAt = idea.StageEnteredAt,
        PromiseDue = idea.PromiseDue,
        PausedAt = idea.PausedAt,
        PublishedAt = idea.PublishedAt,
        ClosedAt = idea.ClosedAt,
        HeldUntil = idea.HeldUntil,
        StageBeforeHold = idea.StageBeforeHold,
        ReceivingUnitId = idea.ReceivingUnitId,
        ReceivingAuthorityId = idea.ReceivingAuthorityId,
        PoolUnitId = idea.PoolUnitId,
        PoolAuthorityId = idea.PoolAuthorityId,
        VersionAfter = idea.Version + 1,
        TimelineCount = timelineCount,
    };

    public void Restore(Idea idea)
    {
        idea.Stage = Stage;
        idea.Track = Track;
        idea.Status = Status;
        idea.CloseReason = CloseReason;
        idea.MergedIntoId = MergedIntoId;
        idea.WorkflowKey = WorkflowKey;
        idea.WorkflowVersion = WorkflowVersion;
        idea.StageEnteredAt = StageEnteredAt;
        idea.PromiseDue = PromiseDue;
        idea.PausedAt = PausedAt;
        idea.PublishedAt = PublishedAt;
        idea.ClosedAt = ClosedAt;
        idea.HeldUntil = HeldUntil;
        idea.StageBeforeHold = StageBeforeHold;
        idea.ReceivingUnitId = ReceivingUnitId;
        idea.ReceivingAuthorityId = ReceivingAuthorityId;
        idea.PoolUnitId = PoolUnitId;
        idea.PoolAuthorityId = PoolAuthorityId;
        idea.CoachId = CoachBeforePool ?? idea.CoachId;
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static CaseBefore Parse(string json) => JsonSerializer.Deserialize<CaseBefore>(json, Json) ?? throw new JsonException("A decision keeps the case as it was.");

    internal static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };
}
