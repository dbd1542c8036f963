using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>At the first gate a case gets the workflow of its unit: the nearest variant upwards in the organisation, else the default. Afterwards it keeps it.</summary>
internal sealed class WorkflowBinding(IWorkflowRegistry workflows, IOrganisation organisation)
{
    public async Task<WorkflowDefinition> ForAsync(Idea idea, WorkflowDefinition present, CancellationToken cancellationToken)
    {
        var units = (await organisation.UnitsAsync(cancellationToken)).ToDictionary(unit => unit.Id);
        for (var at = idea.UnitId; at is { } id && units.TryGetValue(id, out var unit); at = unit.ParentId)
            if (For(unit.Code) is { } variant) return variant.Key == present.Key ? present : variant;
        return present.AppliesToUnits.Count == 0 ? present : workflows.Current(DefaultWorkflow.Key) ?? present;
    }

    private WorkflowDefinition? For(string unitCode) =>
        workflows.All.Where(workflow => workflow.AppliesToUnits.Contains(unitCode)).OrderBy(workflow => workflow.Key, StringComparer.Ordinal).ThenByDescending(workflow => workflow.Version).FirstOrDefault();
}
