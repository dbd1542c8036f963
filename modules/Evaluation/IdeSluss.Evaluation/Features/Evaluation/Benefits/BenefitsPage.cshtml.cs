using IdeSluss.Evaluation.Features.Evaluation.FollowUps;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Benefits;

/// <summary>What the idea gives and costs: a sentence, a picture, the tables behind it and the text for the nämnd.</summary>
[RequirePermission(EvaluationPermissions.ReadBenefits)]
internal sealed class BenefitsPageModel(ReadBenefits benefits, ReadPlans plans) : IdeSlussPageModel
{
    public BenefitsView View { get; private set; } = null!;

    /// <summary>Null until the idea is used.</summary>
    public PlanView? Plan { get; private set; }

    public IReadOnlyList<TextPart> CommitteeParts { get; private set; } = [];

    public IReadOnlyList<YearBar> Bars { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string nummer, CancellationToken cancellationToken)
    {
        if ((await benefits.FindAsync(nummer, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        Plan = (await plans.FindAsync(nummer, cancellationToken)).Value;
        CommitteeParts = CommitteeText.Of(view, Texts);
        Bars = [.. (view.Calculation?.Lines ?? []).Select(line => new YearBar(line.Year, line.Sum, line.Lowest, line.Highest))];
        return Page();
    }
}
