using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Training.Features.Training.Evaluate;

[OpenToAll("the address is a secret too long to guess, sent to the one who was there")]
internal sealed class EvaluationPageModel(AnswerEvaluation answer) : IdeSlussPageModel
{
    [BindProperty]
    public EvaluationInput Input { get; set; } = new();

    public AskedEvaluation Asked { get; private set; } = null!;

    public IReadOnlyList<Choice> Scores => [new("5", Texts["5, stämmer helt"]), new("4", "4"), new("3", "3"), new("2", "2"), new("1", Texts["1, stämmer inte alls"])];

    public async Task<IActionResult> OnGetAsync(string round, string token, CancellationToken cancellationToken) => await FillAsync(round, token, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string round, string token, CancellationToken cancellationToken)
    {
        if (await FillAsync(round, token, cancellationToken) is { } missing) return missing;
        if (!ModelState.IsValid) return ShowErrors();
        return (await answer.AnswerAsync(token, Asked.Round, Input, cancellationToken)).Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : LocalRedirect($"/utbildning/tyck-till/{round}/{Uri.EscapeDataString(token)}");
    }

    private async Task<IActionResult?> FillAsync(string round, string token, CancellationToken cancellationToken)
    {
        if (EvaluationWords.RoundOf(round) is not { } known) return NotFound();
        if ((await answer.FindAsync(token, known, cancellationToken)).Failed(out var problem, out var asked)) return ShowProblem(problem);
        Asked = asked;
        while (Input.Scores.Count < asked.Statements.Count) Input.Scores.Add(null);
        return null;
    }
}
