using IdeSluss.Sdk.Legal;

namespace IdeSluss.Ideas.Workflow;

/// <summary>
/// The law behind the forms, as data. When a law moves, its entry gets a last day and a new entry with the same code follows; no form changes. Plugins may add
/// entries. A day is given where it is known and matters, otherwise the rule was in force before anyone used the system.
/// </summary>
internal static class Laws
{
    public const string Ethics = "ETIKPROVNING";
    public const string Dpia = "DPIA";
    public const string PriorConsultation = "FORHANDSSAMRAD";
    public const string MedicalDevices = "MDR";
    public const string DevicesInCare = "MT_I_VARDEN";
    public const string ClinicalInvestigation = "KLINISK_PROVNING";
    public const string OwnMade = "EGENTILLVERKNING";
    public const string OwnMadeRules = "EGENTILLVERKNING_FORESKRIFT";
    public const string WorkEnvironment = "ARBETSMILJO";
    public const string Codetermination = "MBL";
    public const string Cameras = "KAMERA";
    public const string Ai = "AI";
    public const string ForbiddenAi = "AI_FORBUD";
    public const string HighRiskAi = "AI_HOG_RISK";
    public const string OpenAi = "AI_OPPENHET";
    public const string Conflict = "JAV";
    public const string Procurement = "UPPHANDLING";
    public const string QualityRisk = "KVALITET_RISK";
    public const string QualitySelfCheck = "KVALITET_EGENKONTROLL";
    public const string ServiceUsers = "BRUKARSAMRAD";
    public const string Disability = "FUNKTIONSRATT";
    public const string Children = "BARNKONVENTIONEN";
    public const string Minorities = "MINORITETER";

    private const string Gdpr = "Dataskyddsförordningen (EU) 2016/679";
    private const string Mdr = "Förordning (EU) 2017/745 om medicintekniska produkter";
    private const string AiAct = "Förordning (EU) 2024/1689 om artificiell intelligens";
    private const string Quality = "SOSFS 2011:9 om ledningssystem för systematiskt kvalitetsarbete";

    public static IReadOnlyList<LegalReference> All { get; } =
    [
        new(Ethics, "Lag (2003:460) om etikprövning av forskning som avser människor"),
        new(Dpia, Gdpr, Place: "artikel 35"),
        new(PriorConsultation, Gdpr, Place: "artikel 36"),
        new(MedicalDevices, Mdr, Place: "artikel 2 och 5"),
        new(DevicesInCare, "HSLF-FS 2021:52 om användning av medicintekniska produkter i hälso- och sjukvården"),
        new(ClinicalInvestigation, Mdr, Place: "artikel 62 och följande"),
        new(OwnMade, Mdr, Place: "artikel 5.5"),
        new(OwnMadeRules, "HSLF-FS 2021:32 om egentillverkade medicintekniska produkter"),
        new(WorkEnvironment, "AFS 2023:1 om systematiskt arbetsmiljöarbete", From: new(2025, 1, 1)),
        new(Codetermination, "Lag (1976:580) om medbestämmande i arbetslivet", Place: "11 §"),
        new(Cameras, "Kamerabevakningslagen (2018:1200) och dataskyddsförordningen"),
        new(Ai, AiAct, From: new(2024, 8, 1)),
        new(ForbiddenAi, AiAct, From: new(2025, 2, 2), Place: "artikel 5"),
        new(HighRiskAi, AiAct, From: new(2024, 8, 1), Place: "artikel 6 och 26"),
        new(OpenAi, AiAct, From: new(2024, 8, 1), Place: "artikel 50"),
        new(Conflict, "Förvaltningslagen (2017:900)", Place: "16–18 §§"),
        new(Procurement, "Lag (2016:1145) om offentlig upphandling", Place: "4 kap."),
        new(QualityRisk, Quality, Place: "5 kap. 1 §"),
        new(QualitySelfCheck, Quality, Place: "5 kap. 2 §"),
        new(ServiceUsers, "Kommunallagen (2017:725)", Place: "8 kap. 3 §"),
        new(Disability, "FN:s konvention om rättigheter för personer med funktionsnedsättning", Place: "artikel 4.3 och 9"),
        new(Children, "Lag (2018:1197) om FN:s konvention om barnets rättigheter", From: new(2020, 1, 1), Place: "artikel 3 och 12"),
        new(Minorities, "Lag (2009:724) om nationella minoriteter och minoritetsspråk", Place: "5 och 5 a §§"),
    ];
}
