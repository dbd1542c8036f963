using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>Concept, test plan, risks and consent (G3); the screening stands in <see cref="ScreeningForm"/>.</summary>
internal static class TestForms
{
    /// <summary>No risk may stay at this number or above (<c>domain.md</c> 1.3).</summary>
    private const int TooHigh = 12;

    /// <summary>A test may go on for half a year at most; what needs longer is another test.</summary>
    private const int MostDays = 180;

    public static IReadOnlyList<FormDefinition> All { get; } = [ScreeningForm.Definition, Concept, Plan, Risks, Consent];

    private static FormDefinition Concept => new(FormKeys.Concept, 1, "Konceptkort", "Berätta hur lösningen är tänkt, och vad ni inte vet än.",
    [
        Field.Carried("fokus", "Utmaningen", FormKeys.Focus, "fokus"),
        Field.LongText("varde", "Vad blir bättre för den som har behovet?", required: true, maxLength: 1_000),
        Field.LongText("hur", "Hur fungerar det, steg för steg?", required: true, maxLength: 2_000),
        Field.Link("skiss", "Länk till en skiss, bild eller film"),
        Field.Rows("antaganden", "Det ni tror men inte vet",
        [
            Field.Text("antagande", "Vi tror att …", required: true),
            Field.Choice("om-fel", "Om det inte stämmer", [new("faller", "Faller hela idén"), new("andras", "Måste den ändras"), new("litet", "Gör det inte så mycket")], required: true),
            Field.Text("prova", "Så tar vi reda på det", required: true),
        ], "Börja med det som kan fälla hela idén. Det är det ni ska testa.", minRows: 1, maxRows: 8),
    ])
    {
        ByReference = true,
        Rules =
        [
            new("antaganden", Criterion.Ordered("antaganden.om-fel", "faller", "andras", "litet"), "sätt det som kan fälla hela idén först. Det är det ni ska testa.") { Hint = true },
        ],
    };

