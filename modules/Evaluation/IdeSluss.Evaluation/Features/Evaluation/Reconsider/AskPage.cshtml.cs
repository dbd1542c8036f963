using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

/// <summary>Below <c>/folj</c>, where the browser keeps which case its code has opened.</summary>
[OpenToAll("the account, or a protected cookie that the right code has set, tells whose case it is")]
[EnableRateLimiting(RateLimits.Write)]
internal sealed class AskPageModel(AskForReconsideration ask, IOwnCases cases, CurrentUser me) : IdeSlussPageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public OwnDecision Own { get; private set; } = null!;

    public string Back => me.IsAuthenticated ? "/mina-ideer" : "/folj/arende";

    public async Task<IActionResult> OnGetAsync(Guid beslut, CancellationToken cancellationToken) => await LoadAsync(beslut, cancellationToken) ? Page() : ShowProblem(ReconsiderationRules.NoSuchDecision);

    public async Task<IActionResult> OnPostAsync(Guid beslut, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(beslut, cancellationToken)) return ShowProblem(ReconsiderationRules.NoSuchDecision);
        return (await ask.HandleAsync(beslut, Reason, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem) : LocalRedirect(Request.Path);
    }

    private async Task<bool> LoadAsync(Guid decision, CancellationToken cancellationToken)
    {
        if (await ask.FindAsync(decision, cancellationToken) is not { } found || !await cases.IsOwnAsync(HttpContext, found.Decision.IdeaId, cancellationToken)) return false;
        Own = found;
        return true;
    }
}
