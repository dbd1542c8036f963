using IdeSluss.Evaluation.Features.Evaluation.Statistics;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.Barometer;

/// <summary>One question about the new that came into use, and what its answers count towards.</summary>
/// <param name="Indicator">Code in the catalogue: <c>IB3</c>.</param>
/// <param name="Dimension">In the statistics; with several answers allowed each option is a yes or no of its own (<see cref="Of"/>).</param>
internal sealed record BarometerQuestion(string Indicator, string Dimension, Field Field)
{
    public bool AllowsSeveral => Field.Kind == FieldKind.MultiChoice;

    public string Of(Option option) => $"{Dimension}-{option.Value}";
}

/// <summary>
/// The questions, in the spirit of Innovationsbarometern (SKR and Vinnova 2018) and in our own words. Ticks only: under two minutes, nobody writes about anyone, and who does not know says so. Another set of questions is another
/// version: answers of two versions are not added together without a thought.
/// </summary>
internal static class BarometerForm
{
    public const string Key = "innovationsbarometern";
    public const string Unknown = "vet-inte";

    private static readonly Option DoNotKnow = new(Unknown, "Vet inte");

    public static IReadOnlyList<BarometerQuestion> Questions { get; } =
    [
        new(Indicator.Novelty, Dimensions.Novelty, Field.Choice("nytt", "Hur nytt är det?", [new("enheten", "Nytt för oss, men finns på andra ställen i kommunen"), new("kommunen", "Nytt för kommunen"), new("landet", "Nytt i Sverige, så vitt vi vet"), DoNotKnow], required: true)),
        new(Indicator.KindOfNew, Dimensions.Kind, Field.Choice("slag", "Vad är det mest?",
        [
            new("tjanst", "En tjänst: något nytt för dem vi är till för"), new("vara", "En vara: en sak eller ett hjälpmedel"), new("process", "Ett arbetssätt: vi gör arbetet på ett nytt sätt"),
            new("organisation", "Organisation: vi delar upp ansvar och arbete på ett nytt sätt"), new("kommunikation", "Kommunikation: vi berättar eller lyssnar på ett nytt sätt"), DoNotKnow,
        ], required: true)),
        new(Indicator.Value, Dimensions.Value, Field.MultiChoice("varde", "Vad har det gett?", [new("kvalitet", "Bättre kvalitet"), new("effektivitet", "Mindre tid eller lägre kostnad"), new("inflytande", "Mer inflytande för dem vi är till för"), new("arbetsmiljo", "Bättre arbetsmiljö"), new("annat", "Något annat")], "Kryssa i allt som stämmer. Lämna tomt om ni inte vet än.")),
        new(Indicator.Driver, Dimensions.Driver, Field.Choice("drivkraft", "Vad satte i gång det?", [new("behov", "Invånarnas eller brukarnas behov"), new("medarbetare", "En medarbetare eller chef"), new("beslut", "Ett politiskt beslut eller en lag"), new("ekonomi", "Pengar eller bemanning"), new("teknik", "Ny teknik eller kunskap"), DoNotKnow])),
        new(Indicator.Partners, Dimensions.Partner, Field.MultiChoice("partner", "Vilka gjorde ni det tillsammans med?", [new("brukare", "Dem vi är till för"), new("enheter", "Andra enheter i kommunen"), new("offentliga", "Andra kommuner, regionen eller staten"), new("hogskola", "Högskola eller forskare"), new("foretag", "Företag"), new("foreningar", "Föreningar")], "Kryssa i alla. Lämna tomt om ni gjorde det själva.")),
        new(Indicator.Reuse, Dimensions.Origin, Field.Choice("forebild", "Varifrån kom lösningen?", [new("egen", "Vi kom på den själva"), new("anpassad", "Vi anpassade någon annans"), new("kopierad", "Vi tog över någon annans som den är"), DoNotKnow])),
        new(Indicator.Reuse, Dimensions.SpreadOn, Field.YesNoUnsure("spridning", "Har någon annan börjat göra likadant?")),
        new(Indicator.Obstacle, Dimensions.Obstacle, Field.Choice("hinder", "Vad var svårast?", [new("tid", "Tid och pengar"), new("prova", "Att veta om vi fick prova"), new("regler", "Regler eller upphandling"), new("teknik", "Tekniken"), new("vilja", "Att få alla med"), new("inget", "Inget särskilt"), DoNotKnow])),
    ];

    /// <summary>What the answers are divided by in the statistics.</summary>
    public static IReadOnlyList<string> Divided { get; } = [.. Questions.SelectMany(question => question.AllowsSeveral ? question.Field.Options.Select(question.Of) : [question.Dimension])];

    public static FormDefinition Definition { get; } = new(
        Key, 1, "Det nya som ni har infört", "Åtta kryss, ungefär en minut. Svaren visas bara som antal för hela kommunen.", [.. Questions.Select(question => question.Field)]);

    /// <summary>The question that divides by it; null when none does.</summary>
    public static BarometerQuestion? QuestionOf(string dimension) => Questions.FirstOrDefault(question => question.AllowsSeveral ? dimension.StartsWith(question.Dimension + '-', StringComparison.Ordinal) : question.Dimension == dimension);
}
