using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.DeclareConflict;

/// <summary>One question, one button: I may be partial.</summary>
[RequireLogin]
internal sealed class DeclareConflictPageModel(DeclareConflict declare) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    public string CaseTitle { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await declare.ReadAsync(Number, cancellationToken)).Failed(out var problem, out var title)) return ShowProblem(problem);
        CaseTitle = title;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await declare.HandleAsync(Number, cancellationToken);
        if (outcome.Problem is not { } problem) return Redirect("/arbete");
        CaseTitle = (await declare.ReadAsync(Number, cancellationToken)).Value ?? "";
        return ShowProblem(problem);
    }
}
