using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.WhoDecides;

/// <param name="Gate">Name of the decision.</param>
/// <param name="Authority">Name of the nämnd; null when the rule is every nämnd's.</param>
/// <param name="MostCost">Whole kronor, once and the first year together; null without limit.</param>
internal sealed record DelegationView(string Number, string Name, string Gate, string? Authority, int? MostCost, bool ToBeConfirmed);

/// <summary>The delegation that the system goes by, for whoever answers for it.</summary>
internal sealed class ListDelegation(DelegationOrder delegation, IOrganisation organisation, IWorkflowRegistry workflows, IStringLocalizer texts)
{
    public async Task<IReadOnlyList<DelegationView>> HandleAsync(CancellationToken cancellationToken)
    {
        var authorities = await organisation.AuthoritiesAsync(cancellationToken);
        var gates = workflows.All.SelectMany(workflow => workflow.Gates).DistinctBy(gate => gate.Code).ToDictionary(gate => gate.Code, gate => texts[gate.Name].Value);
        return [.. delegation.All.Select(rule => new DelegationView(
            rule.Number, texts[rule.Name].Value, gates.GetValueOrDefault(rule.Gate, rule.Gate), rule.Authority is null ? null : authorities.FirstOrDefault(one => one.Code == rule.Authority)?.Name ?? rule.Authority,
            rule.MostCost, rule.ToBeConfirmed))];
    }
}
