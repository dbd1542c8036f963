using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.Programmes;

/// <summary>A part of a programme that is written by itself.</summary>
/// <param name="Address">In addresses.</param>
/// <param name="Complete">All that is required must be there at once; the other parts grow.</param>
internal sealed record ProgrammePart(string Address, string Title, FormDefinition Form, bool Complete, Func<Programme, string> Of, Action<Programme, string> Set);

/// <summary>The forms that a programme is written in.</summary>
internal static class ProgrammeForms
{
    public const int MostYears = 10;
    private const decimal MostMoney = 10_000_000_000;

    /// <summary>The steps of the effect logic, from need to the effect that is longest off (<c>domain.md</c> 3.5).</summary>
    public static IReadOnlyList<(string Key, string Label, string Help)> Steps { get; } =
    [
        ("behov", "Behov", "Vad är problemet, och för vem?"), ("resurser", "Resurser", "Pengar, tid och kunskap som läggs in."), ("aktiviteter", "Aktiviteter", "Det som görs."),
        ("resultat", "Resultat", "Det som finns när aktiviteterna är gjorda."), ("kort", "Effekter på kort sikt", "Inom ett år."), ("medel", "Effekter på medellång sikt", "Ett till tre år."), ("lang", "Effekter på lång sikt", "Efter mer än tre år."),
    ];

    public static IReadOnlyList<Option> States { get; } = [new("planerad", "Planerad"), new("pagar", "Pågår"), new("klar", "Klar"), new("avbruten", "Avbruten")];

    public static IReadOnlyList<Option> Audiences { get; } = [new("politiker", "Politiker"), new("chefer", "Chefer"), new("medarbetare", "Medarbetare"), new("invanare", "Invånare"), new("alla", "Alla")];

    private static readonly FormDefinition Frame = new("program-ram", 1, "Ram och budget", "Vad programmet är till för, hur länge det pågår och vad det kostar.",
    [
        Field.Text("namn", "Namn", required: true, maxLength: 160),
        Field.LongText("syfte", "Syfte och mål", required: true, maxLength: ProgrammeReport.LongestText),
        Field.LongText("forvantat", "Förväntat resultat", "Skriv en sak på varje rad.", maxLength: ProgrammeReport.LongestText),
        Field.Text("finansiar", "Finansiär", maxLength: 120),
        Field.Date("start", "Första dag", required: true),
        Field.Date("slut", "Sista dag", required: true),
        Field.Number("budget", "Hela budgeten i kronor", required: true, min: 1, max: MostMoney),
        Field.Rows("ar", "Budget för varje år", [Field.Number("belopp", "Kronor", required: true, min: 0, max: MostMoney), Field.Text("om", "Vad det är till", maxLength: 200)],
            "En rad för varje år av programmet, i ordning. Tillsammans ska de bli hela budgeten.", minRows: 1, maxRows: MostYears),
    ]);

    private static readonly FormDefinition Work = new("program-arbete", 1, "Faser och aktiviteter", "",
    [
        Field.Rows("faser", "Faser", [Field.Text("namn", "Fas", required: true, maxLength: 120), Field.Date("start", "Börjar", required: true), Field.Date("slut", "Slutar", required: true)], maxRows: 12),
        Field.Rows("aktiviteter", "Aktiviteter",
        [
            Field.Text("namn", "Aktivitet", required: true, maxLength: 200),
            Field.Number("fas", "Fasens nummer i listan ovan", min: 1, max: 12),
            Field.Choice("for", "För vilka", Audiences),
            Field.Date("start", "Börjar", required: true),
            Field.Date("slut", "Slutar", required: true),
            Field.Choice("lage", "Läge", States, required: true),
            Field.Text("resultat", "Vad blev det?", maxLength: 500),
        ], maxRows: 60),
    ]);

    private static readonly FormDefinition Effects = new("program-effekter", 1, "Effektlogik", "Så är det tänkt att arbetet leder från behovet till det som ska vara annorlunda om några år. Skriv en sak på varje rad.",
    [
        .. Steps.Select(step => Field.LongText(step.Key, step.Label, step.Help, maxLength: 1_000)),
        Field.Rows("pilar", "Antaganden och mått på vägen",
        [
            Field.Choice("pil", "Mellan", [.. Enumerable.Range(1, Steps.Count - 1).Select(at => new Option(at.ToString(System.Globalization.CultureInfo.InvariantCulture), ArrowLabel(at)))], required: true),
            Field.Text("antagande", "Vi antar att", required: true, maxLength: 300),
            Field.Text("matt", "Så mäter vi", maxLength: 200),
            Field.Text("fran", "Utgångsläge", maxLength: 100),
            Field.Text("mal", "Mål", maxLength: 100),
            Field.Text("nu", "Senaste mätning", maxLength: 100),
        ], maxRows: 30),
    ]);

    private static readonly FormDefinition Partners = new("program-parter", 1, "Parter och bidrag", "",
    [
        Field.Rows("parter", "Parter", [Field.Text("namn", "Part", required: true, maxLength: 120), Field.Text("roll", "Roll", maxLength: 200)], maxRows: 30),
        Field.Rows("bidrag", "Planerade bidrag",
        [
            Field.Number("part", "Partens nummer i listan ovan", required: true, min: 1, max: 30),
            Field.Number("ar", "År i programmet", required: true, min: 1, max: MostYears),
            Field.Choice("slag", "Slag", [new("tid", "Arbetstid"), new("pengar", "Pengar"), new("annat", "Lokaler och annat")], required: true),
            Field.Number("belopp", "Kronor", required: true, min: 1, max: MostMoney),
        ], "Arbetstid och lokaler räknas om till kronor.", maxRows: 100),
    ]);

    public static IReadOnlyList<ProgrammePart> Parts { get; } =
    [
        new("ram", "Ram och budget", Frame, Complete: true, one => one.Frame, (one, json) => one.Frame = json),
        new("arbete", "Faser och aktiviteter", Work, Complete: true, one => one.Work, (one, json) => one.Work = json),
        new("effekter", "Effektlogik", Effects, Complete: false, one => one.Effects, (one, json) => one.Effects = json),
        new("parter", "Parter och bidrag", Partners, Complete: true, one => one.Partners, (one, json) => one.Partners = json),
    ];

    public static ProgrammePart? Part(string address) => Parts.FirstOrDefault(part => part.Address == address);

    /// <param name="at">From 1: the arrow that leaves that step.</param>
    public static string ArrowLabel(int at) => at switch
    {
        1 => "Behov och resurser",
        2 => "Resurser och aktiviteter",
        3 => "Aktiviteter och resultat",
        4 => "Resultat och effekter på kort sikt",
        5 => "Effekter på kort och medellång sikt",
        _ => "Effekter på medellång och lång sikt",
    };
}
