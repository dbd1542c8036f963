using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Synonyms;

internal sealed class SynonymInput
{
    public string? Words { get; set; }
}

[RequirePermission(IdeasPermissions.ManageSynonyms)]
internal sealed class SynonymsModel(EditSynonyms edit) : IdeSlussPageModel
{
    [BindProperty]
    public SynonymInput Input { get; set; } = new();

    /// <summary>A part of a word to find.</summary>
    [BindProperty(SupportsGet = true, Name = "sok")]
    public string? Search { get; set; }

    /// <summary>What was just done, said once.</summary>
    [TempData]
    public string? Message { get; set; }

    public IReadOnlyList<SynonymView> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Groups = await edit.ListAsync(Search, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((await edit.AddAsync(Input.Words, cancellationToken)).Failed(out var problem, out _))
        {
            Groups = await edit.ListAsync(Search, cancellationToken);
            return ShowProblem(problem, nameof(Input));
        }

        Message = Texts["Gruppen är tillagd."];
        return Redirect("/admin/synonymer");
    }
}
