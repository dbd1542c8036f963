using IdeSluss.Sdk.Legal;

namespace IdeSluss.Testbeds;

/// <summary>Law that usually applies in a test bed, as data. What Ideas already has (medical devices, work environment, procurement, cameras) is cited by its code there.</summary>
internal static class Laws
{
    public const string SocialServices = "SOCIALTJANST";
    public const string Support = "STOD_OCH_SERVICE";
    public const string HealthCare = "HALSO_OCH_SJUKVARD";
    public const string DataProtection = "DATASKYDD";
    public const string Ethics = "ETIKPROVNING";
    public const string MedicalDevices = "MDR";
    public const string WorkEnvironment = "ARBETSMILJO";
    public const string Procurement = "UPPHANDLING";
    public const string Cameras = "KAMERA";
    public const string SecrecyInSocialServices = "SEKRETESS_SOCIALTJANST";
    public const string SecrecyInHealthCare = "SEKRETESS_VARD";

    public static IReadOnlyList<LegalReference> All { get; } =
    [
        new(SocialServices, "Socialtjänstlagen (2001:453)", To: new(2025, 6, 30)),
        new(SocialServices, "Socialtjänstlagen (2025:400)", From: new(2025, 7, 1)),
        new(Support, "Lagen (1993:387) om stöd och service till vissa funktionshindrade"),
        new(HealthCare, "Hälso- och sjukvårdslagen (2017:30)"),
        new(DataProtection, "Dataskyddsförordningen (EU) 2016/679", From: new(2018, 5, 25)),
        new(SecrecyInSocialServices, "Offentlighets- och sekretesslagen (2009:400)", Place: "26 kap. 1 §"),
        new(SecrecyInHealthCare, "Offentlighets- och sekretesslagen (2009:400)", Place: "25 kap. 1 §"),
    ];
}
