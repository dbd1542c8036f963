using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Ui.Parts;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>Where a reader works: codes of authorities, and for each unit itself and those above it (<see cref="UnitTree.Upwards"/>).</summary>
internal sealed record Reach(IReadOnlyList<string> Authorities, IReadOnlyList<IReadOnlyList<string>> Units);

/// <summary>The share of women's ideas that went on less men's.</summary>
internal sealed record GenderGap(Share Women, Share Men, decimal Value, decimal Lowest, decimal Highest);

/// <summary>Settled figures as sections of a page: the same on the page for everyone and on those for people who work with ideas.</summary>
internal sealed class WriteSections(StatisticsNames names)
{
    private const int MostTimes = 12;
    private static readonly FigurePart Yes = new(Dimensions.Outcome, "ja");
    private const string MostIdeas = "Flest: {0}, {1} idéer.";
    private const string People = "Flest: {0}, {1} personer.";
    private const string Longest = "Längst tid tog {0}: hälften väntade mer än {1} vardagar.";

    /// <param name="measure">One of <see cref="Measures.All"/>.</param>
    /// <param name="reach">Null for the whole municipality.</param>
    public async Task<Section> OfAsync(string measure, StatisticsView view, Reach? reach, CancellationToken cancellationToken)
    {
        Task<CountSection> Count(string what, string dimension, string title, string column, string most) => CountAsync(view, what, dimension, reach, title, column, most, cancellationToken);
        async Task<ShareSection> Share(string what, string dimension, string title) => new(title, await SharesAsync(view, what, dimension, reach, cancellationToken));
        return measure switch
        {
            Measures.Quarters => new QuarterSection([.. view.Quarters.Reverse().Select(one => new ChartColumn(one.Period, one.HandedIn.Count, one.Implemented.Count))]),
            Measures.Funnel => Funnel(view),
            Measures.Accepted => new ShareSection("Andel som gick vidare", [Row("Alla beslut", view, Indicator.Accepted), .. Indicator.Decisions.Select(gate => Row(EvaluationWords.GateName(gate), view, At(gate)))]),
            Measures.AcceptedBySubmitter => await Share(Indicator.Accepted, Dimensions.Submitter, "Andel som gick vidare, efter vem som lämnade idén"),
            Measures.AcceptedByGateAndSubmitter => new ShareSection("Andel som gick vidare vid varje beslut, efter vem som lämnade idén", await ByDecisionAsync(view, cancellationToken)),
            Measures.AcceptedBySex => await Share(Indicator.Accepted, Dimensions.Sex, "Andel som gick vidare, efter kön"),
            Measures.AcceptedByMajority => await Share(Indicator.Accepted, Dimensions.Majority, "Andel som gick vidare, efter vilka som mest arbetar i området"),
            Measures.Gap => new GapSection([.. Gaps(view)]),
            Measures.HandedInByAuthority => await Count(Indicator.HandedIn, Dimensions.Authority, reach is null ? "Idéer efter nämnd" : "Idéer som kom in hos dig", "Nämnd", MostIdeas),
            Measures.HandedInByUnit => await Count(Indicator.HandedIn, Dimensions.Unit, reach is null ? "Idéer efter enhet" : "Idéer som kom in till dina enheter", "Enhet", MostIdeas) with { Note = WithUnitAbove },
            Measures.HandedInBySubmitter => await Count(Indicator.HandedIn, Dimensions.Submitter, "Idéer efter vem som lämnade dem", "Idégivare", MostIdeas),
            Measures.HandedInByArea => await Count(Indicator.HandedIn, Dimensions.Area, "Idéer efter område", "Område", MostIdeas),
            Measures.HandedInBySex => await Count(Indicator.HandedIn, Dimensions.Sex, "Idéer efter kön", "Kön", MostIdeas),
            Measures.HandedInByAge => await Count(Indicator.HandedIn, Dimensions.Age, "Idéer efter ålder", "Ålder", MostIdeas),
            Measures.HandedInByChannel => await Count(Indicator.HandedIn, Dimensions.Channel, "Idéer efter väg in", "Väg in", MostIdeas),
            Measures.OtherLanguageByChannel => new ShareSection("Idéer på andra språk än svenska, efter väg in", await LanguagesAsync(view, cancellationToken)),
            Measures.Told => reach is null ? await Share(Indicator.Told, Dimensions.Authority, "Besked i tid, efter nämnd") : await Share(Indicator.Told, Dimensions.Authority, "Besked i tid hos dig"),
            Measures.Times => new MiddleSection("Tid till beslut, i vardagar", "Etapp", "Hälften inom", "Nio av tio inom", Longest, await MiddlesAsync(view, Indicator.LeadTime, Dimensions.Stage, cancellationToken)),
            Measures.TimesByArea => await TimesAsync(view, Dimensions.Area, "Tid till beslut efter område, i vardagar", cancellationToken),
            Measures.TimesBySex => await TimesAsync(view, Dimensions.Sex, "Tid till beslut efter kön, i vardagar", cancellationToken),
            Measures.ImplementedTimes => new MiddleSection("Tid tills idén var genomförd, i vardagar", "Område", "Hälften inom", "Nio av tio inom", Longest, await WithAllAsync(view, Indicator.ImplementedDays, cancellationToken)),
            Measures.NeedTalks => new MiddleSection("Samtal med dem som har behovet, per idé", "Område", "Hälften hade högst", "Nio av tio hade högst", "Flest samtal: {0}, hälften av idéerna hade högst {1}.", await WithAllAsync(view, Indicator.NeedTalks, cancellationToken)),
            Measures.ImplementedByAuthority => await Share(Indicator.Implemented, Dimensions.Authority, reach is null ? "Genomförda av dem som avslutades, efter nämnd" : "Genomförda av dem som avslutades hos dig"),
            Measures.ImplementedByUnit => await Share(Indicator.Implemented, Dimensions.Unit, reach is null ? "Genomförda av dem som avslutades, efter enhet" : "Genomförda av dem som avslutades i dina enheter") with { Note = WithUnitAbove },
            Measures.ImplementedByArea => await Share(Indicator.Implemented, Dimensions.Area, "Genomförda av dem som avslutades, efter område"),
            Measures.Resources => await Count(Indicator.Resources, Dimensions.Majority, "Vad tester kostade, efter vilka som mest arbetar i området", "Område", "Mest pengar: {0}, {1} kronor.") with { Unit = "kronor" },
            Measures.DecidersByAuthority => new ShareSection("Andel kvinnor bland dem som beslutade, efter nämnd", await WomenAsync(view, Dimensions.Authority, reach, cancellationToken)),
            Measures.DecidersByGate => new ShareSection("Andel kvinnor bland dem som beslutade, efter beslut", await WomenAsync(view, Dimensions.Gate, reach, cancellationToken)),
            Measures.ParticipantsBySex => await Count(Indicator.Participants, Dimensions.Sex, "Deltagare i tester efter kön", "Kön", People),
            Measures.ParticipantsByAge => await Count(Indicator.Participants, Dimensions.Age, "Deltagare i tester efter ålder", "Ålder", People),
            Measures.ParticipantsAsked => await Count(Indicator.Participants, Dimensions.Adapted, "Deltagare i tester efter hur de fick frågan", "Frågan", People),
            Measures.TrainedByRole => await Count(Indicator.Trained, Dimensions.Role, "De som fick sitt första intyg", "Roll", People),
            Measures.TrainedBySex => await Count(Indicator.Trained, Dimensions.Sex, "De som fick sitt första intyg, efter kön", "Kön", People),
            _ => Outcomes(view),
        };
    }

