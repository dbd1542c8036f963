using IdeSluss.Evaluation.Features.Evaluation.Ask;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.AskByRule;

[RequirePermission(EvaluationPermissions.ManageSheets)]
internal sealed class RulePageModel(KeepRules keep, ReadSheets sheets, IOrganisation organisation, IJudgedCases cases, ReviewerPool pool) : RuleForm(sheets, organisation, cases, pool)
{
    public async Task<IActionResult> OnGetAsync(Guid regel, CancellationToken cancellationToken)
    {
        if ((await keep.FindAsync(regel, cancellationToken)).Failed(out var problem, out var rule)) return ShowProblem(problem);
        (Input, Version) = (rule.Input, rule.Version);
        await FillAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid regel, int version, CancellationToken cancellationToken)
    {
        Version = version;
        await FillAsync(cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        return (await keep.SaveAsync(regel, Input, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/arbete/bedomning/mallar?klart=regel");
    }
}
