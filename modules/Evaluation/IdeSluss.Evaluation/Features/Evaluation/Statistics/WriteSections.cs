using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>Where a reader works: codes of authorities, and for each unit itself and those above it (<see cref="UnitTree.Upwards"/>).</summary>
internal sealed record Reach(IReadOnlyList<string> Authorities, IReadOnlyList<IReadOnlyList<string>> Units);

/// <summary>The share of women's ideas that went on less men's.</summary>
internal sealed record GenderGap(Share Women, Share Men, decimal Value, decimal Lowest, decimal Highest);

/// <summary>Settled figures as sections of a page: the same on the page for everyone and on those for people who work with ideas.</summary>
internal sealed class WriteSections(WriteRows rows)
{
    private const int MostTimes = 12;
    private static readonly FigurePart Yes = new(Dimensions.Outcome, "ja");
    private const string MostIdeas = "Flest: {0}, {1} idéer.";
    private const string People = "Flest: {0}, {1} personer.";
    private const string Longest = "Längst tid tog {0}: hälften väntade mer än {1} vardagar.";

    public WriteRows Rows { get; } = rows;

    /// <param name="measure">One of <see cref="Measures.All"/>.</param>
    /// <param name="reach">Null for the whole municipality.</param>
    public async Task<Section> OfAsync(string measure, StatisticsView view, Reach? reach, CancellationToken cancellationToken)
    {
        Task<CountSection> Count(string what, string dimension, string title, string column, string most) => CountAsync(view, what, dimension, reach, title, column, most, cancellationToken);
        async Task<ShareSection> Share(string what, string dimension, string title) => new(title, await Rows.SharesAsync(view, what, dimension, reach, cancellationToken));
        async Task<ShareSection> WithAll(Text all, string what, string dimension, string title) => new(title, [WriteRows.Row(all, view, what), .. await Rows.SharesAsync(view, what, dimension, reach, cancellationToken)]);
        return measure switch
        {
            Measures.Quarters => new QuarterSection([.. view.Quarters.Reverse()]),
            Measures.Funnel => Funnel(view),
            Measures.Accepted => new ShareSection("Andel som gick vidare", [WriteRows.Row("Alla beslut", view, Indicator.Accepted), .. Indicator.Decisions.Select(gate => WriteRows.Row(EvaluationWords.GateName(gate), view, At(gate)))]),
            Measures.AcceptedBySubmitter => await Share(Indicator.Accepted, Dimensions.Submitter, "Andel som gick vidare, efter vem som lämnade idén"),
            Measures.AcceptedByGateAndSubmitter => new ShareSection("Andel som gick vidare vid varje beslut, efter vem som lämnade idén", await Rows.ByDecisionAsync(view, cancellationToken)),
            Measures.AcceptedBySex => await Share(Indicator.Accepted, Dimensions.Sex, "Andel som gick vidare, efter kön"),
            Measures.AcceptedByMajority => await Share(Indicator.Accepted, Dimensions.Majority, "Andel som gick vidare, efter vilka som mest arbetar i området"),
            Measures.Gap => new GapSection([.. WriteRows.Gaps(view)]),
            Measures.HandedInByAuthority => await Count(Indicator.HandedIn, Dimensions.Authority, reach is null ? "Idéer efter nämnd" : "Idéer som kom in hos dig", "Nämnd", MostIdeas),
            Measures.HandedInByUnit => await Count(Indicator.HandedIn, Dimensions.Unit, reach is null ? "Idéer efter enhet" : "Idéer som kom in till dina enheter", "Enhet", MostIdeas) with { Note = WithUnitAbove },
            Measures.HandedInBySubmitter => await Count(Indicator.HandedIn, Dimensions.Submitter, "Idéer efter vem som lämnade dem", "Idégivare", MostIdeas),
            Measures.HandedInByArea => await Count(Indicator.HandedIn, Dimensions.Area, "Idéer efter område", "Område", MostIdeas),
            Measures.HandedInBySex => await Count(Indicator.HandedIn, Dimensions.Sex, "Idéer efter kön", "Kön", MostIdeas),
            Measures.HandedInByAge => await Count(Indicator.HandedIn, Dimensions.Age, "Idéer efter ålder", "Ålder", MostIdeas),
            Measures.HandedInByChannel => await Count(Indicator.HandedIn, Dimensions.Channel, "Idéer efter väg in", "Väg in", MostIdeas),
            Measures.OtherLanguageByChannel => new ShareSection("Idéer på andra språk än svenska, efter väg in", await Rows.LanguagesAsync(view, cancellationToken)),
            Measures.Told => reach is null ? await Share(Indicator.Told, Dimensions.Authority, "Besked i tid, efter nämnd") : await Share(Indicator.Told, Dimensions.Authority, "Besked i tid hos dig"),
            Measures.Times => new MiddleSection("Tid till beslut, i vardagar", "Etapp", "Hälften inom", "Nio av tio inom", Longest, await Rows.MiddlesAsync(view, Indicator.LeadTime, Dimensions.Stage, cancellationToken)),
            Measures.TimesByArea => Times("Tid till beslut efter område, i vardagar", await Rows.TimesAsync(view, Dimensions.Area, cancellationToken)),
            Measures.TimesBySex => Times("Tid till beslut efter kön, i vardagar", await Rows.TimesAsync(view, Dimensions.Sex, cancellationToken)),
            Measures.ImplementedTimes => new MiddleSection("Tid tills idén var genomförd, i vardagar", "Område", "Hälften inom", "Nio av tio inom", Longest, await Rows.WithAllAsync(view, Indicator.ImplementedDays, cancellationToken)),
            Measures.NeedTalks => new MiddleSection("Samtal med dem som har behovet, per idé", "Område", "Hälften hade högst", "Nio av tio hade högst", "Flest samtal: {0}, hälften av idéerna hade högst {1}.", await Rows.WithAllAsync(view, Indicator.NeedTalks, cancellationToken)),
            Measures.ImplementedByAuthority => await Share(Indicator.Implemented, Dimensions.Authority, reach is null ? "Genomförda av dem som avslutades, efter nämnd" : "Genomförda av dem som avslutades hos dig"),
            Measures.ImplementedByUnit => await Share(Indicator.Implemented, Dimensions.Unit, reach is null ? "Genomförda av dem som avslutades, efter enhet" : "Genomförda av dem som avslutades i dina enheter") with { Note = WithUnitAbove },
            Measures.ImplementedByArea => await Share(Indicator.Implemented, Dimensions.Area, "Genomförda av dem som avslutades, efter område"),
            Measures.Resources => await Count(Indicator.Resources, Dimensions.Majority, "Vad tester kostade, efter vilka som mest arbetar i området", "Område", "Mest pengar: {0}, {1} kronor.") with { Unit = CountSection.Kronor, Note = WithoutCoaches },
            Measures.DecidersByAuthority => new ShareSection("Andel kvinnor bland dem som beslutade, efter nämnd", await Rows.WomenAsync(view, Dimensions.Authority, reach, cancellationToken)),
            Measures.DecidersByGate => new ShareSection("Andel kvinnor bland dem som beslutade, efter beslut", await Rows.WomenAsync(view, Dimensions.Gate, reach, cancellationToken)),
            Measures.ParticipantsBySex => await Count(Indicator.Participants, Dimensions.Sex, "Deltagare i tester efter kön", "Kön", People),
            Measures.ParticipantsByAge => await Count(Indicator.Participants, Dimensions.Age, "Deltagare i tester efter ålder", "Ålder", People),
            Measures.ParticipantsAsked => await Count(Indicator.Participants, Dimensions.Adapted, "Deltagare i tester efter hur de fick frågan", "Frågan", People),
            Measures.BenefitByKind => await WithAll("Alla nyttor", Indicator.Benefit, Dimensions.Benefit, "Nyttor som nått sitt mål, efter slag"),
            Measures.BenefitMoney => new CountSection("Uppmätt nytta i kronor, av den som planerades", "Slag av nytta", "Mest av det som planerades: {0}, {1} procent.", await Rows.KronorAsync(view, cancellationToken)) { Unit = CountSection.Percent },
            Measures.TrainedReach => new ShareSection("Andel av chefer och förtroendevalda som har ett intyg", await Rows.ReachedAsync(view, cancellationToken)),
            Measures.TrainedByRole => await Count(Indicator.Trained, Dimensions.Role, "De som fick sitt första intyg", "Roll", People),
            Measures.TrainedBySex => await Count(Indicator.Trained, Dimensions.Sex, "De som fick sitt första intyg, efter kön", "Kön", People),
            _ => Outcomes(view),
        };
    }

