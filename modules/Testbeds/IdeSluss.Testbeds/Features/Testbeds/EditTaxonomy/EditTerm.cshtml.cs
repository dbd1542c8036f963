using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTaxonomy;

[RequirePermission(TestbedsPermissions.ManageTaxonomy)]
internal sealed class EditTermModel(EditTerms edit) : IdeSlussPageModel
{
    [BindProperty]
    public TermInput Input { get; set; } = new();

    public TaxonomyTerm Term { get; private set; } = null!;

    public int Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid term, CancellationToken cancellationToken)
    {
        if (await edit.FindAsync(term, cancellationToken) is not { } found) return NotFound();
        (Term, Version) = (found, found.Version);
        Input = new() { Name = found.Name, English = found.English, Order = found.Order, Active = found.Active };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid term, int version, CancellationToken cancellationToken)
    {
        if (await edit.FindAsync(term, cancellationToken) is not { } found) return NotFound();
        (Term, Version) = (found, version);
        if (!ModelState.IsValid) return ShowErrors();
        return (await edit.ChangeAsync(term, Input, version, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/admin/testbaddar?klart=ord");
    }
}
