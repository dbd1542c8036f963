using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Committee;

/// <summary>For elected members: the basis to read before the meeting.</summary>
[RequirePermission(IdeasPermissions.ReadCommittee)]
internal sealed class CommitteePageModel(CommitteeBasis basis, CurrentUser user, IFormRegistry forms) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "namnd")]
    public string CommitteeCode { get; set; } = "";

    public CommitteeView View { get; private set; } = null!;

    public bool EntersDecisions => user.Has(IdeasPermissions.EnterCommitteeDecision);

    /// <summary>Folded: what it means for whom stands above, and the documents of the meeting have the whole.</summary>
    public CaseForms FormsOf(CommitteeCase one) => CaseForms.OfBasis(one.Facts, forms) with { OpenFirst = false };

    /// <summary>Equality, accessibility and children first: what elected members ask for before anything else.</summary>
    public IReadOnlyList<BasisSection> ConsequencesOf(CommitteeCase one) => [.. BasisSections.Of(one.Facts, forms, Texts).Where(section => BasisSections.Consequences.Contains(section.Key))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await basis.ReadAsync(CommitteeCode, IdeasPermissions.ReadCommittee, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        return Page();
    }
}
