using System.Globalization;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Workflows;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Workflows;

/// <summary>First which workflow to, then what becomes of each stage and who has decided it.</summary>
[RequirePermission(IdeasPermissions.ManageWorkflows)]
internal sealed class MigrateModel(MigrateCases migrate, WorkflowCatalogue catalogue, IWorkflowRegistry workflows) : IdeSlussPageModel
{
    /// <summary>Key and version: <c>IDESLUSS_DEFAULT_V1:1</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "fran")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "till")]
    public string? To { get; set; }

    [BindProperty]
    public MigrateInput Input { get; set; } = new();

    public MigrationPlan? Plan { get; private set; }

    public IReadOnlyList<Choice> Sources { get; private set; } = [];

    public IReadOnlyList<Choice> Targets =>
        [.. workflows.All.OrderBy(workflow => workflow.Key, StringComparer.Ordinal).ThenByDescending(workflow => workflow.Version)
            .Select(workflow => new Choice($"{workflow.Key}:{workflow.Version}", Texts["{0}, version {1}", Texts[workflow.Name].Value, workflow.Version]))];

    public IReadOnlyList<Choice> StageChoices => Plan is null ? [] : [.. Plan.To.Stages.Select(stage => new Choice(stage.Code, Texts[stage.Name]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        return To is null || From is null ? Page() : await PlanAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        if (await PlanAsync(cancellationToken) is { } refused) return refused;
        var (from, to) = (Key(From), Key(To));
        var outcome = await migrate.HandleAsync(new(from.Key, from.Version, to.Key, to.Version, Input.Stages, Input.DecidedBy, Input.DecidedOn, Input.Reason), cancellationToken);
        return outcome.Problem is { } problem ? ShowProblem(problem, nameof(Input)) : Redirect("/admin/arbetsgangar");
    }

    private async Task<IActionResult?> PlanAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (Key(From), Key(To));
        if ((await migrate.PlanAsync(from.Key, from.Version, to.Key, to.Version, cancellationToken)).Failed(out var problem, out var plan)) return ShowProblem(problem);
        Plan = plan;
        return null;
    }

    private async Task FillAsync(CancellationToken cancellationToken) =>
        Sources = [.. (await catalogue.ListAsync(cancellationToken)).Where(row => row.OpenCases + row.ClosedCases > 0)
            .Select(row => new Choice($"{row.Key}:{row.Version}", Texts["{0}, version {1}", Texts[row.Name].Value, row.Version]))];

    private static (string Key, int Version) Key(string? text) =>
        text?.LastIndexOf(':') is { } at and > 0 && int.TryParse(text.AsSpan(at + 1), CultureInfo.InvariantCulture, out var version) ? (text[..at], version) : ("", 0);

    public sealed class MigrateInput
    {
        public Dictionary<string, string> Stages { get; set; } = [];

        public string? DecidedBy { get; set; }

        public DateOnly? DecidedOn { get; set; }

        public string? Reason { get; set; }
    }
}
