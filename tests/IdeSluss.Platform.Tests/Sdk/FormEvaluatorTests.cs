using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Sdk.Forms;
using Xunit;

namespace IdeSluss.Platform.Tests.Sdk;

public sealed class FormEvaluatorTests
{
    private static readonly string[] Three = ["a", "b", "c"];

    /// <summary>A screening in small: an opening question, a count, a table that asks for another table, an approval that is asked for only when it is needed.</summary>
    private static readonly FormDefinition Screening = new("sallning", 1, "Sållning", "Svara.",
    [
        Field.YesNoUnsure("data", "Personuppgifter?", required: true).Under("Uppgifter"),
        Field.MultiChoice("kryss", "Vad stämmer?", [new("a", "A"), new("b", "B"), new("c", "C"), new("inget", "Inget")], required: true, when: Condition.Is("data", "ja", "vet-inte")),
        Field.Date("godkand", "Godkänd den", when: Condition.Is("provas", "KRAVS")),
        Field.Date("start", "Start"),
        Field.Date("slut", "Slut"),
        Field.LongText("text", "Behov"),
    ])
    {
        Decisions =
        [
            new("provas", "Prövning",
            [
                DecisionRule.Clears("EJ_AKTUELL", "Inget att pröva.", Criterion.Is("data", "nej")),
                DecisionRule.Needs("KRAVS", "Måste prövas.", [new("godkand", "prövning krävs. Skriv in datum.")], Criterion.Count(2, ["kryss"], Three)),
                DecisionRule.Clears("KRAVS_INTE", "Behöver inte prövas."),
            ]) { Section = "Uppgifter" },
            new("anmalan", "Anmälan",
            [
                DecisionRule.Stops("STOPP", "Går inte.", "ändra planen.", Criterion.All(Criterion.Is("provas", "KRAVS"), Criterion.Is("kryss", "c"))),
                DecisionRule.Advises("INGEN", "Ingen anmälan."),
            ]),
        ],
        Rules =
        [
            new("slut", Criterion.Days("start", "slut", 1, 180), "högst 180 dagar."),
            new("text", Criterion.Not(Criterion.Mentions("text", "app", "robot")), "nämner en lösning.") { Hint = true },
        ],
    };

    [Theory]
    [InlineData("""{"data":"nej"}""", "EJ_AKTUELL", "INGEN", true)]
    [InlineData("""{"data":"ja","kryss":["a"]}""", "KRAVS_INTE", "INGEN", true)]
    [InlineData("""{"data":"vet-inte","kryss":["a","b"]}""", "KRAVS", "INGEN", false)]
    [InlineData("""{"data":"ja","kryss":["a","b"],"godkand":"2026-03-01"}""", "KRAVS", "INGEN", true)]
    [InlineData("""{"data":"ja","kryss":["a","a","inget"]}""", "KRAVS_INTE", "INGEN", true)]
    [InlineData("""{"data":"ja","kryss":["a","c"],"godkand":"2026-03-01"}""", "KRAVS", "STOPP", false)]
    [InlineData("""{"data":"ja"}""", null, null, false)]
    [InlineData("""{}""", null, null, false)]
    [InlineData("""{"kryss":["a"]}""", null, null, false)]
    public void A_table_gives_the_first_outcome_that_holds_and_nothing_on_a_gap(string json, string? first, string? second, bool cleared)
    {
        var evaluation = FormEvaluator.Evaluate(Screening, Answers.Parse(json));

        Assert.Equal((first, second), (evaluation.Decisions[0].Rule?.Outcome, evaluation.Decisions[1].Rule?.Outcome));
        Assert.Equal(cleared, evaluation.IsCleared);
    }