    private static FormDefinition Plan => new(FormKeys.TestPlan, 1, "Testplan", "Ett test svarar på en fråga, på kort tid, utan att någon far illa. Det ni redan har svarat på är ifyllt.",
    [
        Field.Carried("fokus", "Utmaningen", FormKeys.Focus, "fokus").Under("Det vi tror"),
        Field.Text("tror", "Vi tror att …", "Det ni ska prova, till exempel: en skärm med bilder i hallen.", required: true, maxLength: 300),
        Field.Text("for-vem", "… för …", "Dem det gäller.", required: true, maxLength: 300),
        Field.Text("leder-till", "… leder till …", "Det som blir bättre.", required: true, maxLength: 300),
        Field.RowsOf("kriterier", "… mätt med", new(FormKeys.Baseline, "matt", "matt"),
        [
            Field.Carried("matt", "Mått", FormKeys.Baseline, "matt.matt"),
            Field.Carried("varde", "Värde i dag", FormKeys.Baseline, "matt.varde"),
            Field.Carried("enhet", "Enhet", FormKeys.Baseline, "matt.enhet"),
            Field.Choice("riktning", "Bättre är", [new("hogre", "högre"), new("lagre", "lägre")], required: true),
            Field.Number("grans", "Testet har lyckats vid", required: true),
        ], "Måtten kommer från nollmätningen."),
        Field.LongText("stopp", "När avbryter ni testet?", "Till exempel om någon blir orolig, om något blir farligt eller om tiden inte räcker.", required: true, maxLength: 1_000),

        Field.Choice("upplagg", "Upplägg", [new("fore-efter", "Före och efter"), new("jamforelse", "Två grupper jämförs"), new("skugga", "Det gamla gäller, det nya körs vid sidan om")], required: true).Under("Så går det till"),
        Field.LongText("metod", "Vad gör ni, steg för steg?", required: true, maxLength: 2_000),
        Field.Date("start", "Testet börjar", required: true),
        Field.Date("slut", "Testet slutar", "Högst 180 dagar.", required: true),
        Field.Text("ansvariga", "Vem leder testet, och vem bestämmer om något händer? (roller)", required: true, maxLength: 300),
        Field.Number("timmar", "Personalens tid, timmar", required: true, min: 0),
        Field.Text("utbildning", "Vad behöver personalen kunna innan?", maxLength: 500),

        Field.Carried("deltar", "Rör testet människor?", FormKeys.Screening, "manniskor", required: true).Under("De som är med"),
        Field.Number("antal", "Hur många ska vara med?", required: true, min: 1, when: Takes("deltar")),
        Field.Text("vilka", "Vilka kan vara med?", required: true, maxLength: 500, when: Takes("deltar")),
        Field.Text("vilka-inte", "Vilka ska inte vara med, och varför?", maxLength: 500, when: Takes("deltar")),
        Field.LongText("fraga", "Hur frågar ni, så att det är lätt att säga nej?", required: true, maxLength: 1_000, when: Takes("deltar"))
            .Easy("Du bestämmer själv. Du får säga nej. Du får ändra dig."),
        Field.Text("kontakt", "Vem kan den som är med ringa eller fråga?", "Funktion och telefonnummer, inte någons privata nummer.", required: true, when: Takes("deltar"))
            .Easy("Har du frågor? Här ska det stå vem du kan ringa."),
        Field.LongText("efterat", "Vad händer för dem som är med när testet är slut?", "Får de behålla det som fungerar? Hur går man tillbaka?", required: true, maxLength: 1_000, when: Takes("deltar")),

        Field.Carried("personuppgifter", "Behandlar ni personuppgifter?", FormKeys.Screening, "personuppgifter", required: true).Under("Uppgifter om personer"),
        Field.Rows("uppgifter", "Uppgifter ni samlar in",
        [
            Field.Text("uppgift", "Uppgift", required: true),
            Field.Text("andamal", "Vad ska ni ha den till?", required: true),
            Field.Choice("grund", "Rättslig grund", [new("allmant-intresse", "Uppgift av allmänt intresse"), new("skyldighet", "Rättslig förpliktelse"), new("avtal", "Avtal"), new("annan", "Annan, enligt dataskyddsombudet")], required: true),
            Field.Text("vem", "Vilka kan se den?", required: true),
            Field.Text("var", "Var finns den?", required: true),
            Field.Date("tas-bort", "Tas bort senast", required: true),
        ], "Grunden är nästan aldrig samtycke, för den som är beroende av kommunen är inte helt fri att säga nej.", minRows: 1, when: Takes("personuppgifter")),

        Field.Carried("neutralitet", "Så får ingen leverantör en fördel", FormKeys.Screening, "neutralitet").Under("Uppföljning"),
        Field.LongText("utvardering", "Hur tar ni reda på vad kvinnor och män tycker, och personer med funktionsnedsättning?", required: true, maxLength: 1_000),
        Field.Text("berattar", "Hur berättar ni om testet medan det pågår?", maxLength: 500),
        Field.Carried("etik-giltigt-till", "Etikgodkännandet gäller till och med", FormKeys.Screening, "etik-giltigt-till"),
    ],
    EasyRead: "Ett test är att prova något nytt en kort tid. Den som är med bestämmer själv. Man får sluta när man vill.")
    {
        Rules =
        [
            new("slut", Criterion.Days("start", "slut", atLeast: 1), "testet slutar innan det har börjat. Rätta datumen."),
            new("slut", Criterion.Days("start", "slut", atMost: MostDays), "ett test får pågå högst 180 dagar. Korta det, eller dela upp det i två."),
            new("slut", Criterion.Days("slut", "etik-giltigt-till", atLeast: 0), "etikgodkännandet går ut innan testet är slut. Korta testet, eller förläng godkännandet."),
        ],
    };

    private static FormDefinition Risks => new(FormKeys.RiskAnalysis, 1, "Riskanalys", "Vad kan gå fel, hur illa kan det bli, och vad gör ni åt det? Konsekvens gånger sannolikhet blir risktalet. Inget får vara kvar på 12 eller mer.",
    [
        Field.Rows("risker", "Risker",
        [
            Field.Text("handelse", "Vad kan hända?", required: true),
            Field.Text("orsak", "Varför?", required: true),
            Field.Choice("konsekvens", "Hur illa blir det?", [new("1", "1. Det märks knappt"), new("2", "2. Besvär som går över"), new("3", "3. Någon behöver vård, eller arbetet stannar"), new("4", "4. Bestående skada eller dödsfall")], required: true),
            Field.Choice("sannolikhet", "Hur ofta kan det hända?", [new("1", "1. Nästan aldrig"), new("2", "2. Någon gång om året"), new("3", "3. Varje månad"), new("4", "4. Varje vecka eller oftare")], required: true),
            Field.Text("atgard", "Vad gör ni åt det?", "Måste fyllas i när risktalet är 12 eller mer.", maxLength: 500),
            Field.Text("vem", "Vem gör det? (roll)"),
            Field.Date("klart", "Klart senast"),
            Field.Number("kvar", "Risktal när det är gjort, 1 till 16", min: 1, max: 16),
        ], minRows: 1, maxRows: 30).EachRow(
        [
            High("atgard", Criterion.Filled("atgard"), "rad {0} har risktal {1}. Skriv en åtgärd som sänker det."),
            High("vem", Criterion.Filled("vem"), "rad {0} har risktal {1}. Skriv vem som gör åtgärden."),
            High("klart", Criterion.Filled("klart"), "rad {0} har risktal {1}. Skriv när åtgärden ska vara klar."),
            High("kvar", Criterion.Filled("kvar"), "rad {0} har risktal {1}. Skriv risktalet när åtgärden är gjord."),
            new("kvar", Criterion.AtMostNumber("kvar", TooHigh - 1), "rad {0} har risktal {1} kvar efter åtgärden. Gör mer, eller prova på ett annat sätt.") { Shows = "kvar" },
        ], new Computation("risktal", "Risktal", ComputationKind.Product, ["konsekvens", "sannolikhet"])),
    ],
    [
        new("antal", "Antal risker", ComputationKind.Count, ["risker.handelse"]),
        new("hogsta", "Högsta risktal", ComputationKind.Max, ["risker.risktal"]),
    ]) { Laws = [Laws.QualityRisk] };

