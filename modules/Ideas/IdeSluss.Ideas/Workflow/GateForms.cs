using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>The evidence forms of the default workflow. Those of the first two gates are complete; each later gate has one free field until it has its own.</summary>
internal static class GateForms
{
    public static IReadOnlyList<FormDefinition> All { get; } =
    [
        new(FormKeys.Sorting, 1, "Sortering", "Sju korta frågor. Svaren föreslår ett spår och hittar det som hör hemma någon annanstans.",
        [
            Field.YesNo("liknande", "Har du letat efter liknande idéer?", required: true),
            Field.YesNo("ratt-plats", "Är det en idé, och inte felanmälan, klagomål eller ett enskilt ärende?", required: true),
            Field.YesNoUnsure("jamstalldhet", "Kan idén påverka kvinnor och män olika?", required: true),
            Field.YesNoUnsure("tillganglighet", "Kan någon bli utestängd om idén genomförs?", required: true),
            Field.YesNo("vard-risk", "Rör den vård, risk eller personuppgifter?", required: true),
            Field.YesNo("kostnad", "Kostar den mer än enheten själv får besluta om?", required: true),
            Field.YesNo("flera-enheter", "Berör den flera enheter?", required: true),
        ]),
        new(FormKeys.DoNow, 1, "Gör nu", "En mening räcker.",
        [
            Field.LongText("gjort", "Vad gjordes?", "Skriv så att idégivaren förstår. Texten blir en del av svaret.", required: true, maxLength: 500),
        ]),
        new(FormKeys.SmallIdea, 1, "Liten idé på en sida", "Fyll i det du vet. En länk eller en fil i ert system duger som svar.",
        [
            Field.LongText("andring", "Vad ska ändras?", required: true, maxLength: 1_000),
            Field.Text("for-vem", "För vem blir det bättre?", required: true),
            Field.Text("ansvarig", "Vem gör det?", "Roll eller namn på den som ansvarar.", required: true),
            Field.Date("klart", "När ska det vara klart?", required: true),
            Field.YesNo("test", "Behöver idén testas först?", required: true),
            Field.Text("test-behovs-inte", "Test behövs inte, därför att …", required: true, when: Condition.Is("test", "nej")),
            Field.LongText("test-hur", "Hur testar ni, och vad gör att ni slutar?", required: true, maxLength: 1_000, when: Condition.Is("test", "ja")),
            Field.Text("effekt", "Hur märker ni om sex månader att det blev bättre?", required: true),
        ]),
        new(FormKeys.NeedMap, 1, "Behovskarta", "Prata med minst tre personer. Minst en ska tillhöra dem som har behovet. Skriv inga namn.",
        [
            Field.Text("malgrupp", "Vilka har behovet?", required: true),
            Field.LongText("situation", "I vilken situation?", required: true, maxLength: 1_000),
            Field.Rows("kontakter", "Samtal och besök",
            [
                Field.Choice("vem", "Vem", [new("malgrupp", "Person som har behovet"), new("anhorig", "Anhörig"), new("medarbetare", "Medarbetare"), new("annan", "Annan")], required: true),
                Field.Text("metod", "Hur", "Samtal, observation, enkät", required: true),
                Field.LongText("insikt", "Vad fick ni veta?", required: true, maxLength: 1_000),
            ], "Tre samtal eller fler.", minRows: 3),
            Field.Choice("styrka", "Hur säkra är ni på behovet?", [new("belagt", "Belagt med flera källor"), new("troligt", "Troligt"), new("osakert", "Osäkert")], required: true),
            Field.Link("lank", "Länk till mer underlag"),
        ],
        [
            new("samtal", "Antal samtal", ComputationKind.Count, ["kontakter.vem"]),
            new("fran-malgruppen", "Samtal med dem som har behovet", ComputationKind.Count, ["kontakter.vem"], ["malgrupp"], AtLeast: 1, Otherwise: "Minst ett samtal ska vara med någon som har behovet."),
        ]),
        new(FormKeys.StakeholderMap, 1, "Aktörskarta", "Vilka berörs, och hur är de med?",
        [
            Field.Rows("aktorer", "Aktörer",
            [
                Field.Text("aktor", "Aktör", required: true),
                Field.Text("intresse", "Intresse", required: true),
                Field.Number("inflytande", "Inflytande, 1 till 5", required: true, min: 1, max: 5),
                Field.Text("medverkan", "Hur är de med?", required: true),
            ], minRows: 2),
        ]),
        new(FormKeys.Focus, 1, "Fokus", "En mening som pekar ut behovet utan att nämna en lösning.",
        [
            Field.LongText("fokus", "Hur kan vi … för … så att …?", "Skriv behovet, inte lösningen.", required: true, maxLength: 500),
        ]),
        new(FormKeys.Baseline, 1, "Nollmätning", "Hur är det i dag? Det är måttet som effekten jämförs med.",
        [
            Field.Text("matt", "Vad mäter ni?", required: true),
            Field.Text("metod", "Hur mäter ni?", required: true),
            Field.Number("varde", "Värde i dag", "Lämna tomt om mätningen inte är gjord än.", min: 0),
            Field.Text("enhet", "Enhet", "Minuter per natt, antal per vecka", required: true),
            Field.Date("datum", "Mätt, eller ska mätas, den", required: true),
            Field.Text("kalla", "Källa", required: true),
        ]),
        new(FormKeys.GenderRepresentation, 1, "4R: representation och resurser", "Hur många kvinnor och män berörs, och hur fördelas tid och pengar? Uppskatta när det inte finns siffror.",
        [
            Field.Text("representation-berorda", "Vilka berörs? Ungefär hur många kvinnor och män?", required: true),
            Field.Text("representation-beslut", "Vilka deltar i arbetet och besluten? Hur många kvinnor och män?", required: true),
            Field.Text("resurser", "Vilka får tid, pengar och utrymme?", required: true),
            Field.LongText("kommentar", "Vad behöver ni ändra?", maxLength: 1_000),
        ]),
        new(FormKeys.Commitment, 1, "Coach och tid", "Utan namngiven coach och avsatt tid börjar inget.",
        [
            Field.Text("coach", "Idécoach", required: true),
            Field.Number("timmar", "Timmar avsatta till koncept", required: true, min: 1, max: 2_000),
            Field.Text("deltagare", "Vilka är med från verksamheten? Roller, inte namn.", required: true),
        ]),
        Generic("test", "Underlag för testbeslut", "Vad ska prövas, hur, med vilka risker, och när slutar ni?"),
        Generic("utvardering", "Underlag efter test", "Vad blev resultatet jämfört med nollmätningen, och vad sa de som var med?"),
        Generic("inforande", "Beslutsunderlag", "Vad föreslås, vad kostar det, och vad betyder det för jämställdhet och tillgänglighet?"),
        Generic("overlamning", "Överlämning", "Vad är infört, vilken rutin är ändrad och vem följer upp?"),
        Generic("effekt", "Effekt", "Blev det som ni tänkte? Jämför med nollmätningen."),
    ];

    private static FormDefinition Generic(string suffix, string title, string question) =>
        new(FormKeys.GenericPrefix + suffix, 1, title, "Skriv kort, eller länka till underlaget där det finns.",
        [
            Field.LongText("underlag", question, required: true, maxLength: 10_000),
            Field.Link("lank", "Länk eller diarienummer till handlingen"),
        ]);
}
