using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Pages;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

[OpenToAll("statistics are for everyone, and have been protected before they are stored")]
internal sealed class StatisticsPageModel(ReadStatistics statistics, WriteSections sections) : IdeSlussPageModel
{
    private static readonly FigurePart OtherLanguage = new(Dimensions.Language, "ja");

    public StatisticsView View { get; private set; } = null!;

    /// <summary>Those with a part that is told.</summary>
    public IReadOnlyList<CountSection> HandedIn { get; private set; } = [];

    /// <summary>Titles of those where every part is too small.</summary>
    public IReadOnlyList<string> TooSmall { get; private set; } = [];

    public CountSection Funnel { get; private set; } = null!;

    public IReadOnlyList<ShareSection> Shares { get; private set; } = [];

    public IReadOnlyList<MiddleSection> Middles { get; private set; } = [];

    public IReadOnlyList<CountSection> People { get; private set; } = [];

    public BarometerView Barometer { get; private set; } = null!;

    public IReadOnlyList<ChartColumn> Quarters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? period, CancellationToken cancellationToken)
    {
        if ((await statistics.FindAsync(period, cancellationToken)).Failed(out var problem, out var view)) return ShowProblem(problem);
        View = view;
        const string most = "Flest: {0}, {1} idéer.";
        IReadOnlyList<CountSection> handedIn =
        [
            await sections.CountAsync(view, Indicator.HandedIn, Dimensions.Submitter, "Idéer efter vem som lämnade dem", "Idégivare", most, cancellationToken),
            await sections.CountAsync(view, Indicator.HandedIn, Dimensions.Authority, "Idéer efter nämnd", "Nämnd", most, cancellationToken),
            await sections.CountAsync(view, Indicator.HandedIn, Dimensions.Area, "Idéer efter område", "Område", most, cancellationToken),
            await sections.CountAsync(view, Indicator.HandedIn, Dimensions.Sex, "Idéer efter kön", "Kön", most, cancellationToken),
            await sections.CountAsync(view, Indicator.HandedIn, Dimensions.Age, "Idéer efter ålder", "Ålder", most, cancellationToken),
            await sections.CountAsync(view, Indicator.HandedIn, Dimensions.Channel, "Idéer efter väg in", "Väg in", most, cancellationToken),
        ];
        IReadOnlyList<CountSection> people =
        [
            await sections.CountAsync(view, Indicator.Participants, Dimensions.Sex, "Deltagare i tester efter kön", "Kön", "Flest: {0}, {1} personer.", cancellationToken),
            await sections.CountAsync(view, Indicator.Participants, Dimensions.Age, "Deltagare i tester efter ålder", "Ålder", "Flest: {0}, {1} personer.", cancellationToken),
            await sections.CountAsync(view, Indicator.Trained, Dimensions.Role, "De som fick sitt första intyg", "Roll", "Flest: {0}, {1} personer.", cancellationToken),
        ];
        (HandedIn, People, Funnel) = ([.. handedIn.Where(one => one.Says)], [.. people.Where(one => one.Says)], WriteSections.Funnel(view));
        IReadOnlyList<ShareSection> shares =
        [
            new("Andel som gick vidare", [WriteSections.Row("Alla beslut", view, Indicator.Accepted), .. Indicator.Decisions.Select(gate => WriteSections.Row(EvaluationWords.GateName(gate), view, $"{Indicator.Accepted}:{gate}"))]),
            new("Andel som gick vidare, efter vem som lämnade idén", await sections.SharesAsync(view, Indicator.Accepted, Dimensions.Submitter, cancellationToken)),
            new("Hur det slutade och hur det gick till",
            [
                WriteSections.Row("Genomförda idéer, av dem som avslutades", view, Indicator.Implemented), WriteSections.Row("Besked i tid, av alla beslut", view, Indicator.Told),
                new("Idéer på andra språk än svenska", Privacy.Shares.Of(view.Cell(Indicator.HandedIn, OtherLanguage), view.Cell(Indicator.HandedIn)), view.Cell(Indicator.HandedIn)),
                WriteSections.Row("Nyttor som nått sitt mål, av dem som följdes upp", view, Indicator.Benefit), WriteSections.Row("Ska spridas, av dem vars effekt beslutades", view, Indicator.Spread), WriteSections.Row("Lärdomar, av det som stoppades efter test", view, Indicator.Lessons),
                WriteSections.Row("Besvarade rapporter om tillgänglighet", view, Indicator.Barriers),
            ]),
        ];
        IReadOnlyList<MiddleSection> middles =
        [
            new("Tid till beslut, i vardagar", "Etapp", "Hälften inom", "Nio av tio inom", "Längst tid tog {0}: hälften väntade mer än {1} vardagar.", await sections.MiddlesAsync(view, Indicator.LeadTime, Dimensions.Stage, cancellationToken)),
            new("Tid tills idén var genomförd, i vardagar", "Område", "Hälften inom", "Nio av tio inom", "Längst tid tog {0}: hälften väntade mer än {1} vardagar.", await WithAllAsync(Indicator.ImplementedDays, cancellationToken)),
            new("Samtal med dem som har behovet, per idé", "Område", "Hälften hade högst", "Nio av tio hade högst", "Flest samtal: {0}, hälften av idéerna hade högst {1}.", await WithAllAsync(Indicator.NeedTalks, cancellationToken)),
        ];
        (Shares, Middles) = ([.. shares.Where(one => one.Says)], [.. middles.Where(one => one.Says)]);
        Barometer = await BarometerView.OfAsync(sections, view, cancellationToken);
        TooSmall =
        [
            .. handedIn.Concat(people).Append(Funnel).Where(one => !one.Says).Select(one => one.Title), .. shares.Where(one => !one.Says).Select(one => one.Title),
            .. middles.Where(one => !one.Says && Privacy.QuarterName.IsQuarter(view.Period)).Select(one => one.Title),
            .. Barometer.TooSmall,
        ];
        Quarters = [.. view.Quarters.Reverse().Select(one => new ChartColumn(one.Period, one.HandedIn.Count, one.Implemented.Count))];
        return Page();
    }

    public string PeriodName(string period) => Privacy.QuarterName.IsQuarter(period) ? Texts["{0}, kvartal {1}", period[..4], period[5]] : period;

    private async Task<IReadOnlyList<MiddleRow>> WithAllAsync(string what, CancellationToken cancellationToken)
    {
        var rows = await sections.MiddlesAsync(View, what, Dimensions.Area, cancellationToken);
        return View.Middle(what) is { } all ? [new("Alla områden", all.Median!.Value, all.Ninth!.Value), .. rows] : rows;
    }
}
