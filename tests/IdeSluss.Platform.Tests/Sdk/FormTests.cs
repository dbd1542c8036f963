using IdeSluss.Sdk.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace IdeSluss.Platform.Tests.Sdk;

public sealed class FormTests
{
    private static readonly FormDefinition Form = new("provning", 1, "Prövning", "Berätta.",
    [
        Field.Text("namn", "Namn", required: true, maxLength: 20),
        Field.YesNo("kostar", "Kostar det?", required: true, returns: new("nej", "Ta reda på det.")),
        Field.Number("belopp", "Belopp", required: true, min: 0, max: 1_000, when: Condition.Is("kostar", "ja")),
        Field.Date("datum", "Datum"),
        Field.MultiChoice("berorda", "Berörda", [new("barn", "Barn"), new("aldre", "Äldre")]),
        Field.Rows("risker", "Risker", [Field.Text("risk", "Risk", required: true), Field.Number("niva", "Nivå", min: 1, max: 5)], minRows: 1, maxRows: 3),
    ],
    [
        new("summa", "Summa", ComputationKind.Sum, ["risker.niva"]),
        new("antal", "Antal", ComputationKind.Count, ["risker.risk"], AtLeast: 2, Otherwise: "Beskriv minst två risker."),
    ]);

    [Fact]
    public void Complete_answers_pass()
    {
        var answers = Answers.Parse("""{"namn":"Bänk","kostar":"ja","belopp":"12,5","datum":"2026-05-31","berorda":["barn"],"risker":[{"risk":"a","niva":"2"},{"risk":"b","niva":3}]}""");

        Assert.Empty(FormValidator.Check(Form, answers, complete: true));
        Assert.Equal([5m, 2m], FormValidator.Compute(Form, answers).Select(result => result.Value));
    }

    [Theory]
    [InlineData("""{}""", "namn,kostar,risker")]
    [InlineData("""{"namn":"Ett namn som är alldeles för långt","kostar":"kanske","risker":[{"niva":"9"},{"risk":"x","niva":"två"}]}""", "namn,kostar,risker.0.risk,risker.0.niva,risker.1.niva")]
    [InlineData("""{"namn":"x","kostar":"ja","belopp":"-1","datum":"31/5","berorda":["barn","hund"],"risker":[{"risk":"a"}]}""", "belopp,datum,berorda")]
    [InlineData("""{"namn":"x","kostar":"ja","belopp":"2000","risker":[{"risk":"a"},{"risk":"b"},{"risk":"c"},{"risk":"d"}]}""", "belopp,risker")]
    [InlineData("""{"namn":"x","kostar":"nej","okand":"1","risker":[{"risk":"a"},{"risk":"b"}]}""", "okand")]
    [InlineData("""{"namn":"x","kostar":"nej","risker":[{"risk":"a"}]}""", "risker")]
    public void Each_error_names_its_field(string json, string fields) =>
        Assert.Equal(fields.Split(','), FormValidator.Check(Form, Answers.Parse(json), complete: true).Select(error => error.Field));

