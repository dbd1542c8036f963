using System.Globalization;
using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Programmes;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Seeding;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Evaluation.Features.Evaluation.Demo;

/// <summary>
/// A three-year programme in its second year, as the municipalities once ran one: 8 072 500 kronor, a new application for each later year. The second year is granted, the third waits. Its days follow today, so that
/// it is under way whenever the demo is opened.
/// </summary>
internal sealed class DemoProgramme(EvaluationDbContext db, IOrganisation organisation, IPeopleDirectory people, TimeProvider time) : ISeeder
{
    private static readonly string[] Budget = ["2690800", "2690850", "2690850"];

    public int Order => 240;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var authority = await organisation.ReceivingAuthorityAsync(cancellationToken);
        if ((await people.HoldersAsync([Roles.IdeaCoach], cancellationToken)) is not [var leader, ..]) return;
        var (now, today) = (time.GetUtcNow(), time.StockholmToday());
        var start = new DateOnly(today.AddMonths(-11).Year - 1, 12, 1);
        var one = new Programme
        {
            Id = Guid.CreateVersion7(), Code = "hallbar-samhallsutveckling", AuthorityId = authority.Id, ChangedAt = now, Frame = Frame(start).ToJsonString(), Work = Work(start, today).ToJsonString(), Effects = Effects().ToJsonString(),
            Partners = Partners().ToJsonString(),
        };
        db.Programmes.Add(one);
        db.Renewals.Add(new()
        {
            Id = Guid.CreateVersion7(), ProgrammeId = one.Id, Year = 2, Granted = true, Amount = 2_690_850, DecidedOn = start.AddYears(1).AddDays(-16), DecidedBy = "Finansiären", Paragraph = "dnr 2 av 3", RecordedById = leader.Person.Id,
            RecordedAt = start.AddYears(1).AddDays(-14).StartInStockholm().AddHours(9),
        });
        var entries = new (EntryKind Kind, int Months, string? Partner, string What, decimal Amount)[]
        {
            (EntryKind.Spending, 2, null, "Processledare, tre månader", 412_000), (EntryKind.Spending, 5, null, "Inventering av testmiljöer", 286_500), (EntryKind.Spending, 7, null, "Utbildningsdagar för chefer", 318_000),
            (EntryKind.Spending, 9, null, "Processkartläggning", 540_000), (EntryKind.Spending, 11, null, "Upphandling av systemstöd", 655_000), (EntryKind.Contribution, 6, "Luleå tekniska universitet", "Följeforskning, arbetstid", 180_000),
            (EntryKind.Contribution, 10, "Piteå Science Park", "Lokaler till workshoppar", 45_000), (EntryKind.Spending, 13, null, "Införande av systemstöd", 720_000), (EntryKind.Spending, 16, null, "Föreläsningar för politiker", 96_000),
            (EntryKind.Contribution, 18, "Luleå tekniska universitet", "Följeforskning, arbetstid", 150_000),
        };
        foreach (var entry in entries.Where(entry => start.AddMonths(entry.Months) <= today))
            db.ProgrammeEntries.Add(new()
            {
                Id = Guid.CreateVersion7(), ProgrammeId = one.Id, Kind = entry.Kind, Day = start.AddMonths(entry.Months), Year = entry.Months < 12 ? 1 : 2, Partner = entry.Partner, What = entry.What, Amount = entry.Amount, RecordedById = leader.Person.Id,
                RecordedAt = start.AddMonths(entry.Months).StartInStockholm().AddHours(10),
            });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static JsonObject Frame(DateOnly start) => new()
    {
        ["namn"] = "Idésluss för hållbar samhällsutveckling",
        ["syfte"] = "Utveckla en innovativ kultur och en struktur i kommunernas verksamheter, så att de kan ta till sig nya idéer om arbetssätt och teknik utifrån invånarnas behov.",
        ["forvantat"] = "Kommunerna har en fungerande innovationsprocess som är en del av kvalitetsarbetet\nKommunerna arbetar strukturerat med nya idéer, arbetssätt och ny teknik utifrån invånarnas behov",
        ["finansiar"] = "Innovationsmyndigheten och kommunerna",
        ["start"] = Iso(start),
        ["slut"] = Iso(start.AddYears(3)),
        ["budget"] = "8072500",
        ["ar"] = new JsonArray([.. Budget.Select(amount => new JsonObject { ["belopp"] = amount })]),
    };

