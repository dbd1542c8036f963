using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>
/// Guided ways to work with equality, to use before a case or on one: the steps of JämKAS Bas and Plus in our words, and the invitation that everyone can see themselves in
/// (<c>domain.md</c> 3.1). No decision asks for them; what is filled in on a case stands in the basis of its decision.
/// </summary>
internal static class EqualityGuides
{
    private const string NotRelevant = "inte-relevant";

    public static IReadOnlyList<FormDefinition> All { get; } = [Basic, Plus, Invitation];

    /// <summary>Guides that help with a form: they can be filled in on every case that the form belongs to.</summary>
    public static IReadOnlyList<string> HelpingWith(string form) => form == FormKeys.EqualityCheck ? [.. All.Select(guide => guide.Key)] : [];

    /// <summary>The form that a case must have for this one to belong to it: what a guide helps with, else the form itself.</summary>
    public static string NeededFor(string form) => All.Any(guide => guide.Key == form) ? FormKeys.EqualityCheck : form;

    /// <summary>What of the guides the decision rests on: what was seen, what it means and what is done; not the way there.</summary>
    public static IEnumerable<FactSource> Findings =>
    [
        .. Of(FormKeys.EqualityMapping, "valj", "anvander", "far", "konsekvenser", "onskad", "andringar", "atgarder"),
        .. Of(FormKeys.EqualityAnalysis, "observation", "orsaker", "analys", "aktorer", "atgarder", "slutsatser"),
        .. Of(FormKeys.InclusiveInvitation, Invitation.Fields.Where(asked => asked.Kind != FieldKind.Choice).Select(asked => asked.Key)),
    ];

    private static IEnumerable<FactSource> Of(string guide, params IEnumerable<string> questions) => questions.Select(question => new FactSource(guide, question));

    private static FormDefinition Basic => new(FormKeys.EqualityMapping, 2, "Kartlägg jämställdheten (JämKAS Bas)", "Nio steg, från vad ni gör till vad ni ändrar. Använder ni mallen på en idé kommer svaren med i beslutsunderlaget.",
    [
        Field.LongText("verksamheter", "Vad gör ni? Räkna upp det som riktar sig till människor.", required: true, maxLength: 1_000).Under("Steg 1–3: Inventera"),
        Field.LongText("undersok", "Var kan det skilja sig för kvinnor och män, flickor och pojkar?", required: true, maxLength: 1_000),
        Field.Text("valj", "Vilken del väljer ni att gå vidare med, och varför?", required: true, maxLength: 500),
        Field.LongText("malgrupp", "Vilka är den till för?", "Tänk också på ålder, bakgrund och funktionsnedsättning.", required: true, maxLength: 1_000).Under("Steg 4–6: Kartlägg"),
        Field.LongText("anvander", "Hur många kvinnor och män använder den?", required: true, maxLength: 1_000),
        Field.LongText("far", "Vad får kvinnor och män: tid, pengar, plats, bemötande?", required: true, maxLength: 1_000),
        Field.LongText("konsekvenser", "Vad leder det till för dem?", required: true, maxLength: 1_000).Under("Steg 7–9: Analysera"),
        Field.LongText("onskad", "Hur vill ni att det ska vara?", required: true, maxLength: 1_000),
        Field.LongText("andringar", "Vad skulle ni kunna ändra?", required: true, maxLength: 1_000),
        Actions("Så gör ni"),
    ]) { OutsideCase = true };

    private static FormDefinition Plus => new(FormKeys.EqualityAnalysis, 2, "Analysera jämställdheten (JämKAS Plus)", "Åtta steg när ni har sett en skillnad och vill förstå den. Det som inte går att belägga sparas till senare.",
    [
        Field.LongText("malgrupper", "Vilka grupper handlar det om?", required: true, maxLength: 1_000).Under("Steg 1–3: Det ni ser"),
        Field.LongText("monster", "Vilka mönster ser ni för kvinnor och män?", required: true, maxLength: 1_000),
        Field.Text("observation", "Vad ser ni, i en mening?", "Till exempel: fler kvinnor än män …", required: true, maxLength: 500),
        Field.Rows("orsaker", "Varför, och stämmer det?",
        [
            Field.Text("orsak", "Tänkbar orsak", required: true),
            Field.Text("konsekvens", "Vad leder det till?", required: true),
            Field.Choice("provad", "Stämmer det?", [new("bekraftad", "Ja, det är belagt"), new("forkastad", "Nej, det stämmer inte"), new("oppen", "Vi vet inte än")], "Det ni inte vet än ligger kvar i den öppna lådan.", required: true),
            Field.Text("belagg", "Hur vet ni det?"),
        ], minRows: 1, maxRows: 15).EachRow([new("belagg", Criterion.Filled("belagg"), "rad {0} är prövad. Skriv hur ni vet det.") { When = Criterion.Is("provad", "bekraftad", "forkastad") }]).Under("Steg 4–6: Det ni prövar"),
        Field.LongText("analys", "Vad betyder det som är belagt?", required: true, maxLength: 2_000),
        Field.LongText("aktorer", "Vilka kan ändra på det?", required: true, maxLength: 1_000).Under("Steg 7–8: Det ni gör"),
        Actions("Så gör ni"),
        Field.LongText("slutsatser", "Slutsatser", required: true, maxLength: 1_000),
    ]) { OutsideCase = true };

    private static FormDefinition Invitation => new(FormKeys.InclusiveInvitation, 2, "Bjud in så att alla känner sig välkomna", "Åtta frågor innan ni bjuder in till en utmaning, ett test eller ett möte. Är något inte relevant behöver det ett skäl.",
    [
        .. Question("bilder", "Bilderna", "Visar bilderna olika människor, i olika roller?"),
        .. Question("ord", "Orden", "Är orden vanliga, så att ingen tror att det bara gäller teknik eller experter?"),
        .. Question("tid", "Tiden", "Går det att komma för den som arbetar, har barn eller behöver färdtjänst?"),
        .. Question("plats", "Platsen", "Kan alla ta sig in, höra, se och vila på platsen?"),
        .. Question("sprak", "Språket", "Finns inbjudan på de språk som behövs?"),
        .. Question("lattlast", "Lättläst", "Finns den som lättläst, med bildstöd eller uppläst?"),
        .. Question("barnpassning", "Omsorgen", "Finns det barnpassning, ledsagare eller avlösning för den som behöver?"),
        .. Question("vem-fragar", "Den som frågar", "Frågar någon som målgruppen känner och litar på?"),
    ]) { OutsideCase = true };

    private static IEnumerable<Field> Question(string key, string section, string question) =>
    [
        Field.Choice(key, question, [new("ja", "Ja"), new("nej", "Nej, vi ändrar det"), new(NotRelevant, "Inte relevant")], required: true).Under(section),
        Field.Text($"{key}-gor", "Vad ändrar ni i inbjudan?", required: true, maxLength: 500, when: Condition.Is(key, "nej")),
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
