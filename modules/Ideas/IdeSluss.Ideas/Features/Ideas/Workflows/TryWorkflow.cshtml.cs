using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Workflows;

/// <summary>A workflow as text: checked and walked, never stored. What runs is declared in code and reviewed there.</summary>
[RequirePermission(IdeasPermissions.ManageWorkflows)]
internal sealed class TryWorkflowModel(TryWorkflow attempt, IWorkflowRegistry workflows) : IdeSlussPageModel
{
    [BindProperty]
    public TryInput Input { get; set; } = new();

    public IReadOnlyList<WorkflowPicture> Pictures { get; private set; } = [];

    public void OnGet()
    {
        if (workflows.Current(Contracts.DefaultWorkflow.Key) is { } workflow) Input.Json = WorkflowJson.Write(workflow);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((await attempt.HandleAsync(Input.Json, cancellationToken)).Failed(out var problem, out var tried)) return ShowProblem(problem, nameof(Input));
        Pictures = [.. tried.Ways.Select((way, index) => new WorkflowPicture(tried.Workflow, index == 0 ? tried.Findings : new([], []), way, null)).DefaultIfEmpty(new(tried.Workflow, tried.Findings, null, null))];
        return Page();
    }

    public sealed class TryInput
    {
        public string? Json { get; set; }
    }
}

/// <param name="Ways">The straight way in each track; empty when the workflow has errors.</param>
internal sealed record TriedWorkflow(WorkflowDefinition Workflow, WorkflowFindings Findings, IReadOnlyList<SimulatedWay> Ways);

internal sealed class TryWorkflow(WorkflowCatalogue catalogue, SimulateWorkflow simulate)
{
    public async Task<Outcome<TriedWorkflow>> HandleAsync(string? json, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(json)) return Problem.Invalid(new FieldError("Json", "Klistra in arbetsgången som JSON."));
        if (WorkflowJson.Parse(json, out var error) is not { } workflow) return Problem.Invalid(new FieldError("Json", new Text("Texten går inte att läsa som en arbetsgång: {0}", error!)));
        var findings = await catalogue.FindingsAsync(workflow, cancellationToken);
        return new TriedWorkflow(workflow, findings, findings.Errors.Count > 0 ? [] : [.. workflow.Tracks.Select(track => (string?)track.Code).DefaultIfEmpty(null).Select(track => simulate.Walk(workflow, track, []))]);
    }
}
