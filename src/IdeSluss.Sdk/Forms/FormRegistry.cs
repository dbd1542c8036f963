namespace IdeSluss.Sdk.Forms;

/// <summary>Every form of the instance, by key and version.</summary>
public interface IFormRegistry
{
    IReadOnlyList<FormDefinition> All { get; }

    /// <summary>The newest version; null when no such form exists.</summary>
    FormDefinition? Current(string key);

    /// <summary>A certain version, for stored answers; null when a plugin that declared it is gone: the answers are then shown as stored.</summary>
    FormDefinition? Find(string key, int version);
}

/// <summary>What makes a form impossible to use. All errors at once, in words for the developer who declared it.</summary>
public static class FormChecks
{
    public static IReadOnlyList<string> Check(FormDefinition form)
    {
        var errors = new List<string>();
        var where = $"form {form.Key} v{form.Version}";
        if (form.Key.Length == 0 || form.Key.Any(letter => !(char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')))
            errors.Add($"{where}: the key must be lower-case ASCII letters, digits and hyphens.");
        if (form.Version < 1) errors.Add($"{where}: versions start at 1.");
        if (form.Fields.Count == 0) errors.Add($"{where}: has no fields.");
        CheckFields(form.Fields, where, errors, mayHaveRows: true);
        foreach (var computation in form.Computations ?? [])
            foreach (var path in computation.Of)
                if (!Exists(form, path)) errors.Add($"{where}, computation {computation.Key}: there is no field {path}.");
        return errors;
    }

    private static void CheckFields(IReadOnlyList<Field> fields, string where, List<string> errors, bool mayHaveRows)
    {
        foreach (var twice in fields.GroupBy(field => field.Key).Where(group => group.Count() > 1))
            errors.Add($"{where}: the field {twice.Key} is declared {twice.Count()} times.");
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            var here = $"{where}, field {field.Key}";
            if (field.Key.Length == 0 || field.Key.Contains('.', StringComparison.Ordinal)) errors.Add($"{here}: the key must not be empty or hold a dot.");
            if (field.Label.Length == 0) errors.Add($"{here}: has no label.");
            if (field.Kind is FieldKind.Choice or FieldKind.MultiChoice && field.Options.Count < 2) errors.Add($"{here}: a choice needs at least two options.");
            if (field.Min > field.Max) errors.Add($"{here}: the least value is above the greatest.");
            if (field.Kind == FieldKind.Rows && !mayHaveRows) errors.Add($"{here}: rows cannot hold rows.");
            if (field.Kind == FieldKind.Rows && field.RowFields.Count == 0) errors.Add($"{here}: rows need columns.");
            if (field.Kind == FieldKind.Rows && (field.MaxRows is < 1 or > 100 || field.MinRows > field.MaxRows)) errors.Add($"{here}: rows must be 1 to 100, with the least number below the greatest.");
            if (field.When is { } condition && !fields.Take(i).Any(earlier => earlier.Key == condition.Field))
                errors.Add($"{here}: is asked depending on {condition.Field}, which is not an earlier field.");
            if (field.When is { } choice && fields.FirstOrDefault(earlier => earlier.Key == choice.Field) is { Options.Count: > 0 } source
                && choice.AnyOf.FirstOrDefault(answer => source.Options.All(option => option.Value != answer)) is { } impossible)
                errors.Add($"{here}: is asked when {choice.Field} is {impossible}, which cannot be answered.");
            if (field.Kind == FieldKind.Rows) CheckFields(field.RowFields, here, errors, mayHaveRows: false);
        }
    }

    private static bool Exists(FormDefinition form, string path) => path.Split('.') switch
    {
        [var key] => form.Fields.Any(field => field.Key == key),
        [var rows, var column] => form.Fields.FirstOrDefault(field => field.Key == rows)?.RowFields.Any(field => field.Key == column) == true,
        _ => false,
    };
}
