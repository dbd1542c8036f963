using IdeSluss.Sdk.Security;
using IdeSluss.Training.Features.Training.Enrol;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Group;

[RequirePermission(TrainingPermissions.EnrolOthers)]
internal sealed class GroupPageModel(ReadSession read, EnrolGroup enrol) : IdeSlussPageModel
{
    [BindProperty]
    public GroupInput Input { get; set; } = new();

    public PublicSession Session { get; private set; } = null!;

    public IReadOnlyList<Choice> Mine { get; private set; } = [];

    /// <summary>Null until somebody has been enrolled.</summary>
    public GroupResult? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid session, CancellationToken cancellationToken) => await FillAsync(session, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid session, CancellationToken cancellationToken)
    {
        if (await FillAsync(session, cancellationToken) is { } missing) return missing;
        if (!ModelState.IsValid) return ShowErrors();
        if ((await enrol.HandleAsync(session, Input, cancellationToken)).Failed(out var problem, out var done)) return ShowProblem(problem, nameof(Input));
        (Done, Input) = (done, new());
        ModelState.Clear();
        return Page();
    }

    private async Task<IActionResult?> FillAsync(Guid session, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(session, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        Session = found;
        Mine = [.. (await enrol.MineAsync(cancellationToken)).Select(person => new Choice(person.Id.ToString(), person.Name, person.Where))];
        return null;
    }
}