    public Task<IReadOnlyList<PartName>> NamesAsync(string dimension, CancellationToken cancellationToken) => names.OfAsync(dimension, cancellationToken);

    private static readonly Text WithUnitAbove = "En enhet med färre än fem räknas med den som ligger ovanför.";

    private static string At(string gate) => $"{Indicator.Accepted}:{gate}";

    /// <summary>Yes of yes and no, of a part or of all together.</summary>
    public static ShareRow Row(Text name, StatisticsView view, string what, params FigurePart[] part) => new(name, Shares.Of(view.Cell(what, [.. part, Yes]), view.Cell(what, part)), view.Cell(what, part));

    /// <summary>The parts that the reader's place has: of units those that are told, each once.</summary>
    private async Task<IReadOnlyList<PartName>> PartsAsync(StatisticsView view, string what, string dimension, Reach? reach, CancellationToken cancellationToken)
    {
        var all = await names.OfAsync(dimension, cancellationToken);
        if (dimension == Dimensions.Unit)
        {
            var told = view.Parts(what, dimension);
            if (reach is not null) told = reach.Units.Select(unit => unit.FirstOrDefault(told.Contains)).OfType<string>().ToHashSet();
            return [.. all.Where(part => told.Contains(part.Code))];
        }

        return dimension == Dimensions.Authority && reach is not null ? [.. all.Where(part => reach.Authorities.Contains(part.Code))] : all;
    }

