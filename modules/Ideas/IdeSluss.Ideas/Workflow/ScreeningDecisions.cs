using IdeSluss.Sdk.Forms;
using static IdeSluss.Sdk.Forms.Criterion;

namespace IdeSluss.Ideas.Workflow;

/// <summary>What the screening's answers lead to, as decision tables. "Vet inte" never lets anything pass: somebody has to find out first.</summary>
internal static class ScreeningDecisions
{
    public static IReadOnlyList<DecisionTable> All { get; } =
    [
        new("forskning", "Forskning eller verksamhetsutveckling",
        [
            DecisionRule.Clears("EJ_AKTUELL", "Testet rör inte människor. Inget mer behövs här.", Is("manniskor", "nej")),
            DecisionRule.Advises("FORSKNING", "Det här räknas som forskning. En forskare med rätt kompetens ska ansvara för den.", Any(Is("hogskola", "ja"), Is("publicera", "ja"), Is("ny-kunskap", "ja"))).By(Laws.Ethics),
            DecisionRule.Stops("OKLART", "Ni behöver veta om det är forskning. Forskning utan det godkännande som krävs är ett brott.", "ta reda på om testet är forskning, och ändra svaret.",
                Any(Is("hogskola", "vet-inte"), Is("publicera", "vet-inte"), Is("ny-kunskap", "vet-inte"))).By(Laws.Ethics),
            DecisionRule.Clears("VERKSAMHETSUTVECKLING", "Det är verksamhetsutveckling, inte forskning. Ingen etikprövning behövs. Skälet sparas med svaren."),
        ]) { Section = ScreeningForm.People },

        new("etik", "Etikprövning",
        [
            DecisionRule.Clears("EJ_AKTUELL", "Testet rör inte människor.", Is("forskning", "EJ_AKTUELL")),
            DecisionRule.Clears("BEHOVS_INTE", "Ingen etikprövning behövs. Era egna sex etiska frågor räcker.", Is("forskning", "VERKSAMHETSUTVECKLING")),
            DecisionRule.Needs("PROVNING_KRAVS", "Forskningen måste ha ett godkännande från Etikprövningsmyndigheten innan den börjar.",
            [
                new("etik-dnr", "etikprövning krävs. Skriv in godkännandets diarienummer."),
                new("etik-datum", "etikprövning krävs. Skriv in datum för godkännandet."),
                new("etik-giltigt-till", "etikprövning krävs. Skriv in hur länge godkännandet gäller."),
            ], All(Is("forskning", "FORSKNING"), Count(1, ["etik-skal"], ScreeningForm.EthicsTriggers))).By(Laws.Ethics),
            DecisionRule.Stops("OKLART", "Det går inte att säga förrän ni vet om det är forskning.", "etikprövningen går inte att avgöra förrän ni vet om testet är forskning.", Is("forskning", "OKLART")),
            DecisionRule.Advises("FORSKNING_UTAN_PROVNING", "Forskningen behöver inget godkännande, men be gärna om ett rådgivande yttrande."),
        ]) { Section = ScreeningForm.People },

        new("dpia", "Konsekvensbedömning (DPIA)",
        [
            DecisionRule.Clears("EJ_AKTUELL", "Inga personuppgifter behandlas.", Is("personuppgifter", "nej")),
            DecisionRule.Needs("KRAVS", "Minst två av kriterierna stämmer. Gör en konsekvensbedömning, och fråga dataskyddsombudet om råd.",
            [
                new("dpia-datum", "DPIA krävs. Skriv in datum för godkänd DPIA."),
                new("dpia-rad", "DPIA krävs. Skriv in vad dataskyddsombudet sa."),
                new("dpia-restrisk", "DPIA krävs. Svara på hur stor risken är efter era åtgärder."),
            ], Count(2, ["dpia-kriterier"], ScreeningForm.NineCriteria)).By(Laws.Dpia),
            DecisionRule.Clears("KRAVS_INTE", "Färre än två kriterier stämmer. Ingen konsekvensbedömning krävs, men ta in testet i registret över behandlingar."),
        ]) { Section = ScreeningForm.PersonalData },

        new("forhandssamrad", "Förhandssamråd med IMY",
        [
            DecisionRule.Needs("KRAVS", "Risken är fortfarande hög. Samråd med IMY innan testet börjar.",
            [
                new("imy-datum", "risken för den enskilde är fortfarande hög. Samråd med IMY och skriv in datum för svaret."),
            ], Is("dpia-restrisk", "hog")).By(Laws.PriorConsultation),
            DecisionRule.Clears("KRAVS_INTE", "Inget samråd med IMY behövs."),
        ]) { Section = ScreeningForm.PersonalData },

        new("mdr", "Medicinteknisk produkt",
        [
            DecisionRule.Clears("EJ_AKTUELL", "Ingen sådan produkt prövas.", Is("produkt", "nej")),
            DecisionRule.Clears("INTE_MEDICINTEKNISK", "Det är inte en medicinteknisk produkt. Motiveringen sparas.", Is("medicinskt-syfte", "nej")),
            DecisionRule.Stops("OKLART", "Ta reda på vad som gäller innan någon använder produkten. Fråga MAS, MAR eller den som ansvarar för hjälpmedel.", "ta reda på om produkten är medicinteknisk och hur den får användas, och ändra svaret.",
                Any(Is("medicinskt-syfte", "vet-inte"), Is("ce", "vet-inte"), Is("ce-anvisning", "vet-inte"), Is("tillverkare", "vet-inte"))).By(Laws.MedicalDevices),
            DecisionRule.Advises("CE_MARKT", "Produkten är CE-märkt och används så som tillverkaren anger. Följ reglerna för medicintekniska produkter i vården.", All(Is("ce", "ja"), Is("ce-anvisning", "ja"))).By(Laws.DevicesInCare),
            DecisionRule.Stops("UTANFOR_ANVISNINGEN", "Det finns inget lagligt sätt att använda produkten utanför tillverkarens anvisning.", "produkten får bara användas så som tillverkaren anger. Ändra testet.", Is("ce-anvisning", "nej")).By(Laws.MedicalDevices, Laws.DevicesInCare),
            DecisionRule.Needs("KLINISK_PROVNING", "Det är en klinisk prövning. Tillverkaren behöver besked från Läkemedelsverket och ett etikgodkännande.",
            [
                new("lv-dnr", "det är en klinisk prövning. Skriv in Läkemedelsverkets diarienummer."),
                new("lv-datum", "det är en klinisk prövning. Skriv in datum för Läkemedelsverkets besked."),
                new("klinisk-etik-dnr", "det är en klinisk prövning. Skriv in etikgodkännandets diarienummer."),
            ], Is("tillverkare", "leverantor")).By(Laws.ClinicalInvestigation),
            DecisionRule.Advises("EGENTILLVERKAD", "Produkten får tillverkas och användas i den egna vården. Dokumentera enligt reglerna för egentillverkning.", Count(5, ["egen-villkor"], ScreeningForm.OwnMadeConditions)).By(Laws.OwnMade, Laws.OwnMadeRules),
            DecisionRule.Stops("EGENTILLVERKAD_UTAN_STOD", "Alla fem villkoren för egentillverkning måste stämma.", "en egentillverkad produkt får användas först när alla fem villkoren stämmer. Ändra testet.").By(Laws.OwnMade),
        ]) { Section = ScreeningForm.Health },

        new("arbetsmiljo", "Risker i arbetsmiljön",
        [
            DecisionRule.Clears("EJ_AKTUELL", "Arbetet ändras inte.", Is("arbete", "nej")),
            DecisionRule.Needs("KRAVS", "Bedöm riskerna för personalen innan ändringen görs.", [new("arbetsmiljo-datum", "arbetet ändras. Bedöm riskerna för personalen och skriv in datum.")]).By(Laws.WorkEnvironment),
        ]) { Section = ScreeningForm.Work },

        new("mbl", "Förhandling med facket",
        [
            DecisionRule.Clears("EJ_AKTUELL", "Ingen större förändring för personalen.", Any(Is("arbete", "nej"), Is("storre", "nej"))),
            DecisionRule.Stops("OKLART", "Fråga HR om förändringen är så stor att den måste förhandlas.", "ta reda på om förändringen måste förhandlas med facket, och ändra svaret.", Is("storre", "vet-inte")).By(Laws.Codetermination),
            DecisionRule.Needs("KRAVS", "Förhandla innan ni beslutar.", [new("mbl-datum", "förändringen ska förhandlas med facket. Skriv in när det är klart.")]).By(Laws.Codetermination),
        ]) { Section = ScreeningForm.Work },

        new("overvakning", "Kamera, ljud och positionering",
        [
            DecisionRule.Clears("EJ_AKTUELL", "Ingen övervakas.", Any(Is("teknik", "nej"), Not(Is("teknik-vilka", "kamera", "ljud", "position")))),
            DecisionRule.Stops("UTAN_JA", "Ingen får övervakas utan att själv ha sagt ja, eller genom den som får företräda personen.", "ingen får övervakas utan att ha sagt ja. Ändra testet.", Is("samtycke-overvakning", "nej")),
            DecisionRule.Stops("TVANG", "Tvångsåtgärder är inte tillåtna i vård och omsorg.", "tekniken kan bli tvång. Det är inte tillåtet. Ändra testet.", Is("tvang", "ja")),
            DecisionRule.Advises("TILLATEN", "Det är motiverat och frivilligt. Ta bort bilder, ljud och positioner så snart de inte behövs.").By(Laws.Cameras),
        ]) { Section = ScreeningForm.Technology },

        new("ai", "AI",
        [
            DecisionRule.Clears("EJ_AKTUELL", "Ingen AI används.", Any(Is("teknik", "nej"), Not(Is("teknik-vilka", "ai")))),
            DecisionRule.Stops("FORBJUDEN", "Sådan AI är förbjuden.", "AI får inte användas så. Ändra testet.", Is("ai-forbjudet", "ja")).By(Laws.ForbiddenAi),
            DecisionRule.Stops("OKLART", "Fråga leverantören eller kommunens AI-ansvariga vilken riskklass AI:n har.", "ta reda på AI:ns riskklass, och ändra svaret.", Any(Is("ai-forbjudet", "vet-inte"), Is("ai-hogrisk", "vet-inte"))).By(Laws.Ai),
            DecisionRule.Needs("HOG_RISK", "AI med hög risk. En människa ska granska vad den gör, och de som berörs ska få veta.", [new("ai-kontroll", "AI med hög risk. Skriv in vem som granskar den och kan stoppa den.")], Is("ai-hogrisk", "ja")).By(Laws.HighRiskAi),
            DecisionRule.Advises("OPPENHET", "Berätta för dem som möter AI:n att det är AI.", Is("ai-moter", "ja", "vet-inte")).By(Laws.OpenAi),
            DecisionRule.Clears("LAG_RISK", "AI med låg risk. Se till att de som använder den kan den."),
        ]) { Section = ScreeningForm.Technology },

        new("upphandling", "Jäv och upphandling",
        [
            DecisionRule.Clears("EJ_AKTUELL", "Ingen leverantör är med.", Is("leverantor", "nej")),
            DecisionRule.Stops("JAV", "Den som har ett eget intresse kan inte vara med i arbetet.", "någon kan vara jävig. Byt person, eller ta reda på hur det är, och ändra svaret.", Is("jav", "ja", "vet-inte")).By(Laws.Conflict),
            DecisionRule.Stops("UTAN_AVTAL", "Skriv ett avtal med leverantören först.", "skriv ett avtal med leverantören innan testet börjar.", Is("avtal", "nej")),
            DecisionRule.Stops("OLIKA_VILLKOR", "Annars kan testet ge leverantören ett försprång, och då kan den stängas ute från upphandlingen.", "andra leverantörer ska kunna få samma information. Ordna det.", Is("lika-information", "nej")).By(Laws.Procurement),
            DecisionRule.Clears("LIKA_VILLKOR", "Testet ger ingen ett försprång."),
        ]) { Section = ScreeningForm.Supplier },
    ];
}
