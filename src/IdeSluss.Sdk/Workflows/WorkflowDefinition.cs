using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IdeSluss.Sdk.Workflows;

/// <summary>
/// A process as data: stages with a gate between them. A running case keeps key, version and stage; the same version with other content is refused at start.
/// All texts are Swedish and are the keys of their translations. Built with <see cref="WorkflowBuilder"/>.
/// </summary>
public sealed record WorkflowDefinition(
    string Key,
    int Version,
    string Name,
    IReadOnlyList<Stage> Stages,
    IReadOnlyList<Gate> Gates,
    IReadOnlyList<Track> Tracks,
    IReadOnlyList<CloseReason> CloseReasons,
    IReadOnlyList<RedirectTarget> Redirects,
    IReadOnlyList<string> AppliesToUnits)
{
    [JsonIgnore]
    public Stage Start => Stages[0];

    public Stage StageOf(string code) => Stages.FirstOrDefault(stage => stage.Code == code)
        ?? throw new KeyNotFoundException($"Workflow {Key} v{Version} has no stage {code}.");

    public Gate? GateAfter(string stage) => Gates.FirstOrDefault(gate => gate.From == stage);

    public Gate GateOf(string code) => Gates.FirstOrDefault(gate => gate.Code == code)
        ?? throw new KeyNotFoundException($"Workflow {Key} v{Version} has no gate {code}.");

    public Track? TrackOf(string? code) => Tracks.FirstOrDefault(track => track.Code == code);

    public int OrderOf(string stage) => Stages.Select((item, index) => (item, index)).First(pair => pair.item.Code == stage).index;

    /// <summary>The gates a move jumps over because the track does not need them; each is recorded as not needed.</summary>
    public IReadOnlyList<Gate> GatesPassedOver(Gate from, string toStage)
    {
        var start = OrderOf(from.From);
        var end = OrderOf(toStage);
        return [.. Gates.Where(gate => gate.Code != from.Code && OrderOf(gate.From) > start && OrderOf(gate.From) < end)];
    }

    /// <summary>SHA-256 over the content, to see whether a version was changed without a new number.</summary>
    public string ContentHash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, HashOptions)));

    private static readonly JsonSerializerOptions HashOptions = new() { Converters = { new JsonStringEnumConverter() } };
}

/// <summary>A state a case rests in.</summary>
/// <param name="Code">Upper-case with underscores: <c>TRIAGE</c>. Never changes.</param>
/// <param name="Name">Swedish: <c>Sortering</c>.</param>
/// <param name="PublicStep">What residents see: 0 to 4 for Mottagen, Läses, Prövas, Beslut, Klart.</param>
/// <param name="Limit">How long a case may rest here; null without limit.</param>
public sealed record Stage(string Code, string Name, int PublicStep, TimeLimit? Limit = null, bool IsEnd = false)
{
    /// <summary>Klart: what was promised to the submitter has been kept.</summary>
    public const int LastPublicStep = 4;
}

public enum LimitUnit
{
    /// <summary>Swedish vardagar, from the day after entry.</summary>
    WorkingDays,
    CalendarDays,
    Months,
}

public sealed record TimeLimit(int Count, LimitUnit Unit)
{
    public static TimeLimit WorkingDays(int count) => new(count, LimitUnit.WorkingDays);

    public static TimeLimit CalendarDays(int count) => new(count, LimitUnit.CalendarDays);

    public static TimeLimit Months(int count) => new(count, LimitUnit.Months);

    /// <summary>The last Swedish day within the limit.</summary>
    public DateOnly From(DateOnly day) => Unit switch
    {
        LimitUnit.WorkingDays => Time.WorkingDays.Add(day, Count),
        LimitUnit.CalendarDays => day.AddDays(Count),
        LimitUnit.Months => day.AddMonths(Count),
        _ => throw new ArgumentOutOfRangeException(nameof(day), Unit, "Unknown unit."),
    };
}

