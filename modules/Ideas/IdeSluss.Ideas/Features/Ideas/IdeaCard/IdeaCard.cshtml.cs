using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.IdeaCard;

/// <summary>The idékort: the whole case to read or print.</summary>
[RequirePermission(IdeasPermissions.ReadEvidence)]
internal sealed class IdeaCardModel(ReadIdeaCard read, CurrentUser user) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    public IdeaCardView Card { get; private set; } = null!;

    public string BackTo => user.Has(IdeasPermissions.Decide) ? $"/att-besluta/{Number}" : user.Has(IdeasPermissions.Work) ? $"/arbete/{Number}" : "/arbete";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(Number, cancellationToken)).Failed(out var problem, out var card)) return ShowProblem(problem);
        Card = card;
        return Page();
    }
}
