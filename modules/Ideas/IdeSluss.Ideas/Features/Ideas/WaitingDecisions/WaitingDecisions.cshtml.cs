using IdeSluss.Ideas.Features.Ideas.Receiver;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.WaitingDecisions;

/// <summary>The manager's list: what waits for a decision, the soonest promise first.</summary>
[RequirePermission(IdeasPermissions.Decide)]
internal sealed class WaitingDecisionsModel(ListWaitingDecisions list, AnswerReceiver receivers) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public Page<WaitingDecision> Waiting { get; private set; } = new([], null);

    /// <summary>Ideas whose result the reader's unit is asked to receive; on the first page.</summary>
    public IReadOnlyList<WaitingReceiver> Receivers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await list.HandleAsync(After, cancellationToken);
        if (After is null) Receivers = await receivers.ListAsync(cancellationToken);
    }
}
