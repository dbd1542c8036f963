using System.Globalization;
using System.Text.Json;
using IdeSluss.Sdk.Forms;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Inputs;

/// <summary>
/// The one renderer of forms that are data. Place it inside a form; read the post with <see cref="Answers.FromPost"/> and the same prefix, and show problems with
/// <c>ShowProblem(problem, prefix)</c>: errors stand at their fields.
/// </summary>
/// <example><code>&lt;form-fields definition="Model.Form" answers="Model.Answers" prefix="Evidence" /&gt;</code></example>
[HtmlTargetElement("form-fields", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormFieldsTagHelper(IStringLocalizer texts) : TagHelper
{
    public required FormDefinition Definition { get; set; }

    public required Answers Answers { get; set; }

    public required string Prefix { get; set; }

    /// <summary>Leaves out the introduction where the page already has one.</summary>
    public bool HideIntro { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private FieldMarkup Fields => field ??= new(texts);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var form = Markup.Element("div", "form-fields");
        if (!HideIntro)
        {
            form.Add(Markup.Element("p", "form-intro").Say(Texts(Definition.Intro)));
            if (Definition.EasyRead is not null) form.Add(Markup.Element("details", "ds-details easy-read").Add(Markup.Element("summary").Say(texts["Lättläst"].Value)).Add(Markup.Element("p").Say(Texts(Definition.EasyRead))));
        }

        foreach (var question in Definition.Fields) form.Add(Conditional(question, question.Kind == FieldKind.Rows ? Rows(question) : One(question, $"{Prefix}.{question.Key}", Answers)));
        output.Become(form.Add(Computed()));
    }

    /// <summary>Without script a dependent question is shown with the words that say when to answer it; with script it hides until then.</summary>
    private TagBuilder Conditional(Field question, IHtmlContent content) => question.When is not { } condition
        ? Markup.Element("div", "question").Add(content).Add(Returning(question))
        : Markup.Element("div", "question dependent")
            .With("data-when-field", $"{Prefix}.{condition.Field}")
            .With("data-when-any", JsonSerializer.Serialize(condition.AnyOf))
            .Add(content).Add(Returning(question));

    private TagBuilder One(Field question, string name, Answers from)
    {
        var look = Look(question, name);
        var value = from.Text(question.Key);
        var options = question.Options.Select(option => new Choice(option.Value, Texts(option.Label)!)).ToList();
        return question.Kind switch
        {
            FieldKind.LongText => Fields.TextArea(look, value, rows: 5, question.MaxLength),
            FieldKind.Choice when options.Count > 7 => Fields.Select(look, value, options, texts["Välj"]),
            FieldKind.Choice or FieldKind.YesNo or FieldKind.YesNoUnsure => Fields.Group(look, from.Texts(question.Key), options, many: false),
            FieldKind.MultiChoice => Fields.Group(look, from.Texts(question.Key), options, many: true),
            FieldKind.Number => Fields.Input(look, value, inputMode: "decimal", autocomplete: "off", maxLength: 12),
            FieldKind.Date => Fields.Input(look, value, type: "date", autocomplete: "off"),
            FieldKind.Link => Fields.Input(look, value, inputMode: "url", autocomplete: "off", maxLength: question.MaxLength, spellcheck: false),
            _ => Fields.Input(look, value, autocomplete: "off", maxLength: question.MaxLength),
        };
    }

    private TagBuilder Rows(Field question)
    {
        var name = $"{Prefix}.{question.Key}";
        var look = Look(question, name);
        var filled = Answers.Rows(question.Key);
        var shown = Math.Min(question.MaxRows, Math.Max(filled.Count + 1, question.MinRows));
        var group = Markup.Element("fieldset", "ds-fieldset rows").With("id", look.Id).With("tabindex", "-1").With("aria-describedby", look.DescribedBy)
            .Add(Markup.Element("legend", "ds-label").Say(look.Label).Add(Fields.RequiredMark(look.Required)))
            .AddAll(Fields.Descriptions(look))
            .Add(Fields.ErrorText(look));
        for (var index = 0; index < shown; index++)
        {
            var number = (index + 1).ToString(CultureInfo.CurrentCulture);
            var row = Markup.Element("fieldset", "ds-fieldset row").Add(Markup.Element("legend").Say(texts["{0}, rad {1}", look.Label, number]));
            foreach (var column in question.RowFields)
                row.Add(One(column, string.Create(CultureInfo.InvariantCulture, $"{name}.{index}.{column.Key}"), index < filled.Count ? filled[index] : Answers.Empty));
            group.Add(row);
        }

        return shown < question.MaxRows
            ? group.Add(Markup.Element("button", "ds-button").With("type", "submit").With("data-variant", "secondary").With("data-size", "sm")
                .With("name", FormRows.AddRow).With("value", name).With("formaction", "#" + look.Id).Say(texts["Lägg till en rad"].Value))
            : group.Add(Markup.Element("p").With("data-field", "description").Say(texts["Fler rader än {0} får inte plats.", question.MaxRows]));
    }

    private TagBuilder? Returning(Field question) =>
        question.Returns is { } rule && Answers.Text(question.Key) == rule.Answer
            ? Markup.Element("div", "ds-alert notice").With("data-color", "warning").Add(Markup.Element("p").Say(Texts(rule.Reason)))
            : null;

    private TagBuilder? Computed()
    {
        var results = FormValidator.Compute(Definition, Answers);
        if (results.Count == 0) return null;
        var list = Markup.Element("dl", "summary-list computed");
        foreach (var result in results)
            list.Add(ComputedMarkup.Item(result, texts));
        return list;
    }

    private FieldLook Look(Field question, string name) => new(
        name,
        Texts(question.Label)!,
        Texts(question.Help),
        question.Required,
        FieldTagHelper.ErrorsOf(ViewContext.ModelState, name),
        Texts(question.EasyRead),
        question.When is { } condition ? AskedWhen(condition) : null);

    private string? AskedWhen(Condition condition)
    {
        if (Definition.Fields.FirstOrDefault(earlier => earlier.Key == condition.Field) is not { } source) return null;
        var answers = source.Options.Where(option => condition.AnyOf.Contains(option.Value)).Select(option => Texts(option.Label)!);
        return texts["Svara om du svarade {0} på ”{1}”.", string.Join(" " + texts["eller"].Value + " ", answers), Texts(source.Label)!];
    }

    private string? Texts(string? key) => string.IsNullOrEmpty(key) ? null : texts[key].Value;
}

/// <summary>The button "Lägg till en rad" of a form that is data.</summary>
public static class FormRows
{
    public const string AddRow = "add-row";

    /// <summary>True when the post only asks for one more row: show the page again with the posted answers, save nothing.</summary>
    public static bool AsksForRow(IFormCollection posted) => posted.ContainsKey(AddRow);
}

internal static class ComputedMarkup
{
    public static TagBuilder Item(ComputedValue result, IStringLocalizer texts)
    {
        var tooLittle = result.Computation.AtLeast is { } least && result.Value < least;
        return Markup.Element("div", "summary-item")
            .Add(Markup.Element("dt").Say(texts[result.Computation.Label].Value))
            .Add(Markup.Element("dd").Say(result.Value.ToString("0.##", CultureInfo.CurrentCulture))
                .Add(tooLittle ? Markup.Element("span", "too-little").Say(" " + texts["(minst {0})", result.Computation.AtLeast!]) : null));
    }
}
