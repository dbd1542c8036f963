using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Dashboard;

[RequirePermission(EvaluationPermissions.ReadDashboard)]
internal sealed class DashboardPageModel(ReadDashboard dashboard, WriteSections sections) : IdeSlussPageModel
{
    public DashboardView View { get; private set; } = null!;

    public CountSection Own { get; private set; } = null!;

    public ShareSection InTime { get; private set; } = null!;

    public CountSection Funnel { get; private set; } = null!;

    public ShareSection Accepted { get; private set; } = null!;

    public ShareSection BySex { get; private set; } = null!;

    public MiddleSection Times { get; private set; } = null!;

    public ShareSection Spread { get; private set; } = null!;

    public IReadOnlyList<ChartColumn> Quarters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? period, CancellationToken cancellationToken)
    {
        if ((await dashboard.FindAsync(period, cancellationToken)).Failed(out var problem, out var found)) return ShowProblem(problem);
        View = found;
        var view = found.Statistics;
        Own = new("Idéer som kom in hos dig", "Nämnd", "Flest: {0}, {1} idéer.", [.. found.Own.Select(one => new StatisticsRow(PartName.Own(one.Name), one.HandedIn))]);
        InTime = new("Besked i tid hos dig", [.. found.Own.Select(one => new ShareRow(PartName.Own(one.Name), one.InTime, one.Decisions))]);
        Funnel = WriteSections.Funnel(view);
        Accepted = new("Andel som gick vidare", [WriteSections.Row("Alla beslut", view, Indicator.Accepted), .. Indicator.Decisions.Select(gate => WriteSections.Row(EvaluationWords.GateName(gate), view, $"{Indicator.Accepted}:{gate}"))]);
        BySex = new("Andel som gick vidare, efter kön", await sections.SharesAsync(view, Indicator.Accepted, Dimensions.Sex, cancellationToken));
        Times = new("Tid till beslut, i vardagar", "Etapp", "Hälften inom", "Nio av tio inom", "Längst tid tog {0}: hälften väntade mer än {1} vardagar.", await sections.MiddlesAsync(view, Indicator.LeadTime, Dimensions.Stage, cancellationToken));
        Spread = new("Hur det slutade", [WriteSections.Row("Genomförda idéer, av dem som avslutades", view, Indicator.Implemented), WriteSections.Row("Nyttor som nått sitt mål, av dem som följdes upp", view, Indicator.Benefit), WriteSections.Row("Ska spridas, av dem vars effekt beslutades", view, Indicator.Spread), WriteSections.Row("Lärdomar, av det som stoppades efter test", view, Indicator.Lessons)]);
        Quarters = [.. view.Quarters.Reverse().Select(one => new ChartColumn(one.Period, one.HandedIn.Count, one.Implemented.Count))];
        return Page();
    }

    public string PeriodName(string period) => QuarterName.IsQuarter(period) ? Texts["{0}, kvartal {1}", period[..4], period[5]] : period;
}
