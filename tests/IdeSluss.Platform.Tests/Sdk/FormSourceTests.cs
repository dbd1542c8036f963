using IdeSluss.Sdk.Forms;
using Xunit;

namespace IdeSluss.Platform.Tests.Sdk;

/// <summary>Facts that one form takes from another.</summary>
public sealed class FormSourceTests
{
    private static readonly FormDefinition Baseline = new("noll", 1, "Nollmätning", "Mät.",
    [
        Field.Rows("matt", "Mått", [Field.Text("matt", "Mått", required: true), Field.Number("varde", "Värde"), Field.Choice("slag", "Slag", [new("tid", "Tid"), new("antal", "Antal")])], minRows: 1),
        Field.YesNo("personer", "Rör det personer?"),
    ],
    [new("antal", "Antal mått", ComputationKind.Count, ["matt.matt"]) { Unit = "mått" }]);

    internal static readonly FormDefinition Report = new("rapport", 1, "Rapport", "Berätta.",
    [
        Field.Carried("personer", "Rör det personer?", "noll", "personer", required: true),
        Field.Text("rost", "Vad sa de?", required: true, when: Condition.Is("personer", "ja")),
        Field.RowsOf("resultat", "Resultat", new("noll", "matt", "matt"),
        [
            Field.Carried("matt", "Mått", "noll", "matt.matt"),
            Field.Carried("varde", "Före", "noll", "matt.varde", required: true),
            Field.Carried("slag", "Slag", "noll", "matt.slag"),
            Field.Number("efter", "Efter", required: true),
        ]).EachRow([], new Computation("skillnad", "Skillnad", ComputationKind.Difference, ["efter", "varde"])),
        Field.Assembled("bakgrund", "Bakgrund", [new("noll", "matt"), new("noll", "antal"), new("noll", "finns-kanske")]),
    ]);

    [Fact]
    public void A_carried_fact_is_there_decides_what_is_asked_and_is_not_stored_twice()
    {
        var facts = Facts(Answers.Parse("""{"matt":[{"matt":"Tid","varde":"10"}],"personer":"ja"}"""));
        var evaluation = FormEvaluator.Evaluate(Report, Answers.Parse("""{"rost":"Bra","resultat":[{"matt":"Tid","efter":"7"}]}"""), facts);

        Assert.True(evaluation.IsCleared);
        Assert.Equal("ja", evaluation.Answers.Text("personer"));
        Assert.Equal("""{"rost":"Bra","resultat":[{"matt":"Tid","efter":"7"}]}""", evaluation.Own.ToJson());
        Assert.Equal(-3m, evaluation.RowResults["resultat"][0][0].Value);
        Assert.Equal(["{0}: svaret hämtas från ett annat underlag. Ändra det där."], FormValidator.Check(Report, Answers.Parse("""{"personer":"nej"}"""), complete: false, facts).Select(error => error.Message.Key));
    }

    [Fact]
    public void A_fact_that_nobody_has_given_yet_says_where_to_give_it()
    {
        var errors = FormValidator.Check(Report, Answers.Empty, complete: true, Facts(Answers.Empty));

        Assert.Equal(["personer", "resultat"], errors.Select(error => error.Field));
        Assert.All(errors, error => Assert.Equal("{0}: fyll i {1} först.", error.Message.Key));
    }

    [Fact]
    public void Rows_follow_the_other_forms_rows_by_name_and_lose_nothing_when_a_name_changes()
    {
        var facts = Facts(Answers.Parse("""{"matt":[{"matt":"Nytt","varde":"1"},{"matt":"Tid","varde":"10"}],"personer":"nej"}"""));
        var rows = FormEvaluator.Evaluate(Report, Answers.Parse("""{"resultat":[{"matt":"Tid","efter":"7"},{"matt":"Gammalt","efter":"3"}]}"""), facts).Answers.Rows("resultat");

        Assert.Equal([("Nytt", "1", null), ("Tid", "10", "7"), ("Gammalt", null, "3")], rows.Select(row => (row.Text("matt"), row.Text("varde"), row.Text("efter"))));
    }

    [Fact]
    public void An_assembled_text_holds_what_is_known_with_the_names_of_the_answers()
    {
        var facts = Facts(Answers.Parse("""{"matt":[{"matt":"Väntan","varde":"10","slag":"tid"}]}"""));

        Assert.Equal("Mått: Mått: Väntan; Värde: 10; Slag: Tid\nAntal mått: 1 mått", AnswerText.Of(Report.FieldOf("bakgrund")!, Answers.Empty, Ui.Rendered.Texts, facts).ReplaceLineEndings("\n"));
        Assert.Equal("", AnswerText.Of(Report.FieldOf("bakgrund")!, Answers.Empty, Ui.Rendered.Texts, Facts(Answers.Empty)));
    }

