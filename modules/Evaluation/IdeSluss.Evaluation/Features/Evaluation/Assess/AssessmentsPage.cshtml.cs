using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

[RequirePermission(EvaluationPermissions.Assess)]
internal sealed class AssessmentsPageModel(ReadAssessments read, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public Page<AssessmentLine> Lines { get; private set; } = new([], null);

    public bool MayReadIn => me.Has(EvaluationPermissions.ManageQuestions);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await read.ListAsync(After, cancellationToken);
}
