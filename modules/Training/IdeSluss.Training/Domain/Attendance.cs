namespace IdeSluss.Training.Domain;

internal enum AttendanceMethod
{
    /// <summary>Ticked by those who run the course.</summary>
    List,

    /// <summary>The learner gave the code that was shown in the room, or scanned it.</summary>
    Code,
}

/// <summary>Someone was there during a part. Written once per part; who says otherwise removes it.</summary>
internal sealed class Attendance
{
    public required Guid EnrolmentId { get; init; }
    public required Guid PartId { get; init; }

    /// <summary>As long as the part was when it was written, or shorter for one who left.</summary>
    public required int Minutes { get; init; }
    public required AttendanceMethod Method { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid ById { get; init; }
}

/// <summary>When a course is completed: enough of its minutes (<c>domain.md</c> 4.1).</summary>
internal static class Completion
{
    public const int DefaultPercent = 80;

    public static bool IsMet(int attended, int total, int percent) => total > 0 && attended * 100L >= (long)total * percent;
}
