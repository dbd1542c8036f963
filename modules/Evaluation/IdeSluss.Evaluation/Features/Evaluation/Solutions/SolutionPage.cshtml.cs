using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Solutions;

/// <summary>Where the buttons on the case lead; also by itself.</summary>
[RequirePermission(EvaluationPermissions.MarkSolutions)]
internal sealed class SolutionPageModel(MarkSolution mark) : IdeSlussPageModel
{
    public SolutionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string nummer, CancellationToken cancellationToken)
    {
        if ((await mark.FindAsync(nummer, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string nummer, string? slag, string? mote, CancellationToken cancellationToken)
    {
        if ((await mark.FindAsync(nummer, cancellationToken)).Failed(out var missing, out var view)) return ShowProblem(missing);
        View = view;
        var outcome = await mark.HandleAsync(nummer, new(slag, mote switch { "ja" => true, "nej" => false, _ => null }), cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem) : LocalRedirect($"/arbete/{Uri.EscapeDataString(View.CaseNumber)}#losning");
    }
}
