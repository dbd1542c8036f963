using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

[RequireLogin]
internal sealed class AnswerPageModel(AnswerAssessment answer) : IdeSlussPageModel
{
    public const string Prefix = "Answer";

    public AnswerView One { get; private set; } = null!;

    public Answers Answers { get; private set; } = Answers.Empty;

    public bool JustDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid skattning, string? klart, CancellationToken cancellationToken)
    {
        JustDone = klart is not null;
        return await LoadAsync(skattning, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid skattning, CancellationToken cancellationToken)
    {
        if (await LoadAsync(skattning, cancellationToken) is { } gone) return gone;
        Answers = Answers.FromPost(One.Form, Request.Form, Prefix);
        return (await answer.HandleAsync(skattning, Answers, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, Prefix) : LocalRedirect($"/sjalvskattning/{skattning}?klart=ja");
    }

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await answer.FindAsync(id, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        One = found;
        return null;
    }
}
