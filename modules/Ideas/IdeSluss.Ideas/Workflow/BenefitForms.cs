using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>What an idea gives and costs, and how one leads to the other (<c>domain.md</c> 3.3): money, time and quality beside each other, never one number alone.</summary>
internal static class BenefitForms
{
    public const string Money = "ekonomisk";
    public const string Redistribution = "omfordelning";
    public const string Quality = "kvalitativ";

    private const string Drawback = "nackdel";

    public static IReadOnlyList<FormDefinition> All { get; } = [Calculation, Chain];

    private static FormDefinition Calculation => new(FormKeys.BenefitCalculation, 3, "Nyttokalkyl", "Vad blir bättre, för vem, och vad kostar det? Skriv det som går att räkna, och det som inte går att räkna. Båda är lika mycket värda. Skriv också det som blir sämre.",
    [
        Field.Rows("nyttor", "Nyttor",
        [
            Field.Text("nytta", "Nytta", "Olika nyttor behöver olika namn.", required: true),
            Field.Choice("slag", "Slag", [new(Money, "Pengar som sparas eller kommer in"), new(Redistribution, "Tid eller annat som kan användas bättre"), new(Quality, "Kvalitet som inte räknas i pengar")], required: true),
            Field.Choice("sakerhet", "Hur säker är den?", [new("gron", "Säker"), new("gul", "Trolig"), new("rod", "Osäker")], required: true),
            Field.Choice("for-vem", "För vem?", [new("den-enskilde", "Den enskilde"), new("anhoriga", "Anhöriga"), new("personal", "Personalen"), new("verksamheten", "Verksamheten"), new("kommunen", "Kommunen"), new("andra", "Andra")], required: true),
            Field.Text("matt", "Mått", "Minuter, kronor, antal, betyg från 1 till 5.", required: true),
            Field.Number("utgang", "Värde i dag"),
            Field.Date("utgang-datum", "Mätt den"),
            Field.Number("mal", "Mål", required: true),
            Field.Date("mal-datum", "Målet ska vara nått"),
            Field.YesNo("personer", "Är det ett mått på personer?", "Då följs det upp för kvinnor och män var för sig.", required: true),
            Field.Number("kronor", "Kronor per år", "Minus om det blir dyrare.", required: true, when: Condition.Is("slag", Money, Redistribution)),
            Field.Number("timmar", "Timmar per år", when: Condition.Is("slag", Redistribution)),
            Field.YesNo(Drawback, "Är det en nackdel?", "Något som blir sämre eller dyrare för någon."),
            Field.Text("ansvarig", "Nyttoansvarig (roll)", required: true),
        ], minRows: 1, maxRows: 12).EachRow(
        [
            new("mal-datum", Criterion.Days("utgang-datum", "mal-datum", atLeast: 1), "rad {0}: målet ska vara nått en dag som kommer efter mätningen. Rätta datumen."),
            new("kronor", Criterion.AtMostNumber("kronor", 0), "rad {0} är en nackdel. Skriv kronorna med minus.") { When = Criterion.All(Criterion.Is(Drawback, "ja"), Criterion.Filled("kronor")) },
        ]),
        Field.Rows("kostnader", "Kostnader",
        [
            Field.Text("kostnad", "Kostnad", "Inköp, utbildning, drift, arbetstid.", required: true),
            Field.Choice("typ", "När?", [new("engang", "En gång"), new("arlig", "Varje år")], required: true),
            Field.Number("belopp", "Kronor", required: true, min: 0),
        ], minRows: 1, maxRows: 20),
        Field.LongText("jamfort", "Vilka andra sätt har ni jämfört med?", "Ta med alternativet att inte göra något.", required: true, maxLength: 2_000),
        Field.Number("horisont", "Räkna på så många år", required: true, min: 1, max: 20).Suggesting("5"),
        Field.Number("ranta", "Kalkylränta, procent", "Pengar längre fram är värda mindre i dag.", required: true, min: 0, max: 20).Suggesting("3,5"),
    ],
    [
        Yearly("pengar", "Pengar", "nyttor.kronor", Money, "kr per år"),
        Yearly("omfordelning", "Tid och annat, värderat", "nyttor.kronor", Redistribution, "kr per år"),
        Yearly("timmar", "Tid", "nyttor.timmar", Redistribution, "timmar per år"),
        new("kvalitet", "Nyttor i kvalitet", ComputationKind.Count, ["nyttor.slag"], [Quality]),
        new("engangskostnad", "Kostnad en gång", ComputationKind.Sum, ["kostnader.belopp"]) { Where = Condition.Is("typ", "engang"), Unit = "kr" },
        new("arskostnad", "Kostnad varje år", ComputationKind.Sum, ["kostnader.belopp"]) { Where = Condition.Is("typ", "arlig"), Unit = "kr per år" },
        new("pengar-nu", "Pengarna, värda i dag", ComputationKind.PresentValue, ["pengar", "horisont", "ranta"]) { Unit = "kr" },
        new("drift-nu", "Driften, värd i dag", ComputationKind.PresentValue, ["arskostnad", "horisont", "ranta"]) { Unit = "kr" },
        new("netto", "Pengar minus kostnader", ComputationKind.Difference, ["pengar-nu", "drift-nu", "engangskostnad"]) { Unit = "kr" },
        new("femtedel", "En femtedel av pengarna, som kan bli annorlunda", ComputationKind.Sizes, ["nyttor.kronor"]) { Where = Condition.Is("slag", Money), Factor = 0.2m, Unit = "kr per år" },
        new("femtedel-nu", "Femtedelen, värd i dag", ComputationKind.PresentValue, ["femtedel", "horisont", "ranta"]) { Unit = "kr" },
        // A drawback grows when things go worse: otherwise "worse" could be better.
        new("netto-lagre", "Netto, om nyttorna blir en femtedel mindre och nackdelarna en femtedel större", ComputationKind.Difference, ["netto", "femtedel-nu"]) { Unit = "kr" },
        new("netto-hogre", "Netto, om nyttorna blir en femtedel större och nackdelarna en femtedel mindre", ComputationKind.Total, ["netto", "femtedel-nu"]) { Unit = "kr" },
    ]);

    private static FormDefinition Chain => new(FormKeys.EffectChain, 1, "Effektkedja", "Från behov till effekt, steg för steg. Det som inte hänger ihop syns när man skriver det.",
    [
        Field.Carried("fokus", "Behovet", FormKeys.Focus, "fokus"),
        Field.Text("resurser", "Vad sätter ni in? (tid, pengar, kunskap)", required: true, maxLength: 500),
        Field.Rows("kedja", "Kedjan",
        [
            Field.Text("gor", "Vi gör", required: true),
            Field.Text("ger", "Det ger", required: true),
            Field.Text("ett-ar", "Effekt inom ett år", required: true),
            Field.Text("tre-ar", "Effekt inom tre år"),
            Field.Text("langre", "Effekt på längre sikt"),
            Field.Text("antagande", "Det måste stämma", required: true),
            Field.Text("indikator", "Så märks det", required: true),
            Field.Text("utgang", "Värde i dag"),
            Field.Text("mal", "Mål", required: true),
            Field.Text("ansvarig", "Ansvarig (roll)", required: true),
        ], minRows: 1, maxRows: 8),
    ]) { ByReference = true };

    private static Computation Yearly(string key, string label, string column, string kind, string unit) =>
        new(key, label, ComputationKind.Sum, [column]) { Where = Condition.Is("slag", kind), Unit = unit };
}
