using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Forms;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Papers;

/// <summary>An empty form to fill in with a pen: boxes to tick, lines to write on, and in words when a question is asked.</summary>
internal sealed class EmptyFormPaper(IStringLocalizer texts, FormFacts facts)
{
    private const int RowsToWriteIn = 5;

    public IEnumerable<DocumentPart> Questions(FormDefinition form)
    {
        yield return new Paragraph(texts[form.Intro], ParagraphStyle.Lead);
        foreach (var section in form.InSections())
        {
            if (section.Title is { } title) yield return new Heading(2, texts[title]);
            foreach (var part in section.Fields.SelectMany(field => Question(field, form, section.Title is null ? 2 : 3))) yield return part;
        }
    }

    private IEnumerable<DocumentPart> Question(Field field, FormDefinition form, int level)
    {
        yield return new Heading(level, texts[field.Label]);
        if (field.When is { } when && form.FieldOf(when.Field) is { } asked)
            yield return new Paragraph(texts["Svara om du svarade {0} på ”{1}”.", string.Join(" " + texts["eller"].Value + " ", when.AnyOf.Select(value => AnswerText.Label(asked, value, texts))), texts[asked.Label].Value], ParagraphStyle.Small);
        if (field.Help is { } help) yield return new Paragraph(texts[help], ParagraphStyle.Small);
        yield return field.Kind switch
        {
            FieldKind.Choice or FieldKind.MultiChoice or FieldKind.YesNo or FieldKind.YesNoUnsure => new ItemList([.. field.Options.Select(option => texts[option.Label].Value)], ItemMarks.Boxes),
            FieldKind.LongText => new AnswerSpace(5),
            FieldKind.Rows => Rows(field),
            FieldKind.Carried => new Paragraph(texts["Hämtas från {0}.", Title(field.From!.Form)], ParagraphStyle.Small),
            FieldKind.Assembled => new Paragraph(texts["Hämtas från {0}.", string.Join(", ", (field.Parts ?? []).Select(part => Title(part.Form)).Distinct())], ParagraphStyle.Small),
            _ => new AnswerSpace(1),
        };
    }

    /// <summary>One column for each question where they fit side by side; otherwise the questions, once.</summary>
    private DocumentPart Rows(Field field) => field.RowFields.Count <= 5
        ? new Table(texts["Fyll i en rad för varje."], [.. field.RowFields.Select(column => texts[column.Label].Value)], [.. Enumerable.Range(0, RowsToWriteIn).Select(_ => (IReadOnlyList<string>)[.. field.RowFields.Select(_ => "")])])
        : new KeyValues([.. field.RowFields.Select(column => new KeyValue(texts[column.Label], string.Join(" / ", column.Options.Select(option => texts[option.Label].Value))))]);

    private string Title(string form) => texts[facts.FormOf(form)?.Title ?? form];
}
