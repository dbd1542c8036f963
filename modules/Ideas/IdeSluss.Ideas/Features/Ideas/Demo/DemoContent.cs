using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>Invented ideas in every kind of state, so that each page is worth looking at. Every name and number in them is made up, and shows it.</summary>
internal static class DemoContent
{
    public static IReadOnlyList<DemoIdea> All { get; } =
    [
        new("Jag besöker min mamma på äldreboendet varje kväll. Det finns ingen plats att sitta ute när det regnar. Kan ni ordna ett litet glastak vid entrén?", 150)
        {
            PublicTitle = "Tak över bänken vid entrén", Need = "Boende och besökare behöver kunna sitta ute i alla väder.", Area = "byggd-miljo", Place = "Äldreboendets entré",
            Steps =
            [
                Sorted(145, Tracks.Small, "Behovet är tydligt och gäller en enda enhet."),
                SmallDecision(135, "Vi bygger ett tak i vår. Det kostar lite och många har saknat det."),
                HandedOver(90, "Taket är på plats och skötseln ligger i husets rutin."),
                new(25, Gates.Benefit, "CLOSE", Roles.NeedOwner, "Taket används varje dag. Tre av fyra boende säger att de är ute oftare än förra året.") { Evidence = DemoEvidence.Said(FormKeys.SmallFollowUp, "utfall", "Ja. Vi räknade under två veckor: i snitt elva personer om dagen sitter under taket.") },
            ],
        },
        new("Jag är 9 år och vill att barn ska få läsa för de gamla på fredagar.", 130)
        {
            PublicTitle = "Barn läser högt på fredagar", Need = "Äldre behöver sällskap, och barn behöver läsa högt för någon som har tid.", Area = "delaktighet",
            Steps =
            [
                Sorted(126, Tracks.Small, "En fin idé som en enhet kan prova själv."),
                SmallDecision(118, "Ja! Skolan och boendet provar varannan fredag."),
                HandedOver(70, "Läsfredagen står i schemat på båda ställena."),
                new(18, Gates.Benefit, "SPREAD", Roles.NeedOwner, "Läsfredagen fungerar. Två boenden till börjar i höst.") { Evidence = DemoEvidence.Said(FormKeys.SmallFollowUp, "utfall", "Ja. Tjugo barn och femton äldre är med. Alla vill fortsätta.") },
            ],
        },
        new("Ta bort plastmuggarna i kaffeautomaten på alla boenden.", 40)
        {
            PublicTitle = "Porslin i stället för plastmuggar", Need = "De som fikar på boendena vill slippa engångsplast.", Area = "natur-klimat", Kind = SubmitterKind.Employee,
            Steps =
            [
                new(38, Gates.Triage, "QUICK_FIX", Roles.IdeaCoach, "Chefen kan göra det direkt."),
                new(36, Gates.Need, "DONE", Roles.NeedOwner, "Plastmuggarna är borta. Porslinet står i skåpet bredvid automaten.") { Evidence = DemoEvidence.One(FormKeys.DoNow, """{"gjort":"Plastmuggarna är borta och porslin framställt."}""") },
            ],
        },
        new("Vi i nattpatrullen kör samma väg tre gånger för att låsa upp. Med digitala lås skulle vi spara minst en timme per natt.", 60)
        {
            PublicTitle = "Digitala lås för nattpatrullen", Need = "Nattpatrullen behöver komma in utan att hämta nycklar.", Area = "arbetssatt", Kind = SubmitterKind.Employee,
            Steps =
            [
                Sorted(55, Tracks.Full, "Det rör vård och personuppgifter, så vi prövar den ordentligt."),
                new(20, Gates.Need, "ADVANCE", Roles.NeedOwner, "Behovet är belagt med samtal och mätning. Vi tar fram ett koncept.") { Evidence = DemoEvidence.Need },
            ],
        },
        new("Min son på gruppboendet vill veta vem som jobbar i morgon. Kan schemat finnas med bilder på en skärm?", 110)
        {
            PublicTitle = "Schema med bilder på gruppboendet", Need = "De som bor i gruppboendet behöver veta vem som kommer.", Area = "vard-omsorg",
            Steps =
            [
                Sorted(105, Tracks.Full, "Fler enheter berörs och bilder är personuppgifter."),
                new(80, Gates.Need, "ADVANCE", Roles.NeedOwner, "Behovet är tydligt hos både boende och personal.") { Evidence = DemoEvidence.Need },
                new(50, Gates.Test, "ADVANCE", Roles.DelegatedDecisionMaker, "Vi testar på ett boende i tre månader.") { Evidence = DemoEvidence.Test("en skärm i hallen med en bild per person", "Om någon blir orolig av skärmen.") },
            ],
        },
        new("Mer bänkar längs kanalen, så att man orkar gå hela vägen.", 12)
        {
            PublicTitle = "Fler bänkar längs kanalen", Need = "Den som går långsamt behöver kunna vila på vägen.", Area = "byggd-miljo", Channel = "PHONE", AnswerWay = AnswerWay.Telephone, Name = "Påhittade Petra", Telephone = "070-174 06 06", Consent = "muntligt i telefon", Place = "Kanalen",
            Steps = [Sorted(7, Tracks.Small, "En enhet kan besluta. Vi lämnar den till chefen.")],
        },
        new("Kan man få låna en elcykel för att prova att pendla till jobbet i kommunen?", 24)
        {
            PublicTitle = "Låna elcykel och prova att pendla", Area = "resor-trafik", Kind = SubmitterKind.Employee,
            Steps = [new(18, Gates.Triage, "RETURN_FOR_INFO", Roles.IdeaCoach, "Vi behöver veta mer innan vi kan besluta.") { Question = "Tänker du på dig som redan har egen cykel, eller på dig som åker bil i dag?" }],
        },
        new("Ni borde köpa in en egen helikopter för hemtjänsten i skärgården.", 70)
        {
            PublicTitle = "Helikopter till hemtjänsten", Need = "Den som bor på en ö behöver få hjälp också när isen inte bär.", Area = "resor-trafik",
            Steps =
            [
                Sorted(65, Tracks.Full, "Kostnaden gör att den måste prövas ordentligt."),
                new(45, Gates.Need, "DECLINE", Roles.NeedOwner, "En helikopter kostar mer än den gör nytta. Svävaren som finns klarar samma väg på fyrtio minuter.") { CloseReason = CloseReasons.DeclinedCostBenefit },
            ],
        },
        new("En app som påminner om medicinen med röst från någon man känner.", 180)
        {
            PublicTitle = "Påminnelse med en röst man känner", Need = "Den som glömmer medicinen behöver påminnas på ett tryggt sätt.", Area = "digitala-tjanster", Kind = SubmitterKind.Employee,
            Steps =
            [
                Sorted(175, Tracks.Full, "Det rör vård, så den prövas i full ordning."),
                new(150, Gates.Need, "ADVANCE", Roles.NeedOwner, "Behovet är stort.") { Evidence = DemoEvidence.Need },
                new(125, Gates.Test, "ADVANCE", Roles.DelegatedDecisionMaker, "Vi testar med sex personer.") { Evidence = DemoEvidence.Test("en påminnelse med en röst man känner", "Om någon blir orolig av rösten.") },
                new(60, Gates.Evaluate, "STOP", Roles.IdeaBoard, "Fyra av sex blev oroliga av rösten. Vi avslutar, men lärdomen är värdefull: påminn med ljus i stället.") { Evidence = DemoEvidence.StoppedAfterTest },
            ],
        },
        new("Personalen lämnade en dam ensam i duschen i en timme i går, så här kan det inte vara.", 3)
        {
            Channel = "PHONE", AnswerWay = AnswerWay.Telephone, Name = "Påhittade Pelle", Telephone = "070-174 06 07", Consent = "muntligt i telefon",
            Steps = [new(3, Gates.Triage, "REDIRECT", Roles.IdeaCoach, "Det kan vara ett missförhållande. Kvalitetsansvarig tar emot det.") { RedirectTarget = Redirects.LexSarah }],
        },
        new("Min granne Greta Exempelsson (20000230-0000) har svårt att gå till matsalen. Ring henne på 070-174 06 05. Kan hemtjänsten äta lunch med henne någon dag i veckan?", 6)
        {
            Title = "Lunchsällskap", AnswerWay = AnswerWay.Email, Email = "pahittad@exempel.example",
        },
        new("Lampan vid busshållplatsen på Exempelgatan är trasig sedan i måndags.", 2),
        new("Haluaisin, että vanhusten päiväkeskuksessa olisi suomenkielinen lukupiiri kerran viikossa.", 4),
        new("Jag vill ha lättläst brev om mina insatser. Breven är för svåra.", 14)
        {
            Channel = "PAPER", AnswerWay = AnswerWay.Letter, Name = "Påhittade Pia", Address = "Exempelvägen 1\n000 00 Påhittad", Consent = "skriftligt i brevet", OriginalKeptAt = "Reception, pärm 3",
        },
        new("Vi borde dela erfarenheter med grannkommunen om digitala medicinskåp. Fungerar det där?", 1) { Kind = SubmitterKind.Employee, ByACoach = true },
        new("Alla tjejer på praktik i vården borde få testa verktyg i verkstan och killarna i hemtjänsten, så fler vågar välja.", 9)
        {
            PublicTitle = "Praktik som vänder på rollerna", Need = "Unga behöver få prova yrken som de annars inte väljer.", Area = "skola-forskola",
            Steps = [Sorted(3, Tracks.Small, "Skolan och vården kan prova den tillsammans.")],
        },
    ];

