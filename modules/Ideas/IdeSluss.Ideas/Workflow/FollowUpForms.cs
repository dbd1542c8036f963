using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>What became of it (G7), and the ten questions for a talk before there is any case.</summary>
internal static class FollowUpForms
{
    public static IReadOnlyList<FormDefinition> All { get; } =
    [
        After(FormKeys.FollowUpSixMonths, "Effekt efter 6 månader"),
        After(FormKeys.FollowUpTwelveMonths, "Effekt efter 12 månader"),
        After(FormKeys.FollowUpAfterAdjusting, "Effekt efter justeringen"),
        After(FormKeys.FollowUpTwentyFourMonths, "Effekt efter 24 månader"),
        Spread,
        Talk,
    ];

    private static FormDefinition After(string key, string title) => new(key, 1, title, "Det ni planerade är ifyllt. Skriv hur det blev. Blev det inte som tänkt är det också ett svar.",
    [
        Field.Date("datum", "Mätt den", required: true),
        Field.RowsOf("utfall", "Planerat och utfall", new(FormKeys.BenefitCalculation, "nyttor", "nytta"),
        [
            Field.Carried("nytta", "Nytta", FormKeys.BenefitCalculation, "nyttor.nytta"),
            Field.Carried("matt", "Mått", FormKeys.BenefitCalculation, "nyttor.matt"),
            Field.Carried("utgang", "Före", FormKeys.BenefitCalculation, "nyttor.utgang"),
            Field.Carried("mal", "Mål", FormKeys.BenefitCalculation, "nyttor.mal"),
            Field.Carried("kronor", "Planerade kronor per år", FormKeys.BenefitCalculation, "nyttor.kronor"),
            Field.Carried("slag", "Slag", FormKeys.BenefitCalculation, "nyttor.slag"),
            Field.Carried("personer", "Mått på personer", FormKeys.BenefitCalculation, "nyttor.personer"),
            Field.Number("varde", "Värde nu", required: true),
            Field.Number("varde-kvinnor", "Värde för kvinnor", when: Condition.Is("personer", "ja")),
            Field.Number("varde-man", "Värde för män", when: Condition.Is("personer", "ja")),
            Field.Number("kronor-nu", "Kronor per år, utfall", required: true, when: Condition.Is("slag", BenefitForms.Money, BenefitForms.Redistribution)),
            Field.Choice("lage", "Läge", [new("natt", "Målet är nått"), new("pa-vag", "På väg"), new("inte", "Målet nås inte")], required: true),
        ]).EachRow([NeedForms.BySex("varde-kvinnor", "varde-man")], new Computation("mot-mal", "Skillnad mot målet", ComputationKind.Difference, ["varde", "mal"])),
        Field.LongText("varfor", "Varför blev det så?", required: true, maxLength: 2_000),
        Field.LongText("gor", "Vad gör ni nu?", required: true, maxLength: 1_000),
    ],
    [
        new("planerat", "Planerat", ComputationKind.Sum, ["utfall.kronor"]) { Unit = "kr per år" },
        new("utfall-kronor", "Utfall", ComputationKind.Sum, ["utfall.kronor-nu"]) { Unit = "kr per år" },
        new("andel", "Utfall av planerat", ComputationKind.Percent, ["utfall-kronor", "planerat"]) { Unit = "procent" },
        new("natta", "Nyttor som nått målet", ComputationKind.Count, ["utfall.lage"], ["natt"]),
    ]);

    private static FormDefinition Spread => new(FormKeys.Spread, 1, "Spridning", "Kan fler ha glädje av det? Förklara det så att någon annan kan göra likadant.",
    [
        Field.YesNo("sprids", "Ska det spridas?", required: true),
        Field.LongText("sprids-inte", "Varför inte?", required: true, maxLength: 1_000, when: Condition.Is("sprids", "nej")).AtLeastWords(),
        Field.Text("till", "Till vilka?", required: true, when: Condition.Is("sprids", "ja"), maxLength: 500),
        Field.LongText("nytt", "Vad är det nya?", required: true, maxLength: 1_000, when: Condition.Is("sprids", "ja")),
        Field.LongText("fungerar", "Vad får det att fungera?", required: true, maxLength: 1_000, when: Condition.Is("sprids", "ja")),
        Field.LongText("ersatter", "Vad ersatte det?", required: true, maxLength: 1_000, when: Condition.Is("sprids", "ja")),
        Field.LongText("andrades", "Vad blev annorlunda, och för vem?", required: true, maxLength: 1_000, when: Condition.Is("sprids", "ja")),
        Field.LongText("sparar", "Vad sparar det: tid, pengar eller bekymmer?", required: true, maxLength: 1_000, when: Condition.Is("sprids", "ja")),
    ]);

    private static FormDefinition Talk => new(FormKeys.ConversationGuide, 1, "Samtalsstöd för chefer", "Tio frågor till en medarbetare som har en idé. Lyssna mer än du pratar. Du behöver inte ställa alla.",
    [
        Field.LongText("beratta", "1. Berätta. Vad har du sett eller tänkt på?"),
        Field.LongText("for-vem", "2. Vem har nytta av det?"),
        Field.LongText("idag", "3. Hur gör ni i dag, och vad skaver?"),
        Field.LongText("hur-ofta", "4. Hur ofta händer det?"),
        Field.LongText("fragat", "5. Vad säger de som berörs?"),
        Field.LongText("provat", "6. Har du eller någon annan provat något liknande?"),
        Field.LongText("minsta", "7. Vad är det minsta ni kan prova, redan nästa vecka?"),
        Field.LongText("fel", "8. Vad kan gå fel, och för vem?"),
        Field.LongText("behover", "9. Vad behöver du av mig: tid, pengar, kontakter eller bara ett ja?"),
        Field.LongText("nasta", "10. Vad gör vi nu, och när ses vi igen?"),
    ]) { OutsideCase = true };
}
