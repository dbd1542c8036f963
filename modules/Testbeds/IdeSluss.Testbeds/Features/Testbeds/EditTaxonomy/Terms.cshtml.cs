using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.EditTaxonomy;

[RequirePermission(TestbedsPermissions.ManageTaxonomy)]
internal sealed class TermsModel(KeptTaxonomy kept, EditTerms edit) : IdeSlussPageModel
{
    [BindProperty]
    public TermInput Input { get; set; } = new();

    public Taxonomy Taxonomy { get; private set; } = new([]);

    public bool Said { get; private set; }

    public IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<TermKind>().Select(kind => new Choice(kind.ToString(), Texts[TestbedWords.Of(kind)]))];

    public async Task OnGetAsync(string? klart, CancellationToken cancellationToken)
    {
        Said = klart is not null;
        Taxonomy = await kept.GetAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Taxonomy = await kept.GetAsync(cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        return (await edit.AddAsync(Input, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect("/admin/testbaddar?klart=ord");
    }
}
