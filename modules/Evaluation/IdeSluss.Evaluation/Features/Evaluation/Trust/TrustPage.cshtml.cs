using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace IdeSluss.Evaluation.Features.Evaluation.Trust;

/// <summary>Below <c>/folj</c>, where the browser keeps which case its code has opened.</summary>
[OpenToAll("the account, or a protected cookie that the right code has set, tells whose case it is")]
[EnableRateLimiting(RateLimits.Write)]
internal sealed class TrustPageModel(AnswerTrust trust, IOwnCases cases, CurrentUser me) : IdeSlussPageModel
{
    public const string Prefix = "Trust";

    public TrustView View { get; private set; } = null!;

    public Answers Answers { get; private set; } = Answers.Empty;

    public bool JustDone { get; private set; }

    public string Back => me.IsAuthenticated ? $"/mina-ideer/{View.CaseNumber}" : "/folj/arende";

    public async Task<IActionResult> OnGetAsync(string nummer, string? klart, CancellationToken cancellationToken)
    {
        if ((await trust.FindAsync(await cases.OwnAsync(HttpContext, nummer, cancellationToken), cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        (View, JustDone) = (view, klart is not null && view.WhyNot is not null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string nummer, CancellationToken cancellationToken)
    {
        var idea = await cases.OwnAsync(HttpContext, nummer, cancellationToken);
        if ((await trust.FindAsync(idea, cancellationToken)).Failed(out var missing, out var view)) return ShowProblem(missing);
        (View, Answers) = (view, Answers.FromPost(TrustForm.Definition, Request.Form, Prefix));
        return (await trust.HandleAsync(idea, Answers, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, Prefix) : LocalRedirect($"{Request.Path}?klart=ja");
    }
}
