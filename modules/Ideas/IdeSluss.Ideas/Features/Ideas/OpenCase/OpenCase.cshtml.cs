using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Ideas.Features.Ideas.LegalTime;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.OpenCase;

[RequirePermission(IdeasPermissions.Work)]
internal sealed class OpenCaseModel(OpenCase cases, ReadGate gates, CaseLegalClocks legalClocks, CurrentUser me, IEnumerable<IntakeChannel> channels) : IdeSlussPageModel
{
    public CaseView Case { get; private set; } = null!;

    /// <summary>What the next decision needs; null when none is ahead.</summary>
    public GateView? Gate { get; private set; }

    public IReadOnlyList<LegalClockView> LegalClocks { get; private set; } = [];

    public bool MayPrepare => me.Has(IdeasPermissions.Prepare);

    public bool MayAssign => me.Has(IdeasPermissions.Assign);

    public bool MayDecide => me.Has(IdeasPermissions.Decide);

    public bool MaySort => me.Has(IdeasPermissions.Sort);

    public string ChannelName => channels.FirstOrDefault(channel => channel.Code == Case.Channel)?.Name ?? Case.Channel;

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancellationToken)
    {
        var outcome = await cases.FindAsync(number, cancellationToken);
        if (outcome.Failed(out var problem, out var view)) return ShowProblem(problem);
        Case = view;
        LegalClocks = await legalClocks.OfAsync(view.Id, cancellationToken);
        if (view is { Status: not nameof(IdeaStatus.Closed), ReadOnly: false }) Gate = (await gates.HandleAsync(number, cancellationToken)).Value;
        return Page();
    }
}