    /// <param name="reach">Null for the whole municipality.</param>
    /// <param name="title">Swedish with nothing to fill in: the key of its translation.</param>
    public async Task<CountSection> CountAsync(StatisticsView view, string what, string dimension, Reach? reach, string title, string column, string most, CancellationToken cancellationToken) =>
        new(title, column, most, [.. (await PartsAsync(view, what, dimension, reach, cancellationToken)).Select(part => new StatisticsRow(part.Said, view.Cell(what, new FigurePart(dimension, part.Code)), part.Code is not (Dimensions.Unsaid or "Unknown" or BarometerForm.Unknown)))]);

    public async Task<IReadOnlyList<ShareRow>> SharesAsync(StatisticsView view, string what, string dimension, Reach? reach, CancellationToken cancellationToken) =>
        [.. (await PartsAsync(view, what, dimension, reach, cancellationToken)).Select(part => Row(part.Said, view, what, new FigurePart(dimension, part.Code)))];

    /// <summary>Those that are told: decisions with few are counted together.</summary>
    private async Task<IReadOnlyList<ShareRow>> ByDecisionAsync(StatisticsView view, CancellationToken cancellationToken)
    {
        var (gates, parts) = (await names.OfAsync(Dimensions.Gate, cancellationToken), await names.OfAsync(Dimensions.Submitter, cancellationToken));
        return [.. from gate in gates from part in parts select AtDecision(new Text("{0}: {1}", gate.Said, part.Said), view, ByDecision.BySubmitter, gate.Code, new(Dimensions.Submitter, part.Code)) into row where row.Share is not null select row];
    }

    /// <summary>A table that is told in whole has no sums of its own: yes and no are added here.</summary>
    private static ShareRow AtDecision(Text name, StatisticsView view, string what, string gate, FigurePart part)
    {
        var (yes, no) = (view.Cell(what, new(Dimensions.Gate, gate), part, Yes).Count, view.Cell(what, new(Dimensions.Gate, gate), part, new(Dimensions.Outcome, "nej")).Count);
        var whole = yes + no is { } all ? new PublishedCell(CellState.Shown, all) : new(CellState.Withheld, null);
        return new(name, whole.Count is null ? null : Shares.Of(new(CellState.Shown, yes), whole), whole);
    }

    private async Task<IReadOnlyList<ShareRow>> WomenAsync(StatisticsView view, string dimension, Reach? reach, CancellationToken cancellationToken)
    {
        ShareRow Of(Text name, params FigurePart[] part) => new(name, Shares.Of(view.Cell(Indicator.Deciders, [.. part, new(Dimensions.Sex, "kvinna")]), view.Cell(Indicator.Deciders, part)), view.Cell(Indicator.Deciders, part));
        return [Of("Alla som beslutade"), .. (await PartsAsync(view, Indicator.Deciders, dimension, reach, cancellationToken)).Select(part => Of(part.Said, new FigurePart(dimension, part.Code)))];
    }

    private async Task<IReadOnlyList<ShareRow>> LanguagesAsync(StatisticsView view, CancellationToken cancellationToken)
    {
        ShareRow Of(Text name, params FigurePart[] part) => new(name, Shares.Of(view.Cell(Indicator.HandedIn, [.. part, new(Dimensions.Language, "ja")]), view.Cell(Indicator.HandedIn, part)), view.Cell(Indicator.HandedIn, part));
        return [Of("Alla vägar in"), .. (await names.OfAsync(Dimensions.Channel, cancellationToken)).Select(part => Of(part.Said, new FigurePart(Dimensions.Channel, part.Code)))];
    }