    [Fact]
    public void What_an_outcome_needs_is_asked_for_only_then_and_named_until_it_is_there()
    {
        var needed = FormEvaluator.Evaluate(Screening, Answers.Parse("""{"data":"ja","kryss":["a","b"]}"""));
        Assert.True(needed is { IsComplete: true, IsCleared: false } && needed.Asked["godkand"] == true);
        Assert.Equal(("godkand", "prövning krävs. Skriv in datum."), (needed.Open[0].Field, needed.Open[0].Message.Key));
        var not = FormEvaluator.Evaluate(Screening, Answers.Parse("""{"data":"nej","godkand":"2026-03-01"}"""));
        Assert.False(not.Asked["godkand"]);
        Assert.False(not.Own.Json.ContainsKey("godkand"));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-06-30", 0)]
    [InlineData("2026-01-01", "2026-07-01", 1)]
    [InlineData("2026-01-01", "2026-01-01", 1)]
    [InlineData("2026-01-01", null, 0)]
    public void Days_between_two_dates_are_kept_within_limits(string from, string? to, int broken)
    {
        var answers = Answers.Parse("""{"data":"nej"}""");
        (answers.Json["start"], answers.Json["slut"]) = (from, to);
        Assert.Equal(broken, FormValidator.Check(Screening, answers, complete: true).Count(error => error.Message.Key == "högst 180 dagar."));
    }

    [Theory]
    [InlineData("En app för trygghet", true)]
    [InlineData("En ROBOT, helt enkelt", true)]
    [InlineData("Vi behöver veta vem som kommer, utan apparater", false)]
    public void A_hint_is_said_and_stops_nothing(string text, bool said)
    {
        var answers = Answers.Parse("""{"data":"nej"}""");
        answers.Json["text"] = text;
        var evaluation = FormEvaluator.Evaluate(Screening, answers);
        Assert.Equal(said, evaluation.Hints.Count == 1);
        Assert.True(evaluation.IsCleared);
    }

    private static readonly FormDefinition Risks = new("risker", 1, "Risker", "Lista.",
    [
        Field.Rows("rader", "Risker",
        [
            Field.Choice("k", "Konsekvens", [new("1", "Ett"), new("4", "Fyra")], required: true),
            Field.Choice("s", "Sannolikhet", [new("1", "Ett"), new("4", "Fyra")], required: true),
            Field.Text("atgard", "Åtgärd"),
            Field.Text("varfor", "Varför så ofta?", required: true, when: Condition.Is("s", "4")),
        ], minRows: 1).EachRow([new("atgard", Criterion.Filled("atgard"), "rad {0} har risktal {1}.") { When = Criterion.AtLeastNumber("tal", 12), Shows = "tal" }], new Computation("tal", "Risktal", ComputationKind.Product, ["k", "s"])),
    ],
    [
        new("hogst", "Högst", ComputationKind.Max, ["rader.tal"]),
        new("summa", "Summa", ComputationKind.Sum, ["rader.tal"]) { Where = Condition.Is("s", "4") },
    ]);

    [Fact]
    public void A_row_is_computed_and_ruled_by_itself_and_named_when_it_breaks_a_rule()
    {
        var evaluation = FormEvaluator.Evaluate(Risks, Answers.Parse("""{"rader":[{"k":"1","s":"4","varfor":"x"},{"k":"4","s":"4","varfor":"x"},{"k":"4","s":"1"}]}"""));

        Assert.Equal([4m, 16m, 4m], evaluation.RowResults["rader"].Select(row => row[0].Value));
        Assert.Equal([16m, 20m], evaluation.Computed.Select(result => result.Value));
        var broken = Assert.Single(evaluation.Findings).Error;
        Assert.Equal(("rader.1.atgard", "rad 2 har risktal 16."), (broken.Field, string.Format(CultureInfo.InvariantCulture, broken.Message.Key, broken.Message.Args)));
    }

    [Fact]
    public void A_column_may_depend_on_an_earlier_one_of_its_row()
    {
        var evaluation = FormEvaluator.Evaluate(Risks, Answers.Parse("""{"rader":[{"k":"1","s":"1","varfor":"inte frågat"},{"k":"1","s":"4"}]}"""));

        Assert.Equal(["rader.1.varfor"], evaluation.Errors(complete: true).Select(error => error.Field));
        Assert.False(evaluation.Own.Rows("rader")[0].Json.ContainsKey("varfor"));
    }

    [Fact]
    public void Present_values_differences_and_shares_are_computed_and_left_out_when_they_cannot_be()
    {
        var form = new FormDefinition("kalkyl", 1, "Kalkyl", "Räkna.", [Field.Number("per-ar", "Per år"), Field.Number("ar", "År"), Field.Number("ranta", "Ränta"), Field.Number("kostnad", "Kostnad")],
        [
            new("nu", "Nuvärde", ComputationKind.PresentValue, ["per-ar", "ar", "ranta"]),
            new("netto", "Netto", ComputationKind.Difference, ["nu", "kostnad"]),
            new("andel", "Andel", ComputationKind.Percent, ["kostnad", "nu"]),
            new("lagre", "Lägre", ComputationKind.Scaled, ["nu"]) { Factor = 0.8m },
        ]);

        // 1 000 a year for five years at 3.5 per cent is worth 4 515.05 today, by any table of annuities.
        Assert.Equal([4515.05m, 515.05m, 88.6m, 3612.04m], FormValidator.Compute(form, Answers.Parse("""{"per-ar":"1000","ar":"5","ranta":"3,5","kostnad":"4000"}""")).Select(result => result.Value));
        Assert.Equal(5000m, FormValidator.Compute(form, Answers.Parse("""{"per-ar":"1000","ar":"5","ranta":"0"}"""))[0].Value);
        Assert.Empty(FormValidator.Compute(form, Answers.Parse("""{"per-ar":"1000","ar":"5"}""")));
    }

    [Fact]
    public void Sizes_add_losses_to_gains_and_a_total_waits_for_all_its_parts()
    {
        var form = new FormDefinition("kalkyl", 1, "Kalkyl", "Räkna.",
            [Field.Rows("nyttor", "Nyttor", [Field.Choice("slag", "Slag", [new("pengar", "Pengar"), new("annat", "Annat")]), Field.Number("kronor", "Kronor")], maxRows: 5), Field.Number("netto", "Netto")],
            [new("femtedel", "En femtedel", ComputationKind.Sizes, ["nyttor.kronor"]) { Where = Condition.Is("slag", "pengar"), Factor = 0.2m }, new("hogre", "Högre", ComputationKind.Total, ["netto", "femtedel"])]);

        const string Rows = """{"slag":"pengar","kronor":"50000"},{"slag":"pengar","kronor":"-10000"},{"slag":"annat","kronor":"99"}""";
        Assert.Equal([12_000m, 92_000m], FormValidator.Compute(form, Answers.Parse($$"""{"nyttor":[{{Rows}}],"netto":"80000"}""")).Select(result => result.Value));
        Assert.Equal([12_000m], FormValidator.Compute(form, Answers.Parse($$"""{"nyttor":[{{Rows}}]}""")).Select(result => result.Value));
    }

    [Fact]
    public void Whatever_is_answered_the_evaluator_gives_the_same_result_twice_and_never_throws() => Prop.ForAll(AnyAnswers.ToArbitrary(), json =>
    {
        foreach (var form in new[] { Screening, Risks, FormSourceTests.Report })
        {
            var facts = FormSourceTests.Facts(new Answers(json));
            var evaluation = FormEvaluator.Evaluate(form, Answers.Parse(json.ToJsonString()), facts);
            var again = FormEvaluator.Evaluate(form, Answers.Parse(json.ToJsonString()), FormSourceTests.Facts(new Answers(json)));
            Assert.Equal(Said(evaluation), Said(again));
            // What is stored is what is judged: saving and reading changes nothing.
            Assert.Equal(Said(evaluation).Decisions, Said(FormEvaluator.Evaluate(form, evaluation.Own, facts)).Decisions);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_table_is_cleared_by_taking_an_answer_away() => Prop.ForAll(AnyScreening.ToArbitrary(), json =>
    {
        var full = FormEvaluator.Evaluate(Screening, new(json));
        foreach (var key in json.Select(pair => pair.Key).ToList())
        {
            var less = (JsonObject)json.DeepClone();
            less.Remove(key);
            foreach (var (before, after) in full.Decisions.Zip(FormEvaluator.Evaluate(Screening, new(less)).Decisions))
                Assert.False(!before.IsCleared && after.IsCleared, $"{before.Table.Key} is cleared without {key}: {json.ToJsonString()}");
        }
    }).QuickCheckThrowOnFailure();

    private static (string Own, string Decisions, string Findings) Said(FormEvaluation evaluation) => (
        evaluation.Own.ToJson(),
        string.Join(';', evaluation.Decisions.Select(result => $"{result.Table.Key}={result.Rule?.Outcome}/{result.Open?.Field}")),
        string.Join(';', evaluation.Findings.Select(finding => $"{finding.Error.Field}:{finding.Error.Message.Key}")));

    private static Gen<JsonNode?> Value => Gen.OneOf(
        Gen.Elements("ja", "nej", "vet-inte", "a", "b", "c", "1", "4", "2026-01-01", "", " ", "79228162514264337593543950335", "-1e9", "åäö", "\u0000").Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Elements(true, false).Select(yes => (JsonNode?)JsonValue.Create(yes)),
        Gen.Elements(0d, -1.5, 1e300, 12).Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Constant<JsonNode?>(null));

    private static readonly string[] Keys = ["data", "kryss", "godkand", "start", "slut", "text", "rader", "k", "s", "atgard", "resultat", "matt", "varde", "okand", "hanvisning", "a.b"];

    private static Gen<JsonObject> AnyAnswers =>
        from flat in Pairs(Value)
        from rows in Gen.ListOf(Pairs(Value))
        from listed in Gen.ListOf(Value)
        from place in Gen.Elements("rader", "resultat", "kryss")
        select Filled(flat, place, rows, listed);

    private static Gen<List<(string Key, JsonNode? Value)>> Pairs(Gen<JsonNode?> value) =>
        Gen.ListOf(from key in Gen.Elements(Keys) from one in value select (key, one)).Select(pairs => pairs.ToList());

    private static JsonObject Filled(List<(string Key, JsonNode? Value)> flat, string place, IEnumerable<List<(string Key, JsonNode? Value)>> rows, IEnumerable<JsonNode?> listed)
    {
        var json = Object(flat);
        json[place] = new JsonArray([.. rows.Select(row => (JsonNode?)Object(row)), .. listed.Select(value => value?.DeepClone())]);
        return json;
    }

    private static JsonObject Object(List<(string Key, JsonNode? Value)> pairs)
    {
        var json = new JsonObject();
        foreach (var (key, value) in pairs) json[key] = value?.DeepClone();
        return json;
    }

    private static Gen<JsonObject> AnyScreening =>
        from data in Gen.Elements("ja", "nej", "vet-inte")
        from ticked in Gen.SubListOf("a", "b", "c", "inget")
        from approved in Gen.Elements(true, false)
        select Screened(data, ticked, approved);

    private static JsonObject Screened(string data, IEnumerable<string> ticked, bool approved)
    {
        var json = new JsonObject { ["data"] = data, ["kryss"] = new JsonArray([.. ticked.Select(one => (JsonNode)one)]) };
        if (approved) json["godkand"] = "2026-03-01";
        return json;
    }
}
