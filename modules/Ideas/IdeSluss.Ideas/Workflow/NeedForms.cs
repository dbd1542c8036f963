using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Ideas.Workflow;

/// <summary>Sorting (G1) and need (G2).</summary>
internal static class NeedForms
{
    /// <summary>Words that usually mean that a solution has crept into the description of a need.</summary>
    private static readonly string[] Solutions =
        ["app", "appar", "appen", "system", "systemet", "skärm", "skärmar", "robot", "robotar", "sensor", "sensorer", "kamera", "kameror", "webbplats", "portal", "plattform", "chattbot", "ai", "program", "surfplatta", "surfplattor", "digitala", "digital"];

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
        new(FormKeys.IdeaCard, 1, "Idékort", "Idén på en halv sida. Det som redan är känt är ifyllt.",
        [
            Field.Carried("titel", "Rubrik", FormKeys.Case, CaseForm.Title),
            Field.Carried("behov", "Vem har vilket behov?", FormKeys.Case, CaseForm.Need),
            Field.Carried("omrade", "Område", FormKeys.Case, CaseForm.Area),
            Field.LongText("idag", "Hur gör ni i dag?", required: true, maxLength: 1_000),
            Field.LongText("forslag", "Vad vill ni göra i stället?", required: true, maxLength: 1_000),
            Field.LongText("battre", "Vad blir bättre, och för vem?", required: true, maxLength: 1_000),
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
        new(FormKeys.StakeholderMap, 2, "Aktörskarta", "Vilka berörs, och hur är de med?",
        [
            Field.Rows("aktorer", "Aktörer",
            [
                Field.Text("aktor", "Aktör", required: true),
                Field.Text("intresse", "Intresse", required: true),
                Field.Number("inflytande", "Inflytande, 1 till 5", required: true, min: 1, max: 5),
                Field.Text("medverkan", "Hur är de med?", required: true),
            ], minRows: 2),
        ]) { ByReference = true },
        new(FormKeys.Focus, 2, "Fokus", "En mening som pekar ut behovet utan att nämna en lösning.",
        [
            Field.LongText("fokus", "Hur kan vi … för … så att …?", "Skriv behovet, inte lösningen.", required: true, maxLength: 500),
        ])
        {
            Rules =
            [
                new("fokus", Criterion.Not(Criterion.Mentions("fokus", Solutions)), "texten verkar nämna en lösning. Prova att bara skriva behovet: vem, när och varför. Det är ett tips, inget krav.") { Hint = true },
            ],
        },
        new(FormKeys.Baseline, 2, "Nollmätning", "Hur är det i dag? Det är måtten som testet och effekten jämförs med. Ett mått räcker.",
        [
            Field.Rows("matt", "Mått",
            [
                Field.Text("matt", "Vad mäter ni?", required: true),
                Field.Text("metod", "Hur mäter ni?", required: true),
                Field.Number("varde", "Värde i dag", "Lämna tomt om mätningen inte är gjord än."),
                Field.Text("enhet", "Enhet", "Minuter per natt, antal per vecka", required: true),
                Field.Date("datum", "Mätt, eller ska mätas, den", required: true),
                Field.Text("kalla", "Källa", required: true),
                Field.YesNo("personer", "Är det ett mått på personer?", "Då är det bra att se kvinnor och män var för sig.", required: true),
                Field.Number("varde-kvinnor", "Värde för kvinnor", when: Condition.Is("personer", "ja")),
                Field.Number("varde-man", "Värde för män", when: Condition.Is("personer", "ja")),
            ], minRows: 1, maxRows: 5).EachRow([BySex("varde-kvinnor", "varde-man")]),
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
    ];

    /// <summary>A measure of people that is not split on women and men is pointed out, not refused.</summary>
    public static AnswerRule BySex(string women, string men) =>
        new(women, Criterion.All(Criterion.Filled(women), Criterion.Filled(men)), "rad {0} gäller personer. Dela gärna upp värdet på kvinnor och män.") { When = Criterion.Is("personer", "ja"), Hint = true };
}
