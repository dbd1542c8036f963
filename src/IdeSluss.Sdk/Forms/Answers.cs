using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IdeSluss.Sdk.Forms;

/// <summary>Answers to a form as JSON: texts for single answers, lists for several, lists of objects for rows.</summary>
public sealed class Answers(JsonObject json)
{
    public static Answers Empty => new([]);

    /// <summary>Key of a reference that answers a whole form (<see cref="FormDefinition.ByReference"/>): an address or a diary number.</summary>
    public const string ReferenceKey = "hanvisning";

    /// <summary>Key of the sentence that says what is found there.</summary>
    public const string ReferenceSaysKey = "hanvisning-mening";

    public JsonObject Json { get; } = json;

    /// <summary>Where the answer is found instead; null when the form is answered here.</summary>
    public string? Reference => Text(ReferenceKey) is { } reference && !string.IsNullOrWhiteSpace(reference) ? reference : null;

    /// <exception cref="JsonException">Not a JSON object.</exception>
    public static Answers Parse(string json) =>
        new(JsonNode.Parse(json) as JsonObject ?? throw new JsonException("Answers must be a JSON object."));

    public string ToJson() => Json.ToJsonString();

    public string? Text(string field) => AsText(Json[field]);

    public IReadOnlyList<string> Texts(string field) => Json[field] switch
    {
        JsonArray many => [.. many.Select(AsText).OfType<string>()],
        { } one when AsText(one) is { } text => [text],
        _ => [],
    };

    public IReadOnlyList<Answers> Rows(string field) =>
        Json[field] is JsonArray rows ? [.. rows.OfType<JsonObject>().Select(row => new Answers(row))] : [];

    public decimal? Number(string field) => ParseNumber(Text(field));

    /// <summary>Accepts a decimal comma (people) and a decimal point (data). Numbers of more than twelve digits are nobody's answer.</summary>
    public static decimal? ParseNumber(string? text) =>
        decimal.TryParse(text?.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000m ? number : null;

    public bool Meets(Condition? condition) => condition is null || Texts(condition.Field).Any(condition.AnyOf.Contains);

    /// <summary>
    /// Reads what a page posted: <c>{prefix}.{field}</c>, rows as <c>{prefix}.{rows}.{index}.{column}</c>. Only declared fields are read; empty rows fall away.
    /// </summary>
    public static Answers FromPost(FormDefinition form, IFormCollection posted, string prefix)
    {
        var json = new JsonObject();
        if (form.ByReference)
            foreach (var key in new[] { ReferenceKey, ReferenceSaysKey }) Read(Field.Text(key, key), $"{prefix}.{key}", posted, json);
        foreach (var field in form.Fields.Where(field => field.Kind is not (FieldKind.Carried or FieldKind.Assembled)))
        {
            if (field.Kind == FieldKind.Rows)
            {
                var rows = new JsonArray();
                // A row that follows another form's row brings that row's name along, which alone is no answer.
                var columns = field.RowFields.Where(column => column.Kind != FieldKind.Carried || column.Key == field.RowsFrom?.Key).ToList();
                for (var index = 0; index < field.MaxRows; index++)
                {
                    var row = new JsonObject();
                    foreach (var column in columns) Read(column, $"{prefix}.{field.Key}.{index.ToString(CultureInfo.InvariantCulture)}.{column.Key}", posted, row);
                    if (row.Count > 0 && !(row.Count == 1 && row.ContainsKey(field.RowsFrom?.Key ?? ""))) rows.Add(row);
                }

                if (rows.Count > 0) json[field.Key] = rows;
            }
            else
            {
                Read(field, $"{prefix}.{field.Key}", posted, json);
            }
        }

        return new(json);
    }

    private static void Read(Field field, string name, IFormCollection posted, JsonObject into)
    {
        var values = posted[name].OfType<string>().Select(value => value.Trim()).Where(value => value.Length > 0).ToList();
        if (values.Count == 0) return;
        into[field.Key] = field.Kind == FieldKind.MultiChoice
            ? new JsonArray([.. values.Select(value => (JsonNode)value)])
            : values[0].ReplaceLineEndings("\n");
    }

    private static string? AsText(JsonNode? node) => node switch
    {
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.True => "ja",
            JsonValueKind.False => "nej",
            JsonValueKind.Number => value.ToJsonString(),
            _ => null,
        },
        _ => null,
    };
}
