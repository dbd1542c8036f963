using IdeSluss.Training.Contracts;

namespace IdeSluss.Training.Domain;

/// <summary>How the seats of a session are shared, as a pure rule: reserved ones are kept for their track until they are released, and never more are given than there are.</summary>
/// <param name="Total">All seats.</param>
/// <param name="Reserved">Empty when they are released.</param>
/// <param name="Held">What is taken or held, by the track whose reserved seat it is; null for everyone's.</param>
internal sealed record Seats(int Total, IReadOnlyDictionary<RoleTrack, int> Reserved, IReadOnlyList<RoleTrack?> Held)
{
    public static Seats Of(CourseSession session, IEnumerable<SeatReservation> reservations, IEnumerable<RoleTrack?> held, DateOnly today) =>
        new(session.Seats, Released(session, today) ? new Dictionary<RoleTrack, int>() : reservations.ToDictionary(one => one.Track, one => one.Seats), [.. held]);

    public static bool Released(CourseSession session, DateOnly today) => today >= Sdk.Time.StockholmTime.StockholmDay(session.StartsAt).AddDays(-CourseSession.ReleaseDays);

    /// <summary>Seats that anyone may have.</summary>
    public int FreeForAll => Math.Max(0, Total - Held.Count - Reserved.Keys.Sum(Left));

    /// <summary>A seat for someone of these tracks: one reserved for them first, so that everyone's last as long as they can.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryTake(IReadOnlyCollection<RoleTrack> tracks, out RoleTrack? seatOf)
    {
        seatOf = null;
        if (Held.Count >= Total) return false;
        foreach (var track in tracks.Where(track => Left(track) > 0).Order().Take(1))
        {
            seatOf = track;
            return true;
        }

        return FreeForAll > 0;
    }

    private int Left(RoleTrack track) => Math.Max(0, Reserved.GetValueOrDefault(track) - Held.Count(one => one == track));
}
