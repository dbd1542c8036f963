using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

/// <summary>One page from the inbox, the case or the follow-up: eight ticks, and done.</summary>
[RequirePermission(EvaluationPermissions.AnswerBarometer)]
internal sealed class BarometerPageModel(AnswerBarometer barometer) : IdeSlussPageModel
{
    public const string Prefix = "Nytt";

    public InnovationView View { get; private set; } = null!;

    public Answers Answers { get; private set; } = Answers.Empty;

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string nummer, string? klart, CancellationToken cancellationToken)
    {
        Done = klart;
        return await LoadAsync(nummer, cancellationToken) is { } problem ? ShowProblem(problem) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string nummer, int version, string? gor, CancellationToken cancellationToken)
    {
        if (await LoadAsync(nummer, cancellationToken) is { } problem) return ShowProblem(problem);
        Answers = Answers.FromPost(BarometerForm.Definition, Request.Form, Prefix);
        var outcome = gor == "hoppa" ? await barometer.LeaveAsync(nummer, cancellationToken) : await barometer.SendAsync(nummer, Answers, version, cancellationToken);
        return outcome.Failed(out var refused, out _) ? ShowProblem(refused, Prefix) : LocalRedirect($"{Request.Path}?klart={(gor == "hoppa" ? "hoppa" : "svar")}");
    }

    private async Task<Problem?> LoadAsync(string number, CancellationToken cancellationToken)
    {
        if ((await barometer.FindAsync(number, cancellationToken)).Failed(out var problem, out var view)) return problem;
        View = view;
        return null;
    }
}
