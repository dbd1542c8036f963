using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.WhoDecides;

/// <summary>What the nämnder have given others to decide, as the municipality's plugin declares it.</summary>
internal sealed class DelegationOrder(IEnumerable<DelegationRule> provided)
{
    public IReadOnlyList<DelegationRule> All { get; } = [.. provided];

    /// <summary>The nämnd's own rule before the one for all; null when nothing is delegated at this gate.</summary>
    public DelegationRule? Find(string gate, string authority) =>
        All.LastOrDefault(rule => rule.Gate == gate && rule.Authority == authority) ?? All.LastOrDefault(rule => rule.Gate == gate && rule.Authority is null);

    /// <summary>For whoever prepares or decides.</summary>
    public static Text Describe(DelegationRule rule) => rule.MostCost is { } most
        ? new("Punkt {0}, upp till {1} kronor första året: {2}", rule.Number, most.ToString("N0", CultureInfo.CurrentCulture), new Text(rule.Name))
        : new("Punkt {0}: {1}", rule.Number, new Text(rule.Name));

    /// <summary>As it stands in a decision record.</summary>
    public static Text LegalBasisOf(DelegationRule rule) => rule.ToBeConfirmed
        ? new("Punkt {0} i nämndens delegationsordning: {1} (punkten är inte bekräftad)", rule.Number, new Text(rule.Name))
        : new("Punkt {0} i nämndens delegationsordning: {1}", rule.Number, new Text(rule.Name));
}
