namespace IdeSluss.Sdk.Legal;

/// <summary>The law that every part of the product may need to cite: how an authority handles cases, accessibility, personal data. Modules add what is theirs.</summary>
public static class CommonLaw
{
    public const string AccessibilityAct = "TILLGANGLIGHET_LAG";
    public const string AccessibilityAnswer = "TILLGANGLIGHET_SVAR";
    public const string AccessibleVersion = "TILLGANGLIGGORANDE";
    public const string AccessibilityOutside = "TILLGANGLIGHET_UTANFOR";
    public const string AccessibilityBurden = "TILLGANGLIGHET_BETUNGANDE";
    public const string PublicTask = "GDPR_UPPGIFT";
    public const string PersonalDataRequest = "GDPR_BEGARAN";
    public const string Delay = "DROJSMAL";
    public const string DelayAction = "DROJSMALSTALAN";
    public const string Arrival = "ANKOMST";
    public const string Consultation = "REMISS";
    public const string Reasons = "MOTIVERING";
    public const string PublicRecordPrompt = "HANDLING_SKYNDSAMT";

    private const string Accessibility = "Lagen (2018:1937) om tillgänglighet till digital offentlig service";
    private const string Gdpr = "Dataskyddsförordningen (EU) 2016/679";
    private const string Procedure = "Förvaltningslagen (2017:900)";
    private const string Press = "Tryckfrihetsförordningen (1949:105)";
    private const string Read = "Lagtexten i den lydelse som gällde den 1 september 2025";

    public static IReadOnlyList<LegalReference> All { get; } =
    [
        new(AccessibilityAct, Accessibility) { Source = Read },
        new(AccessibilityOutside, Accessibility, Place: "9 §") { Says = "Vissa slag av innehåll omfattas inte av lagen.", Source = Read },
        new(AccessibilityBurden, Accessibility, Place: "12 §") { Says = "Det som är oskäligt betungande behöver inte göras tillgängligt.", Source = Read },
        new(AccessibilityAnswer, Accessibility, Place: "13 §") { Says = "Den som rapporterar en brist ska få svar så snart som möjligt.", Source = Read },
        new(AccessibleVersion, Accessibility, Place: "15 §") { Says = "En motiverad och skälig begäran om tillgängliggörande ska tillgodoses utan onödigt dröjsmål. Ett avslag ska vara skriftligt om den som frågar vill det, och går att överklaga.", Source = Read },
        new(PublicTask, Gdpr, From: new(2018, 5, 25), Place: "artikel 6.1 e") { Says = "Personuppgifter får behandlas för en uppgift av allmänt intresse.", ToBeConfirmed = true },
        new(PersonalDataRequest, Gdpr, From: new(2018, 5, 25), Place: "artikel 12.3") { Says = "Svaret ska lämnas inom en månad. Tiden får förlängas med två månader om den som frågar får veta varför.", ToBeConfirmed = true },
        new(Delay, Procedure, From: new(2018, 7, 1), Place: "11 §") { Says = "Den som är part ska få veta om avgörandet blir väsentligt försenat, och varför.", Source = Read },
        new(DelayAction, Procedure, From: new(2018, 7, 1), Place: "12 §") { Says = "Efter sex månader får parten begära att ärendet avgörs. Myndigheten ska avgöra det eller avslå begäran inom fyra veckor.", Source = Read },
        new(Arrival, Procedure, From: new(2018, 7, 1), Place: "22 §") { Says = "En handling har kommit in den dag den når myndigheten eller en behörig befattningshavare.", Source = Read },
        new(Consultation, Procedure, From: new(2018, 7, 1), Place: "26 §") { Says = "En remiss ska ange vad myndigheten vill ha svar på och inom vilken tid.", Source = Read },
        new(Reasons, Procedure, From: new(2018, 7, 1), Place: "32 §") { Says = "Ett beslut ska innehålla en klargörande motivering.", Source = Read },
        new(PublicRecordPrompt, Press, Place: "2 kap. 15–16 §§") { Says = "En allmän handling ska lämnas ut genast eller så snart det är möjligt, och en kopia skyndsamt.", Source = Read },
    ];
}
