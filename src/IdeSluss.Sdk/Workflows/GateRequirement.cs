using System.Text.Json.Serialization;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Sdk.Workflows;

/// <summary>
/// A kind of requirement that a gate may ask for beside forms: an acceptance, an answer, advice. Declared with <c>Requirement</c> by the module that can see whether
/// it holds; a workflow that asks for an undeclared one is refused at start.
/// </summary>
/// <param name="Code">Upper-case with underscores: <c>RECEIVER_COMMITMENT</c>. Never changes.</param>
/// <param name="Name">Swedish, also the key of its translation: <c>Mottagarens åtagande</c>.</param>
/// <param name="NeedsSubject">It is about someone or something named: whose advice, whose answer.</param>
/// <param name="NeedsForm">It is about the answers to one form, and no longer holds when they change.</param>
public sealed record RequirementDefinition(string Code, string Name, bool NeedsSubject = false, bool NeedsForm = false);

/// <summary>Something beside forms that must hold before a gate. Shown in the same list as missing forms, long before the decision.</summary>
/// <param name="Code">Of a declared <see cref="RequirementDefinition"/>.</param>
/// <example><code>
/// gate.Requires("RECEIVER_COMMITMENT", "LITEN")                                   // not in track Liten
///     .Requires(new GateRequirement("ADVICE") { Subject = "IdeaBoard" })          // whose advice
///     .Requires(new GateRequirement("SIGNED") { Subject = "MAS", Form = "riskanalys" })
/// </code></example>
public sealed record GateRequirement(string Code)
{
    /// <summary>Whose answer or advice; null for a requirement that is about the case alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    /// <summary>The form whose answers it is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Form { get; init; }

    /// <summary>Outcomes that need it, whether or not they need evidence; empty means every outcome that needs evidence.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Tracks that skip it.</summary>
    public IReadOnlyList<string> NotInTracks { get; init; } = [];

    /// <summary>Asked for only when an answer says so; an unanswered form does not ask.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RequirementCondition? When { get; init; }

    /// <summary>False shows it without refusing.</summary>
    public bool Blocking { get; init; } = true;

    /// <summary>Who decides is the one who would be asked: deciding is saying yes, and is recorded as such.</summary>
    public bool MetByDeciding { get; init; }

    /// <summary>Whether <paramref name="outcome"/> of a case in <paramref name="track"/> waits for it.</summary>
    public bool AppliesTo(GateOutcome outcome, string? track) =>
        (track is null || !NotInTracks.Contains(track)) && (Outcomes.Count == 0 ? outcome.NeedsEvidence : Outcomes.Contains(outcome.Code));
}

/// <summary>Holds when the answers to <paramref name="Form"/> meet <paramref name="Condition"/>.</summary>
public sealed record RequirementCondition(string Form, Condition Condition);
