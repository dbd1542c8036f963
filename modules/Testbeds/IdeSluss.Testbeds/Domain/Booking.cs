using IdeSluss.Sdk.Data;

namespace IdeSluss.Testbeds.Domain;

/// <summary>How far a booked thing has come. Those that hold their place in the database are <see cref="Offered"/>, <see cref="Requested"/>, <see cref="Booked"/> and <see cref="Lent"/>, and <see cref="Returned"/> until the unit is in order again.</summary>
internal enum BookingState
{
    /// <summary>In the waiting list: holds nothing.</summary>
    Waiting,

    /// <summary>The first in the waiting list may say yes until <see cref="BookingItem.OfferUntil"/>.</summary>
    Offered,

    /// <summary>Waits for somebody's approval.</summary>
    Requested,
    Booked,

    /// <summary>Handed over.</summary>
    Lent,

    /// <summary>Taken back.</summary>
    Returned,
    Declined,
    Cancelled,

    /// <summary>The offer was not answered in time, or the time came before a place was free.</summary>
    Expired,
}

/// <summary>What somebody asked for at once: one time, one or several things.</summary>
internal sealed class Booking : IVersioned
{
    public const int LongestPurpose = 500;
    public const int LongestIdea = 20;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>What it is for; seen by the one who booked and by those who look after what is booked.</summary>
    public required string Purpose { get; set; }

    /// <summary>Number of the idea that is tried, as it was typed.</summary>
    public string? Idea { get; set; }
    public required DateTimeOffset From { get; set; }
    public required DateTimeOffset To { get; set; }
    public required bool WholeDays { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public List<BookingItem> Items { get; init; } = [];
    public int Version { get; set; }

    public BookingPeriod Period => BookingPeriod.Between(From, To, WholeDays);
}

/// <summary>One unit of one thing that is booked. The database refuses two that hold the same unit at the same time.</summary>
internal sealed class BookingItem : IVersioned
{
    public const int LongestReason = 1_000;
    public const int LongestCondition = 1_000;

    public required Guid Id { get; init; }
    public required Guid BookingId { get; init; }
    public required Guid ResourceId { get; init; }

    /// <summary>Which of the resource's units, from 1; 0 while it waits for one.</summary>
    public required int UnitNumber { get; set; }
    public required DateTimeOffset From { get; set; }
    public required DateTimeOffset To { get; set; }

    /// <summary>With what must be free before.</summary>
    public required DateTimeOffset HeldFrom { get; set; }

    /// <summary>With what must be free after.</summary>
    public required DateTimeOffset HeldTo { get; set; }
    public required BookingState State { get; set; }

    /// <summary>Place in the waiting list and in the approver's queue.</summary>
    public required DateTimeOffset RequestedAt { get; set; }
    public DateTimeOffset? OfferUntil { get; set; }
    public Guid? DecidedById { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was declined or called off.</summary>
    public string? Reason { get; set; }
    public DateTimeOffset? HandedOverAt { get; set; }
    public Guid? HandedOverById { get; set; }
    public string? ConditionOut { get; set; }
    public DateTimeOffset? ReturnedAt { get; set; }
    public Guid? ReturnedById { get; set; }
    public string? ConditionBack { get; set; }

    /// <summary>When the borrower was last told that it should have been back.</summary>
    public DateTimeOffset? RemindedAt { get; set; }
    public int Version { get; set; }

    public bool HoldsPlace => State is BookingState.Offered or BookingState.Requested or BookingState.Booked or BookingState.Lent or BookingState.Returned;

    /// <summary>The one who booked may still take it back or move it.</summary>
    public bool CanCancel(DateTimeOffset now) => State is BookingState.Waiting or BookingState.Offered || (State is BookingState.Requested or BookingState.Booked && To > now);
}

/// <summary>What has happened to a booking, in order.</summary>
internal enum BookingStep
{
    Asked,
    JoinedList,
    Approved,
    Declined,
    Offered,
    Skipped,
    Accepted,
    LeftList,
    OfferExpired,
    TimePassed,
    Cancelled,

    /// <summary>By those who look after the thing.</summary>
    CalledOff,

    /// <summary>What was left of it, when the test it was for ended.</summary>
    Released,
    Moved,
    HandedOver,
    TakenBack,
    Reminded,
}

internal sealed class BookingLogEntry
{
    /// <summary>In the order that things happened.</summary>
    public required Guid Id { get; init; }
    public required Guid BookingId { get; init; }
    public Guid? ItemId { get; init; }
    public required BookingStep Step { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null when the system did it.</summary>
    public Guid? ActorId { get; init; }
}

/// <summary>A calendar that other programs read: the address is a secret made from the id. Whoever wants a new address makes a new one; the old stops working.</summary>
internal sealed class CalendarFeed
{
    public required Guid Id { get; init; }

    /// <summary>Whose own bookings it shows; null for a test bed's.</summary>
    public Guid? PersonId { get; init; }
    public Guid? TestbedId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
