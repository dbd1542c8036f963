using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>After a test (G4): the report, and the lesson that everyone may read.</summary>
internal static class EvaluationForms
{
    public static IReadOnlyList<FormDefinition> All { get; } = [Report, Lesson];

    private static FormDefinition Report => new(FormKeys.TestReport, 1, "Testrapport", "Blev det som ni trodde? Skriv också det som inte gick som tänkt. Det är där lärdomen finns. Skriv inga namn.",
    [
        Field.Assembled("trodde", "Det ni trodde", [new(FormKeys.TestPlan, "tror"), new(FormKeys.TestPlan, "for-vem"), new(FormKeys.TestPlan, "leder-till")]).Under("Resultat"),
        Field.RowsOf("resultat", "Resultat mot nollmätningen", new(FormKeys.Baseline, "matt", "matt"),
        [
            Field.Carried("matt", "Mått", FormKeys.Baseline, "matt.matt"),
            Field.Carried("varde", "Före", FormKeys.Baseline, "matt.varde", required: true),
            Field.Carried("enhet", "Enhet", FormKeys.Baseline, "matt.enhet"),
            Field.Carried("riktning", "Bättre är", FormKeys.TestPlan, "kriterier.riktning"),
            Field.Carried("grans", "Lyckat vid", FormKeys.TestPlan, "kriterier.grans"),
            Field.Number("resultat", "Efter", required: true),
            Field.Number("n", "Antal mätningar eller svar", required: true, min: 0),
            Field.Text("osakerhet", "Hur säkert är det?", "Till exempel: få svar, eller en ovanlig vecka.", required: true),
            Field.Text("kalla", "Källa", required: true),
        ]).EachRow([], new Computation("skillnad", "Skillnad", ComputationKind.Difference, ["resultat", "varde"])),

        Field.Carried("deltar", "Rörde testet människor?", FormKeys.Screening, "manniskor").Under("De som var med"),
        Field.Carried("planerat", "Så många skulle vara med", FormKeys.TestPlan, "antal"),
        Field.Rows("deltagare", "Hur många var med?",
        [
            Field.Choice("grupp", "Grupp", [new("kvinnor", "Kvinnor"), new("man", "Män"), new("annat", "Annat, eller vill inte svara")], required: true),
            Field.Choice("alder", "Ålder", [new("0-17", "Under 18"), new("18-64", "18–64"), new("65-79", "65–79"), new("80", "80 och äldre"), new("okand", "Vet inte")], required: true),
            Field.Number("borjade", "Började", required: true, min: 0),
            Field.Number("fullfoljde", "Var med hela tiden", required: true, min: 0),
            Field.Number("slutade", "Slutade i förtid", required: true, min: 0),
        ], minRows: 1, maxRows: 15, when: Condition.Is("deltar", "ja", "vet-inte")).EachRow(
        [
            new("slutade", Criterion.AtLeastNumber("kvar", 0), "rad {0} har fler som var med hela tiden eller slutade än som började. Rätta siffrorna."),
        ], new Computation("kvar", "Okänt", ComputationKind.Difference, ["borjade", "fullfoljde", "slutade"])),
        Field.LongText("deltagarna", "Vad säger de som var med?", "Inga namn, och inga citat som går att känna igen.", required: true, maxLength: 2_000, when: Condition.Is("deltar", "ja", "vet-inte")),
        Field.LongText("personalen", "Vad säger personalen?", required: true, maxLength: 2_000),

        Field.Number("latthet", "Hur lätt var det att använda? 1 är mycket svårt, 7 mycket lätt", "Fråga var och en, och skriv medelvärdet.", required: true, min: 1, max: 7).Under("Hur det fungerade"),
        Field.LongText("tillganglighet", "Vad gjorde det svårt för någon, eller stängde någon ute?", "Är det digitalt: skriv gärna vilket krav i EN 301 549 det gäller.", required: true, maxLength: 2_000),
        Field.LongText("jamstalldhet", "Blev det olika för kvinnor och män?", required: true, maxLength: 2_000),
        Field.Number("kostnad", "Kostnad i kronor", required: true, min: 0),
        Field.Text("kostnad-per", "Räknat per", "Per person, per natt, per tillfälle.", required: true),
        Field.LongText("ovantat", "Hände något som ni inte hade tänkt er?", maxLength: 2_000),

        Field.YesNo("avvikelser", "Hände något oönskat?", required: true).Under("Det som inte fick hända"),
        Field.Rows("handelser", "Det som hände",
        [
            Field.Text("vad", "Vad hände?", required: true, maxLength: 500),
            Field.Text("nummer", "Nummer i avvikelsesystemet"),
            Field.Text("atgard", "Vad gjorde ni?", required: true, maxLength: 500),
            Field.YesNo("klar", "Är det utrett och klart?", required: true),
        ], minRows: 1, when: Condition.Is("avvikelser", "ja")).EachRow([new("klar", Criterion.Is("klar", "ja"), "rad {0} under Det som hände är inte utredd än. Gör klart den först.")]),
        Field.Carried("personuppgifter", "Behandlade ni personuppgifter?", FormKeys.Screening, "personuppgifter"),
        Field.YesNo("uppgifter-klara", "Är uppgifterna om dem som var med borttagna eller sparade så som testplanen säger?", required: true, when: Condition.Is("personuppgifter", "ja", "vet-inte"),
            returns: new("nej", "Ta hand om uppgifterna så som testplanen säger, och svara igen.") { Step = "personuppgifter efter testet" }),

        Field.Choice("rekommendation", "Vad rekommenderar ni?", [new("avsluta", "Avsluta"), new("testa-igen", "Testa igen"), new("ga-vidare", "Gå vidare")], required: true).Under("Rekommendation"),
        Field.LongText("darfor", "Varför?", required: true, maxLength: 2_000),
    ],
    [
        new("borjade", "Började", ComputationKind.Sum, ["deltagare.borjade"]),
        new("fullfoljde", "Var med hela tiden", ComputationKind.Sum, ["deltagare.fullfoljde"]),
        new("kvinnor", "Kvinnor som började", ComputationKind.Sum, ["deltagare.borjade"]) { Where = Condition.Is("grupp", "kvinnor") },
        new("man", "Män som började", ComputationKind.Sum, ["deltagare.borjade"]) { Where = Condition.Is("grupp", "man") },
    ]);

    private static FormDefinition Lesson => new(FormKeys.Lesson, 1, "Lärdomsblad", "En sida som alla får läsa när ärendet är avslutat. Skriv för den som har samma problem i en annan kommun. Inga namn.",
    [
        Field.Carried("titel", "Rubrik", FormKeys.Case, CaseForm.Title, required: true),
        Field.Carried("behov", "Behovet", FormKeys.Case, CaseForm.Need),
        Field.LongText("provade", "Vad provade vi?", required: true, maxLength: 1_000),
        Field.LongText("gick", "Hur gick det?", required: true, maxLength: 1_000),
        Field.LongText("larde", "Vad lärde vi oss?", required: true, maxLength: 1_000),
        Field.LongText("annorlunda", "Vad skulle vi göra annorlunda?", required: true, maxLength: 1_000),
        Field.LongText("rad", "Råd till den som vill prova något liknande", maxLength: 1_000),
        Field.Text("fraga", "Vem kan man fråga?", "En funktion, till exempel Idéslussen. Inte en person."),
        Field.YesNo("inga-namn", "Går texten att läsa utan att någon person går att känna igen?", required: true, returns: new("nej", "Ta bort det som pekar ut någon. Alla får läsa lärdomsbladet.")),
    ]) { Public = true };
}