    [Fact]
    public void A_question_that_is_not_asked_is_neither_required_nor_kept()
    {
        var answers = Answers.Parse("""{"namn":"x","kostar":"nej","belopp":"fel","risker":[{"risk":"a"},{"risk":"b"}]}""");

        Assert.Empty(FormValidator.Check(Form, answers, complete: true));
        Assert.DoesNotContain("belopp", FormValidator.Asked(Form, answers).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_growing_card_may_have_gaps_but_no_wrong_values()
    {
        Assert.Empty(FormValidator.Check(Form, Answers.Parse("""{"namn":"x"}"""), complete: false));
        Assert.Equal("datum", Assert.Single(FormValidator.Check(Form, Answers.Parse("""{"datum":"i morgon"}"""), complete: false)).Field);
    }

    [Fact]
    public void An_answer_that_returns_the_case_gives_its_reason() =>
        Assert.Equal(["Ta reda på det."], FormEvaluator.Evaluate(Form, Answers.Parse("""{"kostar":"nej"}""")).Open.Select(error => error.Message.Key));

    [Fact]
    public void A_post_is_read_by_declared_names_only_and_empty_rows_fall_away()
    {
        var posted = new FormCollection(new Dictionary<string, StringValues>
        {
            ["f.namn"] = "  Bänk ",
            ["f.okand"] = "x",
            ["f.berorda"] = new(["barn", "aldre"]),
            ["f.risker.0.risk"] = "a",
            ["f.risker.1.risk"] = " ",
            ["f.risker.2.niva"] = "3",
        });

        Assert.Equal("""{"namn":"Bänk","berorda":["barn","aldre"],"risker":[{"risk":"a"},{"niva":"3"}]}""",
            System.Text.RegularExpressions.Regex.Unescape(Answers.FromPost(Form, posted, "f").ToJson()));
    }

    [Theory]
    [InlineData("12,5", 12.5)]
    [InlineData("1 000", 1000d)]
    [InlineData("1\u00a0000,5", 1000.5)]
    [InlineData("-3", -3d)]
    [InlineData("tre", null)]
    [InlineData("1e3", null)]
    [InlineData("", null)]
    public void Numbers_are_read_as_people_write_them(string text, double? number) => Assert.Equal((decimal?)number, Answers.ParseNumber(text));

    [Fact]
    public void What_makes_a_form_impossible_is_told_all_at_once()
    {
        var errors = FormChecks.Check(new("Fel Nyckel", 0, "T", "I",
        [
            Field.Text("a.b", ""),
            Field.Text("dubbel", "D"),
            Field.Text("dubbel", "D"),
            Field.Choice("val", "V", [new("ett", "Ett")]),
            Field.Number("tal", "T", min: 5, max: 1),
            Field.Text("villkor", "V", when: Condition.Is("senare", "ja")),
            Field.YesNo("senare", "S"),
            Field.Text("omojlig", "O", when: Condition.Is("senare", "kanske")),
            Field.Rows("rader", "R", [Field.Rows("inre", "I", [Field.Text("x", "X")])]),
            Field.Rows("tom", "T", [], minRows: 5, maxRows: 2),
        ],
        [new("c", "C", ComputationKind.Sum, ["saknas", "rader.saknas"])]));

        string[] parts =
        [
            "the key must be lower-case", "versions start at 1", "hold a dot", "has no label", "field dubbel is declared 2 times", "at least two options", "least value is above",
            "depending on senare", "is kanske, which cannot be answered", "rows cannot hold rows", "rows need columns", "rows must be 1 to 100", "no field saknas", "no field rader.saknas",
        ];
        Assert.All(parts, part => Assert.Contains(errors, error => error.Contains(part, StringComparison.Ordinal)));
        Assert.Equal(parts.Length, errors.Count);
        Assert.Empty(FormChecks.Check(Form));
    }

    [Fact]
    public void The_content_hash_sees_every_change()
    {
        Assert.Equal(Form.ContentHash(), (Form with { }).ContentHash());
        Assert.NotEqual(Form.ContentHash(), (Form with { Intro = "Berätta mer." }).ContentHash());
        Assert.NotEqual(Form.ContentHash(), (Form with { Fields = [.. Form.Fields.Skip(1)] }).ContentHash());
        Assert.NotEqual(Form.ContentHash(), (Form with { Fields = [Form.Fields[0] with { Required = false }, .. Form.Fields.Skip(1)] }).ContentHash());
    }

    /// <summary>Forms that are stored somewhere must keep their hash whatever the Sdk learns: this one was written down before it learnt decision tables.</summary>
    [Fact]
    public void A_form_that_uses_nothing_new_keeps_its_hash() => Assert.Equal(
        "3b078177ca3e7653fc676870097f03dc114f6d65268603333f08c11f35db786d",
        new FormDefinition("pinned", 1, "Nollmätning", "Hur är det i dag?",
        [
            Field.Text("matt", "Vad mäter ni?", required: true),
            Field.YesNo("kostar", "Kostar det?", returns: new("nej", "Ta reda på det.")),
            Field.Rows("rader", "Rader", [Field.Number("tal", "Tal", required: true, min: 0)], minRows: 1, when: Condition.Is("kostar", "ja")),
        ],
        [new("antal", "Antal", ComputationKind.Count, ["rader.tal"], null, 1, "Minst en.")]).ContentHash());
}
