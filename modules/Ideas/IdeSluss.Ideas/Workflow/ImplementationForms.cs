using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>The plan and the basis of the decision (G5), and the handover to the line organisation (G6).</summary>
internal static class ImplementationForms
{
    /// <summary>Of those who were to be trained (<c>domain.md</c> 1.5, G6).</summary>
    private const decimal LeastTrained = 80;

    /// <summary>Question of the plan: a matter of principle goes to the nämnd.</summary>
    public const string Principle = "principiell";

    public static IReadOnlyList<FormDefinition> All { get; } = [Plan, Basis, Handover, SelfCheck];

    private static FormDefinition Plan => new(FormKeys.ImplementationPlan, 2, "Införandeplan", "Så blir testet vardag: vem gör vad, när, och vad måste vara ordnat först.",
    [
        Field.Date("start", "När börjar ni använda det på riktigt?", required: true),
        Field.Rows("steg", "Stegen",
        [
            Field.Text("vad", "Vad", required: true),
            Field.Text("vem", "Vem (roll)", required: true),
            Field.Date("klart", "Klart", required: true),
        ], minRows: 1, maxRows: 30),
        Field.Number("utbildas", "Hur många behöver utbildning?", required: true, min: 0, max: 100_000),
        Field.Choice("kop", "Behöver något köpas in?", [new("nej", "Nej"), new("avtal", "Ja, från avtal som finns"), new("direkt", "Ja, direktupphandling"), new("upphandling", "Ja, upphandling"), new("innovation", "Ja, innovationsupphandling")], required: true),
        Field.Choice("klassning", "Är informationen klassad?", [new("ja", "Ja"), new("ingen", "Ingen information hanteras"), new("nej", "Nej")], "Klassningen säger hur väl informationen måste skyddas.", required: true)
            .ReturnedBy("nej", "informationsklassning", "Klassa informationen innan ni inför något."),
        Field.Choice("gallring", "Är det beslutat vad som sparas och vad som gallras?", [new("ja", "Ja"), new("inga", "Inga nya handlingar skapas"), new("nej", "Nej")], required: true)
            .ReturnedBy("nej", "bevara och gallra", "Fråga arkivarien, så att nämnden kan besluta vad som sparas och vad som gallras."),
        Field.Text("gallring-beslut", "Vilket beslut? Nummer eller paragraf", required: true, when: Condition.Is("gallring", "ja")),
        Field.Choice("mbl", "Är förhandling eller samverkan med facket klar?", [new("ja", "Ja"), new("behovs-inte", "Den behövs inte"), new("nej", "Nej")], required: true)
            .ReturnedBy("nej", "förhandling med facket", "Förhandla eller samverka innan ni beslutar."),
        Field.Date("mbl-datum", "När?", required: true, when: Condition.Is("mbl", "ja")),
        Field.Text("mbl-skal", "Varför behövs den inte?", required: true, maxLength: 500, when: Condition.Is("mbl", "behovs-inte")).AtLeastWords(),
        Field.YesNoUnsure(Principle, "Är frågan principiell?", "Det är den om den ändrar verksamhetens mål, inriktning, omfattning eller kvalitet. Då beslutar nämnden, och det går inte att delegera.", required: true),
        Field.LongText("uppfoljning", "Hur och när följer ni upp?", required: true, maxLength: 1_000),
    ]);

