using System.Globalization;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Quality;

/// <summary>What is to be checked, and one question: does it work?</summary>
[RequirePermission(EvaluationPermissions.ReadQuality)]
internal sealed class SelfCheckPageModel(SelfChecks checks, TimeProvider time) : IdeSlussPageModel
{
    [BindProperty]
    public ResultInput Input { get; set; } = new();

    public SelfCheckView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid kontroll, CancellationToken cancellationToken)
    {
        if ((await checks.FindAsync(kontroll, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        (View, Input) = (view, new() { Day = time.StockholmToday().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Version = view.Version });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid kontroll, CancellationToken cancellationToken)
    {
        if ((await checks.FindAsync(kontroll, cancellationToken)).Failed(out var missing, out var view)) return ShowProblem(missing);
        View = view;
        var outcome = await checks.RecordAsync(new(kontroll, Input.Works switch { "ja" => true, "nej" => false, _ => null }, Input.Note, Benefits.BenefitContent.Day(Input.Day), Input.Version), cancellationToken);
        return outcome.Failed(out var problem, out _) ? ShowProblem(problem, nameof(Input)) : Redirect($"/arbete/kvalitet/egenkontroll/{kontroll}");
    }

    public sealed class ResultInput
    {
        public string? Works { get; set; }

        public string? Note { get; set; }

        public string? Day { get; set; }

        public int? Version { get; set; }
    }
}
