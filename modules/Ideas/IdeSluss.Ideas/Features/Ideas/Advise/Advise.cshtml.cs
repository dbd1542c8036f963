using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Advise;

/// <summary>Read the basis, give advice.</summary>
[RequirePermission(IdeasPermissions.Advise)]
internal sealed class AdviseModel(GiveAdvice advice, IFormRegistry forms) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    [BindProperty]
    public AdviceFields Input { get; set; } = new();

    public AdviceCase Case { get; private set; } = null!;

    public IReadOnlyList<Choice> Options => [.. Recommendations.All.Select(one => new Choice(one.Code, Texts[one.Name]))];

    public CaseForms Forms => CaseForms.Of(Case.Facts, forms, Case.GateForms);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is { } problem ? ShowProblem(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        var outcome = await advice.HandleAsync(Number, new(Input.Recommendation, Input.Text), cancellationToken);
        return outcome.Problem is { } refused ? ShowProblem(refused, nameof(Input)) : Redirect("/att-bedoma");
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await advice.ReadAsync(Number, cancellationToken)).Failed(out var problem, out var found)) return problem;
        Case = found;
        return null;
    }

    public sealed class AdviceFields
    {
        public string? Recommendation { get; set; }
        public string? Text { get; set; }
    }
}
