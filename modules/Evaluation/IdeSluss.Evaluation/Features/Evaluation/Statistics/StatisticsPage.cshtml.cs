using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

[OpenToAll("statistics are for everyone, and have been protected before they are stored")]
[OutputCache(PolicyName = KeptPages.Policy, Tags = [StatisticsUseCases.Kept])]
internal sealed class StatisticsPageModel(ReadStatistics statistics, WriteSections sections) : IdeSlussPageModel
{
    private const string All = "alla";

    public StatisticsView View { get; private set; } = null!;

    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>Everything, not only what is chosen to be met first.</summary>
    public bool Everything { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? period, string? matt, CancellationToken cancellationToken)
    {
        if ((await statistics.FindAsync(string.IsNullOrEmpty(period) ? null : period, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        (View, Everything) = (view, matt == All);
        var shown = new List<Section>();
        foreach (var measure in Everything ? Measures.All : Measures.Chosen) shown.Add(await sections.OfAsync(measure, view, null, cancellationToken));
        if (Everything) shown.AddRange(await BarometerSections.OfAsync(sections, view, cancellationToken));
        Sections = shown;
        return Page();
    }
}
