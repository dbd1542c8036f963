using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Benefits;

/// <summary>What the idea gives and costs: a sentence, a picture, the tables behind it and the text for the nämnd.</summary>
[RequirePermission(EvaluationPermissions.ReadBenefits)]
internal sealed class BenefitsPageModel(ReadBenefits benefits) : IdeSlussPageModel
{
    public BenefitsView View { get; private set; } = null!;

    public IReadOnlyList<TextPart> CommitteeParts { get; private set; } = [];

    public IReadOnlyList<YearBar> Bars { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string nummer, CancellationToken cancellationToken)
    {
        if ((await benefits.FindAsync(nummer, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        CommitteeParts = CommitteeText.Of(view, Texts);
        Bars = [.. (view.Calculation?.Lines ?? []).Select(line => new YearBar(line.Year, line.Sum, line.Lowest, line.Highest))];
        return Page();
    }
}