    private static FormDefinition Consent => new(FormKeys.Consent, 1, "Samtycke till att vara med", "Den som är med ska förstå vad hen säger ja till, och kunna ångra sig. Det här handlar om att vara med i testet. Grunden för att behandla uppgifter är en annan sak.",
    [
        Field.Carried("deltar", "Rör testet människor?", FormKeys.Screening, "manniskor", required: true),
        Field.MultiChoice("sprak", "På vilka språk finns texten?", [new("sv", "Svenska"), new("fi", "Finska"), new("samiska", "Samiska"), new("en", "Engelska"), new("annat", "Annat språk")], required: true, when: Takes("deltar")),
        Field.MultiChoice("former", "I vilka former finns den?", [new("text", "Vanlig text"), new("lattlast", "Lättläst"), new("bildstod", "Bildstöd"), new("muntligt", "Någon berättar"), new("tecken", "Teckenspråk")], required: true, when: Takes("deltar")),
        Field.MultiChoice("innehall", "Vad står i texten?",
        [
            new("frivilligt", "Det är frivilligt"), new("angra", "Man kan ångra sig när som helst"), new("hjalp", "Hjälpen man får blir inte sämre av ett nej"),
            new("vad", "Vad som händer i testet"), new("uppgifter", "Vilka uppgifter som samlas in, och när de tas bort"), new("kontakt", "Vem man kan fråga"),
        ], required: true, when: Takes("deltar")),
        Field.Link("lank", "Var finns texterna?", "Adress eller diarienummer.", required: true, when: Takes("deltar")),
        Field.Choice("foretradare", "Vem säger ja för den som inte kan själv?",
        [
            new("inte-aktuellt", "Alla som är med kan själva"), new("god-man", "God man eller förvaltare som har det i sitt uppdrag"),
            new("fullmakt", "Den som har framtidsfullmakt"), new("inte-med", "Ingen. Den personen är inte med"),
        ], required: true, when: Takes("deltar")),
    ],
    EasyRead: "Du bestämmer själv om du vill vara med. Du kan säga nej. Du kan ångra dig. Du får samma hjälp som förut.")
    {
        Rules =
        [
            new("innehall", Criterion.Count(6, ["innehall"], "frivilligt", "angra", "hjalp", "vad", "uppgifter", "kontakt"), "texten ska säga alla sex sakerna. Lägg till det som saknas."),
            new("former", Criterion.Is("former", "lattlast", "bildstod", "muntligt"), "finns någon som behöver lättläst, bilder eller att någon berättar?") { Hint = true },
        ],
        Decisions =
        [
            new("behovs", "Samtycke",
            [
                DecisionRule.Clears("BEHOVS_INTE", "Testet rör inte människor. Inget samtycke behövs.", Criterion.Is("deltar", "nej")),
                DecisionRule.Advises("BEHOVS", "Den som ångrar sig slutar samma dag. Det gäller också insamlingen av uppgifter."),
            ]),
        ],
    };

    private static Condition Takes(string fact) => Condition.Is(fact, "ja", "vet-inte");

    private static AnswerRule High(string column, Criterion must, string otherwise) =>
        new(column, must, otherwise) { When = Criterion.AtLeastNumber("risktal", TooHigh), Shows = "risktal" };
}
