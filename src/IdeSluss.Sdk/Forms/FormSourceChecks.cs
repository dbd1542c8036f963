namespace IdeSluss.Sdk.Forms;

/// <summary>What makes it impossible for forms to take facts from each other.</summary>
internal sealed class FormSourceChecks(IEnumerable<FormDefinition> all)
{
    private readonly Dictionary<string, FormDefinition> current = all.GroupBy(form => form.Key).ToDictionary(versions => versions.Key, versions => versions.MaxBy(form => form.Version)!);

    public IReadOnlyList<string> Check(IEnumerable<FormDefinition> own)
    {
        var errors = new List<string>();
        foreach (var form in own)
        {
            var where = $"form {form.Key} v{form.Version}";
            foreach (var field in form.Fields)
            {
                CheckSources(field, $"{where}, field {field.Key}", errors);
                foreach (var column in field.RowFields) CheckSources(column, $"{where}, field {field.Key}, column {column.Key}", errors, inRows: field.RowsFrom is not null);
                if (field.RowsFrom is { } rows) CheckRows(rows, $"{where}, field {field.Key}", errors);
            }

            if (LeadsBack(form)) errors.Add($"{where}: takes facts from itself by way of other forms.");
        }

        return errors;
    }

    private void CheckSources(Field field, string here, List<string> errors, bool inRows = false)
    {
        foreach (var source in SourcesOf(field))
        {
            if (!current.TryGetValue(source.Form, out var form))
            {
                errors.Add($"{here}: takes a fact from the form {source.Form}, which does not exist.");
                continue;
            }

            if (!Has(form, source.Fact) || (source.Fact.Contains('.', StringComparison.Ordinal) && !inRows)) errors.Add($"{here}: takes {source.Fact} from the form {source.Form}, which does not have it.");
            if (field.Required && form.ByReference) errors.Add($"{here}: needs a fact of the form {source.Form}, which may be answered by a reference.");
        }
    }

    private void CheckRows(RowSource rows, string here, List<string> errors)
    {
        if (!current.TryGetValue(rows.Form, out var form)) errors.Add($"{here}: follows the rows of the form {rows.Form}, which does not exist.");
        else if (!FormChecks.Exists(form.Fields, $"{rows.Rows}.{rows.Key}")) errors.Add($"{here}: follows {rows.Rows} of the form {rows.Form} by {rows.Key}, which it does not have.");
        else if (form.ByReference) errors.Add($"{here}: follows the rows of the form {rows.Form}, which may be answered by a reference.");
    }

    private static bool Has(FormDefinition form, string fact) =>
        FormChecks.Exists(form.Fields, fact) || form.Computations?.Any(result => result.Key == fact) == true || form.Decisions?.Any(table => table.Key == fact) == true;

    private static IEnumerable<FactSource> SourcesOf(Field field) => [.. field.From is { } from ? [from] : Array.Empty<FactSource>(), .. field.Parts ?? []];

    private bool LeadsBack(FormDefinition start)
    {
        var seen = new HashSet<string>();
        var queue = new Queue<string>(FormsBehind(start));
        while (queue.TryDequeue(out var key))
        {
            if (key == start.Key) return true;
            if (seen.Add(key) && current.TryGetValue(key, out var form))
                foreach (var next in FormsBehind(form)) queue.Enqueue(next);
        }

        return false;
    }

    private static IEnumerable<string> FormsBehind(FormDefinition form) =>
        form.Sources().Concat(form.Fields.SelectMany(field => field.Parts ?? []).Select(part => part.Form)).Distinct();
}
