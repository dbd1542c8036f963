using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>One page from the inbox: read what was planned, write how it became, send.</summary>
[RequirePermission(EvaluationPermissions.AnswerFollowUps)]
internal sealed class FollowUpPageModel(AnswerFollowUp followUps) : IdeSlussPageModel
{
    private const string Prefix = "Uppfoljning";

    public OwnFollowUp FollowUp { get; private set; } = null!;

    public Answers Answers { get; private set; } = Answers.Empty;

    public string? Done { get; private set; }

    public bool Waits => FollowUp.State == FollowUpState.Open;

    public async Task<IActionResult> OnGetAsync(Guid uppfoljning, string? klart, CancellationToken cancellationToken)
    {
        if (await LoadAsync(uppfoljning, cancellationToken) is { } problem) return ShowProblem(problem);
        (Answers, Done) = (FollowUp.Answers, klart);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid uppfoljning, int version, string? gor, CancellationToken cancellationToken)
    {
        if (await LoadAsync(uppfoljning, cancellationToken) is { } problem) return ShowProblem(problem);
        Answers = Answers.FromPost(FollowUp.Form, Request.Form, Prefix);
        var request = new FollowUpRequest(uppfoljning, Answers, version);
        var outcome = gor == "spara" ? await followUps.SaveAsync(request, cancellationToken) : await followUps.SendAsync(request, cancellationToken);
        return outcome.Failed(out var refused, out _) ? ShowProblem(refused, Prefix) : LocalRedirect($"/mina-uppfoljningar/{uppfoljning}?klart={(gor == "spara" ? "sparad" : "skickad")}");
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await followUps.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return problem;
        FollowUp = found;
        return null;
    }
}
