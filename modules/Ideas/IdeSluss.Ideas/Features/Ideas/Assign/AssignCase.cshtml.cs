using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Assign;

[RequirePermission(IdeasPermissions.Assign)]
internal sealed class AssignCaseModel(AssignCase assign, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty]
    public AssignInput Input { get; set; } = new();

    public AssignView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Coaches { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        if (await LoadAsync(number, cancellationToken) is { } missing) return missing;
        Input = new() { Coach = View.Coach ?? me.Id, Version = View.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string number, CancellationToken cancellationToken)
    {
        if (await LoadAsync(number, cancellationToken) is { } missing) return missing;
        var outcome = await assign.HandleAsync(new(number, Input.Coach, Input.Version), cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : Redirect($"/arbete/{number}");
    }

    private async Task<IActionResult?> LoadAsync(string number, CancellationToken cancellationToken)
    {
        var outcome = await assign.FindAsync(number, cancellationToken);
        if (outcome.Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        Coaches = [.. view.Coaches.Select(person => new Choice(person.Id.ToString(), person.Id == me.Id ? Texts["{0} (du)", person.DisplayName] : person.DisplayName))];
        return null;
    }

    public sealed class AssignInput
    {
        public Guid? Coach { get; set; }

        public int Version { get; set; }
    }
}
