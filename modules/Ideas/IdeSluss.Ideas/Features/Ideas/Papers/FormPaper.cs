using System.Globalization;
using IdeSluss.Sdk.Documents;
using IdeSluss.Sdk.Forms;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.Papers;

/// <summary>A form's answers as parts of a document, in the same order and with the same words as on the page.</summary>
/// <param name="level">Of the section headings.</param>
internal sealed class FormPaper(IStringLocalizer texts, FormFacts? facts, int level = 2)
{
    /// <summary>A wider table cannot be read on paper.</summary>
    private const int MostColumns = 5;

    public IEnumerable<DocumentPart> Answers(FormEvaluation evaluation)
    {
        if (evaluation.Answers.Reference is { } reference)
            yield return new KeyValues([new(texts["Finns här"], reference), new(texts["Vad finns där? En mening"], evaluation.Answers.Text(Sdk.Forms.Answers.ReferenceSaysKey) ?? "", "sv")]);
        foreach (var section in evaluation.Form.InSections())
        {
            var said = section.Fields.Where(field => evaluation.Asked.GetValueOrDefault(field.Key) == true).SelectMany(field => Answer(field, evaluation, section.Title)).ToList();
            if (said.Count > 0 && section.Title is { } title) yield return new Heading(level, texts[title]);
            foreach (var part in Joined(said)) yield return part;
            foreach (var part in Decisions(evaluation, section.Title)) yield return part;
        }

        if (evaluation.Form.InSections().All(section => section.Title is not null))
            foreach (var part in Decisions(evaluation, null)) yield return part;
        if (evaluation.Computed.Count > 0) yield return new KeyValues([.. evaluation.Computed.Select(Computed)]);
    }

    private IEnumerable<DocumentPart> Answer(Field field, FormEvaluation evaluation, string? section)
    {
        // A question that only repeats its heading is not said twice.
        var label = field.Label == section ? null : texts[field.Label].Value;
        if (field.Kind == FieldKind.Assembled)
        {
            var parts = AnswerText.Parts(field, texts, facts).ToList();
            if (parts.Count == 0) yield break;
            if (label is not null) yield return new Paragraph(label, ParagraphStyle.Strong);
            yield return new KeyValues([.. parts.Select(part => new KeyValue(part.Label, part.Said, "sv"))]);
            yield break;
        }

        if (evaluation.Answers.Json[field.Key] is null) yield break;
        var asked = field.Kind == FieldKind.Carried && facts?.FieldBehind(field.From!) is { Kind: not FieldKind.Carried } source ? source with { Key = field.Key } : field;
        if (asked.Kind == FieldKind.Rows)
        {
            foreach (var part in Rows(asked, evaluation)) yield return part;
            yield break;
        }

        var text = Said(asked, evaluation.Answers);
        if (label is not null && asked.Kind != FieldKind.LongText)
        {
            yield return new KeyValues([new(label, text, Written(asked) ? "sv" : null)]);
            yield break;
        }

        if (label is not null) yield return new Paragraph(label, ParagraphStyle.Strong);
        yield return new Paragraph(text) { Language = Written(asked) ? "sv" : null };
    }

    private IEnumerable<DocumentPart> Rows(Field question, FormEvaluation evaluation)
    {
        var rows = evaluation.Answers.Rows(question.Key);
        var columns = question.RowFields.Where(column => rows.Any(row => row.Json[column.Key] is not null)).ToList();
        var results = evaluation.RowResults.GetValueOrDefault(question.Key) ?? [];
        var computed = (question.RowComputations ?? []).Where(one => results.Any(row => row.Any(result => result.Computation == one))).ToList();
        if (rows.Count == 0 || columns.Count == 0) return [];
        if (columns.Count + computed.Count <= MostColumns)
            return [new Table(texts[question.Label], [.. columns.Select(column => texts[column.Label].Value), .. computed.Select(one => texts[one.Label].Value)],
                [.. rows.Select((row, index) => (IReadOnlyList<string>)[.. columns.Select(column => Said(column, row)), .. computed.Select(one => Result(results, index, one))])])];
        return
        [
            new Paragraph(texts[question.Label], ParagraphStyle.Strong),
            .. rows.Select((row, index) => new KeyValues(
            [
                .. columns.Where(column => row.Json[column.Key] is not null).Select(column => new KeyValue(texts[column.Label], Said(column, row), Written(column) ? "sv" : null)),
                .. computed.Select(one => new KeyValue(texts[one.Label], Result(results, index, one))),
            ])),
        ];
    }

    private string Result(IReadOnlyList<IReadOnlyList<ComputedValue>> results, int row, Computation one) =>
        results.ElementAtOrDefault(row)?.FirstOrDefault(result => result.Computation == one) is { } value ? AnswerText.Of(value, texts) : "–";

    private KeyValue Computed(ComputedValue result) => new(texts[result.Computation.Label], AnswerText.Of(result, texts));

    private IEnumerable<DocumentPart> Decisions(FormEvaluation evaluation, string? section)
    {
        var decided = evaluation.Decisions.Where(result => result.Table.Section == section && result.Rule is not null).ToList();
        if (decided.Count > 0) yield return new KeyValues([.. decided.Select(result => new KeyValue(texts[result.Table.Title], texts[result.Rule!.Says]))]);
    }

    private string Said(Field field, Answers answers) =>
        field.Kind == FieldKind.Date && DateOnly.TryParseExact(answers.Text(field.Key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)
            : AnswerText.Of(field, answers, texts, facts);

    /// <summary>What was chosen is the form's word, what was typed is Swedish as all evidence.</summary>
    private static bool Written(Field field) => field.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Link;

    /// <summary>Facts that follow each other are one table.</summary>
    private static IEnumerable<DocumentPart> Joined(IEnumerable<DocumentPart> parts)
    {
        List<KeyValue> facts = [];
        foreach (var part in parts)
        {
            if (part is KeyValues { Items: [var only] })
            {
                facts.Add(only);
                continue;
            }

            if (facts.Count > 0) yield return new KeyValues([.. facts]);
            facts.Clear();
            yield return part;
        }

        if (facts.Count > 0) yield return new KeyValues(facts);
    }
}
