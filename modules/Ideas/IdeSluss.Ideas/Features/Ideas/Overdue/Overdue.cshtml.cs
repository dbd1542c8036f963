using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.Overdue;

[RequirePermission(IdeasPermissions.SeeOverdue)]
internal sealed class OverdueModel(OverdueCases overdue, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public Page<OverdueItem> Items { get; private set; } = null!;

    public IReadOnlyList<OverdueSum> Sums { get; private set; } = [];

    public string AddressOf(OverdueItem item) => me.Has(IdeasPermissions.Work) ? $"/arbete/{item.CaseNumber}" : $"/att-besluta/{item.CaseNumber}";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Items = await overdue.FindAsync(After, cancellationToken);
        Sums = await overdue.SumsAsync(cancellationToken);
    }
}