    private static JsonObject Work(DateOnly start, DateOnly today) => new()
    {
        ["faser"] = new JsonArray(Phase("Kartläggning och utbildning", start, 0, 12), Phase("Metod och systemstöd", start, 12, 24), Phase("Införande och spridning", start, 24, 36)),
        ["aktiviteter"] = new JsonArray(
            Activity("Inventering av testbäddar och testmiljöer", 1, "medarbetare", start, 1, 8, today, "Testmiljöer i båda kommunerna är beskrivna och går att boka."),
            Activity("Processkartläggning av innovationsarbetet", 1, "chefer", start, 3, 11, today, "Processen är ritad tillsammans med förvaltningarna."),
            Activity("Utbildning av chefer i innovationsprocesser", 1, "chefer", start, 5, 20, today, "Ett chefsstöd med mallar är framtaget."),
            Activity("Workshoppar och föreläsningar för politiker", 2, "politiker", start, 13, 26, today, null),
            Activity("Upphandling och införande av systemstöd", 2, "medarbetare", start, 10, 25, today, null),
            Activity("Framtagande av idéslussmetodik", 2, "alla", start, 12, 30, today, null),
            Activity("Spridning till alla förvaltningar", 3, "alla", start, 25, 35, today, null)),
    };

    private static JsonObject Effects() => new()
    {
        ["behov"] = "Fler äldre och färre som arbetar\nInvånare väntar sig andra tjänster\nIdéer stannar hos den som har dem",
        ["resurser"] = "8 072 500 kronor på tre år\nProcessledare, idécoacher och forskare",
        ["aktiviteter"] = "Inventering av testmiljöer\nUtbildning av chefer och politiker\nSystemstöd och metodik",
        ["resultat"] = "En innovationsprocess som förvaltningarna använder\nUtbildade chefer och idécoacher",
        ["kort"] = "Fler lämnar idéer och får svar i tid",
        ["medel"] = "Fler idéer prövas i verksamheten och införs",
        ["lang"] = "Nya arbetssätt gör att resurserna räcker till fler\nKvinnors och mäns idéer prövas på lika villkor",
        ["pilar"] = new JsonArray(
            ArrowRow(2, "chefer får tid att gå utbildningen", "Andel chefer som har gått den", "0 procent", "80 procent", "46 procent"), ArrowRow(3, "förvaltningarna använder processen även utan projektledare", "Förvaltningar som använder den", "0", "8", "3"),
            ArrowRow(4, "den som får svar lämnar fler idéer", "Idéer om året", "okänt", "200", null), ArrowRow(5, "chefer vågar pröva i drift", "Idéer som prövats", "okänt", "40", null), ArrowRow(6, "det som införs hålls vid liv i linjen", "Införda idéer som används efter två år", null, "80 procent", null)),
    };

    private static JsonObject Partners()
    {
        string[] names = ["Piteå kommun", "Skellefteå kommun", "Luleå tekniska universitet", "Innovation Pite", "Piteå Science Park", "Skellefteå Science City"];
        string[] roles = ["Samordnar", "Deltar", "Vetenskapligt bollplank", "Tar emot idéer som blir företag", "Lokaler och nätverk", "Lokaler och nätverk"];
        var planned = new (int Partner, string Kind, string Amount)[] { (1, "tid", "400000"), (2, "tid", "400000"), (3, "tid", "180000"), (5, "annat", "60000"), (6, "annat", "60000") };
        return new()
        {
            ["parter"] = new JsonArray([.. names.Zip(roles, (name, role) => new JsonObject { ["namn"] = name, ["roll"] = role })]),
            ["bidrag"] = new JsonArray([.. Enumerable.Range(1, 3).SelectMany(year => planned.Select(each => new JsonObject { ["part"] = Number(each.Partner), ["ar"] = Number(year), ["slag"] = each.Kind, ["belopp"] = each.Amount }))]),
        };
    }

    private static JsonObject Phase(string name, DateOnly start, int from, int to) => new() { ["namn"] = name, ["start"] = Iso(start.AddMonths(from)), ["slut"] = Iso(start.AddMonths(to).AddDays(-1)) };

    private static JsonObject Activity(string name, int phase, string audience, DateOnly start, int from, int to, DateOnly today, string? result)
    {
        var (begins, ends) = (start.AddMonths(from), start.AddMonths(to));
        var activity = new JsonObject
        {
            ["namn"] = name, ["fas"] = Number(phase), ["for"] = audience, ["start"] = Iso(begins), ["slut"] = Iso(ends), ["lage"] = ends < today ? "klar" : begins <= today ? "pagar" : "planerad",
        };
        if (result is not null && ends < today) activity["resultat"] = result;
        return activity;
    }

    private static JsonObject ArrowRow(int at, string assumption, string measure, string? from, string? target, string? latest)
    {
        var row = new JsonObject { ["pil"] = Number(at), ["antagande"] = assumption, ["matt"] = measure };
        foreach (var (key, value) in new[] { ("fran", from), ("mal", target), ("nu", latest) })
            if (value is not null) row[key] = value;
        return row;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