    private static DemoStep Sorted(int daysAgo, string track, string reason) => new(daysAgo, Gates.Triage, "ADVANCE", Roles.IdeaCoach, reason)
    {
        Track = track,
        Evidence = DemoEvidence.One(FormKeys.Sorting, track == Tracks.Full
            ? """{"liknande":"ja","ratt-plats":"ja","jamstalldhet":"vet-inte","tillganglighet":"nej","vard-risk":"ja","kostnad":"nej","flera-enheter":"nej"}"""
            : """{"liknande":"ja","ratt-plats":"ja","jamstalldhet":"nej","tillganglighet":"nej","vard-risk":"nej","kostnad":"nej","flera-enheter":"nej"}"""),
    };

    private static DemoStep SmallDecision(int daysAgo, string reason) => new(daysAgo, Gates.Need, "DO_IT", Roles.NeedOwner, reason)
    {
        Evidence = DemoEvidence.One(FormKeys.SmallIdea, """{"andring":"Det som idén föreslår.","for-vem":"De som bor här och deras besökare","ansvarig":"Enhetschefen","klart":"2026-06-01","test":"nej","test-behovs-inte":"det är lätt att ändra tillbaka","effekt":"Vi räknar hur många som använder det"}"""),
    };

    private static DemoStep HandedOver(int daysAgo, string reason) => new(daysAgo, Gates.Handover, "ACCEPT", Roles.NeedOwner, reason) { Evidence = DemoEvidence.Said(FormKeys.SmallHandover, "klart", reason) };
}
