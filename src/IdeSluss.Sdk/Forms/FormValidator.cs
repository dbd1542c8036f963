using System.Globalization;
using System.Text.Json.Nodes;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Sdk.Forms;

/// <summary>Checks answers against a form, for page and API alike, and computes its results.</summary>
public static class FormValidator
{
    /// <summary>
    /// What must be corrected before the answers can be stored. <paramref name="complete"/> false allows gaps (a card that grows), but never wrong values.
    /// Field names in errors are <c>field</c> or <c>rows.index.column</c>.
    /// </summary>
    public static IReadOnlyList<FieldError> Check(FormDefinition form, Answers answers, bool complete)
    {
        var errors = new List<FieldError>();
        foreach (var unknown in answers.Json.Select(pair => pair.Key).Where(key => form.Fields.All(field => field.Key != key)))
            errors.Add(new(unknown, new Text("{0}: frågan finns inte i formuläret.", unknown)));

        foreach (var field in form.Fields.Where(field => answers.Meets(field.When)))
        {
            if (field.Kind == FieldKind.Rows)
                CheckRows(field, answers, complete, errors);
            else
                CheckField(field, field.Key, answers, complete, errors);
        }

        if (complete && errors.Count == 0)
            foreach (var result in Compute(form, answers))
                if (result.Computation.AtLeast is { } least && result.Value < least)
                    errors.Add(new(result.Computation.Of[0].Split('.')[0], result.Computation.Otherwise ?? result.Computation.Label));
        return errors;
    }

    /// <summary>The answers without those whose condition does not hold: what is stored is what was asked.</summary>
    public static Answers Asked(FormDefinition form, Answers answers)
    {
        var json = new JsonObject();
        foreach (var field in form.Fields)
            if (answers.Meets(field.When) && answers.Json[field.Key] is { } value) json[field.Key] = value.DeepClone();
        return new(json);
    }

    public static IReadOnlyList<ComputedValue> Compute(FormDefinition form, Answers answers) =>
        [.. (form.Computations ?? []).Select(computation => new ComputedValue(computation, Value(computation, answers)))];

    /// <summary>The reasons why these answers return the case; empty when none does.</summary>
    public static IReadOnlyList<string> ReturnReasons(FormDefinition form, Answers answers) =>
        [.. form.Fields.Where(field => field.Returns is { } rule && answers.Meets(field.When) && answers.Text(field.Key) == rule.Answer).Select(field => field.Returns!.Reason)];

    private static void CheckRows(Field field, Answers answers, bool complete, List<FieldError> errors)
    {
        var rows = answers.Rows(field.Key);
        if (answers.Json[field.Key] is not null and not JsonArray) errors.Add(new(field.Key, new Text("{0}: ska vara en lista.", field.Label)));
        if (rows.Count > field.MaxRows) errors.Add(new(field.Key, new Text("{0}: högst {1} rader.", field.Label, field.MaxRows)));
        if (complete && rows.Count < field.MinRows) errors.Add(new(field.Key, new Text("{0}: fyll i minst {1}.", field.Label, field.MinRows)));
        foreach (var (row, index) in rows.Take(field.MaxRows).Select((row, index) => (row, index)))
            foreach (var column in field.RowFields)
                CheckField(column, string.Create(CultureInfo.InvariantCulture, $"{field.Key}.{index}.{column.Key}"), row, complete, errors);
    }

    private static void CheckField(Field field, string name, Answers answers, bool complete, List<FieldError> errors)
    {
        var values = answers.Texts(field.Key).Where(value => !string.IsNullOrWhiteSpace(value)).ToList();
        if (values.Count == 0)
        {
            if (complete && field.Required) errors.Add(new(name, new Text("{0}: fyll i.", field.Label)));
            return;
        }

        if (Wrong(field, values) is { } wrong) errors.Add(new(name, wrong));
    }

    private static Text? Wrong(Field field, List<string> values)
    {
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.LongText or FieldKind.Link when values[0].Length > field.MaxLength:
                return new("{0}: texten är {1} tecken, högst {2} får plats.", field.Label, values[0].Length, field.MaxLength);
            case FieldKind.Choice or FieldKind.YesNo or FieldKind.YesNoUnsure or FieldKind.MultiChoice
                when values.Exists(value => field.Options.All(option => option.Value != value)):
                return new("{0}: välj ett av alternativen.", field.Label);
            case FieldKind.Number:
                if (Answers.ParseNumber(values[0]) is not { } number) return new("{0}: skriv ett tal med siffror.", field.Label);
                if (number < field.Min) return new("{0}: minst {1}.", field.Label, field.Min);
                return number > field.Max ? new Text("{0}: högst {1}.", field.Label, field.Max) : null;
            case FieldKind.Date when !DateOnly.TryParseExact(values[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                return new("{0}: skriv datumet som 2026-05-31.", field.Label);
            default:
                return null;
        }
    }

    private static decimal Value(Computation computation, Answers answers)
    {
        var numbers = computation.Of.SelectMany(path => Numbers(path, answers));
        return computation.Kind switch
        {
            ComputationKind.Product => numbers.Aggregate(1m, (product, number) => product * number),
            ComputationKind.Sum => numbers.Sum(),
            ComputationKind.Count => computation.Of.Sum(path => CountOf(path, computation.Answers, answers)),
            _ => throw new ArgumentOutOfRangeException(nameof(computation), computation.Kind, "Unknown computation."),
        };
    }

    private static IEnumerable<decimal> Numbers(string path, Answers answers) =>
        path.Split('.') is [var rows, var column]
            ? answers.Rows(rows).Select(row => row.Number(column)).OfType<decimal>()
            : answers.Number(path) is { } number ? [number] : [];

    private static decimal CountOf(string path, IReadOnlyList<string>? wanted, Answers answers)
    {
        bool Matches(IReadOnlyList<string> values) => wanted is null ? values.Count > 0 : values.Any(wanted.Contains);
        return path.Split('.') is [var rows, var column]
            ? answers.Rows(rows).Count(row => Matches(row.Texts(column)))
            : Matches(answers.Texts(path)) ? 1 : 0;
    }
}

public sealed record ComputedValue(Computation Computation, decimal Value);
