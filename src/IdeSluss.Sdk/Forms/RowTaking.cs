using System.Text.Json.Nodes;

namespace IdeSluss.Sdk.Forms;

/// <param name="Own">What is stored of it.</param>
internal sealed record TakenRow(AnswerScope Scope, JsonObject Own, IReadOnlyList<ComputedValue> Computed);

/// <summary>Puts the rows of a field together: its own, or one for each row of another form with that form's columns carried.</summary>
internal static class RowTaking
{
    public static IReadOnlyList<TakenRow> Take(Field field, Answers given, FormFacts? facts)
    {
        var own = given.Rows(field.Key);
        if (field.RowsFrom is not { } from) return [.. own.Select(row => Take(field, row, null, facts))];

        // Rows of one name follow each other in order; a row whose source is gone stays last, so that nothing written is lost.
        var waiting = own.ToLookup(row => row.Text(from.Key) ?? "").ToDictionary(group => group.Key, group => new Queue<Answers>(group));
        var rows = new List<TakenRow>();
        foreach (var source in facts?.Rows(from.Form, from.Rows) ?? [])
            rows.Add(Take(field, waiting.GetValueOrDefault(source.Text(from.Key) ?? "") is { Count: > 0 } queue ? queue.Dequeue() : Answers.Empty, source, facts));
        rows.AddRange(waiting.Values.SelectMany(queue => queue).Select(row => Take(field, row, null, facts)));
        return rows;
    }

    private static TakenRow Take(Field field, Answers given, Answers? source, FormFacts? facts)
    {
        var json = new JsonObject();
        var own = new JsonObject();
        var scope = new AnswerScope(new(json));
        var name = source?.Text(field.RowsFrom!.Key) ?? (field.RowsFrom is { } from ? given.Text(from.Key) : null);
        foreach (var column in field.RowFields)
        {
            if (scope.Ask(column) != true) continue;
            if (column.Key == field.RowsFrom?.Key)
            {
                if (name is not null) (json[column.Key], own[column.Key]) = (name, name);
            }
            else if (column.Kind == FieldKind.Carried)
            {
                if (Carried(field.RowsFrom, column.From!, source, name, facts) is { } carried) json[column.Key] = carried;
            }
            else if (given.Json[column.Key] is { } value)
            {
                (json[column.Key], own[column.Key]) = (value.DeepClone(), value.DeepClone());
            }
        }

        if (own.Count == 1 && own.ContainsKey(field.RowsFrom?.Key ?? "")) own.Clear();
        return new(scope, own, Computing.All(field.RowComputations, scope));
    }

    /// <summary>From the row that this one follows; or from the row of the same name in yet another form.</summary>
    private static JsonNode? Carried(RowSource? follows, FactSource from, Answers? source, string? name, FormFacts? facts)
    {
        if (follows is null || from.Fact.Split('.') is not [var rows, var column]) return facts?.Value(from);
        var row = from.Form == follows.Form && rows == follows.Rows ? source : facts?.Rows(from.Form, rows).FirstOrDefault(other => other.Text(follows.Key) == name);
        return row?.Json[column]?.DeepClone();
    }
}