    [Fact]
    public void A_question_that_is_asked_in_several_sections_is_told_with_its_section()
    {
        var form = new FormDefinition("alla", 1, "Alla", "Alla.", [Field.Text("se", "Vad gör ni?").Under("Se"), Field.Text("hora", "Vad gör ni?").Under("Höra"), Field.Text("annat", "Annat?")]);
        Fact Of(string key) => new(new("alla", key), form, form.FieldOf(key), Answers.Empty, null, null);

        Assert.Equal(["Se: Vad gör ni?", "Höra: Vad gör ni?", "Annat?"], new[] { "se", "hora", "annat" }.Select(key => AnswerText.LabelOf(Of(key), Ui.Rendered.Texts)));
    }

    [Fact]
    public void Facts_that_cannot_be_taken_are_told_all_at_once()
    {
        FormDefinition Taking(string key, params Field[] fields) => new(key, 1, "T", "I", fields);
        FormDefinition[] forms =
        [
            Baseline,
            Taking("hanvisad", Field.Text("a", "A")) with { ByReference = true },
            Taking("tar", Field.Carried("x", "X", "saknas", "a"), Field.Carried("y", "Y", "noll", "saknas"), Field.Carried("z", "Z", "noll", "matt.varde"), Field.Carried("q", "Q", "hanvisad", "a", required: true),
                Field.RowsOf("r", "R", new("noll", "fel", "matt"), [Field.Carried("matt", "M", "noll", "matt.matt")])),
            Taking("ett", Field.Carried("x", "X", "tva", "x")),
            Taking("tva", Field.Carried("x", "X", "ett", "x")),
        ];
        var errors = FormChecks.CheckTogether(forms, forms);

        string[] parts = ["the form saknas, which does not exist", "takes saknas from the form noll", "takes matt.varde from the form noll", "may be answered by a reference", "follows fel of the form noll", "form ett v1: takes facts from itself", "form tva v1: takes facts from itself"];
        Assert.All(parts, part => Assert.Contains(errors, error => error.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(parts.Length, errors.Count);
        Assert.Empty(FormChecks.CheckTogether([Baseline, Report with { Fields = [.. Report.Fields.SkipLast(1)] }], [Baseline, Report]));
    }

    [Fact]
    public void What_makes_tables_and_rules_impossible_is_told_all_at_once()
    {
        var form = new FormDefinition("fel", 1, "T", "I",
        [
            Field.YesNo("a", "A"),
            Field.Text("for-tidigt", "F", when: Condition.Is("tabell", "X")),
            Field.YesNo("b", "B"),
            Field.Text("omojligt", "O", when: Condition.Is("tabell", "FINNS_INTE")),
            new() { Key = "tom", Kind = FieldKind.Carried, Label = "T" },
            new() { Key = "tomt", Kind = FieldKind.Assembled, Label = "T" },
            Field.RowsOf("rader", "R", new("noll", "matt", "matt"), [Field.Text("annat", "A")]),
            Field.Text("hanvisning-x", "H"),
        ],
        [new("a", "A", ComputationKind.Sum, ["b"]), new("p", "P", ComputationKind.Percent, ["b"]), new("v", "V", ComputationKind.Sum, ["b"]) { Where = Condition.Is("a", "ja") }])
        {
            ByReference = true,
            Decisions =
            [
                new("tabell", "T", [DecisionRule.Clears("X", "X", Criterion.Is("b", "kanske")), DecisionRule.Needs("N", "N", [new("saknas", "S")], Criterion.Is("senare", "ja"))]),
                new("a", "T", [DecisionRule.Clears("ALLTID", "A"), DecisionRule.Stops("S", "S", "")]),
            ],
            Rules = [new("saknas", new Criterion(CriterionKind.Days) { Of = ["a"] }, "")],
        };
        string[] parts =
        [
            "looks at b, which is not an earlier field", "when tabell is FINNS_INTE", "does not say where its value is", "is put together from nothing", "must be one of its carried columns", "keys that begin with hanvisning",
            "computation a: the key is taken", "computation p: needs 2 operands", "a condition needs a column", "whether b is kanske", "needs the field saknas", "looks at senare", "the last rule must hold always",
            "only the last rule may hold always", "does not say what to change", "decision a: the key is taken", "rule at saknas: there is no such field", "does not say what to do", "Days does not have what it is judged by", "a reference cannot stand for it",
        ];
        var errors = FormChecks.Check(form);
        Assert.All(parts, part => Assert.Contains(errors, error => error.Contains(part, StringComparison.Ordinal)));
    }

    internal static FormFacts Facts(Answers baseline) => new(new Registry(), baseline.Json.Count == 0 ? [] : [new("noll", 1, baseline)]);

    private sealed class Registry : IFormRegistry
    {
        public IReadOnlyList<FormDefinition> All => [Baseline, Report];

        public FormDefinition? Current(string key) => All.FirstOrDefault(form => form.Key == key);

        public FormDefinition? Find(string key, int version) => Current(key);
    }
}
