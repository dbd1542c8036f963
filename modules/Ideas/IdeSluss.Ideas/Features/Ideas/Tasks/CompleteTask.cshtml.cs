using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Tasks;

[RequireLogin]
internal sealed class CompleteTaskModel(CompleteTask tasks) : IdeSlussPageModel
{
    [BindProperty]
    public TaskInput Input { get; set; } = new();

    public TaskView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } missing) return missing;
        var outcome = await tasks.HandleAsync(new(id, Input.Note, Input.OtherReference), cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : Redirect("/arbete");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await tasks.FindAsync(id, cancellationToken);
        if (outcome.Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        return null;
    }

    public sealed class TaskInput
    {
        public string? Note { get; set; }

        public string? OtherReference { get; set; }
    }
}
