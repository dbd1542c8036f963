using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Judge;

[RequirePermission(EvaluationPermissions.Judge)]
internal sealed class DeclinePageModel(OwnReviews reviews, DeclineReview decline) : IdeSlussPageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public OwnReview Review { get; private set; } = null!;

    public IReadOnlyList<Choice> Whys =>
    [
        new("hinner", Texts["Jag hinner inte, eller kan för lite om det"]), new("jav", Texts["Något gör mig partisk (jäv)"], Texts["Du har själv lämnat idén, känner den som gjort det, eller har något att vinna på den."]),
    ];

    public async Task<IActionResult> OnGetAsync(Guid bedomning, CancellationToken cancellationToken) => await LoadAsync(bedomning, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid bedomning, int version, CancellationToken cancellationToken)
    {
        if (await LoadAsync(bedomning, cancellationToken) is { } gone) return gone;
        if (Why is not ("hinner" or "jav")) ModelState.AddModelError(nameof(Why), Texts["Välj ett alternativ."]);
        if (!ModelState.IsValid) return ShowErrors();
        return (await decline.HandleAsync(bedomning, new(Reason, Why == "jav", version), cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem) : LocalRedirect("/mina-bedomningar?klart=avstod");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await reviews.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Review = found;
        return found.State == ReviewState.Sent ? LocalRedirect($"/mina-bedomningar/{id}") : null;
    }
}
