using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

[RequirePermission(EvaluationPermissions.Assess)]
internal sealed class AssessmentPageModel(ReadAssessments read, OpenAssessment open, InstanceInfo instance) : IdeSlussPageModel
{
    public AssessmentView One { get; private set; } = null!;

    /// <summary>What the manager sends to those who are to answer.</summary>
    public string AnswerAddress => $"{instance.PublicAddress}/sjalvskattning/{One.Id}";

    public AssessmentResult? Result => One.Years.FirstOrDefault(year => year.Year == One.Year)?.Result;

    public async Task<IActionResult> OnGetAsync(Guid skattning, CancellationToken cancellationToken) => await LoadAsync(skattning, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid skattning, int version, CancellationToken cancellationToken)
    {
        if (!(await open.CloseAsync(skattning, version, cancellationToken)).Failed(out var problem, out _)) return LocalRedirect($"/arbete/sjalvskattning/{skattning}");
        return await LoadAsync(skattning, cancellationToken) ?? ShowProblem(problem);
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await read.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        One = found;
        return null;
    }
}
