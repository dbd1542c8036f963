using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

[RequirePermission(EvaluationPermissions.ManageBenefits)]
internal sealed class OwnerPageModel(ReplaceOwner replace) : IdeSlussPageModel
{
    [BindProperty]
    public OwnerInput Input { get; set; } = new();

    public OwnerView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices => [.. View.Choices.Select(one => new Choice(one.Id.ToString(), one.Title is { } title ? $"{one.Name}, {title}" : one.Name))];

    public async Task<IActionResult> OnGetAsync(string nummer, CancellationToken cancellationToken)
    {
        if ((await replace.FindAsync(nummer, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        (View, Input) = (view, new() { Owner = view.OwnerId?.ToString(), Version = view.Version });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string nummer, CancellationToken cancellationToken)
    {
        if ((await replace.FindAsync(nummer, cancellationToken)).Failed(out var missing, out var view)) return ShowProblem(missing);
        View = view;
        var outcome = await replace.HandleAsync(nummer, Guid.TryParse(Input.Owner, out var owner) ? owner : null, Input.Version, cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : Redirect($"/arbete/nytta/{nummer}");
    }

    public sealed class OwnerInput
    {
        public string? Owner { get; set; }

        public int? Version { get; set; }
    }
}
