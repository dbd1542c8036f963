using IdeSluss.Ideas.Features.Ideas.Inbox;
using IdeSluss.Ideas.Features.Ideas.Receiver;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.WaitingDecisions;

/// <summary>The manager's list: what waits for a decision, the soonest promise first. Whoever decides nothing is led to their own list.</summary>
[RequireLogin]
internal sealed class WaitingDecisionsModel(ListWaitingDecisions list, AnswerReceiver receivers, IOrganisation organisation, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "efter")]
    public string? After { get; set; }

    public Page<WaitingDecision> Waiting { get; private set; } = new([], null);

    /// <summary>Ideas whose result the reader's unit is asked to receive; on the first page.</summary>
    public IReadOnlyList<WaitingReceiver> Receivers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!me.Has(IdeasPermissions.Decide)) return await OwnList.OfAsync(me, organisation, cancellationToken) is { } own ? LocalRedirect(own) : ShowProblem(Problem.Forbidden("Sidan är för dem som beslutar om idéer."));
        Waiting = await list.HandleAsync(After, cancellationToken);
        if (After is null) Receivers = await receivers.ListAsync(cancellationToken);
        return Page();
    }
}
