using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <param name="AuthorityId">Whose register the case belongs to: its unit's, or where it came in while no unit is chosen.</param>
internal sealed record Bound(WorkflowDefinition Workflow, Guid AuthorityId);

/// <summary>
/// At the first gate a case comes to its unit's authority, with the workflow of the unit: the nearest variant upwards in the organisation, else the default. Afterwards it keeps both.
/// </summary>
internal sealed class WorkflowBinding(IWorkflowRegistry workflows, IOrganisation organisation)
{
    public async Task<Bound> ForAsync(Idea idea, WorkflowDefinition present, CancellationToken cancellationToken)
    {
        var units = (await organisation.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        var authority = idea.UnitId is { } chosen && units.TryGetValue(chosen, out var own) ? own.AuthorityId : idea.AuthorityId;
        return new(Nearest(idea, units, present), authority);
    }

    private WorkflowDefinition Nearest(Idea idea, Dictionary<Guid, UnitInfo> units, WorkflowDefinition present)
    {
        for (var at = idea.UnitId; at is { } id && units.TryGetValue(id, out var unit); at = unit.ParentId)
            if (For(unit.Code) is { } variant) return variant.Key == present.Key ? present : variant;
        return present.AppliesToUnits.Count == 0 ? present : workflows.Current(DefaultWorkflow.Key) ?? present;
    }

    private WorkflowDefinition? For(string unitCode) =>
        workflows.All.Where(workflow => workflow.AppliesToUnits.Contains(unitCode)).OrderBy(workflow => workflow.Key, StringComparer.Ordinal).ThenByDescending(workflow => workflow.Version).FirstOrDefault();
}
