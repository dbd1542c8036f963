using System.Globalization;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Sdk.Forms;

/// <summary>Answers as plain text in the reader's language: for committee texts, for reading aloud and for what is carried between forms.</summary>
public static class AnswerText
{
    /// <summary>The answer to one question; rows become one line each. Empty without an answer.</summary>
    /// <param name="facts">For what is carried: tells what an option is called where it was asked.</param>
    public static string Of(Field field, Answers answers, IStringLocalizer texts, FormFacts? facts = null) => field.Kind switch
    {
        FieldKind.Carried when facts?.FieldBehind(field.From!) is { Kind: not FieldKind.Carried } asked => Of(asked with { Key = field.Key }, answers, texts, facts),
        FieldKind.Assembled => string.Join('\n', Parts(field, texts, facts).Select(part => $"{part.Label}: {part.Said}")),
        FieldKind.Rows => string.Join('\n', answers.Rows(field.Key).Select(row => Row(field, row, texts, facts))),
        FieldKind.Choice or FieldKind.MultiChoice or FieldKind.YesNo or FieldKind.YesNoUnsure => string.Join(", ", answers.Texts(field.Key).Select(value => Label(field, value, texts))),
        FieldKind.Date when DateOnly.TryParseExact(answers.Text(field.Key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture),
        FieldKind.Number => answers.Number(field.Key) is { } number ? Number(number) : answers.Text(field.Key) ?? "",
        _ => answers.Text(field.Key) ?? "",
    };

    /// <summary>What a text is put together from, as far as it is known.</summary>
    public static IEnumerable<(Fact Fact, string Label, string Said)> Parts(Field assembled, IStringLocalizer texts, FormFacts? facts) =>
        facts is null ? [] : (assembled.Parts ?? []).Select(facts.Describe).Where(fact => !fact.IsEmpty).Select(fact => (fact, LabelOf(fact, texts), Of(fact, texts, facts))).Where(part => part.Item3.Length > 0);

    /// <summary>A fact of another form: its answer, result or decision; or where it is found, when that form was answered by a reference.</summary>
    public static string Of(Fact fact, IStringLocalizer texts, FormFacts? facts = null)
    {
        if (fact.Computed is { } computed) return Of(computed, texts);
        if (fact.Decision?.Rule is { } rule) return texts[rule.Says].Value;
        if (fact.Answers.Reference is { } reference) return $"{fact.Answers.Text(Answers.ReferenceSaysKey)} ({reference})".TrimStart();
        return fact.Field is null ? "" : Of(fact.Field, fact.Answers, texts, facts);
    }

    public static string Of(ComputedValue result, IStringLocalizer texts)
    {
        // Decimals of a large sum would claim to know more than the estimates it is made of.
        var said = Math.Abs(result.Value) >= 1_000 ? Number(Math.Round(result.Value, MidpointRounding.AwayFromZero)) : Number(result.Value);
        return result.Computation.Unit is { } unit ? $"{said} {texts[unit].Value}" : said;
    }

    /// <summary>What a fact is called: its question, its result or its decision.</summary>
    public static string LabelOf(Fact fact, IStringLocalizer texts)
    {
        var label = texts[fact.Field?.Label ?? fact.Computed?.Computation.Label ?? fact.Decision?.Table.Title ?? fact.Form?.Title ?? fact.Source.Form].Value;
        return SectionOf(fact) is { } section ? $"{texts[section].Value}: {label}" : label;
    }

    /// <summary>Where the form asks the same question in several sections ("Vad gör ni?"), the section tells which one it is.</summary>
    private static string? SectionOf(Fact fact) =>
        fact is { Field: { } field, Form: { } form } && form.Fields.Count(other => other.Label == field.Label) > 1 ? form.InSections().FirstOrDefault(section => section.Fields.Any(one => one.Key == field.Key))?.Title : null;

    /// <summary>What the answer's value stands for; the value itself when it is no option.</summary>
    public static string Label(Field field, string value, IStringLocalizer texts) =>
        field.Options.FirstOrDefault(option => option.Value == value) is { } option ? texts[option.Label].Value : value;

    public static string Number(decimal number) => number.ToString("#,##0.##", CultureInfo.CurrentCulture);

    private static string Row(Field rows, Answers row, IStringLocalizer texts, FormFacts? facts) =>
        string.Join("; ", rows.RowFields.Select(column => (Column: column, Said: Of(column, row, texts, facts))).Where(cell => cell.Said.Length > 0).Select(cell => $"{texts[cell.Column.Label].Value.TrimEnd('?', ' ')}: {cell.Said}"));
}
