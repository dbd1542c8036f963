using IdeSluss.Evaluation.Features.Evaluation.Barometer;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>Settled figures as sections of a page: the same on the page for everyone and on those for people who work with ideas.</summary>
internal sealed class WriteSections(StatisticsNames names)
{
    private static readonly FigurePart Yes = new(Dimensions.Outcome, "ja");

    public Task<IReadOnlyList<PartName>> NamesAsync(string dimension, CancellationToken cancellationToken) => names.OfAsync(dimension, cancellationToken);

    /// <param name="title">Swedish with nothing to fill in: the key of its translation.</param>
    public async Task<CountSection> CountAsync(StatisticsView view, string what, string dimension, string title, string column, string unit, CancellationToken cancellationToken) =>
        new(title, column, unit, [.. (await names.OfAsync(dimension, cancellationToken)).Select(part => new StatisticsRow(part.Said, view.Cell(what, new FigurePart(dimension, part.Code)), part.Code is not (Dimensions.Unsaid or "Unknown" or BarometerForm.Unknown)))]);

    public async Task<IReadOnlyList<ShareRow>> SharesAsync(StatisticsView view, string what, string dimension, CancellationToken cancellationToken) =>
        [.. (await names.OfAsync(dimension, cancellationToken)).Select(part => Row(part.Said, view, what, new FigurePart(dimension, part.Code)))];

    /// <summary>Yes of yes and no, of a part or of all together.</summary>
    public static ShareRow Row(Text name, StatisticsView view, string what, params FigurePart[] part) => new(name, Shares.Of(view.Cell(what, [.. part, Yes]), view.Cell(what, part)), view.Cell(what, part));

    public async Task<IReadOnlyList<MiddleRow>> MiddlesAsync(StatisticsView view, string what, string dimension, CancellationToken cancellationToken)
    {
        var middles = view.Middles(what, dimension).ToDictionary(one => one.Parts[0].Part);
        return [.. (await names.OfAsync(dimension, cancellationToken)).Where(part => middles.ContainsKey(part.Code)).Select(part => new MiddleRow(part.Said, middles[part.Code].Median!.Value, middles[part.Code].Ninth!.Value))];
    }

    /// <summary>How many came in, and how many went on from each decision in the same period: what narrows is where ideas are lost.</summary>
    public static CountSection Funnel(StatisticsView view) => new(
        "Genom slussen", "Steg", "Flest: {0}, {1} idéer.",
        [new("Kom in", view.Cell(Indicator.HandedIn)), .. Indicator.Decisions.Select(gate => new StatisticsRow(AfterGate(gate), view.Cell($"{Indicator.Accepted}:{gate}", Yes))), new("Avslutades som genomförda", view.Cell(Indicator.Implemented, Yes))]);

    private static string AfterGate(string gate) => gate switch
    {
        Ideas.Contracts.Gates.Triage => "Gick vidare efter sorteringen",
        Ideas.Contracts.Gates.Need => "Gick vidare efter behovsbeslutet",
        Ideas.Contracts.Gates.Test => "Gick vidare till test",
        Ideas.Contracts.Gates.Evaluate => "Gick vidare efter testet",
        _ => "Fick ja till att införas",
    };
}
