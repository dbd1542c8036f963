using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>Who is affected by an introduction: women and men, people with disabilities, children, national minorities (<c>domain.md</c> 3.1, 3.2).</summary>
internal static class EqualityForms
{
    /// <summary>Ways in which people function differently; each is a question of the accessibility assessment.</summary>
    public static readonly string[] Abilities = ["se", "hora", "rora-sig", "forsta", "kommunicera", "intryck", "digitalt"];

    private const string NotRelevant = "inte-relevant";

    public static IReadOnlyList<FormDefinition> All { get; } = [EqualityCheck, GenderAnalysis, Accessibility, ChildrenAndMinorities];

    /// <summary>Five steps after the method for decisions that SKR's members use, in our words. A no at any step returns the case and names the step.</summary>
    private static FormDefinition EqualityCheck => new(FormKeys.EqualityCheck, 1, "Jämställdhetskontroll", "Fem steg. Ett nej betyder att underlaget behöver kompletteras, och då syns det vilket steg det gäller.",
    [
        Field.Choice("relevans", "Har ni prövat om förslaget berör kvinnor och män, flickor och pojkar?", [new("beror", "Ja, det berör dem"), new("beror-inte", "Ja, och det berör dem inte"), new("nej", "Nej, det är inte prövat")], required: true)
            .Under("1. Relevans").ReturnedBy("nej", "steg 1 av 5, relevans", "Pröva om förslaget berör kvinnor och män, flickor och pojkar."),
        Field.LongText("relevans-skal", "Varför berör det dem inte?", required: true, maxLength: 1_000, when: Condition.Is("relevans", "beror-inte")).AtLeastWords(),
        Step("statistik", "2. Statistik", "Är all statistik om personer uppdelad på kön?", "steg 2 av 5, statistik", "Dela upp statistiken på kvinnor och män, flickor och pojkar."),
        Evidence("statistik", "Vad visar siffrorna? Skriv kort, eller länka."),
        Step("analys", "3. Analys", "Är konsekvenserna för kvinnor och män analyserade?", "steg 3 av 5, analys", "Analysera vad förslaget betyder för kvinnor och män, flickor och pojkar."),
        Evidence("analys", "Vilka blir konsekvenserna? Skiljer de sig åt?"),
        Step("mal", "4. Mål", "Är förslaget prövat mot målen för jämställdhet?", "steg 4 av 5, mål", "Pröva om förslaget bidrar till målen för jämställdhet eller motverkar dem."),
        Evidence("mal", "Hur bidrar förslaget till målen, eller motverkar det dem?"),
        Step("uppfoljning", "5. Åtgärder och uppföljning", "Finns det åtgärder, och en uppföljning?", "steg 5 av 5, åtgärder och uppföljning", "Bestäm vad ni gör och när ni följer upp det."),
        Evidence("uppfoljning", "Vad gör ni, vem ansvarar och när följs det upp?"),
    ]);

    private static FormDefinition GenderAnalysis => new(FormKeys.GenderAnalysis, 1, "4R: realia och realisera", "Siffrorna har ni redan. Här förklarar ni dem, och bestämmer vad ni gör.",
    [
        Field.Carried("representation", "Vilka berörs?", FormKeys.GenderRepresentation, "representation-berorda"),
        Field.Carried("resurser", "Vilka får tid, pengar och utrymme?", FormKeys.GenderRepresentation, "resurser"),
        Field.LongText("realia", "Varför ser det ut så? Vilka vanor och normer styr?", required: true, maxLength: 2_000),
        Field.Rows("realisera", "Det här gör ni",
        [
            Field.Text("mal", "Mål", required: true),
            Field.Text("atgard", "Åtgärd", required: true),
            Field.Text("ansvarig", "Ansvarig (roll)", required: true),
            Field.Date("klart", "Klart", required: true),
        ], minRows: 1, maxRows: 10),
    ]) { ByReference = true };

