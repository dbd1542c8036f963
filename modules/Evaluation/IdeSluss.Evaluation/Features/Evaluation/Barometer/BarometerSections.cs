using IdeSluss.Evaluation.Features.Evaluation.Solutions;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Evaluation.Features.Evaluation.Trust;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

/// <summary>What is asked for the statistics alone, as sections of a page: Innovationsbarometern, kinds of solutions, and trust.</summary>
internal static class BarometerSections
{
    private const string Most = "Flest: {0}, {1} idéer.";
    private static readonly Text LikeTheBarometer = "Frågorna liknar dem i Innovationsbarometern från SKR och Vinnova. Talen gäller kommunens egna svar.";

    private static readonly FigurePart Together = new(Dimensions.Outcome, "ja");
    private static readonly FigurePart Alone = new(Dimensions.Outcome, "nej");

    public static async Task<IReadOnlyList<Section>> OfAsync(WriteSections sections, StatisticsView view, CancellationToken cancellationToken)
    {
        Task<CountSection> CountAsync(string dimension, string title, string column) => sections.CountAsync(view, Indicator.Innovations, dimension, null, title, column, Most, cancellationToken);
        async Task<IEnumerable<ShareRow>> SocialBySexAsync() => (await sections.Rows.NamesAsync(Dimensions.Sex, cancellationToken)).Select(sex => WriteRows.Row(sex.Said, view, Indicator.Social, [new(Dimensions.Nature, SolutionNatures.Social), new(Dimensions.Sex, sex.Code)], [new(Dimensions.Sex, sex.Code)]));
        ShareSection Several(string dimension, string title) => new(title, [.. BarometerForm.Questions.Where(question => question.Dimension == dimension).SelectMany(question => question.Field.Options.Select(option => (question, option)))
            .Select(one => Part(one.option.Label, view, Indicator.Innovations, new FigurePart(one.question.Of(one.option), "ja")))]);
        return
        [
            await CountAsync(Dimensions.Kind, "Slag av förnyelse", "Slag") with { Note = LikeTheBarometer }, await CountAsync(Dimensions.Novelty, "Hur nytt det är", "Nytt för vem"), await CountAsync(Dimensions.Driver, "Vad som satte i gång det", "Drivkraft"),
            await CountAsync(Dimensions.Origin, "Varifrån lösningen kom", "Förebild"), await CountAsync(Dimensions.SpreadOn, "Om någon annan gör likadant", "Spritt"), await CountAsync(Dimensions.Obstacle, "Vad som var svårast", "Hinder"),
            new ShareSection("Enheter som har infört något nytt de senaste två åren", [WriteRows.Row("Av alla enheter", view, Indicator.Innovative)]), Several(Dimensions.Value, "Vad det gav"), Several(Dimensions.Partner, "Tillsammans med vilka"),
            await sections.CountAsync(view, Indicator.Social, Dimensions.Nature, null, "Sociala och tekniska lösningar, av dem vars behov beslutades", "Lösningen är", Most, cancellationToken),
            new CountSection("Möten mellan yrken", "De som arbetar tillsammans", Most, [new("Minst två yrken eller sektorer", view.Cell(Indicator.Intersections, Together)), new("Ett yrke", view.Cell(Indicator.Intersections, Alone))]),
            new ShareSection("Andel som gick vidare, efter slag av lösning", await sections.Rows.SharesAsync(view, Indicator.Social, Dimensions.Nature, null, cancellationToken)),
            new ShareSection("Andel sociala lösningar, efter vem som lämnade idén", [.. await SocialBySexAsync()]),
            new TrustSection([.. TrustForm.Questions.Select(question => new TrustRow(Part(question.Field.Label, view, Indicator.Trust, new FigurePart(question.Dimension, "ja")), view.Middle(TrustTables.MiddleOf(question.Dimension))?.Median))]),
        ];
    }

    /// <summary>A part of all together.</summary>
    private static ShareRow Part(string name, StatisticsView view, string what, FigurePart part) => WriteRows.Row(name, view, what, [part], []);
}
