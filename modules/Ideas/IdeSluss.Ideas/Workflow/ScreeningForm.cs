using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>
/// Screening before a test (<c>domain.md</c> 2.6): six questions, and only "ja" or "vet inte" opens more. What the answers lead to stands in
/// <see cref="ScreeningDecisions"/>.
/// </summary>
internal static class ScreeningForm
{
    public const string People = "Människor";
    public const string PersonalData = "Personuppgifter";
    public const string Health = "Vård och hälsa";
    public const string Work = "Personalens arbete";
    public const string Technology = "Kamera, position och AI";
    public const string Supplier = "Leverantörer";

    /// <summary>The nine criteria of the data protection authorities (WP 248).</summary>
    public static readonly string[] NineCriteria = ["bedomning", "automatiskt", "overvakning", "kansliga", "stor-skala", "samkorning", "utsatta", "ny-teknik", "hindrar"];

    /// <summary>What makes research need approval.</summary>
    public static readonly string[] EthicsTriggers = ["kansliga", "ingrepp", "paverkan", "skada", "material"];

    /// <summary>What must hold for a device made in the own care.</summary>
    public static readonly string[] OwnMadeConditions = ["vardgivare", "samma", "inte-industriell", "marknad", "ivo"];

    private static readonly Option None = new("inget", "Inget av det här");

    public static FormDefinition Definition { get; } = new(FormKeys.Screening, 1, "Screening",
        "Sex frågor. Ett nej avslutar frågan. Svarar ni ja eller vet inte kommer några frågor till, och så syns vad som behöver göras innan testet börjar.",
        [
            .. PeopleQuestions, .. DataQuestions, .. HealthQuestions, .. WorkQuestions, .. TechnologyQuestions, .. SupplierQuestions,
        ])
    {
        Decisions = ScreeningDecisions.All,
        Rules =
        [
            OnlyNone("etik-skal"), OnlyNone("dpia-kriterier"), OnlyNone("egen-villkor"), OnlyNone("teknik-vilka"),
        ],
    };

    private static IReadOnlyList<Field> PeopleQuestions =>
    [
        Field.YesNoUnsure("manniskor", "1. Rör testet människor, som deltagare eller genom uppgifter om dem?", required: true).Under(People),
        Field.YesNoUnsure("hogskola", "Leds det av ett universitet eller en högskola?", required: true, when: Opened("manniskor")),
        Field.YesNoUnsure("publicera", "Ska resultatet publiceras vetenskapligt?", required: true, when: Opened("manniskor")),
        Field.YesNoUnsure("ny-kunskap", "Söker ni systematiskt ny kunskap, som ska gälla också utanför er egen verksamhet?", required: true, when: Opened("manniskor")),
        Field.MultiChoice("etik-skal", "Vad av det här stämmer?",
        [
            new("kansliga", "Känsliga personuppgifter, till exempel om hälsa, eller uppgifter om brott"),
            new("ingrepp", "Ett fysiskt ingrepp"),
            new("paverkan", "En metod som ska påverka någon fysiskt eller psykiskt"),
            new("skada", "En uppenbar risk att någon kommer till skada"),
            new("material", "Prov från människor som går att spåra till en person"),
            None,
        ], required: true, when: Condition.Is("forskning", "FORSKNING")),
        Field.Text("etik-dnr", "Godkännandets diarienummer", when: Condition.Is("etik", "PROVNING_KRAVS"), maxLength: 60),
        Field.Date("etik-datum", "Godkänt den", when: Condition.Is("etik", "PROVNING_KRAVS")),
        Field.Date("etik-giltigt-till", "Gäller till och med", "Ett godkännande upphör om forskningen inte har börjat inom två år.", when: Condition.Is("etik", "PROVNING_KRAVS")),
        Field.LongText("etik-villkor", "Villkor i godkännandet", maxLength: 1_000, when: Condition.Is("etik", "PROVNING_KRAVS")),
        Field.YesNo("etik-frivilligt", "Är det frivilligt att vara med, och lätt att säga nej?", required: true, when: Development,
            returns: new("nej", "Det måste vara frivilligt att vara med. Ändra upplägget.") { Step = "etik, frivillighet" }),
        Field.YesNo("etik-information", "Förstår alla informationen, också den som behöver lättläst, bilder eller ett annat språk?", required: true, when: Development,
            returns: new("nej", "Alla som är med måste förstå vad de säger ja till. Gör informationen lättare.") { Step = "etik, information" }),
        Field.Text("etik-utsatta", "Är någon extra utsatt? Hur skyddar ni hen?", required: true, when: Development, maxLength: 500),
        Field.Text("etik-makt", "Är någon beroende av den som frågar? Vad gör ni åt det?", required: true, when: Development, maxLength: 500),
        Field.Text("etik-misslyckas", "Vad händer för dem som är med om testet misslyckas?", required: true, when: Development, maxLength: 500),
        Field.Text("etik-foretradare", "Vem talar för den som inte kan göra det själv?", required: true, when: Development, maxLength: 500),
    ];

