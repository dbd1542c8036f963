using IdeSluss.Sdk.Data;
using IdeSluss.Training.Contracts;

namespace IdeSluss.Training.Domain;

internal enum EnrolmentState
{
    /// <summary>A manager has not said yes or no yet. Holds no seat.</summary>
    Requested,

    /// <summary>In line.</summary>
    Waiting,

    /// <summary>A seat is held until <see cref="Enrolment.OfferUntil"/>.</summary>
    Offered,
    Confirmed,

    /// <summary>The learner left, or the session was cancelled.</summary>
    Cancelled,

    /// <summary>The manager said no.</summary>
    Declined,

    /// <summary>The offer was not taken in time.</summary>
    Expired,
}

/// <summary>Someone wants to take part in a session.</summary>
internal sealed class Enrolment : IVersioned
{
    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }
    public required Guid LearnerId { get; init; }
    public required EnrolmentState State { get; set; }

    /// <summary>The learner's tracks on the day they enrolled: which reserved seats they may have.</summary>
    public RoleTrack[] Tracks { get; init; } = [];

    /// <summary>Whose reserved seat is held; null for one that is everyone's.</summary>
    public RoleTrack? SeatOf { get; set; }

    /// <summary>0 for those whose role requires the course, 1 for others. Lower comes first in line.</summary>
    public required int Priority { get; init; }

    /// <summary>When they enrolled: the order in line.</summary>
    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>Who enrolled them; null when they did it themselves.</summary>
    public Guid? EnrolledById { get; init; }

    /// <summary>The manager who is asked, and who then decided.</summary>
    public Guid? ApproverId { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Of <see cref="EnrolmentState.Offered"/>.</summary>
    public DateTimeOffset? OfferUntil { get; set; }

    /// <summary>Two reminders at most, whatever days the job ran.</summary>
    public DateTimeOffset? EarlyReminderAt { get; set; }
    public DateTimeOffset? LateReminderAt { get; set; }
    public int Version { get; set; }
}

internal static class EnrolmentStates
{
    /// <summary>Those that have a seat, or have one held for them.</summary>
    public static readonly EnrolmentState[] Holding = [EnrolmentState.Confirmed, EnrolmentState.Offered];

    /// <summary>Those that are not over: nobody has two of these for one session.</summary>
    public static readonly EnrolmentState[] Living = [EnrolmentState.Requested, EnrolmentState.Waiting, EnrolmentState.Offered, EnrolmentState.Confirmed];
}

/// <summary>
/// What somebody needs to take part: food, access. It can tell of health or belief, so it lies apart, is seen only by those who arrange the session, and is removed thirty days after it
/// (<c>domain.md</c> 4.1).
/// </summary>
internal sealed class EnrolmentNeeds
{
    public const int KeptDays = 30;
    public const int Longest = 500;

    public required Guid EnrolmentId { get; init; }
    public string? Food { get; set; }
    public string? Access { get; set; }
}
