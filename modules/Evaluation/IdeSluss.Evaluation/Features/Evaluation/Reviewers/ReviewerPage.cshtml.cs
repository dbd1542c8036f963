using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Reviewers;

[RequirePermission(EvaluationPermissions.Ask)]
internal sealed class ReviewerPageModel(KeepReviewers keep, Proposals proposals, IOrganisation organisation) : ReviewerForm(keep, proposals, organisation)
{
    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancellationToken) => await FillAsync(person, read: true, cancellationToken) is { } problem ? ShowProblem(problem) : Page();

    public async Task<IActionResult> OnPostAsync(Guid person, int version, CancellationToken cancellationToken)
    {
        if (await FillAsync(person, read: false, cancellationToken) is { } gone) return ShowProblem(gone);
        Version = version;
        if (!ModelState.IsValid) return ShowErrors();
        return (await Keep.SaveAsync(person, Input, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/arbete/bedomning/bedomare?klart=sparad");
    }
}
