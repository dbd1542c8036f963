using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Workforce;

[RequirePermission(EvaluationPermissions.ManageWorkforce)]
internal sealed class WorkforcePageModel(KeepWorkforce keep) : IdeSlussPageModel
{
    [BindProperty]
    public WorkforceInput Input { get; set; } = new();

    public WorkforceView View { get; private set; } = null!;

    public bool Saved { get; private set; }

    public async Task OnGetAsync(string? klart, CancellationToken cancellationToken)
    {
        View = await keep.ReadAsync(cancellationToken);
        (Input.Source, Saved) = (View.Source, klart is not null);
    }

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancellationToken)
    {
        View = await keep.ReadAsync(cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        return (await keep.SaveAsync(Input, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/arbete/konsfordelning?klart=1");
    }
}