    private static IReadOnlyList<Field> DataQuestions =>
    [
        Field.YesNoUnsure("personuppgifter", "2. Behandlar ni personuppgifter i testet?", "Namn, bilder, uppgifter om hälsa, var någon är. Också när en leverantör gör det åt er.", required: true).Under(PersonalData),
        Field.MultiChoice("dpia-kriterier", "Vad av det här stämmer?",
        [
            new("bedomning", "Människor bedöms eller får poäng"),
            new("automatiskt", "Beslut fattas automatiskt och betyder något för någon"),
            new("overvakning", "Någon övervakas systematiskt"),
            new("kansliga", "Känsliga uppgifter, till exempel om hälsa"),
            new("stor-skala", "Uppgifter om många"),
            new("samkorning", "Uppgifter från olika håll sätts ihop"),
            new("utsatta", "Personer i beroendeställning: äldre, barn, sjuka, anställda"),
            new("ny-teknik", "Ny teknik, eller känd teknik på ett nytt sätt"),
            new("hindrar", "Någon kan bli utan en rättighet eller en tjänst"),
            None,
        ], "I äldreomsorg och i stöd till personer med funktionsnedsättning stämmer nästan alltid minst två.", required: true, when: Opened("personuppgifter")),
        Field.Date("dpia-datum", "DPIA godkänd den", "DPIA är en konsekvensbedömning: vad kan gå fel för den som uppgifterna handlar om, och vad gör ni åt det?", when: DpiaRequired),
        Field.Text("dpia-dnr", "DPIA:ns diarienummer", when: DpiaRequired, maxLength: 60),
        Field.LongText("dpia-rad", "Vad sa dataskyddsombudet?", when: DpiaRequired, maxLength: 2_000),
        Field.Choice("dpia-restrisk", "Hur stor är risken efter era åtgärder?", [new("godtagbar", "Låg eller godtagbar"), new("hog", "Fortfarande hög")], when: DpiaRequired),
        Field.Date("imy-datum", "Svar från Integritetsskyddsmyndigheten (IMY) den", when: Condition.Is("dpia-restrisk", "hog")),
        Field.Text("imy-dnr", "IMY:s diarienummer", when: Condition.Is("dpia-restrisk", "hog"), maxLength: 60),
    ];

    private static IReadOnlyList<Field> HealthQuestions =>
    [
        Field.YesNoUnsure("produkt", "3. Prövar ni en produkt, en app eller teknik för någons hälsa, kropp eller förmåga?", required: true).Under(Health),
        Field.YesNoUnsure("medicinskt-syfte", "Är den till för att upptäcka, förebygga, följa, förutse, behandla eller lindra sjukdom, eller för att behandla eller väga upp en skada eller funktionsnedsättning?", required: true, when: Opened("produkt")),
        Field.LongText("mdr-motivering", "Vad är den till för? Motivera att det inte är en medicinteknisk produkt.", "Till exempel: lampan är till för att se var man går.", required: true, maxLength: 1_000, when: Condition.Is("medicinskt-syfte", "nej")).AtLeastWords(),
        Field.YesNoUnsure("ce", "Är den CE-märkt som medicinteknisk produkt?", required: true, when: Condition.Is("medicinskt-syfte", "ja")),
        Field.YesNoUnsure("ce-anvisning", "Används den precis så som tillverkaren anger?", required: true, when: Condition.Is("ce", "ja")),
        Field.Choice("tillverkare", "Vem har gjort den?", [new("leverantor", "En leverantör eller ett företag"), new("egen", "Vi själva, i vår egen vård"), new("vet-inte", "Vet inte")], required: true, when: Condition.Is("ce", "nej")),
        Field.MultiChoice("egen-villkor", "Vad av det här stämmer?",
        [
            new("vardgivare", "Vi är en hälso- och sjukvårdsinstitution"),
            new("samma", "Den används bara inom samma juridiska person"),
            new("inte-industriell", "Den tillverkas inte i industriell skala"),
            new("marknad", "Ingen likvärdig produkt finns att köpa, och det är dokumenterat"),
            new("ivo", "IVO har fått information om den"),
            None,
        ], required: true, when: Condition.Is("tillverkare", "egen")),
        Field.Text("lv-dnr", "Läkemedelsverkets diarienummer", when: Condition.Is("mdr", "KLINISK_PROVNING"), maxLength: 60),
        Field.Date("lv-datum", "Läkemedelsverkets besked den", when: Condition.Is("mdr", "KLINISK_PROVNING")),
        Field.Text("klinisk-etik-dnr", "Etikgodkännandets diarienummer", when: Condition.Is("mdr", "KLINISK_PROVNING"), maxLength: 60),
    ];

