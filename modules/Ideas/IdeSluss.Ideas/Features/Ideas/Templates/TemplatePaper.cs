using IdeSluss.Ideas.Features.Ideas.Papers;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Forms;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Templates;

/// <summary>A template as a document: empty, filled in, or as the example.</summary>
internal static class TemplatePaper
{
    public static Document Empty(FormDefinition form, FormFacts facts, IStringLocalizer texts, InstanceInfo instance) =>
        Paper.Of(instance, texts[form.Title], Version(form, texts), new EmptyFormPaper(texts, facts).Questions(form));

    public static Document Filled(FormEvaluation evaluation, FormFacts facts, IStringLocalizer texts, InstanceInfo instance) =>
        Paper.Of(instance, texts[evaluation.Form.Title], Version(evaluation.Form, texts), evaluation.Own.Json.Count == 0 ? [new Paragraph(texts["Inget är ifyllt än."])] : new FormPaper(texts, facts).Answers(evaluation));

    public static Document Example(TemplateExample example, IStringLocalizer texts, InstanceInfo instance) => Paper.Of(instance, texts["Exempel: {0}", texts[example.Evaluation.Form.Title].Value], Version(example.Evaluation.Form, texts),
    [
        new Paragraph(texts["Ett påhittat exempel: {0}", example.Story], ParagraphStyle.Lead),
        .. new FormPaper(texts, example.Facts).Answers(example.Evaluation),
    ]);

    private static string Version(FormDefinition form, IStringLocalizer texts) => texts["Formulär {0}, version {1}.", form.Key, form.Version].Value.TrimEnd('.');
}