/// <summary>A decision between two stages: required evidence and a decision record.</summary>
/// <param name="From">The stage the case rests in until the decision.</param>
/// <param name="DecidedBy">Role codes; the one who decides must hold one of them in the case's scope, and must not decide on an idea of their own.</param>
/// <param name="AdviceFrom">Role codes that give advice first.</param>
/// <param name="Automatic">The system passes it by itself; only an outcome that is not negative can be automatic (FL 28 §, KL 6:38).</param>
public sealed record Gate(
    string Code,
    string Name,
    string From,
    IReadOnlyList<string> DecidedBy,
    IReadOnlyList<string> AdviceFrom,
    IReadOnlyList<Evidence> Evidence,
    IReadOnlyList<GateOutcome> Outcomes,
    bool Automatic = false,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? DecidersInTrack = null)
{
    /// <summary>What must hold beside the forms. Null, like every later addition, where a gate has none: definitions from before it keep their hash.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GateRequirement>? Requirements { get; init; }

    /// <summary>The deciding roles are looked for in the unit that has accepted to receive the result, where there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AtReceiver { get; init; }

    /// <summary>What some outcome in this track waits for beside the forms, blocking ones first.</summary>
    public IReadOnlyList<GateRequirement> RequirementsIn(string? track) =>
        [.. (Requirements ?? []).Where(requirement => OutcomesIn(track).Any(outcome => requirement.AppliesTo(outcome, outcome.SetsTrack ?? track))).OrderByDescending(requirement => requirement.Blocking)];

    /// <summary>What this outcome waits for beside the forms, blocking ones first.</summary>
    public IReadOnlyList<GateRequirement> RequirementsFor(GateOutcome outcome, string? track) =>
        [.. (Requirements ?? []).Where(requirement => requirement.AppliesTo(outcome, track)).OrderByDescending(requirement => requirement.Blocking)];

    /// <summary>Role codes that decide for a case in this track: the track's own, or <see cref="DecidedBy"/>.</summary>
    public IReadOnlyList<string> DecidersIn(string? track) =>
        track is not null && DecidersInTrack?.GetValueOrDefault(track) is { } own ? own : DecidedBy;

    /// <summary>What the decider may choose for a case in this track.</summary>
    public IReadOnlyList<GateOutcome> OutcomesIn(string? track) =>
        [.. Outcomes.Where(outcome => outcome.OnlyInTracks.Count == 0 || (track is not null && outcome.OnlyInTracks.Contains(track)))];

    /// <summary>As <see cref="OutcomesIn"/>, without those that this case has taken as often as they may be.</summary>
    /// <param name="taken">How often each outcome of this gate has been taken in this case.</param>
    public IReadOnlyList<GateOutcome> OpenIn(string? track, IReadOnlyDictionary<string, int> taken) =>
        [.. OutcomesIn(track).Where(outcome => outcome.MostTimes is not { } most || taken.GetValueOrDefault(outcome.Code) < most)];

    /// <summary>The evidence this gate asks for in this track, blocking ones first.</summary>
    /// <param name="outcome">Only what this outcome needs; null for whatever any outcome may need.</param>
    public IReadOnlyList<Evidence> EvidenceIn(string? track, string? outcome = null) =>
        [.. Evidence.Where(evidence => evidence.NeededIn(track) && (outcome is null || evidence.NeededFor(outcome))).OrderByDescending(evidence => evidence.Blocking)];
}

/// <summary>A form that must be complete before the gate.</summary>
/// <param name="NotNeededInTracks">Tracks that skip it; the skip is recorded with the track as reason.</param>
/// <param name="Blocking">False asks for it without refusing.</param>
public sealed record Evidence(string Form, IReadOnlyList<string> NotNeededInTracks, bool Blocking = true)
{
    /// <summary>Outcomes that need it; null when every outcome that needs evidence does. A lesson is needed where a test is stopped, not where it goes on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OnlyForOutcomes { get; init; }

    public bool NeededFor(string outcome) => OnlyForOutcomes?.Contains(outcome) ?? true;

    public bool NeededIn(string? track) => track is null || !NotNeededInTracks.Contains(track);
}

public enum OutcomeKind
{
    /// <summary>On to a later stage.</summary>
    Advance,

    /// <summary>To an earlier stage, or once more in the same.</summary>
    Back,

    /// <summary>Wait for the submitter: the clock stands still.</summary>
    ReturnForInfo,
    Park,

    /// <summary>Closed with a reason. Never without a human decider.</summary>
    Close,

    /// <summary>To where it belongs; the case closes here and both cross-reference.</summary>
    Redirect,
    Merge,
}

/// <summary>Something the decider can choose.</summary>
/// <param name="Code">Upper-case: <c>ADVANCE</c>.</param>
/// <param name="To">The stage it leads to; null where the case stays (waiting, parked).</param>
/// <param name="CloseReasons">For <see cref="OutcomeKind.Close"/>: the reasons to choose from; one is taken without asking.</param>
/// <param name="OnlyInTracks">Offered only in these tracks; empty means all.</param>
/// <param name="MostTimes">How often one case may take it; null without limit.</param>
/// <param name="SetsTrack">The track that this outcome itself puts the case in (Gör nu).</param>
/// <param name="Negative">A no to the submitter: always a human decision with reasons (FL 32 §).</param>
/// <param name="NeedsEvidence">False lets it be taken with evidence missing (closing, returning).</param>
public sealed record GateOutcome(
    string Code,
    string Name,
    OutcomeKind Kind,
    string? To,
    IReadOnlyList<string> CloseReasons,
    IReadOnlyList<string> OnlyInTracks,
    int? MostTimes = null,
    string? SetsTrack = null,
    bool Negative = false,
    bool NeedsEvidence = false);

/// <summary>How much a case is asked for. <paramref name="Promise"/> counts from arrival.</summary>
public sealed record Track(string Code, string Name, string Explanation, TimeLimit? Promise)
{
    /// <summary>One time for several stages, instead of the limit of each.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SharedLimit? Together { get; init; }
}

/// <summary>A time for several stages, counted from when a case in the track entered one of them, or was put in the track there.</summary>
public sealed record SharedLimit(IReadOnlyList<string> Stages, TimeLimit Limit);

public sealed record CloseReason(string Code, string Name, string ShownAs);

/// <summary>Where a matter that is not an idea belongs.</summary>
/// <param name="ReceiverRole">The role that is told at once; null when the coach hands over by other means.</param>
/// <param name="Restricted">The case leaves every view but the receiver's.</param>
/// <param name="Explanation">What the submitter is told.</param>
public sealed record RedirectTarget(string Code, string Name, string Explanation, string? ReceiverRole = null, bool Restricted = false);
