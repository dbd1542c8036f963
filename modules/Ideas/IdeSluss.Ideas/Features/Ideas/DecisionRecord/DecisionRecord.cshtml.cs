using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Ideas.Features.Ideas.DecisionRecord;

/// <summary>One decision: what was decided, when the reply leaves, and what can still be done about it.</summary>
[RequireLogin]
internal sealed class DecisionRecordModel(ReadDecision read, TakeBackDecision takeBack, SendReplyNow sendNow, CorrectDecision correct) : IdeSlussPageModel
{
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "beslut")]
    public Guid DecisionId { get; set; }

    [BindProperty]
    public CorrectionInput Input { get; set; } = new();

    public DecisionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } problem) return ShowProblem(problem);
        Input.Reason = View.Reason;
        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken) =>
        await AnswerAsync((await takeBack.HandleAsync(Number, DecisionId, cancellationToken)).Problem, cancellationToken);

    public async Task<IActionResult> OnPostSendNowAsync(CancellationToken cancellationToken) =>
        await AnswerAsync((await sendNow.HandleAsync(Number, DecisionId, cancellationToken)).Problem, cancellationToken);

    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken cancellationToken)
    {
        var outcome = await correct.HandleAsync(Number, DecisionId, new(Input.Reason, Input.Reply), cancellationToken);
        return outcome.Problem is null ? Redirect($"/arbete/{Number}/beslut/{outcome.Value}") : await AnswerAsync(outcome.Problem, cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Problem? problem, CancellationToken cancellationToken)
    {
        if (problem is null) return Redirect($"/arbete/{Number}/beslut/{DecisionId}");
        return await LoadAsync(cancellationToken) is { } gone ? ShowProblem(gone) : ShowProblem(problem, nameof(Input));
    }

    private async Task<Problem?> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(Number, DecisionId, cancellationToken)).Failed(out var problem, out var view)) return problem;
        View = view;
        return null;
    }

    public sealed class CorrectionInput
    {
        public string? Reason { get; set; }
        public string? Reply { get; set; }
    }
}
