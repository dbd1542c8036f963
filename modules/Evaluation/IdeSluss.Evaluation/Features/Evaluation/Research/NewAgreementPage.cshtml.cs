using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Research;

[RequirePermission(EvaluationPermissions.ManageResearch)]
internal sealed class NewAgreementPageModel(KeepAgreements keep) : IdeSlussPageModel
{
    [BindProperty]
    public AgreementInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Researchers { get; private set; } = [];

    public IReadOnlyList<Choice> Tables { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => FillAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        return (await keep.CreateAsync(Input, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/admin/forskning?klart=ny");
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        Researchers = [.. (await keep.ResearchersAsync(cancellationToken)).DistinctBy(one => one.Person.Id).Select(one => new Choice(one.Person.Id.ToString(), one.Person.DisplayName))];
        Tables = [.. ResearchTable.All.Select(table => new Choice(table.Code, Texts[table.Name]))];
    }
}
