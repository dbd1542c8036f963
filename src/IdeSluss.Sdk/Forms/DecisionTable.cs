using System.Text.Json.Serialization;

namespace IdeSluss.Sdk.Forms;

/// <summary>
/// A decision table: the first rule that holds gives the outcome. A rule that cannot be judged yet stops the evaluation, so that an unanswered question never lets
/// something pass. The last rule holds always.
/// </summary>
/// <param name="Key">Lower-case with hyphens, unlike every field's and computation's key: fields and later tables ask for the outcome by it.</param>
/// <param name="Title">What is decided: <c>Konsekvensbedömning (DPIA)</c>.</param>
/// <example><code>
/// new DecisionTable("dpia", "Konsekvensbedömning (DPIA)",
/// [
///     DecisionRule.Clears("EJ_AKTUELL", "Inga personuppgifter behandlas.", Criterion.Is("personuppgifter", "nej")),
///     DecisionRule.Needs("KRAVS", "En konsekvensbedömning krävs.", [new("dpia-datum", "DPIA krävs. Skriv in datum för godkänd DPIA.")], Criterion.Count(2, ["dpia-kriterier"], Nine)),
///     DecisionRule.Clears("KRAVS_INTE", "Färre än två kriterier stämmer."),
/// ])
/// </code></example>
public sealed record DecisionTable(string Key, string Title, IReadOnlyList<DecisionRule> Rules)
{
    /// <summary>Shown with the questions of this section; null shows it last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Section { get; init; }
}

public enum DecisionEffect
{
    /// <summary>The case may go on.</summary>
    Clears,

    /// <summary>The case may go on; the text says what to think of.</summary>
    Advises,

    /// <summary>The case waits until what is needed is filled in: an approval with its number and date.</summary>
    Needs,

    /// <summary>The case cannot go on like this: another answer, that is another plan, is the only way.</summary>
    Stops,
}

/// <summary>One row of a decision table.</summary>
/// <param name="Outcome">Upper-case with underscores: <c>KRAVS</c>. Stored with the answers.</param>
/// <param name="Says">What follows from it, for the one who answers.</param>
/// <param name="When">Null holds always.</param>
public sealed record DecisionRule(string Outcome, string Says, DecisionEffect Effect, Criterion? When = null)
{
    /// <summary>For <see cref="DecisionEffect.Needs"/>: what must be filled in, in order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Need>? Required { get; init; }

    /// <summary>For <see cref="DecisionEffect.Stops"/>: what the gate says, below the form's title.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Missing { get; init; }

    /// <summary>Codes of the law behind it (<see cref="Legal.LegalReference"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Laws { get; init; }

    public static DecisionRule Clears(string outcome, string says, Criterion? when = null) => new(outcome, says, DecisionEffect.Clears, when);

    public static DecisionRule Advises(string outcome, string says, Criterion? when = null) => new(outcome, says, DecisionEffect.Advises, when);

    public static DecisionRule Needs(string outcome, string says, IReadOnlyList<Need> needs, Criterion? when = null) =>
        new(outcome, says, DecisionEffect.Needs, when) { Required = needs };

    public static DecisionRule Stops(string outcome, string says, string missing, Criterion? when = null) =>
        new(outcome, says, DecisionEffect.Stops, when) { Missing = missing };

    public DecisionRule By(params IReadOnlyList<string> laws) => this with { Laws = laws };
}

/// <summary>A field that must be filled in, and what the gate says until it is (below the form's title).</summary>
public sealed record Need(string Field, string Missing);

/// <summary>How a table came out.</summary>
/// <param name="Rule">Null while it cannot be decided: something that matters is unanswered.</param>
/// <param name="Open">What is still to be filled in or changed before the case may go on; null when nothing is.</param>
public sealed record DecisionResult(DecisionTable Table, DecisionRule? Rule, Need? Open)
{
    /// <summary>The case may go on, as far as this table is concerned.</summary>
    public bool IsCleared => Rule is not null && Open is null;
}
