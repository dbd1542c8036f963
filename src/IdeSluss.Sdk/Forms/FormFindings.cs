using System.Globalization;
using System.Text.Json.Nodes;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Sdk.Forms;

/// <summary>What is wrong in answers, and what they miss.</summary>
internal sealed class FormFindings(FormDefinition form, Answers given, AnswerScope scope, FormFacts? facts)
{
    private readonly List<Finding> findings = [];

    public List<Finding> All(IReadOnlyList<ComputedValue> computed)
    {
        CheckKeys();
        foreach (var field in form.Fields.Where(field => scope.IsAsked(field.Key) == true))
        {
            if (field.Kind == FieldKind.Rows) CheckRows(field);
            else CheckField(field, field.Key, scope);
        }

        findings.AddRange(FormEvaluator.Broken(form.Rules, scope, hint: false, null).Select(Missing));
        if (findings.Count == 0)
            findings.AddRange(computed.Where(result => result.Value < result.Computation.AtLeast)
                .Select(result => Missing(new(FieldBehind(result.Computation), result.Computation.Otherwise ?? result.Computation.Label))));
        return findings;
    }

    /// <summary>The first question that a result rests on, through other results.</summary>
    private string FieldBehind(Computation computation)
    {
        var first = computation.Of[0].Split('.')[0];
        return form.FieldOf(first) is null && form.Computations!.FirstOrDefault(earlier => earlier.Key == first) is { } inner ? FieldBehind(inner) : first;
    }

    private void CheckKeys()
    {
        foreach (var key in given.Json.Select(pair => pair.Key))
        {
            if (form.ByReference && key is Answers.ReferenceKey or Answers.ReferenceSaysKey)
            {
                if (given.Text(key)?.Length > (key == Answers.ReferenceKey ? 1_000 : 500)) Wrong(key, new Text("Texten är {0} tecken, högst {1} får plats.", given.Text(key)!.Length, key == Answers.ReferenceKey ? 1_000 : 500));
            }
            else if (form.FieldOf(key) is not { } field)
            {
                Wrong(key, new Text("{0}: frågan finns inte i formuläret.", key));
            }
            else if (field.Kind is FieldKind.Carried or FieldKind.Assembled)
            {
                Wrong(key, new Text("{0}: svaret hämtas från ett annat underlag. Ändra det där.", new Text(field.Label)));
            }
        }
    }

    private void CheckRows(Field field)
    {
        var label = new Text(field.Label);
        if (given.Json[field.Key] is not null and not JsonArray) Wrong(field.Key, new Text("{0}: ska vara en lista.", label));
        var rows = scope.Rows.GetValueOrDefault(field.Key) ?? [];
        if (rows.Count > field.MaxRows) Wrong(field.Key, new Text("{0}: högst {1} rader.", label, field.MaxRows));
        if (rows.Count < field.MinRows)
            findings.Add(Missing(new(field.Key, field.RowsFrom is { } from ? FillFirst(label, from.Form) : new Text("{0}: fyll i minst {1}.", label, field.MinRows))));
        foreach (var (row, index) in rows.Take(field.MaxRows).Select((row, index) => (row, index)))
        {
            foreach (var column in field.RowFields.Where(column => row.IsAsked(column.Key) == true)) CheckField(column, NameOf(field, index, column.Key), row);
            findings.AddRange(FormEvaluator.Broken(field.RowRules, row, hint: false, index).Select(error => Missing(error with { Field = NameOf(field, index, error.Field) })));
        }

        foreach (var (row, index) in given.Rows(field.Key).Take(field.MaxRows).Select((row, index) => (row, index)))
            foreach (var unknown in row.Json.Select(pair => pair.Key).Where(key => field.RowFields.All(column => column.Key != key)))
                Wrong(NameOf(field, index, unknown), new Text("{0}: frågan finns inte i formuläret.", unknown));
    }

    private void CheckField(Field field, string name, AnswerScope within)
    {
        if (field.Kind == FieldKind.Assembled) return;
        var label = new Text(field.Label);
        var values = within.Values(field.Key);
        if (values.Count == 0)
        {
            // A list or table that was carried is an answer too.
            if (field.Kind == FieldKind.Carried && within.Answers.Json[field.Key] is not null) return;
            if (field.Required) findings.Add(Missing(new(name, field.Kind == FieldKind.Carried ? FillFirst(label, field.From!.Form) : new Text("{0}: fyll i.", label))));
            return;
        }

        if (field.Kind == FieldKind.Carried) return;
        if (WrongValue(field, label, values) is { } wrong) Wrong(name, wrong);
        else if (values[0].Trim().Length < field.MinLength) findings.Add(Missing(new(name, new Text("{0}: skriv ett skäl med några ord.", label))));
    }

    private static Text? WrongValue(Field field, Text label, IReadOnlyList<string> values)
    {
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.LongText or FieldKind.Link when values[0].Length > field.MaxLength:
                return new("{0}: texten är {1} tecken, högst {2} får plats.", label, values[0].Length, field.MaxLength);
            case FieldKind.Choice or FieldKind.YesNo or FieldKind.YesNoUnsure or FieldKind.MultiChoice
                when values.Any(value => field.Options.All(option => option.Value != value)):
                return new("{0}: välj ett av alternativen.", label);
            case FieldKind.Number:
                if (Answers.ParseNumber(values[0]) is not { } number) return new("{0}: skriv ett tal med siffror.", label);
                if (number < field.Min) return new("{0}: minst {1}.", label, field.Min);
                return number > field.Max ? new Text("{0}: högst {1}.", label, field.Max) : null;
            case FieldKind.Date when !DateOnly.TryParseExact(values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                return new("{0}: skriv datumet som 2026-05-31.", label);
            default:
                return null;
        }
    }

    private Text FillFirst(Text label, string otherForm) => new("{0}: fyll i {1} först.", label, new Text(facts?.FormOf(otherForm)?.Title ?? otherForm));

    private static string NameOf(Field rows, int index, string column) => string.Create(CultureInfo.InvariantCulture, $"{rows.Key}.{index}.{column}");

    private void Wrong(string field, Text message) => findings.Add(new(new(field, message), Gap: false));

    private static Finding Missing(FieldError error) => new(error, Gap: true);
}
