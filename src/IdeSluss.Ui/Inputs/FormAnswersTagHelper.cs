using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Legal;
using IdeSluss.Ui.Parts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ui.Inputs;

/// <summary>Answers to read, with what is carried, computed and decided. When the definition is gone (its plugin was taken out) they are shown as stored.</summary>
/// <example><code>&lt;form-answers definition="Model.Form" answers="Model.Answers" facts="Model.Facts" /&gt;</code></example>
[HtmlTargetElement("form-answers", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormAnswersTagHelper(IStringLocalizer texts, IEnumerable<LegalReference> laws, TimeProvider time) : TagHelper
{
    public FormDefinition? Definition { get; set; }

    public required Answers Answers { get; set; }

    /// <summary>The case's other forms, where this one takes facts from them.</summary>
    public FormFacts? Facts { get; set; }

    /// <summary>Leaves out what other forms say, where they are shown beside this one.</summary>
    public bool OwnOnly { get; set; }

    /// <summary>Of the form's section headings.</summary>
    public int HeadingLevel { get; set; } = 3;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Definition is null)
        {
            var stored = Markup.Element("dl", "summary-list");
            foreach (var (key, value) in Answers.Json) stored.Add(Item(key, Markup.Element("span").With("lang", PassageLanguage.Of("sv")).Say(Answers.Text(key) ?? value?.ToJsonString() ?? "")));
            output.Become(stored);
            return;
        }

        var evaluation = FormEvaluator.Evaluate(Definition, Answers, Facts);
        var results = new ResultMarkup(texts, laws, time);
        var all = Markup.Element("div", "form-answers").Add(Reference(evaluation.Answers));
        foreach (var section in Definition.InSections())
        {
            var answered = section.Fields.Where(field => evaluation.Asked.GetValueOrDefault(field.Key) == true).Select(field => (field.Label, Value: Value(field, evaluation))).Where(answer => answer.Value is not null).ToList();
            if (answered.Count > 0 && section.Title is { } title) all.Add(TagHelperOutputs.Heading(HeadingLevel, texts[title].Value));
            // A question that only repeats its heading is not said twice.
            all.AddAll(answered.Where(answer => answer.Label == section.Title).Select(answer => Markup.Element("div", "answer-alone").Add(answer.Value)));
            var list = Markup.Element("dl", "summary-list").AddAll(answered.Where(answer => answer.Label != section.Title).Select(answer => Item(texts[answer.Label], answer.Value!)));
            if (list.HasInnerHtml) all.Add(list);
            all.Add(section.Title is null ? null : results.Decisions([.. evaluation.Decisions.Where(result => result.Table.Section == section.Title)]));
        }

        output.Become(all.Add(results.Decisions([.. evaluation.Decisions.Where(result => result.Table.Section is null)])).Add(results.Computed(evaluation.Computed)));
    }

    /// <summary>Null where there is nothing to read.</summary>
    private IHtmlContent? Value(Field question, FormEvaluation evaluation)
    {
        if (OwnOnly && question.Kind is FieldKind.Carried or FieldKind.Assembled) return null;
        if (question.Kind == FieldKind.Assembled) return new CarriedMarkup(texts, time, Facts, null).Parts(question);
        return evaluation.Answers.Json[question.Key] is null ? null : new AnswerMarkup(texts, time, Facts).Value(question, evaluation.Answers, evaluation.RowResults.GetValueOrDefault(question.Key));
    }

    private TagBuilder? Reference(Answers answers)
    {
        if (answers.Reference is not { } reference) return null;
        IHtmlContent place = AnswerMarkup.IsWebAddress(reference) ? AnswerMarkup.Link(reference) : Markup.Element("span").Say(reference);
        return Markup.Element("dl", "summary-list").Add(Item(texts["Finns här"], place)).Add(Item(texts["Vad finns där? En mening"], Markup.Element("span").Say(answers.Text(Answers.ReferenceSaysKey))));
    }

    private static TagBuilder Item(string label, IHtmlContent value) =>
        Markup.Element("div", "summary-item").Add(Markup.Element("dt").Say(label)).Add(Markup.Element("dd").Add(value));
}
