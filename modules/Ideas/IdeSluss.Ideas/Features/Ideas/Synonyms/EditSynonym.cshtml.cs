using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Synonyms;

[RequirePermission(IdeasPermissions.ManageSynonyms)]
internal sealed class EditSynonymModel(EditSynonyms edit) : IdeSlussPageModel
{
    [BindProperty]
    public SynonymInput Input { get; set; } = new();

    [TempData]
    public string? Message { get; set; }

    public SynonymView Group { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await edit.FindAsync(id, cancellationToken)).Failed(out var problem, out var group)) return ShowProblem(problem);
        Group = group;
        Input.Words = string.Join(", ", group.Words);
        return Page();
    }

    /// <param name="handling">Which button was pressed.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, int version, string? handling, CancellationToken cancellationToken)
    {
        var removes = handling == "ta-bort";
        var outcome = removes ? await edit.RemoveAsync(id, version, cancellationToken) : await edit.ChangeAsync(id, Input.Words, version, cancellationToken);
        if (!outcome.Failed(out var problem, out _))
        {
            Message = removes ? Texts["Gruppen är borttagen."] : Texts["Ändringen är sparad."];
            return Redirect("/admin/synonymer");
        }

        if (problem.Kind == ProblemKind.NotFound || (await edit.FindAsync(id, cancellationToken)).Failed(out _, out var group)) return ShowProblem(problem);
        Group = group;
        return ShowProblem(problem, nameof(Input));
    }
}
