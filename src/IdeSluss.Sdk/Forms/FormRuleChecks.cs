namespace IdeSluss.Sdk.Forms;

/// <summary>What makes decision tables and rules impossible to evaluate.</summary>
internal sealed class FormRuleChecks(FormDefinition form, string where, List<string> errors)
{
    private readonly HashSet<string> names = [.. form.Fields.Select(field => field.Key), .. (form.Computations ?? []).Select(computation => computation.Key)];

    public void Check()
    {
        var tables = form.Decisions ?? [];
        for (var i = 0; i < tables.Count; i++)
        {
            CheckTable(tables[i], $"{where}, decision {tables[i].Key}", tables.Take(i).Select(table => table.Key).ToHashSet());
            if (!names.Add(tables[i].Key)) errors.Add($"{where}, decision {tables[i].Key}: the key is taken.");
        }

        CheckRules(form.Rules, path => names.Contains(path) || FormChecks.Exists(form.Fields, path), path => form.FieldOf(path), where);
        foreach (var rows in form.Fields.Where(field => field.RowRules is not null))
            CheckRules(rows.RowRules, path => rows.RowFields.Any(column => column.Key == path) || rows.RowComputations?.Any(result => result.Key == path) == true,
                path => rows.RowFields.FirstOrDefault(column => column.Key == path), $"{where}, field {rows.Key}");
    }

    /// <summary>The questions that a table looks at, through earlier tables and computations too.</summary>
    public static IReadOnlyList<string> FieldsBehind(FormDefinition form, DecisionTable table)
    {
        var seen = new HashSet<string>();
        var fields = new List<string>();
        var queue = new Queue<string>(table.Rules.SelectMany(rule => rule.When?.Paths ?? []));
        while (queue.TryDequeue(out var path))
        {
            if (!seen.Add(path)) continue;
            var inner = form.Decisions?.FirstOrDefault(other => other.Key == path)?.Rules.SelectMany(rule => rule.When?.Paths ?? [])
                ?? form.Computations?.FirstOrDefault(other => other.Key == path)?.Of;
            if (inner is null) fields.Add(path.Split('.')[0]);
            else foreach (var next in inner) queue.Enqueue(next);
        }

        return [.. fields.Distinct()];
    }

    private void CheckTable(DecisionTable table, string here, HashSet<string> earlier)
    {
        if (table.Key.Length == 0 || table.Key.Contains('.', StringComparison.Ordinal)) errors.Add($"{here}: the key must not be empty or hold a dot.");
        if (table.Title.Length == 0) errors.Add($"{here}: has no title.");
        if (table.Rules.Count == 0 || table.Rules[^1].When is not null) errors.Add($"{here}: the last rule must hold always, so that there is an outcome when everything is answered.");
        if (table.Rules.SkipLast(1).Any(rule => rule.When is null)) errors.Add($"{here}: only the last rule may hold always; those after it are never reached.");
        if (table.Section is { } section && form.Fields.All(field => field.Section != section)) errors.Add($"{here}: is shown in the section {section}, which does not exist.");
        foreach (var rule in table.Rules)
        {
            var row = $"{here}, outcome {rule.Outcome}";
            if (rule.Outcome.Length == 0 || rule.Says.Length == 0) errors.Add($"{row}: needs a code and a text.");
            if (rule.Effect == DecisionEffect.Needs && rule.Required is not { Count: > 0 }) errors.Add($"{row}: does not say what is needed.");
            if (rule.Effect == DecisionEffect.Stops && string.IsNullOrEmpty(rule.Missing)) errors.Add($"{row}: does not say what to change.");
            foreach (var need in (rule.Required ?? []).Where(need => form.FieldOf(need.Field) is null)) errors.Add($"{row}: needs the field {need.Field}, which does not exist.");
            if (rule.When is { } criterion) CheckCriterion(criterion, path => names.Contains(path) || earlier.Contains(path) || FormChecks.Exists(form.Fields, path), form.FieldOf, row);
        }
    }

    private void CheckRules(IReadOnlyList<AnswerRule>? rules, Func<string, bool> exists, Func<string, Field?> find, string here)
    {
        foreach (var rule in rules ?? [])
        {
            var row = $"{here}, rule at {rule.Field}";
            if (find(rule.Field) is null) errors.Add($"{row}: there is no such field.");
            if (rule.Otherwise.Length == 0) errors.Add($"{row}: does not say what to do.");
            if (rule.Shows is { } shown && !exists(shown)) errors.Add($"{row}: shows {shown}, which does not exist.");
            CheckCriterion(rule.Must, exists, find, row);
            if (rule.When is { } condition) CheckCriterion(condition, exists, find, row);
        }
    }

    private void CheckCriterion(Criterion criterion, Func<string, bool> exists, Func<string, Field?> find, string here)
    {
        var of = criterion.Of ?? [];
        var inner = criterion.Criteria ?? [];
        foreach (var path in of.Where(path => !exists(path))) errors.Add($"{here}: looks at {path}, which does not exist before it.");
        var shape = criterion.Kind switch
        {
            CriterionKind.Is or CriterionKind.Mentions or CriterionKind.Ordered => of.Count == 1 && criterion.Values is { Count: > 0 },
            CriterionKind.Filled => of.Count == 1,
            CriterionKind.Number => of.Count == 1 && (criterion.AtLeast ?? criterion.AtMost) is not null,
            CriterionKind.Count => of.Count > 0 && criterion.Values is { Count: > 0 } && (criterion.AtLeast ?? criterion.AtMost) is not null,
            CriterionKind.Days => of.Count == 2 && (criterion.AtLeast ?? criterion.AtMost) is not null,
            CriterionKind.Not => inner.Count == 1,
            _ => inner.Count > 0,
        };
        if (!shape) errors.Add($"{here}: {criterion.Kind} does not have what it is judged by.");
        if (criterion.Kind is CriterionKind.Is or CriterionKind.Count)
            foreach (var source in of.Select(find).OfType<Field>().Where(field => field.Options.Count > 0))
                foreach (var impossible in (criterion.Values ?? []).Where(value => source.Options.All(option => option.Value != value)))
                    errors.Add($"{here}: asks whether {source.Key} is {impossible}, which cannot be answered.");
        foreach (var one in inner) CheckCriterion(one, exists, find, here);
    }
}