    private static FormDefinition Accessibility => new(FormKeys.AccessibilityImpact, 1, "Tillgänglighetsbedömning", "Kan alla använda det? Gå igenom hur människor fungerar olika. Är något inte relevant behöver det ett skäl.",
    [
        Field.Carried("sortering", "Kan någon bli utestängd? Svaret i sorteringen", FormKeys.Sorting, "tillganglighet"),
        .. Ability("se", "Se", "Blindhet, nedsatt syn, färgblindhet."),
        .. Ability("hora", "Höra", "Dövhet, nedsatt hörsel, buller."),
        .. Ability("rora-sig", "Röra sig", "Rullstol, svag hand, darrningar, trötthet."),
        .. Ability("forsta", "Förstå", "Minne, läsning, många steg, stress."),
        .. Ability("kommunicera", "Kommunicera", "Tal, teckenspråk, bilder, annat språk."),
        .. Ability("intryck", "Tåla intryck", "Ljud, ljus, lukter, trängsel."),
        .. Ability("digitalt", "Vara digital", "Utan dator, mobil, e-legitimation eller vana."),
        Field.YesNo("utan-digitalt", "Går det att göra samma sak utan digital teknik?", required: true).Under("Andra sätt"),
        Field.LongText("utan-digitalt-hur", "Hur?", required: true, maxLength: 1_000, when: Condition.Is("utan-digitalt", "ja")),
        Field.LongText("utan-digitalt-skal", "Varför inte?", required: true, maxLength: 1_000, when: Condition.Is("utan-digitalt", "nej")).AtLeastWords(),
        Field.YesNo("samrad", "Har ni frågat en organisation för personer med funktionsnedsättning?", required: true).Under("Samråd"),
        Field.Rows("organisationer", "Vilka har ni frågat?",
        [
            Field.Text("organisation", "Organisation eller råd", required: true),
            Field.Date("datum", "Datum", required: true),
            Field.LongText("svar", "Vad sa de?", required: true, maxLength: 1_000),
        ], minRows: 1, maxRows: 10, when: Condition.Is("samrad", "ja")),
        Field.LongText("samrad-skal", "Varför inte?", required: true, maxLength: 1_000, when: Condition.Is("samrad", "nej")).AtLeastWords(),
    ]) { ByReference = true, Laws = [Laws.ServiceUsers, Laws.Disability] };

    private static FormDefinition ChildrenAndMinorities => new(FormKeys.ChildrenAndMinorities, 1, "Barn och nationella minoriteter", "Två frågor som alltid ska ställas. Berörs de inte räcker ett skäl.",
    [
        Field.Choice("barn", "Berör förslaget barn, direkt eller indirekt?", [new("beror", "Ja, eller kanske"), new(NotRelevant, "Inte relevant")], required: true).Under("Barn"),
        Reason("barn-skal", "barn"),
        Field.LongText("barn-basta", "Vad är bäst för barnen?", required: true, maxLength: 1_000, when: Condition.Is("barn", "beror")),
        Field.LongText("barn-sager", "Vad säger barnen själva, och hur har ni frågat dem?", required: true, maxLength: 1_000, when: Condition.Is("barn", "beror")),
        Field.LongText("barn-hansyn", "Hur har ni tagit hänsyn till det?", required: true, maxLength: 1_000, when: Condition.Is("barn", "beror")),
        Field.Choice("minoriteter", "Berör förslaget samer, sverigefinnar, tornedalingar, romer eller judar, eller något av språken?", [new("beror", "Ja, eller kanske"), new(NotRelevant, "Inte relevant")], required: true).Under("Nationella minoriteter"),
        Reason("minoriteter-skal", "minoriteter"),
        Field.LongText("minoriteter-hur", "Vilka, och hur?", required: true, maxLength: 1_000, when: Condition.Is("minoriteter", "beror")),
        Field.LongText("minoriteter-sager", "Vad säger de själva? När var samrådet?", required: true, maxLength: 1_000, when: Condition.Is("minoriteter", "beror")),
        Field.LongText("minoriteter-hansyn", "Hur har ni tagit hänsyn till det?", required: true, maxLength: 1_000, when: Condition.Is("minoriteter", "beror")),
    ]) { Laws = [Laws.Children, Laws.Minorities] };

    private static Field Step(string key, string section, string question, string step, string reason) =>
        Field.YesNo(key, question, required: true, when: Condition.Is("relevans", "beror")).Under(section).ReturnedBy("nej", step, reason);

    private static Field Evidence(string step, string question) =>
        Field.LongText($"{step}-svar", question, required: true, maxLength: 2_000, when: Condition.Is(step, "ja")).AtLeastWords();

    private static IEnumerable<Field> Ability(string key, string section, string help) =>
    [
        Field.Choice(key, "Hur påverkas den som har svårt med det?", [new("behover", "Vi behöver göra något"), new("fungerar", "Det fungerar redan"), new(NotRelevant, "Inte relevant")], help, required: true).Under(section),
        Field.LongText($"{key}-gor", "Vad gör ni?", required: true, maxLength: 1_000, when: Condition.Is(key, "behover")),
        Reason($"{key}-skal", key),
    ];

    private static Field Reason(string key, string of) =>
        Field.LongText(key, "Varför är det inte relevant?", required: true, maxLength: 1_000, when: Condition.Is(of, NotRelevant)).AtLeastWords();
}
