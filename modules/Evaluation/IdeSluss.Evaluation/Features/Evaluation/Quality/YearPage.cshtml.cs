using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

[RequirePermission(EvaluationPermissions.ReadQuality)]
internal sealed class YearPageModel(YearReport reports) : IdeSlussPageModel
{
    public YearView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string namnd, int ar, CancellationToken cancellationToken)
    {
        if ((await reports.FindAsync(namnd, ar, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        return Page();
    }
}
