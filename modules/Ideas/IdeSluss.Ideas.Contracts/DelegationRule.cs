namespace IdeSluss.Ideas.Contracts;

/// <summary>
/// A line of a nämnd's delegation order: at this gate someone employed decides in its place. Provided by the municipality's plugin with <c>plugin.Provide(…)</c>.
/// Where the workflow lets both a delegate and the nämnd decide, the nämnd does so unless a rule gives it away; a matter of principle, and a statutory citizen proposal,
/// always go to the nämnd.
/// </summary>
/// <param name="Gate">Code of the gate (<see cref="Gates"/>).</param>
/// <param name="Number">As it is cited in decisions: <c>4.2</c>.</param>
/// <param name="Name">What is delegated, in a few words: <c>Införa en förbättring</c>. Swedish, also the key of its translation.</param>
/// <param name="Authority">Code of the nämnd whose order it is; null for every nämnd without a rule of its own for the gate.</param>
/// <param name="MostCost">Whole kronor, what it costs once and the first year together; null without limit.</param>
/// <example><code>
/// plugin.Provide(new DelegationRule(Gates.Implement, "4.2", "Införa en förbättring", Authority: "SN", MostCost: 500_000));
/// </code></example>
public sealed record DelegationRule(string Gate, string Number, string Name, string? Authority = null, int? MostCost = null)
{
    /// <summary>A proposal that the municipality has not confirmed: shown as such wherever it is used.</summary>
    public bool ToBeConfirmed { get; init; }
}
