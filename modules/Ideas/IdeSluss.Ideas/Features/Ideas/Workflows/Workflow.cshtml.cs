using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Workflows;

/// <summary>One workflow: what it asks of whom, and a thought case on its way through it.</summary>
[RequirePermission(IdeasPermissions.ManageWorkflows)]
internal sealed class WorkflowModel(IWorkflowRegistry workflows, WorkflowCatalogue catalogue, SimulateWorkflow simulate) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "spar")]
    public string? Track { get; set; }

    [BindProperty(SupportsGet = true, Name = "utfall")]
    public List<string> Outcomes { get; set; } = [];

    public WorkflowPicture Picture { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string key, int version, CancellationToken cancellationToken)
    {
        if (workflows.Find(key, version) is not { } workflow) return NotFound();
        Picture = new(workflow, await catalogue.FindingsAsync(workflow, cancellationToken), simulate.Walk(workflow, Track, Outcomes), $"/admin/arbetsgangar/{Uri.EscapeDataString(key)}/{version}");
        return Page();
    }
}

/// <param name="Address">Where the steps of the simulation lead; null when they are not links (a text that is only tried).</param>
internal sealed record WorkflowPicture(WorkflowDefinition Workflow, WorkflowFindings Findings, SimulatedWay? Way, string? Address)
{
    public string AddressOf(string? track, IEnumerable<string> outcomes) =>
        $"{Address}?spar={track}{string.Concat(outcomes.Select(outcome => $"&utfall={Uri.EscapeDataString(outcome)}"))}#prova-{track}";
}
