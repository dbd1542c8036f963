namespace IdeSluss.Testbeds.Domain;

/// <param name="Law">Code of a legal reference.</param>
internal sealed record TermSeed(TermKind Kind, string Code, string Name, string? Law = null);

/// <summary>The terms that an instance starts with (<c>domain.md</c> 2.2). What an administrator has changed or retired stays so.</summary>
internal static class OwnTerms
{
    public static IReadOnlyList<TermSeed> All { get; } =
    [
        new(TermKind.Capability, "SAFETY_ALARM", "Trygghet och larm"),
        new(TermKind.Capability, "SUPERVISION", "Tillsyn"),
        new(TermKind.Capability, "COMMUNICATION", "Kommunikation"),
        new(TermKind.Capability, "COGNITIVE_SUPPORT", "Kognitivt stöd"),
        new(TermKind.Capability, "REHABILITATION", "Rehabilitering"),
        new(TermKind.Capability, "MEALS", "Måltider"),
        new(TermKind.Capability, "MEDICINES", "Läkemedel"),
        new(TermKind.Capability, "TRANSPORT", "Resor och transporter"),
        new(TermKind.Capability, "SCHEDULING", "Schema och bemanning"),
        new(TermKind.Capability, "DIGITAL_SERVICE", "Digitala tjänster"),
        new(TermKind.Capability, "BUILT_ENVIRONMENT", "Byggd miljö"),
        new(TermKind.Capability, "CULTURE", "Kultur"),
        new(TermKind.Capability, "ENERGY", "Energi"),

        new(TermKind.TargetGroup, "OLDER", "Äldre"),
        new(TermKind.TargetGroup, "DISABILITY", "Personer med funktionsnedsättning"),
        new(TermKind.TargetGroup, "CHILDREN", "Barn och unga"),
        new(TermKind.TargetGroup, "RELATIVES", "Anhöriga"),
        new(TermKind.TargetGroup, "STAFF", "Personal"),
        new(TermKind.TargetGroup, "RESIDENTS", "Alla invånare"),

        new(TermKind.Need, "COGNITION", "Kognition"),
        new(TermKind.Need, "MOVEMENT", "Rörelse"),
        new(TermKind.Need, "SIGHT", "Syn"),
        new(TermKind.Need, "HEARING", "Hörsel"),
        new(TermKind.Need, "EXPRESSION", "Att göra sig förstådd"),

        new(TermKind.Accessibility, "STEP_FREE", "Ingång utan trappsteg"),
        new(TermKind.Accessibility, "LIFT", "Hiss"),
        new(TermKind.Accessibility, "WIDE_DOORS", "Dörrar som är minst 80 cm breda"),
        new(TermKind.Accessibility, "ACCESSIBLE_TOILET", "Tillgänglig toalett"),
        new(TermKind.Accessibility, "HEARING_LOOP", "Hörselslinga"),
        new(TermKind.Accessibility, "QUIET_ROOM", "Tyst rum"),
        new(TermKind.Accessibility, "CONTRAST_MARKING", "Kontrastmarkering"),
        new(TermKind.Accessibility, "PARKING", "Parkering nära ingången"),

        new(TermKind.Language, "SV", "Svenska"),
        new(TermKind.Language, "FI", "Finska"),
        new(TermKind.Language, "SMI", "Samiska"),
        new(TermKind.Language, "SIGN", "Svenskt teckenspråk"),
        new(TermKind.Language, "PICTURES", "Bildstöd"),
        new(TermKind.Language, "EN", "Engelska"),

        new(TermKind.Connectivity, "WIFI", "Trådlöst nät"),
        new(TermKind.Connectivity, "LORAWAN", "LoRaWAN för sensorer"),
        new(TermKind.Connectivity, "MOBILE", "Mobilnät"),
        new(TermKind.Connectivity, "BACKUP_POWER", "Reservkraft"),

        new(TermKind.Rule, "SOL", "Socialtjänst", Laws.SocialServices),
        new(TermKind.Rule, "LSS", "Stöd och service", Laws.Support),
        new(TermKind.Rule, "HSL", "Hälso- och sjukvård", Laws.HealthCare),
        new(TermKind.Rule, "MDR", "Medicinteknik", Laws.MedicalDevices),
        new(TermKind.Rule, "GDPR", "Dataskydd", Laws.DataProtection),
        new(TermKind.Rule, "EPL", "Etikprövning", Laws.Ethics),
        new(TermKind.Rule, "LOU", "Upphandling", Laws.Procurement),
        new(TermKind.Rule, "AFS", "Arbetsmiljö", Laws.WorkEnvironment),
        new(TermKind.Rule, "CAMERA", "Kamerabevakning", Laws.Cameras),

        new(TermKind.Agreement, "TEST", "Testavtal"),
        new(TermKind.Agreement, "PROCESSOR", "Avtal om personuppgifter"),
        new(TermKind.Agreement, "CONFIDENTIALITY", "Sekretessförbindelse"),
        new(TermKind.Agreement, "RIGHTS", "Villkor om rättigheter till resultatet"),
    ];
}