    /// <summary>Put together from what is already answered; only the proposal, the assessment and the list of receivers are new (<c>domain.md</c> 4.3, 13).</summary>
    private static FormDefinition Basis => new(FormKeys.DecisionBasis, 4, "Beslutsunderlag", "Det mesta är redan skrivet och hämtas hit. Fyll i förslaget, er bedömning och det som saknas.",
    [
        Field.LongText("forslag", "Förslag till beslut", "Skriv så att det går att besluta rakt av: Nämnden beslutar att …", required: true, maxLength: 2_000).Under("Förslag till beslut"),
        Field.Assembled("korthet", "Ärendet i korthet", [new(FormKeys.Case, CaseForm.Need), new(FormKeys.IdeaCard, "forslag"), new(FormKeys.Concept, "varde"), new(FormKeys.TestReport, "rekommendation")]).Under("Ärendet i korthet"),
        Field.Assembled("bakgrund", "Bakgrund",
        [
            new(FormKeys.IdeaCard, "idag"), new(FormKeys.NeedMap, "malgrupp"), new(FormKeys.NeedMap, "situation"), new(FormKeys.Focus, "fokus"), new(FormKeys.Baseline, "matt"),
            new(FormKeys.TestReport, "resultat"), new(FormKeys.TestReport, "deltagarna"), new(FormKeys.TestReport, "personalen"), new(FormKeys.RiskAnalysis, "hogsta"),
        ]).Under("Bakgrund"),
        Field.LongText("bedomning", "Bedömning", "Vad talar för, vad talar emot, och vad väger tyngst?", required: true).Under("Bedömning"),
        Field.Assembled("kalkyl", "Ekonomi",
        [
            new(FormKeys.BenefitCalculation, "engangskostnad"), new(FormKeys.BenefitCalculation, "arskostnad"), new(FormKeys.BenefitCalculation, "pengar"), new(FormKeys.BenefitCalculation, "omfordelning"),
            new(FormKeys.BenefitCalculation, "timmar"), new(FormKeys.BenefitCalculation, "kvalitet"), new(FormKeys.BenefitCalculation, "netto-lagre"), new(FormKeys.BenefitCalculation, "netto"), new(FormKeys.BenefitCalculation, "netto-hogre"),
            new(FormKeys.ImplementationPlan, "kop"), new(FormKeys.EffectChain, "kedja"),
        ]).Under("Ekonomi"),
        Field.LongText("betalas", "Hur betalas det?", required: true, maxLength: 1_000),
        Field.Assembled("jamstalldhet", "Jämställdhet",
        [
            new(FormKeys.EqualityCheck, "relevans-skal"), new(FormKeys.EqualityCheck, "statistik-svar"), new(FormKeys.EqualityCheck, "analys-svar"), new(FormKeys.EqualityCheck, "mal-svar"), new(FormKeys.EqualityCheck, "uppfoljning-svar"),
            new(FormKeys.GenderRepresentation, "representation-berorda"), new(FormKeys.GenderRepresentation, "representation-beslut"), new(FormKeys.GenderRepresentation, "resurser"),
            new(FormKeys.GenderAnalysis, "realia"), new(FormKeys.GenderAnalysis, "realisera"), new(FormKeys.TestReport, "jamstalldhet"), .. EqualityGuides.Findings,
        ]).Under("Jämställdhet"),
        Field.Assembled("barn", "Barn och nationella minoriteter",
        [
            new(FormKeys.ChildrenAndMinorities, "barn-skal"), new(FormKeys.ChildrenAndMinorities, "barn-basta"), new(FormKeys.ChildrenAndMinorities, "barn-sager"), new(FormKeys.ChildrenAndMinorities, "barn-hansyn"),
            new(FormKeys.ChildrenAndMinorities, "minoriteter-skal"), new(FormKeys.ChildrenAndMinorities, "minoriteter-hur"), new(FormKeys.ChildrenAndMinorities, "minoriteter-sager"), new(FormKeys.ChildrenAndMinorities, "minoriteter-hansyn"),
        ]).Under("Barn och nationella minoriteter"),
        Field.Assembled("tillganglighet", "Tillgänglighet",
        [
            .. EqualityForms.Abilities.SelectMany(ability => new[] { new FactSource(FormKeys.AccessibilityImpact, ability + "-gor"), new FactSource(FormKeys.AccessibilityImpact, ability + "-skal") }),
            new(FormKeys.AccessibilityImpact, "utan-digitalt-hur"), new(FormKeys.AccessibilityImpact, "utan-digitalt-skal"), new(FormKeys.TestReport, "tillganglighet"),
        ]).Under("Tillgänglighet"),
        Field.Assembled("samrad", "Samråd", [new(FormKeys.Case, CaseForm.Consultations), new(FormKeys.AccessibilityImpact, "organisationer"), new(FormKeys.AccessibilityImpact, "samrad-skal"), new(FormKeys.ImplementationPlan, "mbl")]).Under("Samråd"),
        Field.LongText("samrad-mer", "Andra som har fått säga sitt", maxLength: 1_000),
        Field.Assembled("alternativ", "Alternativ", [new(FormKeys.BenefitCalculation, "jamfort")]).Under("Alternativ"),
        Field.Assembled("uppfoljning", "Uppföljning", [new(FormKeys.ImplementationPlan, "start"), new(FormKeys.ImplementationPlan, "uppfoljning"), new(FormKeys.BenefitCalculation, "nyttor")]).Under("Uppföljning"),
        Field.LongText("skickas-till", "Beslutet skickas till", required: true, maxLength: 500).Under("Beslutet skickas till"),
    ]) { ByReference = true };

    private static FormDefinition Handover => new(FormKeys.Handover, 1, "Överlämning", "Nu tar verksamheten över. Det här ska vara på plats.",
    [
        Field.Link("rutin", "Vilken rutin eller process är ändrad?", "Nummer eller länk.", required: true),
        Field.Carried("utbildas", "Så många skulle utbildas", FormKeys.ImplementationPlan, "utbildas", required: true),
        Field.Number("utbildade", "Så många har fått utbildning", required: true, min: 0, max: 100_000),
        Field.Text("nyttoansvarig", "Vem är nyttoansvarig? (roll)", required: true),
        Field.LongText("stod", "Vem hjälper till när något krånglar?", required: true, maxLength: 1_000),
    ],
    [
        new("andel", "Utbildade", ComputationKind.Percent, ["utbildade", "utbildas"], AtLeast: LeastTrained, Otherwise: "Minst 80 procent av dem som behöver det ska ha fått utbildning.") { Unit = "procent" },
    ]);

    private static FormDefinition SelfCheck => new(FormKeys.SelfCheck, 1, "Egenkontroll", "Hur vet ni att det fortsätter att fungera? En enda kontroll kan räcka.",
    [
        Field.Rows("kontroller", "Kontroller",
        [
            Field.Text("vad", "Vad kontrolleras?", required: true),
            Field.Text("hur", "Hur?", required: true),
            Field.Choice("hur-ofta", "Hur ofta?", [new("vecka", "Varje vecka"), new("manad", "Varje månad"), new("kvartal", "Varje kvartal"), new("halvar", "Varje halvår"), new("ar", "Varje år")], required: true),
            Field.Text("vem", "Vem? (roll)", required: true),
            Field.Date("forsta", "Första gången", required: true),
        ], minRows: 1, maxRows: 15),
    ]) { ByReference = true, Laws = [Laws.QualitySelfCheck] };
}
