namespace IdeSluss.Sdk.Forms;

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
        CheckFields(form, form.Fields, where, errors, mayHaveRows: true);
        CheckComputations(form.Computations, form.Fields, $"{where}, computation", errors);
        new FormRuleChecks(form, where, errors).Check();
        if (form.ByReference && (form.Decisions is not null || form.Fields.Any(field => field.Returns is not null || field.RowRules?.Any(rule => !rule.Hint) == true)))
            errors.Add($"{where}: is decided on by its answers, so a reference cannot stand for it.");
        return errors;
    }

    /// <summary>Facts that forms take from each other: they must exist, be asked where they are taken from, and lead round in no circle.</summary>
    /// <param name="all">Every form there is, <paramref name="own"/> included.</param>
    public static IReadOnlyList<string> CheckTogether(IEnumerable<FormDefinition> own, IEnumerable<FormDefinition> all) => new FormSourceChecks(all).Check(own);

    internal static void CheckComputations(IReadOnlyList<Computation>? computations, IReadOnlyList<Field> fields, string where, List<string> errors)
    {
        var known = new HashSet<string>();
        foreach (var computation in computations ?? [])
        {
            var here = $"{where} {computation.Key}";
            foreach (var path in computation.Of.Where(path => !known.Contains(path) && !Exists(fields, path))) errors.Add($"{here}: there is no field {path}.");
            if (fields.Any(field => field.Key == computation.Key) || !known.Add(computation.Key)) errors.Add($"{here}: the key is taken.");
            var operands = computation.Kind switch { ComputationKind.Scaled => 1, ComputationKind.Percent => 2, ComputationKind.PresentValue => 3, _ => (int?)null };
            if (operands is { } count && computation.Of.Count != count) errors.Add($"{here}: needs {count} operands.");
            if (computation.Where is { } condition && computation.Of.Any(path => path.Split('.') is not [var rows, _] || !Exists(fields, $"{rows}.{condition.Field}")))
                errors.Add($"{here}: a condition needs a column of the same rows, and {condition.Field} is none.");
        }
    }

    /// <summary>A field, or a column or row result of rows.</summary>
    internal static bool Exists(IReadOnlyList<Field> fields, string path) => path.Split('.') switch
    {
        [var key] => fields.Any(field => field.Key == key),
        [var rows, var column] => fields.FirstOrDefault(field => field.Key == rows) is { } source
            && (source.RowFields.Any(field => field.Key == column) || source.RowComputations?.Any(result => result.Key == column) == true),
        _ => false,
    };

    private static void CheckFields(FormDefinition form, IReadOnlyList<Field> fields, string where, List<string> errors, bool mayHaveRows)
    {
        foreach (var twice in fields.GroupBy(field => field.Key).Where(group => group.Count() > 1))
            errors.Add($"{where}: the field {twice.Key} is declared {twice.Count()} times.");
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            var here = $"{where}, field {field.Key}";
            if (field.Key.Length == 0 || field.Key.Contains('.', StringComparison.Ordinal)) errors.Add($"{here}: the key must not be empty or hold a dot.");
            if (field.Key.StartsWith(Answers.ReferenceKey, StringComparison.Ordinal)) errors.Add($"{here}: keys that begin with {Answers.ReferenceKey} are for references.");
            if (field.Label.Length == 0) errors.Add($"{here}: has no label.");
            if (field.Kind is FieldKind.Choice or FieldKind.MultiChoice && field.Options.Count < 2) errors.Add($"{here}: a choice needs at least two options.");
            if (field.Min > field.Max) errors.Add($"{here}: the least value is above the greatest.");
            if (field.MinLength > field.MaxLength) errors.Add($"{here}: the least length is above the greatest.");
            if (field.Returns is { } returns && field.Options.All(option => option.Value != returns.Answer)) errors.Add($"{here}: returns the case on {returns.Answer}, which cannot be answered.");
            CheckKind(form, field, here, errors, mayHaveRows);
            if (field.When is { } condition) CheckCondition(form, fields.Take(i).ToList(), condition, here, errors, mayHaveRows);
        }
    }

    private static void CheckKind(FormDefinition form, Field field, string here, List<string> errors, bool mayHaveRows)
    {
        if (field.Kind == FieldKind.Carried && field.From is null) errors.Add($"{here}: does not say where its value is.");
        if (field.Kind == FieldKind.Assembled && field.Parts is not { Count: > 0 }) errors.Add($"{here}: is put together from nothing.");
        if (field.Kind == FieldKind.Assembled && field.Required) errors.Add($"{here}: cannot be required; the forms it is put together from can.");
        if (field.Kind != FieldKind.Rows) return;
        if (!mayHaveRows) errors.Add($"{here}: rows cannot hold rows.");
        if (field.RowFields.Count == 0) errors.Add($"{here}: rows need columns.");
        if (field.MaxRows is < 1 or > 100 || field.MinRows > field.MaxRows) errors.Add($"{here}: rows must be 1 to 100, with the least number below the greatest.");
        if (field.RowsFrom is { } from && field.RowFields.All(column => column.Key != from.Key || column.Kind != FieldKind.Carried)) errors.Add($"{here}: follows the rows of {from.Form} by {from.Key}, which must be one of its carried columns.");
        CheckFields(form, field.RowFields, here, errors, mayHaveRows: false);
        CheckComputations(field.RowComputations, field.RowFields, $"{here}, computation", errors);
    }

    private static void CheckCondition(FormDefinition form, List<Field> earlier, Condition condition, string here, List<string> errors, bool mayBeDecision)
    {
        if (mayBeDecision && form.Decisions?.FirstOrDefault(table => table.Key == condition.Field) is { } table)
        {
            foreach (var late in FormRuleChecks.FieldsBehind(form, table).Where(path => earlier.TrueForAll(field => field.Key != path)))
                errors.Add($"{here}: is asked depending on the decision {table.Key}, which looks at {late}, which is not an earlier field.");
            foreach (var impossible in condition.AnyOf.Where(outcome => table.Rules.All(rule => rule.Outcome != outcome)))
                errors.Add($"{here}: is asked when {table.Key} is {impossible}, which it cannot be.");
            return;
        }

        if (earlier.Find(field => field.Key == condition.Field) is not { } source) errors.Add($"{here}: is asked depending on {condition.Field}, which is not an earlier field.");
        else if (source.Options.Count > 0 && condition.AnyOf.FirstOrDefault(answer => source.Options.All(option => option.Value != answer)) is { } impossible)
            errors.Add($"{here}: is asked when {condition.Field} is {impossible}, which cannot be answered.");
    }
}
