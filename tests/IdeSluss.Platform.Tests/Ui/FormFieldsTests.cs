using IdeSluss.Sdk.Forms;
using IdeSluss.Ui.Inputs;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace IdeSluss.Platform.Tests.Ui;

public sealed class FormFieldsTests
{
    private static readonly FormDefinition Everything = new("prov", 1, "Prov", "Alla slags frågor.",
    [
        Field.Text("kort", "Kort text", "Hjälp till kort text", required: true),
        Field.LongText("lang", "Lång text"),
        Field.Choice("ett", "Välj ett", [new("a", "Alfa"), new("b", "Beta")]),
        Field.MultiChoice("flera", "Välj flera", [new("a", "Alfa"), new("b", "Beta")]),
        Field.YesNo("ja-nej", "Berör idén barn?"),
        Field.YesNoUnsure("osaker", "Finns risk?"),
        Field.Number("tal", "Värde", min: 0),
        Field.Date("dag", "Datum"),
        Field.Link("lank", "Var finns det?"),
        Field.LongText("barn", "Vad är bäst för barnet?", when: Condition.Is("ja-nej", "ja")),
        Field.Rows("rader", "Kontakter", [Field.Text("vem", "Vem?", required: true), Field.Choice("roll", "Roll", [new("m", "Målgrupp"), new("p", "Personal")])], minRows: 2, maxRows: 4),
    ], [new("antal", "Antal kontakter", ComputationKind.Count, ["rader.vem"], AtLeast: 3)]);

    private static Rendered Render(Answers? answers = null, string? rowAskedFor = null, params (string Field, string Error)[] errors)
    {
        var view = Rendered.View(errors);
        if (rowAskedFor is not null) view.HttpContext.Request.Form = new FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { [FormRows.AddRow] = rowAskedFor });
        return Rendered.Of(new FormFieldsTagHelper(Rendered.Texts, [], TimeProvider.System) { Definition = Everything, Answers = answers ?? Answers.Empty, Prefix = "Underlag", ViewContext = view });
    }

    [Fact]
    public void Every_control_has_a_label_and_every_id_is_its_own()
    {
        var page = Render();

        Assert.Equal(page.Ids.Count, page.Ids.Distinct().Count());
        Assert.All(page.Values("for"), target => Assert.Contains(target, page.Ids));
        var controls = System.Text.RegularExpressions.Regex.Matches(page.Html, "<(?:input|select|textarea)[^>]*\\sid=\"([^\"]+)\"").Select(match => match.Groups[1].Value);
        Assert.All(controls, control => Assert.Contains(control, page.Values("for")));
    }

    [Fact]
    public void Every_description_that_is_named_exists()
    {
        var page = Render(errors: [("Underlag.kort", "Kort text: fyll i."), ("Underlag.ett", "Välj ett: välj ett av alternativen."), ("Underlag.rader.0.vem", "Vem?: fyll i.")]);

        Assert.All(page.Values("aria-describedby").SelectMany(ids => ids.Split(' ')), id => Assert.Contains(id, page.Ids));
        Assert.Equal(4, page.Values("aria-invalid").Count); // one text, two radio buttons, one text in a row
        Assert.Contains("Kort text: fyll i.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_page_posts_is_what_the_reader_of_posts_expects()
    {
        var posted = new FormCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
        {
            ["Underlag.kort"] = "Text", ["Underlag.flera"] = new(["a", "b"]), ["Underlag.ja-nej"] = "ja", ["Underlag.rader.0.vem"] = "Anna", ["Underlag.rader.1.roll"] = "p",
        });
        var answers = Answers.FromPost(Everything, posted, "Underlag");
        var page = Render(answers);

        Assert.All(posted.Keys, name => Assert.Contains(name, page.Names));
        Assert.Equal(2, answers.Rows("rader").Count);
        Assert.Contains("value=\"Anna\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false, 2)]
    [InlineData(1, true, 2)]
    [InlineData(2, false, 2)]
    [InlineData(2, true, 3)]
    [InlineData(4, true, 4)]
    public void An_empty_row_is_shown_up_to_the_least_number_and_where_one_was_asked_for(int filled, bool asked, int shown)
    {
        var rows = new System.Text.Json.Nodes.JsonArray([.. Enumerable.Range(0, filled).Select(i => (System.Text.Json.Nodes.JsonNode)new System.Text.Json.Nodes.JsonObject { ["vem"] = $"Person {i}" })]);
        var page = Render(new Answers(new() { ["rader"] = rows }), asked ? "Underlag.rader" : null);

        Assert.Equal(shown, page.Names.Count(name => name.EndsWith(".vem", StringComparison.Ordinal)));
        Assert.Equal(shown < 4, page.Names.Contains(FormRows.AddRow));
    }

    [Fact]
    public void A_dependent_question_says_when_to_answer_it()
    {
        Assert.Contains("Svara om du svarade Ja på ”Berör idén barn?”.", Render().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_computed_result_that_is_too_low_says_how_much_is_needed()
    {
        Assert.Contains("(minst 3)", Render().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_is_text_and_never_markup()
    {
        var page = Render(new Answers(new() { ["kort"] = "\"><script>alert(1)</script>", ["lang"] = "</textarea><script>alert(1)</script>" }));

        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Answers_to_read_show_labels_and_only_what_was_asked()
    {
        var answers = new Answers(new() { ["ja-nej"] = "nej", ["barn"] = "Ska inte synas", ["lank"] = "javascript:alert(1)", ["ett"] = "b" });
        var page = Rendered.Of(new FormAnswersTagHelper(Rendered.Texts, [], TimeProvider.System) { Definition = Everything, Answers = answers });

        Assert.Contains("Beta", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ska inte synas", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Values("href"));
    }

    [Fact]
    public void Answers_whose_form_is_gone_are_shown_as_stored()
    {
        var page = Rendered.Of(new FormAnswersTagHelper(Rendered.Texts, [], TimeProvider.System) { Answers = Answers.Parse("""{"gammal":"Kvar","tal":[1,2]}""") });

        Assert.Contains("gammal", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kvar", page.Text, StringComparison.Ordinal);
    }
}
