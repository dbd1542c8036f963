using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Plugins.Skelleftea.Testbeds;

/// <summary>Invented environments for support to people with disabilities, so that a demo has an inventory to look in.</summary>
internal static class SkellefteaTestbeds
{
    public static IReadOnlyList<TestbedExample> All { get; } =
    [
        new(new()
            {
                Name = "Verkstan", ShortDescription = "En daglig verksamhet där nya hjälpmedel och arbetsuppgifter provas av dem som arbetar där.",
                ShortDescriptionEnglish = "A daily activity centre where aids and work tasks are tried by those who work there.",
                Authority = "SN", Unit = "SK-SOS-DV1", Kind = TestbedKind.Live, Access = TestbedAccess.Partner, Status = TestbedStatus.Active, Address = "Exempelvägen 7, Skellefteå", TravelInformation = "Buss till hållplats Verkstan. Entrén har grön markering.",
                Capabilities = ["COGNITIVE_SUPPORT", "COMMUNICATION", "SCHEDULING"], TargetGroups = ["DISABILITY", "STAFF"], Needs = ["COGNITION", "EXPRESSION"],
                Persons = 14, Rooms = 4, ParallelTests = 1, LeadTimeDays = 15, MaturityFrom = 5, MaturityTo = 8, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Surfplattor med bildstöd", "Arbetsbord som går att höja", "Tidshjälpmedel"], Connectivity = ["WIFI"], Languages = ["SV", "SIGN", "PICTURES"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["QUIET_ROOM"] = true, ["CONTRAST_MARKING"] = true, ["HEARING_LOOP"] = true }, StaffCompetence = "Stödpedagoger och arbetskonsulent. Alla kan tecken som stöd.",
                ContactRole = "Enhetschef", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["LSS", "GDPR", "AFS"], Agreements = ["TEST", "PROCESSOR", "CONFIDENTIALITY"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Verkstan", ResourceKind.Place), new("Samtalsrum", ResourceKind.Room, BookedBy: BookingUnit.Hours)], Picture: new("testbeds/verkstan.svg", "Tecknad bild: två personer vid en arbetsbänk med verktyg på väggen.")),
        new(new()
            {
                Name = "Boendelabbet på Älvkanten", ShortDescription = "En lägenhet i en gruppbostad som står tom och där teknik och möblering provas före inflyttning.",
                Authority = "SN", Unit = "SK-SOS-GB1", Kind = TestbedKind.Simulated, Access = TestbedAccess.Partner, Status = TestbedStatus.Active, Address = "Älvkanten 2, Skellefteå", TravelInformation = "Ring på porten. Personalen möter.",
                Capabilities = ["SAFETY_ALARM", "BUILT_ENVIRONMENT", "COGNITIVE_SUPPORT"], TargetGroups = ["DISABILITY", "RELATIVES"], Needs = ["COGNITION", "MOVEMENT"],
                Persons = 4, Rooms = 3, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 3, MaturityTo = 7, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Fallsensorer", "Ljusstyrning", "Digitalt lås"], Connectivity = ["WIFI", "LORAWAN"], Languages = ["SV", "SIGN", "PICTURES"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["QUIET_ROOM"] = true }, StaffCompetence = "Stödassistenter dygnet runt.",
                ContactRole = "Enhetschef", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["LSS", "GDPR"], Agreements = ["TEST", "CONFIDENTIALITY"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Lägenheten", ResourceKind.Place)], Picture: new("testbeds/boendelabbet-pa-alvkanten.svg", "Tecknad bild: ett sovrum med säng, nattlampa, skärm och en sensor i taket.")),
        new(new()
            {
                Name = "Kommunikationsrummet", ShortDescription = "Ett rum för att prova samtalsstöd, ögonstyrning och teckentolkning på distans.",
                ShortDescriptionEnglish = "A room for trying communication aids, eye control and remote sign-language interpreting.",
                Authority = "SN", Unit = "SK-SOS", Kind = TestbedKind.Lab, Access = TestbedAccess.Open, Status = TestbedStatus.Active, Address = "Samtalsgatan 3, Skellefteå", TravelInformation = "Plan väg från torget. Hörselslingan är alltid på.",
                Capabilities = ["COMMUNICATION", "DIGITAL_SERVICE"], TargetGroups = ["DISABILITY", "RELATIVES", "STAFF"], Needs = ["EXPRESSION", "HEARING", "SIGHT"],
                Persons = 6, Rooms = 1, ParallelTests = 1, LeadTimeDays = 5, MaturityFrom = 2, MaturityTo = 7, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Ögonstyrd dator", "Samtalsapparater", "Kamera för distanstolk"], Connectivity = ["WIFI"], Languages = ["SV", "SIGN", "PICTURES", "EN"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = true, ["QUIET_ROOM"] = true, ["CONTRAST_MARKING"] = true }, StaffCompetence = "Logoped en dag i veckan, teckenspråkskunnig personal.",
                ContactRole = "Logoped", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["LSS", "GDPR", "MDR"], Agreements = ["TEST", "PROCESSOR"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Rummet", ResourceKind.Room, BookedBy: BookingUnit.Hours), new("Ögonstyrd dator", ResourceKind.Equipment), new("Samtalsapparat", ResourceKind.Equipment, 5)], Picture: new("testbeds/kommunikationsrummet.svg", "Tecknad bild: en skärm där någon talar med händerna, och en bildtavla på bordet framför.")),
        new(new()
            {
                Name = "Resan till jobbet", ShortDescription = "En vanlig bussträcka med handledare, där appar och skyltar provas av resenärer som behöver stöd.",
                Authority = "SN", Unit = "SK-SOS-DV1", Kind = TestbedKind.Live, Access = TestbedAccess.Open, Status = TestbedStatus.Active, Address = "Busstationen, Skellefteå", TravelInformation = "Samling vid väntsalen.",
                Capabilities = ["TRANSPORT", "COGNITIVE_SUPPORT"], TargetGroups = ["DISABILITY", "RESIDENTS"], Needs = ["COGNITION", "SIGHT"],
                Persons = 5, Rooms = 1, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 6, MaturityTo = 9, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Telefoner med reseapp", "Reflexvästar för handledare"], Connectivity = ["MOBILE"], Languages = ["SV", "PICTURES", "EN"],
                Accessibility = { ["STEP_FREE"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["QUIET_ROOM"] = false }, StaffCompetence = "Handledare som gått resan många gånger.",
                ContactRole = "Arbetskonsulent", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["LSS", "GDPR"], Agreements = ["TEST"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Resan", ResourceKind.Place, BookedBy: BookingUnit.Hours)], Picture: new("testbeds/resan-till-jobbet.svg", "Tecknad bild: en buss vid en hållplats där någon väntar.")),
        new(new()
            {
                Name = "Assistansens övningslägenhet", ShortDescription = "Lägenhet med taklyft och omgivningskontroll där assistenter övar och ny utrustning provas.",
                Authority = "SN", Unit = "SK-SOS-PA", Kind = TestbedKind.Simulated, Access = TestbedAccess.Partner, Status = TestbedStatus.Active, Address = "Övningsgatan 10, Skellefteå", TravelInformation = "Garage med plats för lyftbuss.",
                Capabilities = ["BUILT_ENVIRONMENT", "REHABILITATION", "SAFETY_ALARM"], TargetGroups = ["DISABILITY", "STAFF"], Needs = ["MOVEMENT", "EXPRESSION"],
                Persons = 5, Rooms = 4, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 3, MaturityTo = 8, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Taklyft i två rum", "Omgivningskontroll", "Höj- och sänkbart kök"], Connectivity = ["WIFI", "BACKUP_POWER"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["QUIET_ROOM"] = true }, StaffCompetence = "Arbetsterapeut och erfarna assistenter.",
                ContactRole = "Samordnare för personlig assistans", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["LSS", "AFS", "MDR"], Agreements = ["TEST", "CONFIDENTIALITY"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Lägenheten", ResourceKind.Place), new("Omgivningskontroll", ResourceKind.Equipment, 2)]),
        new(new()
            {
                Name = "Backens matlag", ShortDescription = "Gruppbostad som provar matstöd: recept i bild, beställning och spisvakt.",
                Authority = "SN", Unit = "SK-SOS-GB2", Kind = TestbedKind.Live, Access = TestbedAccess.Internal, Status = TestbedStatus.Active, Address = "Backvägen 4, Skellefteå", TravelInformation = "Parkera på gatan. Ring på.",
                Capabilities = ["MEALS", "COGNITIVE_SUPPORT"], TargetGroups = ["DISABILITY"], Needs = ["COGNITION"],
                Persons = 6, Rooms = 1, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 5, MaturityTo = 8, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Spisvakt", "Surfplatta med recept i bild"], Connectivity = ["WIFI"], Languages = ["SV", "PICTURES"],
                Accessibility = { ["STEP_FREE"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = false }, StaffCompetence = "Stödassistenter.",
                ContactRole = "Enhetschef", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["LSS", "GDPR"], Agreements = ["TEST"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Köket", ResourceKind.Room, BookedBy: BookingUnit.Hours)], ConfirmedDaysAgo: 420),
        new(new()
            {
                Name = "Hemtjänstens distansteam", ShortDescription = "Ett team som provar besök på skärm och digital tillsyn med frivilliga deltagare.",
                Authority = "SN", Unit = "SK-AO-HT1", Kind = TestbedKind.Live, Access = TestbedAccess.Partner, Status = TestbedStatus.Active, Address = "Centrumhuset, Skellefteå", TravelInformation = "Plan 3. Hiss från entrén.",
                Capabilities = ["SUPERVISION", "COMMUNICATION"], TargetGroups = ["OLDER", "STAFF"], Needs = ["COGNITION", "HEARING"],
                Persons = 10, Rooms = 2, ParallelTests = 1, AgeFrom = 65, LeadTimeDays = 20, MaturityFrom = 6, MaturityTo = 9, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Skärmar för besök", "Kamera för tillsyn efter samtycke"], Connectivity = ["WIFI", "MOBILE"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = true }, StaffCompetence = "Undersköterskor med särskild utbildning.",
                ContactRole = "Enhetschef", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["SOL", "GDPR", "CAMERA"], Agreements = ["TEST", "PROCESSOR", "CONFIDENTIALITY"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Teamet", ResourceKind.Place)]),
        new(new()
            {
                Name = "Lundens sinnesrum", ShortDescription = "Rum med ljus, vibration och ljud för den som har svårt att slappna av.",
                Authority = "SN", Unit = "SK-AO-SB1", Kind = TestbedKind.Live, Access = TestbedAccess.Internal, Status = TestbedStatus.Active, Address = "Lundvägen 6, Skellefteå", TravelInformation = "Plan 1, efter matsalen.",
                Capabilities = ["COGNITIVE_SUPPORT", "REHABILITATION"], TargetGroups = ["OLDER", "DISABILITY"], Needs = ["COGNITION", "SIGHT"],
                Persons = 3, Rooms = 1, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 4, MaturityTo = 7, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Vibrerande fåtölj", "Ljusstyrning"], Connectivity = ["WIFI"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["QUIET_ROOM"] = true, ["CONTRAST_MARKING"] = true }, StaffCompetence = "Arbetsterapeut.",
                ContactRole = "Arbetsterapeut", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["SOL"], Agreements = ["TEST"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Rummet", ResourceKind.Room, BookedBy: BookingUnit.Hours)]),
        new(new()
            {
                Name = "Kvalitetsverkstan", ShortDescription = "Rum och processledare för korta sprintar: från behov till prototyp på fem dagar.",
                ShortDescriptionEnglish = "Rooms and facilitators for short sprints: from need to prototype in five days.",
                Authority = "KS", Unit = "KLK-KF", Kind = TestbedKind.Lab, Access = TestbedAccess.Open, Status = TestbedStatus.Active, Address = "Exempelvägen 6, Skellefteå", TravelInformation = "Receptionen visar vägen.",
                Capabilities = ["DIGITAL_SERVICE", "SCHEDULING"], TargetGroups = ["STAFF", "RESIDENTS"],
                Persons = 20, Rooms = 4, ParallelTests = 4, LeadTimeDays = 5, MaturityFrom = 1, MaturityTo = 5, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Skärmar", "Material för prototyper", "3D-skrivare"], Connectivity = ["WIFI"], Languages = ["SV", "EN"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = true, ["QUIET_ROOM"] = true }, StaffCompetence = "Processledare och tjänstedesigner.",
                ContactRole = "Processledare", EthicsRole = "Kvalitet och förnyelse", DataProtectionRole = "Dataskyddsombudet", Rules = ["GDPR", "LOU"], Agreements = ["TEST", "RIGHTS"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Verkstan", ResourceKind.Room, BookedBy: BookingUnit.Hours), new("3D-skrivare", ResourceKind.Equipment, 2, BookedBy: BookingUnit.Hours), new("Processledare", ResourceKind.AddOn, 2, BookedBy: BookingUnit.Hours, Approval: ApprovalPolicy.Never)]),
        new(new()
            {
                Name = "Skolans lugna klassrum", ShortDescription = "Klassrum med ljudmätning, skärmar och tydlig struktur för elever som behöver lugn.",
                Authority = "FGN", Unit = "UA-GRS", Kind = TestbedKind.Live, Access = TestbedAccess.Internal, Status = TestbedStatus.Planned, Address = "Skolgatan 9, Skellefteå", TravelInformation = "Anmäl dig på expeditionen.",
                Capabilities = ["COGNITIVE_SUPPORT", "BUILT_ENVIRONMENT"], TargetGroups = ["CHILDREN", "STAFF", "DISABILITY"], Needs = ["COGNITION", "HEARING"],
                Persons = 24, Rooms = 2, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 4, MaturityTo = 8, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Ljudmätare", "Skärmväggar", "Bildscheman"], Connectivity = ["WIFI"], Languages = ["SV", "PICTURES"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["QUIET_ROOM"] = true, ["HEARING_LOOP"] = true }, StaffCompetence = "Specialpedagog.",
                ContactRole = "Rektor", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["GDPR", "AFS"], Agreements = ["TEST"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Klassrummet", ResourceKind.Room)]),
        new(new()
            {
                Name = "Trähusets mätvåning", ShortDescription = "Ett våningsplan i ett trähus där luft, ljud och energi mäts och styrs.",
                Authority = "NSL", Unit = "SL", Kind = TestbedKind.Live, Access = TestbedAccess.Open, Status = TestbedStatus.Active, Address = "Exempeltorget 1, Skellefteå", TravelInformation = "Entré från torget, hiss till plan 6.",
                Capabilities = ["ENERGY", "BUILT_ENVIRONMENT"], TargetGroups = ["STAFF", "RESIDENTS"],
                Persons = 30, Rooms = 8, ParallelTests = 3, LeadTimeDays = 10, MaturityFrom = 4, MaturityTo = 9, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Sensorer för luft och ljud", "Styrning av värme", "Elmätare per rum"], Connectivity = ["WIFI", "LORAWAN", "BACKUP_POWER"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = true }, StaffCompetence = "Driftingenjör.",
                ContactRole = "Driftingenjör", EthicsRole = "Support och lokaler", DataProtectionRole = "Dataskyddsombudet", Rules = ["AFS", "LOU"], Agreements = ["TEST", "RIGHTS"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Mötesrum", ResourceKind.Room, 3, BookedBy: BookingUnit.Hours), new("Sensorpaket", ResourceKind.Equipment, 6)], Picture: new("testbeds/trahusets-matvaning.svg", "Tecknad bild: insidan av ett trähus med två fönster, en mätare i taket och en skärm med en kurva.")),
        new(new()
            {
                Name = "Simhallens stödlina", ShortDescription = "Simhall med lyft och ledsagning där hjälpmedel i vatten provas.",
                Authority = "KS", Unit = "KFK", Kind = TestbedKind.Live, Access = TestbedAccess.Partner, Status = TestbedStatus.Paused, Address = "Badvägen 2, Skellefteå", TravelInformation = "Handikapparkering vid entrén. Omklädningsrum med lyft.",
                Capabilities = ["REHABILITATION", "CULTURE"], TargetGroups = ["DISABILITY", "OLDER", "CHILDREN"], Needs = ["MOVEMENT", "SIGHT"],
                Persons = 8, Rooms = 2, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 5, MaturityTo = 8, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Bassänglyft", "Flytvästar"], Connectivity = ["WIFI"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["QUIET_ROOM"] = false, ["CONTRAST_MARKING"] = true }, StaffCompetence = "Badvärdar och fysioterapeut.",
                ContactRole = "Badmästare", EthicsRole = "Fritidskontoret", DataProtectionRole = "Dataskyddsombudet", Rules = ["AFS"], Agreements = ["TEST"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Lilla bassängen", ResourceKind.Room, BookedBy: BookingUnit.Hours)], ConfirmedDaysAgo: 450, Picture: new("testbeds/simhallens-stodlina.svg", "Tecknad bild: en simbassäng med lina och en lyft. Någon simmar.")),
    ];
}
