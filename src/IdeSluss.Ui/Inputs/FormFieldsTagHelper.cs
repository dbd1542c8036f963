using System.Text.Json;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Legal;
using IdeSluss.Sdk.Results;
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
/// <example><code>&lt;form-fields definition="Model.Form" answers="Model.Answers" facts="Model.Facts" form-address="Model.AddressOf" prefix="Evidence" /&gt;</code></example>
[HtmlTargetElement("form-fields", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormFieldsTagHelper(IStringLocalizer texts, IEnumerable<LegalReference> laws, TimeProvider time) : TagHelper
{
    public required FormDefinition Definition { get; set; }

    public required Answers Answers { get; set; }

    public required string Prefix { get; set; }

    /// <summary>The case's other forms, where this one takes facts from them.</summary>
    public FormFacts? Facts { get; set; }

    /// <summary>Where a form of the case is changed, by its key.</summary>
    public Func<string, string>? FormAddress { get; set; }

    /// <summary>Leaves out the introduction where the page already has one.</summary>
    public bool HideIntro { get; set; }

    /// <summary>An empty form to look at or print: every question is shown, with the words that say when it is asked.</summary>
    public bool Blank { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private FieldMarkup Fields => field ??= new(texts);

    private ResultMarkup Results => field ??= new(texts, laws, time);

    private CarriedMarkup Carried => field ??= new(texts, time, Facts, FormAddress);

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var evaluation = FormEvaluator.Evaluate(Definition, Answers, Facts);
        var form = Markup.Element("div", "form-fields");
        if (!HideIntro) form.Add(Intro());
        if (Definition.ByReference) form.Add(Reference());
        var shown = new HashSet<string>();
        foreach (var section in Definition.InSections())
        {
            var content = section.Fields.Where(question => IsShown(question, evaluation, shown)).Select(question => Question(question, evaluation)).ToList();
            var results = evaluation.Decisions.Where(result => result.Table.Section == section.Title && section.Title is not null).ToList();
            if (section.Title is { } title && content.Count > 0) form.Add(TagHelperOutputs.Heading(2, texts[title].Value, "ds-heading form-section"));
            form.AddAll(content).Add(Results.Decisions(results));
        }

        form.Add(Results.Decisions([.. evaluation.Decisions.Where(result => result.Table.Section is null)])).Add(Hints(evaluation)).Add(Results.Computed(evaluation.Computed));
        output.Become(form);
    }

    private TagBuilder Intro()
    {
        var intro = Markup.Element("div").Add(Markup.Element("p", "form-intro").Say(Texts(Definition.Intro)));
        if (Definition.EasyRead is not null) intro.Add(Markup.Element("details", "ds-details easy-read").Add(Markup.Element("summary").Say(texts["Lättläst"].Value)).Add(Markup.Element("p").Say(Texts(Definition.EasyRead))));
        return intro.Add(Results.Laws(Definition.Laws));
    }

    /// <summary>A link counts as an answer where a form would be busywork.</summary>
    private TagBuilder Reference()
    {
        FieldLook Own(string key, string label, string? help) => new($"{Prefix}.{key}", label, help, false, FieldTagHelper.ErrorsOf(ViewContext.ModelState, $"{Prefix}.{key}"));
        var link = Own(Answers.ReferenceKey, texts["Länk eller diarienummer"], texts["Då behöver ni inte svara på frågorna nedanför."]);
        var says = Own(Answers.ReferenceSaysKey, texts["Vad finns där? En mening"], null);
        return Markup.Element("details", "ds-details").When(Answers.Reference is not null || link.Errors.Count + says.Errors.Count > 0, "open", "open")
            .Add(Markup.Element("summary").Say(texts["Finns svaret redan någon annanstans?"].Value))
            .Add(Markup.Element("div")
                .Add(Fields.Input(link, Answers.Reference, autocomplete: "off", maxLength: 1_000, spellcheck: false))
                .Add(Fields.Input(says, Answers.Text(Answers.ReferenceSaysKey), autocomplete: "off", maxLength: 500)));
    }

    /// <summary>
    /// A question that depends on an answer given here is in the page, and hides by script until it is asked. One that depends on a decision or on another
    /// form's answer is there only when it is asked: the server knows.
    /// </summary>
    private bool IsShown(Field question, FormEvaluation evaluation, HashSet<string> shown)
    {
        if (Blank) return true;
        var here = question.When is not { } condition || (Definition.FieldOf(condition.Field) is { Kind: not FieldKind.Carried } && shown.Contains(condition.Field)) || evaluation.Asked.GetValueOrDefault(question.Key) == true;
        // A carried fact that nobody has given yet is not asked for here; a required one says where to give it.
        if (question.Kind is FieldKind.Carried) here &= question.Required || evaluation.Answers.Json[question.Key] is not null;
        if (here) shown.Add(question.Key);
        return here;
    }

    private TagBuilder Question(Field question, FormEvaluation evaluation)
    {
        var name = $"{Prefix}.{question.Key}";
        var look = Look(question, name, Definition.Fields);
        var content = question.Kind switch
        {
            FieldKind.Carried when Blank => Carried.TakenFrom(question),
            FieldKind.Carried => Carried.One(question, evaluation.Answers, look),
            FieldKind.Assembled => Carried.Assembled(question),
            FieldKind.Rows => new RowsMarkup(texts, Fields, Carried, FormRows.WantedIn(ViewContext.HttpContext.Request), Blank).Rows(question, look, evaluation, Column),
            _ => One(question, look, Answers),
        };
        return Conditional(question, name, content, Definition.Fields).Add(Returning(question));

        IHtmlContent Column(Field column, string cell, Answers row) => Conditional(column, cell, One(column, Look(column, cell, question.RowFields), row), question.RowFields);
    }

    /// <summary>Without script a dependent question is shown with the words that say when to answer it; with script it hides until then.</summary>
    private static TagBuilder Conditional(Field question, string name, TagBuilder content, IReadOnlyList<Field> siblings) =>
        question.When is { } condition && siblings.Any(field => field.Key == condition.Field && field.Kind != FieldKind.Carried)
            ? Markup.Element("div", "question dependent")
                .With("data-when-field", name[..^question.Key.Length] + condition.Field)
                .With("data-when-any", JsonSerializer.Serialize(condition.AnyOf))
                .Add(content)
            : Markup.Element("div", "question").Add(content);

    private TagBuilder One(Field question, FieldLook look, Answers from)
    {
        var value = from.Text(question.Key) ?? (Answers.Json.Count == 0 ? question.Suggested : null);
        var options = question.Options.Select(option => new Choice(option.Value, question.IsScale ? $"{option.Value}. {Texts(option.Label)}" : Texts(option.Label)!)).ToList();
        return question.Kind switch
        {
            FieldKind.LongText => Fields.TextArea(look, value, rows: question.MaxLength > 1_000 ? 5 : 3, question.MaxLength),
            FieldKind.Choice when options.Count > 7 => Fields.Select(look, value, options, texts["Välj"]),
            FieldKind.Choice or FieldKind.YesNo or FieldKind.YesNoUnsure => Fields.Group(look, from.Texts(question.Key), options, many: false),
            FieldKind.MultiChoice => Fields.Group(look, from.Texts(question.Key), options, many: true),
            FieldKind.Number => Fields.Input(look, value, inputMode: "decimal", autocomplete: "off", maxLength: 12),
            FieldKind.Date => Fields.Input(look, value, type: "date", autocomplete: "off"),
            FieldKind.Link => Fields.Input(look, value, inputMode: "url", autocomplete: "off", maxLength: question.MaxLength, spellcheck: false),
            _ => Fields.Input(look, value, autocomplete: "off", maxLength: question.MaxLength),
        };
    }

    private TagBuilder? Returning(Field question) =>
        question.Returns is { } rule && Answers.Text(question.Key) == rule.Answer
            ? Markup.Element("div", "ds-alert notice").With("data-color", "warning").Add(Markup.Element("p").Say(Texts(rule.Reason)))
            : null;

    private TagBuilder? Hints(FormEvaluation evaluation) =>
        evaluation.Hints.Count == 0 || Answers.Json.Count == 0
            ? null
            : Markup.Element("div", "ds-alert notice").With("data-color", "info").Add(Markup.Element("p").Add(Markup.Element("strong").Say(texts["Tips"].Value)))
                .Add(Markup.Element("ul").AddAll(evaluation.Hints.Select(hint => Markup.Element("li").Say(Sentence(texts.Say(hint.Message))))));

    private FieldLook Look(Field question, string name, IReadOnlyList<Field> siblings) => new(
        name,
        Texts(question.Label)!,
        Texts(question.Help),
        question.Required,
        FieldTagHelper.ErrorsOf(ViewContext.ModelState, name),
        Texts(question.EasyRead),
        question.When is { } condition ? AskedWhen(condition, siblings) : null);

    private string? AskedWhen(Condition condition, IReadOnlyList<Field> siblings)
    {
        if (Definition.Decisions?.FirstOrDefault(table => table.Key == condition.Field) is { } table)
            return Blank ? texts["Fylls i om det behövs. Det beror på: {0}.", Texts(table.Title)!].Value : null;
        var source = siblings.FirstOrDefault(earlier => earlier.Key == condition.Field);
        if (source?.Kind == FieldKind.Carried) source = Blank ? Facts?.FieldBehind(source.From!) is { } asked ? asked with { Label = source.Label } : null : null;
        if (source is null) return null;
        var answers = source.Options.Where(option => condition.AnyOf.Contains(option.Value)).Select(option => Texts(option.Label)!);
        return texts["Svara om du svarade {0} på ”{1}”.", string.Join(" " + texts["eller"].Value + " ", answers), Texts(source.Label)!];
    }

    private string? Texts(string? key) => string.IsNullOrEmpty(key) ? null : texts[key].Value;

    /// <summary>Rules are written to go on from a title; alone they are sentences.</summary>
    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], System.Globalization.CultureInfo.CurrentCulture) + text[1..];
}

/// <summary>The button "Lägg till en rad" of a form that is data.</summary>
public static class FormRows
{
    public const string AddRow = "add-row";

    /// <summary>True when the post only asks for one more row: show the page again with the posted answers, save nothing.</summary>
    public static bool AsksForRow(IFormCollection posted) => posted.ContainsKey(AddRow);

    /// <summary>Posted name of the rows that one more was asked for.</summary>
    internal static string? WantedIn(HttpRequest request) => request.HasFormContentType ? request.Form[AddRow].ToString() : null;
}
