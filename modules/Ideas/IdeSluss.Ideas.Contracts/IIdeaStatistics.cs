namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// What a module that keeps statistics may count of cases between two instants: sums only, never a case. They are raw: whoever asks sees to it that nobody can be made out before anything is told. Restricted cases and decisions that were taken back are in none of them.
/// </summary>
/// <example><code>
/// foreach (var group in await statistics.HandedInAsync(from, to, cancellationToken)) total += group.Count;
/// </code></example>
public interface IIdeaStatistics
{
    /// <summary>When the first idea came in; null without any.</summary>
    Task<DateTimeOffset?> FirstAsync(CancellationToken cancellationToken);

    /// <summary>Ideas that came in, by way in, area, kind of submitter and language.</summary>
    Task<IReadOnlyList<HandedInCount>> HandedInAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Decisions that moved a case on or ended it, by gate and kind of submitter.</summary>
    Task<IReadOnlyList<DecidedCount>> DecidedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>How long cases rested in a stage that a decision ended, in Swedish working days.</summary>
    Task<IReadOnlyList<StageTime>> StageTimesAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Cases that were closed, by reason and area, and whether what was learnt is there for all to read.</summary>
    Task<IReadOnlyList<ClosedCount>> ClosedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}

/// <param name="Channel">Code of the way in.</param>
/// <param name="Area">Code of the area; null before sorting.</param>
/// <param name="Submitter"><c>Resident</c>, <c>Employee</c>, <c>Elected</c> or <c>Organisation</c>.</param>
/// <param name="Language">BCP 47.</param>
public sealed record HandedInCount(string Channel, string? Area, string Submitter, string Language, int Count);

/// <param name="Advanced">The case went on to a later stage; otherwise it was closed.</param>
public sealed record DecidedCount(string Gate, string Submitter, bool Advanced, int Count);

/// <param name="Median">Working days within which half had been decided on.</param>
/// <param name="Ninth">Working days within which nine of ten had.</param>
public sealed record StageTime(string Stage, int Count, int Median, int Ninth);

/// <param name="Reason">Code of the reason (<see cref="CloseReasons"/>).</param>
/// <param name="LessonShared">What was learnt is written down and complete.</param>
public sealed record ClosedCount(string Reason, string? Area, bool LessonShared, int Count);
