using System.Globalization;
using System.Text.Json.Nodes;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Sheets;

/// <summary>The form in which a sheet is written, and the way between its answers and what is stored. Pure.</summary>
internal static class SheetWriting
{
    public const string Criteria = "kriterier";
    private const string KnockOuts = "stoppfragor";
    private const string Spread = "spridning";
    private const string SameUnit = "samma-enhet";

    public static FormDefinition Form { get; } = new("bedomningsmall", 1, "Bedömningsmall", "Varje kriterium bedöms i fem steg. Skriv vad varje steg betyder, så att två personer menar samma sak med en trea.",
    [
        Field.Text("namn", "Namn", required: true, maxLength: 120),
        Field.LongText("inledning", "Vad ska den som bedömer tänka på?", required: true, maxLength: 1_000),
        Field.Rows(Criteria, "Kriterier",
        [
            Field.Text("avsnitt", "Avsnittets rubrik", "Bara om ett nytt avsnitt börjar här.", maxLength: 120),
            Field.Text("fraga", "Fråga", required: true, maxLength: 200),
            Field.Text("hjalp", "Hjälp", maxLength: 300),
            Field.Number("vikt", "Vikt i procent", required: true, min: 1, max: 100),
            .. Enumerable.Range(1, SheetContent.Steps).Select(step => Field.Text(StepKey(step), StepLabel(step), required: true, maxLength: 200)),
        ], "Vikterna ska tillsammans bli hundra.", minRows: 1, maxRows: SheetContent.MostCriteria),
        Field.Rows(KnockOuts, "Frågor som kan stoppa",
        [
            Field.Text("fraga", "Fråga", required: true, maxLength: 200),
            Field.Choice("stoppar", "Svar som talar emot idén", [new("ja", "Ja"), new("nej", "Nej")], required: true),
        ], "Ja eller nej. Inga poäng väger upp ett sådant svar.", maxRows: SheetContent.MostKnockOuts),
        Field.Number(Spread, "Hur många steg får poängen skilja innan de som har bedömt måste prata?", "Vanligt är 1,5.", required: true, min: 0.5m, max: 4).Suggesting("1,5"),
        Field.YesNo(SameUnit, "Får den som arbetar i enheten som idén gäller bedöma den?", required: true).Suggesting("nej"),
    ]);

    /// <summary>What a criterion's step is called, from the lowest.</summary>
    public static string StepLabel(int step) => step switch
    {
        1 => "Steg 1, lägst",
        SheetContent.Steps => "Steg 5, högst",
        2 => "Steg 2",
        3 => "Steg 3",
        _ => "Steg 4",
    };

    public static Outcome<SheetContent> Read(Answers given)
    {
        var evaluation = FormEvaluator.Evaluate(Form, given);
        var answers = evaluation.Own;
        var errors = evaluation.Errors(complete: true).Concat(CheckWeights(answers)).ToArray();
        if (errors.Length > 0) return Problem.Invalid(errors);
        return new SheetContent(
            answers.Text("namn")!, answers.Text("inledning")!,
            [.. answers.Rows(Criteria).Select((row, at) => new SheetCriterion(
                $"k{at + 1}", row.Text("avsnitt"), row.Text("fraga")!, row.Text("hjalp"), (int)row.Number("vikt")!.Value, [.. Enumerable.Range(1, SheetContent.Steps).Select(step => row.Text(StepKey(step))!)]))],
            [.. answers.Rows(KnockOuts).Select((row, at) => new KnockOut($"s{at + 1}", row.Text("fraga")!, row.Text("stoppar")!))], answers.Number(Spread)!.Value, answers.Text(SameUnit) == "nej");
    }

    public static Answers ToAnswers(SheetContent content) => new(new JsonObject
    {
        ["namn"] = content.Title,
        ["inledning"] = content.Intro,
        [Criteria] = new JsonArray([.. content.Criteria.Select(criterion => Given(
            [("avsnitt", criterion.Section), ("fraga", criterion.Question), ("hjalp", criterion.Help), ("vikt", criterion.Weight.ToString(CultureInfo.InvariantCulture)), .. criterion.Levels.Select((level, at) => (StepKey(at + 1), (string?)level))]))]),
        [KnockOuts] = new JsonArray([.. content.KnockOuts.Select(one => Given([("fraga", one.Question), ("stoppar", one.Stops)]))]),
        [Spread] = content.MostSpread.ToString(CultureInfo.InvariantCulture),
        [SameUnit] = content.SameUnit ? "nej" : "ja",
    });

    private static IEnumerable<FieldError> CheckWeights(Answers answers)
    {
        var weights = answers.Rows(Criteria).Select(row => row.Number("vikt")).ToList();
        if (weights.Count == 0 || weights.Exists(weight => weight is null)) yield break;
        for (var at = 0; at < weights.Count; at++)
            if (weights[at] != decimal.Truncate(weights[at]!.Value)) yield return new($"{Criteria}.{at}.vikt", "Vikt: skriv ett helt tal.");
        if (weights.Sum() is { } sum && sum != SheetContent.AllWeight) yield return new(Criteria, new Text("Vikterna blir {0} tillsammans. De ska bli {1}.", sum, SheetContent.AllWeight));
    }

    private static string StepKey(int step) => $"steg{step}";

    private static JsonObject Given(IEnumerable<(string Key, string? Value)> facts) => new(facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => KeyValuePair.Create(fact.Key, (JsonNode?)fact.Value)));
}
