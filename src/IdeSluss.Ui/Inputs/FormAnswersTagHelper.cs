using System.Globalization;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Inputs;

/// <summary>Answers to read. When the definition is gone (its plugin was taken out) they are shown as stored.</summary>
/// <example><code>&lt;form-answers definition="Model.Form" answers="Model.Answers" /&gt;</code></example>
[HtmlTargetElement("form-answers", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormAnswersTagHelper(IStringLocalizer texts, TimeProvider time) : TagHelper
{
    public FormDefinition? Definition { get; set; }

    public required Answers Answers { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var list = Markup.Element("dl", "summary-list");
        if (Definition is null)
        {
            foreach (var (key, value) in Answers.Json) list.Add(Item(key, Markup.Element("span").With("lang", PassageLanguage.Of("sv")).Say(Answers.Text(key) ?? value?.ToJsonString() ?? "")));
            output.Become(list);
            return;
        }

        foreach (var question in Definition.Fields.Where(question => Answers.Meets(question.When) && Answers.Json[question.Key] is not null))
            list.Add(Item(texts[question.Label], question.Kind == FieldKind.Rows ? Table(question) : Value(question, Answers)));
        foreach (var result in FormValidator.Compute(Definition, Answers)) list.Add(ComputedMarkup.Item(result, texts));
        output.Become(list);
    }

    private static TagBuilder Item(string label, IHtmlContent value) =>
        Markup.Element("div", "summary-item").Add(Markup.Element("dt").Say(label)).Add(Markup.Element("dd").Add(value));

    private TagBuilder Table(Field question)
    {
        var label = texts[question.Label].Value;
        var head = Markup.Element("tr");
        foreach (var column in question.RowFields) head.Add(Markup.Element("th").With("scope", "col").Say(texts[column.Label].Value));
        var body = Markup.Element("tbody");
        foreach (var row in Answers.Rows(question.Key))
            body.Add(Markup.Element("tr").AddAll(question.RowFields.Select(column => Markup.Element("td").Add(Value(column, row)))));
        return Markup.Element("div", "table-scroll").With("role", "region").With("aria-label", label).With("tabindex", "0")
            .Add(Markup.Element("table", "ds-table").Add(Markup.Element("thead").Add(head)).Add(body));
    }

    private IHtmlContent Value(Field question, Answers from) => question.Kind switch
    {
        FieldKind.Date when DateOnly.TryParseExact(from.Text(question.Key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => DateMarkup.Day(day, time),
        FieldKind.Link when from.Text(question.Key) is { } link && IsWebAddress(link) => Markup.Element("a", "ds-link").With("href", link).With("rel", "noreferrer nofollow").Say(link),
        FieldKind.LongText => Markup.Element("div", "written").With("lang", PassageLanguage.Of("sv")).Say(from.Text(question.Key)),
        // What was chosen is the form's word, what was typed is Swedish as all evidence.
        _ => Markup.Element("span").With("lang", question.Options.Count > 0 ? null : PassageLanguage.Of("sv")).Say(string.Join(", ", from.Texts(question.Key).Select(value => OptionLabel(question, value)))),
    };

    private string OptionLabel(Field question, string value) =>
        question.Options.FirstOrDefault(option => option.Value == value) is { } option ? texts[option.Label] : value;

    // Only web addresses become links: anything else that was typed here stays text.
    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http");
}
