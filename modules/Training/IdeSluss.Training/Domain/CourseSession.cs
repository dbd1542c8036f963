using IdeSluss.Sdk.Data;
using IdeSluss.Training.Contracts;

namespace IdeSluss.Training.Domain;

internal enum SessionState
{
    /// <summary>Seen by those who look after courses alone.</summary>
    Draft,
    Open,
    Cancelled,
}

/// <summary>One time that a course is given (<c>domain.md</c> 4.1).</summary>
internal sealed class CourseSession : IVersioned
{
    public const int MostParts = 20;
    public const int MostSeatsAtAll = 1_000;

    /// <summary>Reserved seats are everyone's from so many days before it starts.</summary>
    public const int ReleaseDays = 10;

    public required Guid Id { get; init; }
    public required Guid CourseId { get; init; }
    public SessionState State { get; set; }

    /// <summary>Of the first part.</summary>
    public DateTimeOffset StartsAt { get; set; }

    /// <summary>Of the last part.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>Where; null when it is on the web alone.</summary>
    public string? Place { get; set; }

    /// <summary>https; shown only to those who have a seat.</summary>
    public string? OnlineAddress { get; set; }
    public string? Teachers { get; set; }
    public bool Interpreter { get; set; }
    public bool HearingLoop { get; set; }
    public bool Captions { get; set; }

    /// <summary>With fewer it may be cancelled.</summary>
    public int LeastSeats { get; set; }
    public int Seats { get; set; }

    /// <summary>First and last day one can enrol.</summary>
    public DateOnly EnrolFrom { get; set; }
    public DateOnly EnrolUntil { get; set; }

    /// <summary>Last day one can leave one's seat without saying why to anyone.</summary>
    public DateOnly CancelUntil { get; set; }

    /// <summary>Why it was cancelled, for those who had enrolled.</summary>
    public string? CancelReason { get; set; }
    public bool IsExample { get; init; }
    public int Version { get; set; }
}

/// <summary>A part of a session: a morning, an evening. Attendance is counted in its minutes.</summary>
internal sealed class SessionPart
{
    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>From 1, in time.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset StartsAt { get; set; }
    public required DateTimeOffset EndsAt { get; set; }

    public int Minutes => (int)(EndsAt - StartsAt).TotalMinutes;
}

/// <summary>Seats that only those of a track may have, until they are released.</summary>
internal sealed class SeatReservation
{
    public required Guid SessionId { get; init; }
    public required RoleTrack Track { get; init; }
    public required int Seats { get; init; }
}
