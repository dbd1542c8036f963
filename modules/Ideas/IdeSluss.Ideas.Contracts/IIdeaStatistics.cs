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

    /// <summary>Ideas that came in, by way in, area, kind of submitter, language, and the authority and unit that have them now.</summary>
    Task<IReadOnlyList<HandedInCount>> HandedInAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Decisions that moved a case on or ended it, by gate, kind of submitter and area.</summary>
    Task<IReadOnlyList<DecidedCount>> DecidedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>The same decisions by when the submitter was told: the reply is there to read when its hold ends, and whoever has neither e-mail nor account has been called or written to.</summary>
    Task<IReadOnlyList<ToldCount>> ToldAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>
    /// Who decided, at which gate and in which authority: rows of persons, so that a module that knows something of them by their own word can count. What a nämnd decided is not there: its secretary has only written it in.
    /// </summary>
    Task<IReadOnlyList<GateDecider>> DecidersAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>How long cases rested in a stage that a decision ended, in Swedish working days.</summary>
    Task<IReadOnlyList<StageDays>> StageTimesAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>The same of ideas that somebody has put in groups, by group.</summary>
    /// <param name="groups">Idea → group.</param>
    Task<IReadOnlyList<GroupDays>> GroupedTimesAsync(IReadOnlyDictionary<Guid, string> groups, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Cases that were closed, by reason, area and the authority and unit that have them, and whether what was learnt is there for all to read.</summary>
    Task<IReadOnlyList<ClosedCount>> ClosedAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Working days from when an idea came in until it was in use: handed over to the line organisation, or done at once.</summary>
    Task<IReadOnlyList<AreaNumber>> ImplementedTimesAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Talks with those who have the need, for each idea whose need was decided on.</summary>
    Task<IReadOnlyList<AreaNumber>> NeedTalksAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Ideas whose effect was decided on, by whether it is to be spread to others. Those that say nothing of it are not there.</summary>
    Task<IReadOnlyList<SpreadCount>> SpreadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>Reports that something here cannot be used, by when they came and when they were answered.</summary>
    Task<IReadOnlyList<BarrierCount>> BarriersAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>
    /// Sums of ideas that somebody has put in groups, by group: what came in, and what was decided. Groups of few are for whoever asks to protect.
    /// </summary>
    /// <param name="groups">Idea → group.</param>
    Task<IReadOnlyList<GroupCount>> GroupedAsync(IReadOnlyDictionary<Guid, string> groups, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);

    /// <summary>What the ideas are about: idea → code of the area, null before sorting. Those that may not be counted are not there.</summary>
    Task<IReadOnlyDictionary<Guid, string?>> AreasOfAsync(IReadOnlyCollection<Guid> ideas, CancellationToken cancellationToken);

    /// <summary>Those of the ideas that are closed since before the instant: no more will be counted of them.</summary>
    Task<IReadOnlySet<Guid>> ClosedBeforeAsync(IReadOnlyCollection<Guid> ideas, DateTimeOffset before, CancellationToken cancellationToken);
}

/// <param name="Channel">Code of the way in.</param>
/// <param name="Area">Code of the area; null before sorting.</param>
/// <param name="Submitter"><c>Resident</c>, <c>Employee</c>, <c>Elected</c> or <c>Organisation</c>.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Authority">Id of the authority that has the idea.</param>
/// <param name="Unit">Id of the unit that has it; null before sorting.</param>
public sealed record HandedInCount(string Channel, string? Area, string Submitter, string Language, Guid Authority, Guid? Unit, int Count);

/// <param name="Area">Code of the area; null before sorting.</param>
/// <param name="Advanced">The case went on to a later stage; otherwise it was closed.</param>
public sealed record DecidedCount(string Gate, string Submitter, string? Area, bool Advanced, int Count);

/// <param name="Days">Working days from the decision until the submitter was told; null when nobody had told them yet.</param>
public sealed record ToldCount(Guid Authority, int? Days, int Count);

/// <param name="Authority">Id of the authority that has the idea now.</param>
public sealed record GateDecider(string Gate, Guid Authority, Guid PersonId, int Decisions);

/// <param name="Area">Code of the area; null before sorting.</param>
/// <param name="Number">What the asked-for number is for each of <paramref name="Count"/> ideas.</param>
public sealed record AreaNumber(string? Area, int Number, int Count);

public sealed record SpreadCount(bool IsSpread, int Count);

/// <param name="Days">Working days until it was answered; null when it is not.</param>
public sealed record BarrierCount(int? Days, int Count);

/// <param name="Gate">At which decision; null for those that came in.</param>
/// <param name="Advanced">Whether they went on from it; false for those that came in.</param>
public sealed record GroupCount(string Group, string? Gate, bool Advanced, int Count);

/// <param name="Area">Code of the area; null before sorting.</param>
/// <param name="Days">Working days that each of <paramref name="Count"/> cases rested in the stage.</param>
public sealed record StageDays(string Stage, string? Area, int Days, int Count);

/// <param name="Days">Working days that each of <paramref name="Count"/> cases of the group rested in the stage.</param>
public sealed record GroupDays(string Group, string Stage, int Days, int Count);

/// <param name="Reason">Code of the reason (<see cref="CloseReasons"/>).</param>
/// <param name="Authority">Id of the authority that has the idea.</param>
/// <param name="Unit">Id of the unit that has it; null when it was closed before it was sorted.</param>
/// <param name="LessonShared">What was learnt is written down and complete.</param>
public sealed record ClosedCount(string Reason, string? Area, Guid Authority, Guid? Unit, bool LessonShared, int Count);
