using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

[RequirePermission(EvaluationPermissions.ManageQuestions)]
internal sealed class QuestionSetPageModel(ReadInQuestions questions) : IdeSlussPageModel
{
    public QuestionSetView Set { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string fragor, CancellationToken cancellationToken)
    {
        if ((await questions.FindAsync(fragor, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Set = found;
        return Page();
    }
}
