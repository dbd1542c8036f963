using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Names of a case's stage, track and outcomes in its own workflow; the code itself when whoever declared the workflow is gone.</summary>
internal sealed class WorkflowNames(IWorkflowRegistry workflows)
{
    public WorkflowDefinition? Of(string key, int version) => workflows.Find(key, version);

    public WorkflowDefinition? Of(Idea idea) => workflows.Find(idea.WorkflowKey, idea.WorkflowVersion);

    public string Stage(string key, int version, string stage) =>
        workflows.Find(key, version)?.Stages.FirstOrDefault(one => one.Code == stage)?.Name ?? stage;

    public string? Track(string key, int version, string? track) => workflows.Find(key, version)?.TrackOf(track)?.Name ?? track;

    public string Gate(string key, int version, string gate) => workflows.Find(key, version)?.Gates.FirstOrDefault(one => one.Code == gate)?.Name ?? gate;

    public string Outcome(string key, int version, string gate, string outcome) =>
        workflows.Find(key, version)?.Gates.FirstOrDefault(one => one.Code == gate)?.Outcomes.FirstOrDefault(one => one.Code == outcome)?.Name ?? outcome;

    /// <summary>Stages in which one of the roles is the next to decide.</summary>
    public IReadOnlyList<string> StagesDecidedBy(params string[] roles) =>
        [.. workflows.All.SelectMany(workflow => workflow.Gates).Where(gate => gate.DecidedBy.Any(roles.Contains)).Select(gate => gate.From).Distinct()];

    /// <summary>The workflow of the unit, if it has one of its own; bound at the first gate. The newest version of each.</summary>
    public WorkflowDefinition ForUnit(string? unitCode) =>
        workflows.All.Where(workflow => unitCode is not null && workflow.AppliesToUnits.Contains(unitCode)).OrderByDescending(workflow => workflow.Version).FirstOrDefault()
        ?? workflows.Current(DefaultWorkflow.Key)
        ?? throw new InvalidOperationException($"The workflow {DefaultWorkflow.Key} is not declared.");
}
