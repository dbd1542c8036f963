using IdeSluss.Evaluation.Features.Evaluation.Solutions;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Evaluation.Features.Evaluation.Trust;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

/// <param name="Median">The step that half of them chose at most; null when they are too few.</param>
internal sealed record TrustRow(ShareRow Yes, int? Median);

/// <summary>What is asked for the statistics alone, as sections of a page.</summary>
internal sealed record BarometerView(IReadOnlyList<CountSection> Counts, IReadOnlyList<ShareSection> Shares, IReadOnlyList<CountSection> Solutions, IReadOnlyList<ShareSection> SolutionShares, IReadOnlyList<TrustRow> Trust)
{
    private const string TrustTitle = "Så tyckte de som lämnade idéer";

    private const string Most = "Flest: {0}, {1} idéer.";

    private static readonly FigurePart Together = new(Dimensions.Outcome, "ja");
    private static readonly FigurePart Alone = new(Dimensions.Outcome, "nej");

    public bool SaysBarometer => Counts.Any(one => one.Says) || Shares.Any(one => one.Says);

    public bool SaysSolutions => Solutions.Any(one => one.Says) || SolutionShares.Any(one => one.Says);

    public bool SaysTrust => Trust.Any(row => row.Yes.Share is not null);

    /// <summary>Titles of those where every part is too small.</summary>
    public IReadOnlyList<string> TooSmall =>
        [.. Counts.Concat(Solutions).Where(one => !one.Says).Select(one => one.Title), .. Shares.Concat(SolutionShares).Where(one => !one.Says).Select(one => one.Title), .. SaysTrust ? (string[])[] : [TrustTitle]];

    public static async Task<BarometerView> OfAsync(WriteSections sections, StatisticsView view, CancellationToken cancellationToken)
    {
        Task<CountSection> CountAsync(string dimension, string title, string column) => sections.CountAsync(view, Indicator.Innovations, dimension, title, column, Most, cancellationToken);
        async Task<IEnumerable<ShareRow>> SocialBySexAsync() => (await sections.NamesAsync(Dimensions.Sex, cancellationToken)).Select(sex => Part(sex.Said, view, Indicator.Social, [new(Dimensions.Nature, SolutionNatures.Social), new(Dimensions.Sex, sex.Code)], [new(Dimensions.Sex, sex.Code)]));
        ShareSection Several(string dimension, string title) => new(title, [.. BarometerForm.Questions.Where(question => question.Dimension == dimension).SelectMany(question => question.Field.Options.Select(option => (question, option)))
            .Select(one => Part(one.option.Label, view, Indicator.Innovations, new FigurePart(one.question.Of(one.option), "ja")))]);
        return new(
            [
                await CountAsync(Dimensions.Kind, "Slag av förnyelse", "Slag"), await CountAsync(Dimensions.Novelty, "Hur nytt det är", "Nytt för vem"), await CountAsync(Dimensions.Driver, "Vad som satte i gång det", "Drivkraft"),
                await CountAsync(Dimensions.Origin, "Varifrån lösningen kom", "Förebild"), await CountAsync(Dimensions.SpreadOn, "Om någon annan gör likadant", "Spritt"), await CountAsync(Dimensions.Obstacle, "Vad som var svårast", "Hinder"),
            ],
            [new("Enheter som har infört något nytt de senaste två åren", [WriteSections.Row("Av alla enheter", view, Indicator.Innovative)]), Several(Dimensions.Value, "Vad det gav"), Several(Dimensions.Partner, "Tillsammans med vilka")],
            [
                await sections.CountAsync(view, Indicator.Social, Dimensions.Nature, "Sociala och tekniska lösningar, av dem vars behov beslutades", "Lösningen är", Most, cancellationToken),
                new("Möten mellan yrken", "De som arbetar tillsammans", Most, [new("Minst två yrken eller sektorer", view.Cell(Indicator.Intersections, Together)), new("Ett yrke", view.Cell(Indicator.Intersections, Alone))]),
            ],
            [
                new("Andel som gick vidare, efter slag av lösning", await sections.SharesAsync(view, Indicator.Social, Dimensions.Nature, cancellationToken)),
                new("Andel sociala lösningar, efter vem som lämnade idén", [.. await SocialBySexAsync()]),
            ],
            [.. TrustForm.Questions.Select(question => new TrustRow(Part(question.Field.Label, view, Indicator.Trust, new FigurePart(question.Dimension, "ja")), view.Middle(TrustTables.MiddleOf(question.Dimension))?.Median))]);
    }

    /// <summary>A part of all together.</summary>
    private static ShareRow Part(string name, StatisticsView view, string what, FigurePart part) => Part(name, view, what, [part], []);

    private static ShareRow Part(Text name, StatisticsView view, string what, FigurePart[] part, FigurePart[] whole) => new(name, Privacy.Shares.Of(view.Cell(what, part), view.Cell(what, whole)), view.Cell(what, whole));
}
