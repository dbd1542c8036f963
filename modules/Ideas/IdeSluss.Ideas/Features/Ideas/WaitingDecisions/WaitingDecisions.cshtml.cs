using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.WaitingDecisions;

/// <summary>The manager's list: what waits for a decision, the soonest promise first.</summary>
[RequirePermission(IdeasPermissions.Decide)]
internal sealed class WaitingDecisionsModel(ListWaitingDecisions list) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public Page<WaitingDecision> Waiting { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Waiting = await list.HandleAsync(After, cancellationToken);
}
