using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Reviewers;

[RequirePermission(EvaluationPermissions.Judge)]
internal sealed class OwnReviewerPageModel(KeepReviewers keep, Proposals proposals, IOrganisation organisation, CurrentUser me) : ReviewerForm(keep, proposals, organisation)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FillAsync(me.RequiredId, read: true, cancellationToken) is { } problem ? ShowProblem(problem) : Page();

    public async Task<IActionResult> OnPostAsync(int version, CancellationToken cancellationToken)
    {
        if (await FillAsync(me.RequiredId, read: false, cancellationToken) is { } gone) return ShowProblem(gone);
        Version = version;
        if (!ModelState.IsValid) return ShowErrors();
        return (await Keep.SaveOwnAsync(Input, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/mina-bedomningar?klart=jag");
    }
}
