using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>The rows that sections are made of: a settled figure for each part, with what the part is called.</summary>
internal sealed class WriteRows(StatisticsNames names)
{
    private static readonly FigurePart Yes = new(Dimensions.Outcome, "ja");

    public Task<IReadOnlyList<PartName>> NamesAsync(string dimension, CancellationToken cancellationToken) => names.OfAsync(dimension, cancellationToken);

    /// <summary>Yes of yes and no, of a part or of all together.</summary>
    public static ShareRow Row(Text name, StatisticsView view, string what, params FigurePart[] part) => Row(name, view, what, [.. part, Yes], part);

    /// <summary>Some of a whole; the whole is all together where it is empty.</summary>
    public static ShareRow Row(Text name, StatisticsView view, string what, FigurePart[] some, FigurePart[] whole) => new(name, Shares.Of(view.Cell(what, some), view.Cell(what, whole)), view.Cell(what, whole));

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
    public async Task<IReadOnlyList<StatisticsRow>> CountsAsync(StatisticsView view, string what, string dimension, Reach? reach, CancellationToken cancellationToken) =>
        [.. (await PartsAsync(view, what, dimension, reach, cancellationToken)).Select(part => new StatisticsRow(part.Said, view.Cell(what, new FigurePart(dimension, part.Code)), part.Code is not (Dimensions.Unsaid or "Unknown" or BarometerForm.Unknown)))];

    public async Task<IReadOnlyList<ShareRow>> SharesAsync(StatisticsView view, string what, string dimension, Reach? reach, CancellationToken cancellationToken) =>
        [.. (await PartsAsync(view, what, dimension, reach, cancellationToken)).Select(part => Row(part.Said, view, what, new FigurePart(dimension, part.Code)) with { Known = part.Code != Dimensions.Unsaid })];

    /// <summary>Those that are told: decisions with few are counted together.</summary>
    public async Task<IReadOnlyList<ShareRow>> ByDecisionAsync(StatisticsView view, CancellationToken cancellationToken)
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

    public async Task<IReadOnlyList<ShareRow>> WomenAsync(StatisticsView view, string dimension, Reach? reach, CancellationToken cancellationToken)
    {
        ShareRow Of(Text name, params FigurePart[] part) => Row(name, view, Indicator.Deciders, [.. part, new(Dimensions.Sex, "kvinna")], part);
        return [Of("Alla som beslutade"), .. (await PartsAsync(view, Indicator.Deciders, dimension, reach, cancellationToken)).Select(part => Of(part.Said, new FigurePart(dimension, part.Code)))];
    }

    public async Task<IReadOnlyList<ShareRow>> LanguagesAsync(StatisticsView view, CancellationToken cancellationToken)
    {
        ShareRow Of(Text name, params FigurePart[] part) => Row(name, view, Indicator.HandedIn, [.. part, new(Dimensions.Language, "ja")], part);
        return [Of("Alla vägar in"), .. (await names.OfAsync(Dimensions.Channel, cancellationToken)).Select(part => Of(part.Said, new FigurePart(Dimensions.Channel, part.Code)))];
    }

    public async Task<IReadOnlyList<MiddleRow>> MiddlesAsync(StatisticsView view, string what, string dimension, CancellationToken cancellationToken) =>
        [.. (await names.OfAsync(dimension, cancellationToken)).Select(part => (part, Figure: view.Middle(what, new FigurePart(dimension, part.Code)))).Where(one => one.Figure is not null).Select(one => Middle(one.part.Said, one.Figure!))];

    public async Task<IReadOnlyList<MiddleRow>> WithAllAsync(StatisticsView view, string what, CancellationToken cancellationToken)
    {
        var rows = await MiddlesAsync(view, what, Dimensions.Area, cancellationToken);
        return view.Middle(what) is { } all ? [Middle("Alla områden", all), .. rows] : rows;
    }

    /// <summary>In each stage and part, the longest first.</summary>
    public async Task<IReadOnlyList<MiddleRow>> TimesAsync(StatisticsView view, string dimension, CancellationToken cancellationToken)
    {
        var (stages, parts) = (await names.OfAsync(Dimensions.Stage, cancellationToken), await names.OfAsync(dimension, cancellationToken));
        return
        [
            .. (from stage in stages from part in parts
                let figure = view.Middle(Indicator.LeadTime, new FigurePart(Dimensions.Stage, stage.Code), new FigurePart(dimension, part.Code))
                where figure is not null
                select Middle(new Text("{0}: {1}", stage.Said, part.Said), figure)).OrderByDescending(row => row.Median).ThenByDescending(row => row.Ninth),
        ];
    }

    /// <summary>Those who have a certificate of all managers and elected members: all, each of the two, and by sex.</summary>
    public async Task<IReadOnlyList<ShareRow>> ReachedAsync(StatisticsView view, CancellationToken cancellationToken) =>
    [
        Row("Alla", view, Indicator.Reach),
        .. (await names.OfAsync(Dimensions.Role, cancellationToken)).Where(part => part.Code != Dimensions.Others).Select(part => Row(part.Said, view, Indicator.Reach, new FigurePart(Dimensions.Role, part.Code))),
        .. (await names.OfAsync(Dimensions.Sex, cancellationToken)).Select(part => Row(part.Said, view, Indicator.Reach, new FigurePart(Dimensions.Sex, part.Code))),
    ];

    /// <summary>Measured kronor of promised ones, in percent: of all benefits that are counted in kronor, and of each kind.</summary>
    public async Task<IReadOnlyList<StatisticsRow>> KronorAsync(StatisticsView view, CancellationToken cancellationToken)
    {
        StatisticsRow? Of(Text name, params FigurePart[] part) => view.Middle(Indicator.BenefitPercent, part) is { } told ? new(name, new(CellState.Shown, told.Median)) : null;
        var kinds = await names.OfAsync(Dimensions.Benefit, cancellationToken);
        return [.. kinds.Select(kind => Of(kind.Said, new FigurePart(Dimensions.Benefit, kind.Code))).Prepend(Of("Alla nyttor i kronor")).OfType<StatisticsRow>()];
    }

    private static MiddleRow Middle(Text name, Figure figure) => new(name, figure.Median!.Value, figure.Ninth!.Value);

    public static IEnumerable<GapRow> Gaps(StatisticsView view)
    {
        var (women, men) = (new FigurePart(Dimensions.Sex, "kvinna"), new FigurePart(Dimensions.Sex, "man"));
        if (GapOf("Alla beslut", Row("", view, Indicator.Accepted, women).Share, Row("", view, Indicator.Accepted, men).Share) is { } all) yield return all;
        foreach (var gate in Indicator.Decisions)
            if (GapOf(EvaluationWords.GateName(gate), AtDecision("", view, ByDecision.BySex, gate, women).Share, AtDecision("", view, ByDecision.BySex, gate, men).Share) is { } one) yield return one;
    }

    private static GapRow? GapOf(Text name, Share? women, Share? men) => Shares.Gap(women, men) is { } gap ? new(name, new(women!, men!, gap.Value, gap.Lowest, gap.Highest)) : null;
}