    private async Task<IReadOnlyList<MiddleRow>> MiddlesAsync(StatisticsView view, string what, string dimension, CancellationToken cancellationToken) =>
        [.. (await names.OfAsync(dimension, cancellationToken)).Select(part => (part, Figure: view.Middle(what, new FigurePart(dimension, part.Code)))).Where(one => one.Figure is not null).Select(one => Middle(one.part.Said, one.Figure!))];

    private async Task<IReadOnlyList<MiddleRow>> WithAllAsync(StatisticsView view, string what, CancellationToken cancellationToken)
    {
        var rows = await MiddlesAsync(view, what, Dimensions.Area, cancellationToken);
        return view.Middle(what) is { } all ? [Middle("Alla områden", all), .. rows] : rows;
    }

    /// <summary>In each stage and part, the longest first.</summary>
    private async Task<MiddleSection> TimesAsync(StatisticsView view, string dimension, string title, CancellationToken cancellationToken)
    {
        var (stages, parts) = (await names.OfAsync(Dimensions.Stage, cancellationToken), await names.OfAsync(dimension, cancellationToken));
        IReadOnlyList<MiddleRow> rows =
        [
            .. (from stage in stages from part in parts
                let figure = view.Middle(Indicator.LeadTime, new FigurePart(Dimensions.Stage, stage.Code), new FigurePart(dimension, part.Code))
                where figure is not null
                select Middle(new Text("{0}: {1}", stage.Said, part.Said), figure)).OrderByDescending(row => row.Median).ThenByDescending(row => row.Ninth),
        ];
        return new(title, "Etapp", "Hälften inom", "Nio av tio inom", Longest, [.. rows.Take(MostTimes)]) { Note = rows.Count > MostTimes ? new Text("De {0} längsta tiderna.", MostTimes) : null };
    }

    private static MiddleRow Middle(Text name, Figure figure) => new(name, figure.Median!.Value, figure.Ninth!.Value);

    private static IEnumerable<GapRow> Gaps(StatisticsView view)
    {
        var (women, men) = (new FigurePart(Dimensions.Sex, "kvinna"), new FigurePart(Dimensions.Sex, "man"));
        if (GapOf("Alla beslut", Row("", view, Indicator.Accepted, women).Share, Row("", view, Indicator.Accepted, men).Share) is { } all) yield return all;
        foreach (var gate in Indicator.Decisions)
            if (GapOf(EvaluationWords.GateName(gate), AtDecision("", view, ByDecision.BySex, gate, women).Share, AtDecision("", view, ByDecision.BySex, gate, men).Share) is { } one) yield return one;
    }

    private static GapRow? GapOf(Text name, Share? women, Share? men) => Shares.Gap(women, men) is { } gap ? new(name, new(women!, men!, gap.Value, gap.Lowest, gap.Highest)) : null;

    /// <summary>How many came in, and how many went on from each decision in the same period: what narrows is where ideas are lost.</summary>
    private static CountSection Funnel(StatisticsView view) => new(
        "Genom slussen", "Steg", MostIdeas,
        [new("Kom in", view.Cell(Indicator.HandedIn)), .. Indicator.Decisions.Select(gate => new StatisticsRow(AfterGate(gate), view.Cell(At(gate), Yes))), new("Avslutades som genomförda", view.Cell(Indicator.Implemented, Yes))]);

    private static ShareSection Outcomes(StatisticsView view) => new("Hur det slutade och hur det gick till",
    [
        Row("Genomförda idéer, av dem som avslutades", view, Indicator.Implemented), Row("Besked i tid, av alla beslut", view, Indicator.Told), Row("Nyttor som nått sitt mål, av dem som följdes upp", view, Indicator.Benefit),
        Row("Ska spridas, av dem vars effekt beslutades", view, Indicator.Spread), Row("Lärdomar, av det som stoppades efter test", view, Indicator.Lessons), Row("Besvarade rapporter om tillgänglighet", view, Indicator.Barriers),
    ]);

    private static string AfterGate(string gate) => gate switch
    {
        Gates.Triage => "Gick vidare efter sorteringen",
        Gates.Need => "Gick vidare efter behovsbeslutet",
        Gates.Test => "Gick vidare till test",
        Gates.Evaluate => "Gick vidare efter testet",
        _ => "Fick ja till att införas",
    };
}
