using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Profiles;

[RequirePermission(EvaluationPermissions.ReadDashboard)]
internal sealed class OwnProfilePageModel(AnswerProfile answer, StatisticsNames names) : IdeSlussPageModel
{
    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Sexes { get; private set; } = [];

    /// <summary>What was done, Swedish; null before.</summary>
    public string? Done { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => FillAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? handling, CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        if (!ModelState.IsValid) return ShowErrors();
        if (handling == "ta-bort")
        {
            await answer.ForgetOwnAsync(cancellationToken);
            Done = "Ditt svar är borttaget.";
            return Page();
        }

        if ((await answer.SaveOwnAsync(Input, cancellationToken)).Failed(out var problem, out _)) return ShowProblem(problem, nameof(Input));
        Done = "Tack! Svaret är sparat.";
        return Page();
    }

    private async Task FillAsync(CancellationToken cancellationToken) => Sexes = [.. await ProfilePageModel.ChoicesAsync(names, Dimensions.Sex, Texts, cancellationToken), new("", Texts["Vill inte svara"])];
}
