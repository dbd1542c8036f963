using IdeSluss.Sdk.Data;

namespace IdeSluss.Testbeds.Domain;

/// <summary>
/// Someone outside the log-in was asked by mail to describe the environments of a unit, or to say whether a description is still right. The link in the mail follows
/// from the id under the instance's secret; nothing of it is stored.
/// </summary>
internal sealed class InventoryInvitation : IVersioned
{
    public const int LongestNote = 2_000;

    /// <summary>How long the link works.</summary>
    public const int Days = 60;

    public required Guid Id { get; init; }
    public required Guid AuthorityId { get; init; }
    public Guid? UnitId { get; init; }

    /// <summary>The one whose description is asked about; null when new ones are asked for.</summary>
    public Guid? TestbedId { get; init; }

    /// <summary>Who is asked. Cleared when it has been answered or has expired: it was needed for the question alone.</summary>
    public string? Email { get; set; }

    /// <summary>Null when the yearly job asked.</summary>
    public Guid? SentById { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When a question without answer was sent once more.</summary>
    public DateTimeOffset? RemindedAt { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>How many environments were described.</summary>
    public int Described { get; set; }

    /// <summary>What has changed, or why there is nothing to describe.</summary>
    public string? Note { get; set; }
    public int Version { get; set; }

    public bool IsOpen(DateTimeOffset now) => AnsweredAt is null && now < SentAt.AddDays(Days);
}
