using IdeSluss.Training.Contracts;

namespace IdeSluss.Training.Features.Training.EditSession;

/// <summary>A session as it is typed and as the API takes it. Days are <c>2027-03-14</c>, times <c>09.00</c> or <c>09:00</c>, in Swedish time.</summary>
internal sealed class SessionRecord
{
    public List<PartRecord> Parts { get; set; } = [];
    public string? Place { get; set; }
    public string? OnlineAddress { get; set; }
    public string? Teachers { get; set; }
    public bool Interpreter { get; set; }
    public bool HearingLoop { get; set; }
    public bool Captions { get; set; }
    public int? LeastSeats { get; set; }
    public int? Seats { get; set; }
    public string? EnrolFrom { get; set; }
    public string? EnrolUntil { get; set; }
    public string? CancelUntil { get; set; }

    /// <summary>Seats kept for a track until ten days before.</summary>
    public Dictionary<RoleTrack, int?> Reserved { get; set; } = [];
}

internal sealed class PartRecord
{
    public string? Day { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To);
}
