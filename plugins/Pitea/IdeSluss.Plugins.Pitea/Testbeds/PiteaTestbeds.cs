using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Plugins.Pitea.Testbeds;

/// <summary>Invented environments for care of the elderly, so that a demo has an inventory to look in.</summary>
internal static class PiteaTestbeds
{
    public static IReadOnlyList<TestbedExample> All { get; } =
    [
        new(new()
            {
                Name = "Visningslägenheten", ShortDescription = "En vanlig tvåa där välfärdsteknik går att prova i lugn och ro: larm, lås, belysning och digital tillsyn. Ingen bor här.",
                ShortDescriptionEnglish = "An ordinary two-room flat for trying welfare technology: alarms, locks, lighting and digital supervision. Nobody lives here.",
                Authority = "SN", Unit = "SOC-AO", Kind = TestbedKind.Simulated, Access = TestbedAccess.Open, Status = TestbedStatus.Active, Address = "Exempelgatan 4, Piteå", TravelInformation = "Buss till hållplats Exempelgatan, sedan 150 meter plan väg. Portkod får du vid bokning.",
                Capabilities = ["SAFETY_ALARM", "SUPERVISION", "COGNITIVE_SUPPORT"], TargetGroups = ["OLDER", "RELATIVES", "STAFF"], Needs = ["COGNITION", "MOVEMENT"],
                Persons = 6, Rooms = 3, ParallelTests = 2, LeadTimeDays = 10, MaturityFrom = 3, MaturityTo = 7, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Rörelsesensorer i alla rum", "Digitalt lås", "Surfplattor"], Connectivity = ["WIFI", "LORAWAN", "MOBILE"], Languages = ["SV", "FI", "PICTURES"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = false, ["QUIET_ROOM"] = true }, StaffCompetence = "Välfärdstekniker på vardagar. Arbetsterapeut efter överenskommelse.",
                ContactRole = "Samordnare för välfärdsteknik", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["SOL", "GDPR"], Agreements = ["TEST", "PROCESSOR"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Hela lägenheten", ResourceKind.Place), new("Sensorpaket", ResourceKind.Equipment, 4), new("Tekniker", ResourceKind.AddOn, Approval: ApprovalPolicy.Never)], Picture: new("testbeds/visningslagenheten.svg", "Tecknad bild: ett vardagsrum med soffa, lampa och en sensor i taket.")),
        new(new()
            {
                Name = "Testavdelningen på Björken", ShortDescription = "En avdelning på ett särskilt boende som provar nya arbetssätt och ny teknik tillsammans med dem som bor där.",
                Authority = "SN", Unit = "SOC-AO-SB1", Kind = TestbedKind.Live, Access = TestbedAccess.Partner, Status = TestbedStatus.Active, Address = "Björkvägen 1, Piteå", TravelInformation = "Gå in genom huvudentrén och anmäl dig på plan 1.",
                Capabilities = ["SAFETY_ALARM", "SUPERVISION", "MEALS", "MEDICINES"], TargetGroups = ["OLDER", "STAFF"], Needs = ["COGNITION", "MOVEMENT", "HEARING"],
                Persons = 12, Rooms = 12, ParallelTests = 1, AgeFrom = 65, LeadTimeDays = 20, MaturityFrom = 6, MaturityTo = 8, Cost = TestbedCost.CostPrice, PublishOpenData = true,
                Equipment = ["Trygghetslarm i varje rum", "Läkemedelsrobotar", "Medicinskåp med digitalt lås"], Connectivity = ["WIFI", "BACKUP_POWER"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = true, ["QUIET_ROOM"] = true, ["CONTRAST_MARKING"] = true }, StaffCompetence = "Undersköterskor dygnet runt, sjuksköterska på vardagar. Två av dem är utbildade testledare.",
                ContactRole = "Enhetschef", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["SOL", "HSL", "GDPR", "AFS"], Agreements = ["TEST", "PROCESSOR", "CONFIDENTIALITY"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Avdelningen", ResourceKind.Place), new("Samtalsrum", ResourceKind.Room, BookedBy: BookingUnit.Hours)], Picture: new("testbeds/testavdelningen-pa-bjorken.svg", "Tecknad bild: en korridor med fyra dörrar. En lampa vid varje dörr visar att larmet är på. En medarbetare och en boende går bredvid varandra.")),
        new(new()
            {
                Name = "Hemtjänstens provbilar", ShortDescription = "Två bilar med ruttplanering och digital nyckelhantering, för prov av transporter och scheman i tätort.",
                Authority = "SN", Unit = "SOC-AO-HT1", Kind = TestbedKind.Live, Access = TestbedAccess.Internal, Status = TestbedStatus.Active, Address = "Centrumgatan 12, Piteå", TravelInformation = "Bilarna hämtas i garaget under hemtjänstens kontor.",
                Capabilities = ["TRANSPORT", "SCHEDULING", "DIGITAL_SERVICE"], TargetGroups = ["STAFF", "OLDER"],
                Persons = 4, Rooms = 1, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 5, MaturityTo = 8, Cost = TestbedCost.Free,
                Equipment = ["Två elbilar", "Telefoner för nyckelfri låsning"], Connectivity = ["MOBILE"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = false, ["PARKING"] = true }, StaffCompetence = "Planerare som kan ruttplaneringen.",
                ContactRole = "Planerare i hemtjänsten", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["SOL", "AFS", "GDPR"], Agreements = ["TEST"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Elbil", ResourceKind.Vehicle, 2, BookedBy: BookingUnit.Hours)], Picture: new("testbeds/hemtjanstens-provbilar.svg", "Tecknad bild: en vit elbil som laddas framför två hus.")),
        new(new()
            {
                Name = "Måltidslabbet", ShortDescription = "Ett kök med provbord där konsistens, smak och serveringshjälpmedel prövas av dem som ska äta.",
                ShortDescriptionEnglish = "A kitchen with a tasting table: texture, taste and serving aids are tried by those who will eat.",
                Authority = "SN", Unit = "SOC-AO-SB2", Kind = TestbedKind.Lab, Access = TestbedAccess.Open, Status = TestbedStatus.Active, Address = "Tallvägen 3, Piteå", TravelInformation = "Ingång från lastgården. Ring på klockan.",
                Capabilities = ["MEALS", "REHABILITATION"], TargetGroups = ["OLDER", "STAFF"], Needs = ["MOVEMENT"],
                Persons = 10, Rooms = 2, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 2, MaturityTo = 6, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Ugn och snabbkyl", "Specialbestick", "Våg"], Connectivity = ["WIFI", "MOBILE"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["QUIET_ROOM"] = false }, StaffCompetence = "Kostchef och dietist en dag i veckan.",
                ContactRole = "Kostchef", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["SOL"], Agreements = ["TEST"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Köket", ResourceKind.Room, BookedBy: BookingUnit.Hours), new("Provbordet", ResourceKind.Room, BookedBy: BookingUnit.Hours), new("Dietist", ResourceKind.AddOn, BookedBy: BookingUnit.Hours, Approval: ApprovalPolicy.Never)], Picture: new("testbeds/maltidslabbet.svg", "Tecknad bild: ett kök med en kastrull på spisen, en tallrik mat och en våg.")),
        new(new()
            {
                Name = "Landsbygdsslingan", ShortDescription = "Fem frivilliga hushåll långt från centrum som provar digital tillsyn, vård på distans och nya leveranser.",
                Authority = "SN", Unit = "SOC-AO-HT2", Kind = TestbedKind.Live, Access = TestbedAccess.Partner, Status = TestbedStatus.Active, Address = "Byarna väster om Piteå", TravelInformation = "Samling vid bygdegården. Hemtjänsten följer med ut.",
                Capabilities = ["SUPERVISION", "COMMUNICATION", "TRANSPORT"], TargetGroups = ["OLDER", "RELATIVES"], Needs = ["COGNITION", "MOVEMENT"],
                Persons = 8, Rooms = 5, ParallelTests = 1, AgeFrom = 70, LeadTimeDays = 30, MaturityFrom = 6, MaturityTo = 9, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Surfplattor med mobilnät", "Kamera för tillsyn efter samtycke"], Connectivity = ["MOBILE", "BACKUP_POWER"], Languages = ["SV"],
                Accessibility = { ["PARKING"] = true }, StaffCompetence = "Hemtjänstpersonal med vana av distansteknik.",
                ContactRole = "Enhetschef", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["SOL", "GDPR", "CAMERA"], Agreements = ["TEST", "PROCESSOR", "CONFIDENTIALITY"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Alla hushåll", ResourceKind.Place)], ConfirmedDaysAgo: 400, Picture: new("testbeds/landsbygdsslingan.svg", "Tecknad bild: tre hus i ett kuperat landskap, med en mast mellan dem.")),
        new(new()
            {
                Name = "Rehabsalen", ShortDescription = "Sal med mätutrustning där gång, balans och styrka tränas och följs.",
                Authority = "SN", Unit = "SOC-AO-HSL", Kind = TestbedKind.Simulated, Access = TestbedAccess.Partner, Status = TestbedStatus.Active, Address = "Hälsovägen 8, Piteå", TravelInformation = "Hiss från parkeringen till plan 2.",
                Capabilities = ["REHABILITATION", "DIGITAL_SERVICE"], TargetGroups = ["OLDER", "DISABILITY"], Needs = ["MOVEMENT"],
                Persons = 8, Rooms = 2, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 4, MaturityTo = 8, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Gångmatta med sensorer", "Taklyft", "Träningscyklar"], Connectivity = ["WIFI", "MOBILE"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = true }, StaffCompetence = "Fysioterapeut och arbetsterapeut på vardagar.",
                ContactRole = "Fysioterapeut med testansvar", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["HSL", "MDR", "GDPR"], Agreements = ["TEST", "PROCESSOR", "CONFIDENTIALITY"], Secrecy = SecrecyContext.HealthCare, OwnLiability = true,
            },
            [new("Salen", ResourceKind.Room, BookedBy: BookingUnit.Hours), new("Gångmatta", ResourceKind.Equipment, BookedBy: BookingUnit.Hours)]),
        new(new()
            {
                Name = "Minnesrummet", ShortDescription = "Ett lugnt rum med ljus, ljud och bilder för personer med demenssjukdom och deras anhöriga.",
                Authority = "SN", Unit = "SOC-AO-SB1", Kind = TestbedKind.Live, Access = TestbedAccess.Internal, Status = TestbedStatus.Active, Address = "Björkvägen 1, Piteå", TravelInformation = "Plan 2, till vänster från hissen.",
                Capabilities = ["COGNITIVE_SUPPORT", "CULTURE"], TargetGroups = ["OLDER", "RELATIVES"], Needs = ["COGNITION", "SIGHT"],
                Persons = 4, Rooms = 1, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 4, MaturityTo = 7, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Projektor", "Ljudanläggning", "Taktila föremål"], Connectivity = ["WIFI"], Languages = ["SV", "FI", "SMI", "PICTURES"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["QUIET_ROOM"] = true, ["CONTRAST_MARKING"] = true }, StaffCompetence = "Silviasystrar och kulturombud.",
                ContactRole = "Kulturombud", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["SOL"], Agreements = ["TEST"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Rummet", ResourceKind.Room, BookedBy: BookingUnit.Hours)]),
        new(new()
            {
                Name = "Smarta hus-väggen", ShortDescription = "En vägg med lås, brytare, sensorer och styrning från olika tillverkare, för den som vill se vad som fungerar ihop.",
                Authority = "FSN", Unit = "FSF", Kind = TestbedKind.Lab, Access = TestbedAccess.Open, Status = TestbedStatus.Active, Address = "Servicevägen 20, Piteå", TravelInformation = "Besöksparkering vid porten.",
                Capabilities = ["BUILT_ENVIRONMENT", "ENERGY", "SAFETY_ALARM"], TargetGroups = ["STAFF", "RESIDENTS"],
                Persons = 6, Rooms = 1, ParallelTests = 3, LeadTimeDays = 10, MaturityFrom = 1, MaturityTo = 5, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Sensorer för temperatur och luft", "Styrenheter", "Mätare för el och vatten"], Connectivity = ["WIFI", "LORAWAN", "MOBILE", "BACKUP_POWER"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = false, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = false }, StaffCompetence = "Drifttekniker.",
                ContactRole = "Driftingenjör", EthicsRole = "Förvaltningens kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["AFS", "LOU"], Agreements = ["TEST", "RIGHTS"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Väggen", ResourceKind.Room), new("Mätare", ResourceKind.Equipment, 10)], Picture: new("testbeds/smarta-hus-vaggen.svg", "Tecknad bild: två personer framför en vägg med lås, lampa, klocka, kamera och andra smarta saker.")),
        new(new()
            {
                Name = "Digitalstugan", ShortDescription = "Bibliotekets rum för att prova e-tjänster med äldre som sällan använder dator.",
                ShortDescriptionEnglish = "The library's room for trying digital services with older people who seldom use a computer.",
                Authority = "KFN", Unit = "KFF", Kind = TestbedKind.Simulated, Access = TestbedAccess.Open, Status = TestbedStatus.Active, Address = "Biblioteksgatan 2, Piteå", TravelInformation = "Mitt på torget. Rummet ligger bakom utlåningen.",
                Capabilities = ["DIGITAL_SERVICE", "COMMUNICATION", "CULTURE"], TargetGroups = ["OLDER", "RESIDENTS"], Needs = ["SIGHT", "HEARING", "COGNITION"],
                Persons = 12, Rooms = 2, ParallelTests = 2, LeadTimeDays = 5, MaturityFrom = 3, MaturityTo = 8, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Tio bärbara datorer", "Skärmläsare", "Förstorande skärm"], Connectivity = ["WIFI"], Languages = ["SV", "FI", "EN", "SIGN"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = true, ["QUIET_ROOM"] = true, ["CONTRAST_MARKING"] = true }, StaffCompetence = "Bibliotekarier som handleder. Teckenspråk efter bokning.",
                ContactRole = "Bibliotekarie", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["GDPR"], Agreements = ["TEST"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Rummet", ResourceKind.Room, BookedBy: BookingUnit.Hours), new("Dator", ResourceKind.Equipment, 10, BookedBy: BookingUnit.Hours)]),
        new(new()
            {
                Name = "Förskolans uterum", ShortDescription = "En gård där material, ljud och lek provas ihop med barn och äldre som besöker dem.",
                Authority = "BUN", Unit = "BUF-FSK", Kind = TestbedKind.Live, Access = TestbedAccess.Internal, Status = TestbedStatus.Planned, Address = "Lekvägen 5, Piteå", TravelInformation = "Grinden är alltid stängd. Ring på.",
                Capabilities = ["BUILT_ENVIRONMENT", "CULTURE"], TargetGroups = ["CHILDREN", "OLDER", "STAFF"], Needs = ["MOVEMENT", "HEARING"],
                Persons = 25, Rooms = 1, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 4, MaturityTo = 8, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Odlingslådor", "Flyttbara bullerskydd"], Connectivity = [], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true }, StaffCompetence = "Förskollärare.",
                ContactRole = "Rektor", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["AFS"], Agreements = ["TEST"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Gården", ResourceKind.Place)]),
        new(new()
            {
                Name = "Nattpatrullens verktygslåda", ShortDescription = "Väskor med den teknik som nattpatrullen använder, att låna ut för korta prov.",
                Authority = "SN", Unit = "SOC-AO-HT1", Kind = TestbedKind.Live, Access = TestbedAccess.Internal, Status = TestbedStatus.Paused, Address = "Centrumgatan 12, Piteå", TravelInformation = "Hämtas hos planeraren.",
                Capabilities = ["SUPERVISION", "SAFETY_ALARM"], TargetGroups = ["STAFF"],
                Persons = 2, Rooms = 1, ParallelTests = 1, LeadTimeDays = 10, MaturityFrom = 5, MaturityTo = 9, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Fallsensorer", "Digital nattillsyn", "Batteripaket"], Connectivity = ["MOBILE"], Languages = ["SV"],
                Accessibility = {  }, StaffCompetence = "Nattpatrullen visar hur allt används.",
                ContactRole = "Samordnare för nattpatrullen", EthicsRole = "Kvalitetsansvarig", DataProtectionRole = "Dataskyddsombudet", Rules = ["SOL", "GDPR", "CAMERA"], Agreements = ["TEST", "CONFIDENTIALITY"], Secrecy = SecrecyContext.SocialServices, OwnLiability = true,
            },
            [new("Väska", ResourceKind.Equipment, 3)], ConfirmedDaysAgo: 500),
        new(new()
            {
                Name = "Medarbetarlabbet", ShortDescription = "Kontor där scheman, dokumentation och arbetssätt provas med medarbetare innan de breddas.",
                Authority = "KS", Unit = "KLF-PK", Kind = TestbedKind.Simulated, Access = TestbedAccess.Partner, Status = TestbedStatus.Active, Address = "Exempelvägen 11, Piteå", TravelInformation = "Anmäl dig i receptionen.",
                Capabilities = ["SCHEDULING", "DIGITAL_SERVICE"], TargetGroups = ["STAFF"],
                Persons = 16, Rooms = 3, ParallelTests = 3, LeadTimeDays = 5, MaturityFrom = 2, MaturityTo = 7, Cost = TestbedCost.Free, PublishOpenData = true,
                Equipment = ["Storbildsskärmar", "Kamera för inspelning av användartest"], Connectivity = ["WIFI"], Languages = ["SV"],
                Accessibility = { ["STEP_FREE"] = true, ["LIFT"] = true, ["WIDE_DOORS"] = true, ["ACCESSIBLE_TOILET"] = true, ["PARKING"] = true, ["HEARING_LOOP"] = true, ["QUIET_ROOM"] = true }, StaffCompetence = "Projektledare och processledare.",
                ContactRole = "Projektledare", EthicsRole = "Projektkontoret", DataProtectionRole = "Dataskyddsombudet", Rules = ["GDPR", "AFS"], Agreements = ["TEST", "PROCESSOR"], Secrecy = SecrecyContext.None, OwnLiability = true,
            },
            [new("Stora rummet", ResourceKind.Room, BookedBy: BookingUnit.Hours), new("Lilla rummet", ResourceKind.Room, 2, BookedBy: BookingUnit.Hours), new("Processledare", ResourceKind.AddOn, 2, BookedBy: BookingUnit.Hours, Approval: ApprovalPolicy.Never)]),
    ];
}