    /// <param name="reach">Null for the whole municipality.</param>
    /// <param name="title">Swedish with nothing to fill in: the key of its translation.</param>
    public async Task<CountSection> CountAsync(StatisticsView view, string what, string dimension, Reach? reach, string title, string column, string most, CancellationToken cancellationToken) =>
        new(title, column, most, await Rows.CountsAsync(view, what, dimension, reach, cancellationToken));

    private static readonly Text WithoutCoaches = "Coachernas tid är inte med. Ingen skriver upp den, och det ska ingen behöva göra för statistikens skull.";
    private static readonly Text WithUnitAbove = "En enhet med färre än fem räknas med den som ligger ovanför.";

    private static string At(string gate) => $"{Indicator.Accepted}:{gate}";

    private static MiddleSection Times(string title, IReadOnlyList<MiddleRow> rows) =>
        new(title, "Etapp", "Hälften inom", "Nio av tio inom", Longest, [.. rows.Take(MostTimes)]) { Note = rows.Count > MostTimes ? new Text("De {0} längsta tiderna.", MostTimes) : null };

    /// <summary>How many came in, and how many went on from each decision in the same period: what narrows is where ideas are lost.</summary>
    private static CountSection Funnel(StatisticsView view) => new(
        "Genom slussen", "Steg", MostIdeas,
        [new("Kom in", view.Cell(Indicator.HandedIn)), .. Indicator.Decisions.Select(gate => new StatisticsRow(AfterGate(gate), view.Cell(At(gate), Yes))), new("Avslutades som genomförda", view.Cell(Indicator.Implemented, Yes))]) { InSteps = true };

    private static ShareSection Outcomes(StatisticsView view) => new("Hur det slutade och hur det gick till",
    [
        WriteRows.Row("Genomförda idéer, av dem som avslutades", view, Indicator.Implemented), WriteRows.Row("Besked i tid, av alla beslut", view, Indicator.Told), WriteRows.Row("Nyttor som nått sitt mål, av dem som följdes upp", view, Indicator.Benefit),
        WriteRows.Row("Ska spridas, av dem vars effekt beslutades", view, Indicator.Spread), WriteRows.Row("Lärdomar, av det som stoppades efter test", view, Indicator.Lessons), WriteRows.Row("Besvarade rapporter om tillgänglighet", view, Indicator.Barriers),
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
