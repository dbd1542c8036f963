using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.AskByRule;

[RequirePermission(EvaluationPermissions.ManageSheets)]
internal sealed class NewRulePageModel(KeepRules keep, ReadSheets sheets, IOrganisation organisation, IJudgedCases cases, ReviewerPool pool) : RuleForm(sheets, organisation, cases, pool)
{
    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        (IsNew, Input) = (true, new() { Wanted = Proposals.Usual, WorkingDays = StartRound.UsualWorkingDays });
        return FillAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        IsNew = true;
        await FillAsync(cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        return (await keep.SaveAsync(null, Input, null, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/arbete/bedomning/mallar?klart=regel");
    }
}
