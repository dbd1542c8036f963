namespace IdeSluss.Testbeds.Domain;

/// <summary>A time when a test bed, or one thing in it, cannot be booked: repairs, holidays, somebody's own need of it.</summary>
internal sealed class Blackout
{
    public const int LongestReason = 200;

    public required Guid Id { get; init; }
    /// <summary>Null for equipment of a unit that belongs to no test bed; it is then the resource's.</summary>
    public Guid? TestbedId { get; init; }

    /// <summary>Null for the whole test bed.</summary>
    public Guid? ResourceId { get; init; }
    public required DateTimeOffset From { get; init; }

    /// <summary>Not included.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Shown to everyone.</summary>
    public required string Reason { get; init; }
    public required Guid CreatedById { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public bool Meets(BookingPeriod period) => From < period.To && To > period.From;
}
