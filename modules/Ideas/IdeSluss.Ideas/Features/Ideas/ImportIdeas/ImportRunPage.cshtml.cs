using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.ImportIdeas;

/// <summary>How a file would go, and then how it goes.</summary>
[RequirePermission(IdeasPermissions.Import)]
internal sealed class ImportRunPageModel(ImportRuns runs) : IdeSlussPageModel
{
    public ImportRunView Run { get; private set; } = null!;

    public bool IsTrial => Run.State is ImportState.Checked;

    /// <summary>There is something to read in, and nothing stands in the way.</summary>
    public bool CanConfirm => IsTrial && Run.Result.ReadIn > 0 && !(Run.Strict && Run.Result.HasErrors);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await runs.ReadAsync(id, cancellationToken)).Failed(out var problem, out var run)) return ShowProblem(problem);
        Run = run;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!(await runs.ConfirmAsync(id, cancellationToken)).Failed(out var problem, out _)) return Redirect($"/arbete/importera/{id}");
        if ((await runs.ReadAsync(id, cancellationToken)).Failed(out var missing, out var run)) return ShowProblem(missing);
        Run = run;
        return ShowProblem(problem);
    }
}
