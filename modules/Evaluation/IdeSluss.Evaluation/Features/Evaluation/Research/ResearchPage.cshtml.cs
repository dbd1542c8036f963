using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Research;

[RequirePermission(EvaluationPermissions.Research)]
internal sealed class ResearchPageModel(KeepAgreements keep, WriteCodebook codebooks, ReadStatistics statistics, WriteSections sections) : IdeSlussPageModel
{
    public IReadOnlyList<AgreementView> Agreements { get; private set; } = [];

    public Codebook Codebook { get; private set; } = null!;

    /// <summary>What everyone may read, of the whole municipality.</summary>
    public StatisticsView View { get; private set; } = null!;

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? period, CancellationToken cancellationToken)
    {
        if ((await statistics.FindAsync(string.IsNullOrEmpty(period) ? null : period, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        var shown = new List<Section>();
        foreach (var measure in Measures.Followed) shown.Add(await sections.OfAsync(measure, view, null, cancellationToken));
        Sections = shown;
        Agreements = await keep.OwnAsync(cancellationToken);
        Codebook = await codebooks.OfTodayAsync(cancellationToken);
        return Page();
    }
}
