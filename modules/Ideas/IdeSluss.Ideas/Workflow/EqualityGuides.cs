using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>Guided ways to work with equality, to use before or beside a case: the steps of JämKAS Bas and Plus in our words, and the invitation that everyone can see themselves in (<c>domain.md</c> 3.1). What one finds goes into the case's equality check.</summary>
internal static class EqualityGuides
{
    private const string NotRelevant = "inte-relevant";

    public static IReadOnlyList<FormDefinition> All { get; } = [Basic, Plus, Invitation];

    private static FormDefinition Basic => new(FormKeys.EqualityMapping, 1, "Kartlägg jämställdheten (JämKAS Bas)", "Nio steg, från vad ni gör till vad ni ändrar. Det ni kommer fram till kan ni använda i jämställdhetskontrollen.",
    [
        Field.LongText("verksamheter", "1. Vad gör ni? Räkna upp det som riktar sig till människor.", required: true, maxLength: 1_000).Under("Inventera"),
        Field.LongText("undersok", "2. Var kan det skilja sig för kvinnor och män, flickor och pojkar?", required: true, maxLength: 1_000),
        Field.Text("valj", "3. Vilken del väljer ni att gå vidare med, och varför?", required: true, maxLength: 500),
        Field.LongText("malgrupp", "4. Vilka är den till för?", "Tänk också på ålder, bakgrund och funktionsnedsättning.", required: true, maxLength: 1_000).Under("Kartlägg"),
        Field.LongText("anvander", "5. Hur många kvinnor och män använder den?", required: true, maxLength: 1_000),
        Field.LongText("far", "6. Vad får kvinnor och män: tid, pengar, plats, bemötande?", required: true, maxLength: 1_000),
        Field.LongText("konsekvenser", "7. Vad leder det till för dem?", required: true, maxLength: 1_000).Under("Analysera"),
        Field.LongText("onskad", "8. Hur vill ni att det ska vara?", required: true, maxLength: 1_000),
        Field.LongText("andringar", "9. Vad skulle ni kunna ändra?", required: true, maxLength: 1_000),
        Actions("Så gör ni"),
    ]) { OutsideCase = true };

    private static FormDefinition Plus => new(FormKeys.EqualityAnalysis, 1, "Analysera jämställdheten (JämKAS Plus)", "Åtta steg när ni har sett en skillnad och vill förstå den. Det som inte går att belägga sparas till senare.",
    [
        Field.LongText("malgrupper", "1. Vilka grupper handlar det om?", required: true, maxLength: 1_000).Under("Det ni ser"),
        Field.LongText("monster", "2. Vilka mönster ser ni för kvinnor och män?", required: true, maxLength: 1_000),
        Field.Text("observation", "3. Skriv det i en mening: fler kvinnor än män …", required: true, maxLength: 500),
        Field.Rows("orsaker", "4 och 5. Varför, och stämmer det?",
        [
            Field.Text("orsak", "Tänkbar orsak", required: true),
            Field.Text("konsekvens", "Vad leder det till?", required: true),
            Field.Choice("provad", "Stämmer det?", [new("bekraftad", "Ja, det är belagt"), new("forkastad", "Nej, det stämmer inte"), new("oppen", "Vi vet inte än")], "Det ni inte vet än ligger kvar i den öppna lådan.", required: true),
            Field.Text("belagg", "Hur vet ni det?"),
        ], minRows: 1, maxRows: 15).EachRow([new("belagg", Criterion.Filled("belagg"), "rad {0} är prövad. Skriv hur ni vet det.") { When = Criterion.Is("provad", "bekraftad", "forkastad") }]).Under("Det ni prövar"),
        Field.LongText("analys", "6. Vad betyder det som är belagt?", required: true, maxLength: 2_000),
        Field.LongText("aktorer", "7. Vilka kan ändra på det?", required: true, maxLength: 1_000).Under("Det ni gör"),
        Actions("8. Åtgärder"),
        Field.LongText("slutsatser", "Slutsatser", required: true, maxLength: 1_000),
    ]) { OutsideCase = true };

    private static FormDefinition Invitation => new(FormKeys.InclusiveInvitation, 1, "Bjud in så att alla känner sig välkomna", "Åtta frågor innan ni bjuder in till en utmaning, ett test eller ett möte. Är något inte relevant behöver det ett skäl.",
    [
        .. Question("bilder", "1. Bilder", "Visar bilderna olika människor, i olika roller?"),
        .. Question("ord", "2. Ord", "Är orden vanliga, så att ingen tror att det bara gäller teknik eller experter?"),
        .. Question("tid", "3. Tid", "Går det att komma för den som arbetar, har barn eller behöver färdtjänst?"),
        .. Question("plats", "4. Plats", "Kan alla ta sig in, höra, se och vila på platsen?"),
        .. Question("sprak", "5. Språk", "Finns inbjudan på de språk som behövs?"),
        .. Question("lattlast", "6. Lättläst", "Finns den som lättläst, med bildstöd eller uppläst?"),
        .. Question("barnpassning", "7. Omsorg", "Finns det barnpassning, ledsagare eller avlösning för den som behöver?"),
        .. Question("vem-fragar", "8. Vem frågar", "Frågar någon som målgruppen känner och litar på?"),
    ]) { OutsideCase = true };

    private static IEnumerable<Field> Question(string key, string section, string question) =>
    [
        Field.Choice(key, question, [new("ja", "Ja"), new("nej", "Nej, vi ändrar det"), new(NotRelevant, "Inte relevant")], required: true).Under(section),
        Field.Text($"{key}-gor", "Vad ändrar ni?", required: true, maxLength: 500, when: Condition.Is(key, "nej")),
        Field.LongText($"{key}-skal", "Varför är det inte relevant?", required: true, maxLength: 500, when: Condition.Is(key, NotRelevant)).AtLeastWords(),
    ];

    private static Field Actions(string label) => Field.Rows("atgarder", label,
    [
        Field.Text("mal", "Mål", required: true),
        Field.Text("atgard", "Åtgärd", required: true),
        Field.Text("ansvarig", "Ansvarig (roll)", required: true),
        Field.Date("foljs-upp", "Följs upp", required: true),
    ], minRows: 1, maxRows: 10);
}