    private static IReadOnlyList<Field> WorkQuestions =>
    [
        Field.YesNoUnsure("arbete", "4. Ändras arbetssätt, schema, roller eller lokaler för personalen?", required: true).Under(Work),
        Field.Date("arbetsmiljo-datum", "Risker i arbetsmiljön bedömda den", "Bedöm dem innan ändringen görs, tillsammans med dem som berörs.", when: Opened("arbete")),
        Field.YesNo("skyddsombud", "Har skyddsombudet varit med?", required: true, when: Opened("arbete")),
        Field.YesNoUnsure("storre", "Är det en större förändring för personalen?", required: true, when: Opened("arbete")),
        Field.Date("mbl-datum", "Förhandling eller samverkan klar den", when: Condition.Is("storre", "ja")),
    ];

    private static IReadOnlyList<Field> TechnologyQuestions =>
    [
        Field.YesNoUnsure("teknik", "5. Används kamera, ljud, positionering eller AI?", required: true).Under(Technology),
        Field.MultiChoice("teknik-vilka", "Vilket?",
        [
            new("kamera", "Kamera"), new("ljud", "Ljudinspelning eller avlyssning"), new("position", "Positionering, till exempel GPS eller larm"),
            new("ai", "AI, till exempel ett program som tolkar, förutser eller skapar text"), None,
        ], required: true, when: Opened("teknik")),
        Field.LongText("nodvandigt", "Varför räcker inte något som stör mindre?", required: true, maxLength: 1_000, when: Watching).AtLeastWords(),
        Field.YesNo("samtycke-overvakning", "Har var och en sagt ja, eller den som får företräda personen?", required: true, when: Watching),
        Field.YesNo("tvang", "Kan tekniken bli tvång, eller hindra någon från att röra sig fritt?", required: true, when: Watching),
        Field.YesNoUnsure("ai-forbjudet", "Ska AI:n påverka någon i smyg, ge människor poäng för hur de lever, eller läsa av känslor på arbetsplats eller i skola?", required: true, when: Condition.Is("teknik-vilka", "ai")),
        Field.YesNoUnsure("ai-hogrisk", "Ska AI:n påverka vem som får vård, omsorg, bidrag, utbildning eller arbete, eller styra säkerheten i en produkt?", required: true, when: Condition.Is("teknik-vilka", "ai")),
        Field.YesNoUnsure("ai-moter", "Möter människor AI:n direkt, eller skapar den text, bild eller ljud?", required: true, when: Condition.Is("teknik-vilka", "ai")),
        Field.Text("ai-kontroll", "Vem granskar vad AI:n gör, och kan stoppa den? (roll)", when: Condition.Is("ai-hogrisk", "ja")),
    ];

    private static IReadOnlyList<Field> SupplierQuestions =>
    [
        Field.YesNoUnsure("leverantor", "6. Är en leverantör eller ett annat företag med i testet?", required: true).Under(Supplier),
        Field.LongText("neutralitet", "Hur ser ni till att leverantören inte får en fördel om ni upphandlar sedan?", required: true, maxLength: 1_000, when: Opened("leverantor")).AtLeastWords(),
        Field.YesNo("lika-information", "Kan andra leverantörer få samma information?", required: true, when: Opened("leverantor")),
        Field.YesNo("avtal", "Finns ett skriftligt avtal om testet?", "Om uppgifter, sekretess, försäkring och vem som äger resultatet.", required: true, when: Opened("leverantor")),
        Field.YesNoUnsure("jav", "Har någon i arbetet ett eget intresse i leverantören?", required: true, when: Opened("leverantor")),
    ];

    private static Condition Development => Condition.Is("forskning", "VERKSAMHETSUTVECKLING");

    private static Condition DpiaRequired => Condition.Is("dpia", "KRAVS");

    private static Condition Watching => Condition.Is("teknik-vilka", "kamera", "ljud", "position");

    private static Condition Opened(string question) => Condition.Is(question, "ja", "vet-inte");

    private static AnswerRule OnlyNone(string field) =>
        new(field, Criterion.Not(Criterion.Count(1, [field], [.. Others(field)])), "ni har kryssat i både ”Inget av det här” och något annat.") { When = Criterion.Is(field, None.Value) };

    private static string[] Others(string field) => field switch
    {
        "etik-skal" => EthicsTriggers,
        "dpia-kriterier" => NineCriteria,
        "egen-villkor" => OwnMadeConditions,
        _ => ["kamera", "ljud", "position", "ai"],
    };
}
