using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IdeSluss.Sdk.Forms;

/// <summary>
/// A form as data: gate evidence, screening, evaluation sheets, templates, custom fields. One renderer makes it a page, one validator checks it for page and
/// API. Answers keep the form's key and version; the same version with other content is refused at start. All texts are Swedish and are the keys of their translations.
/// </summary>
/// <param name="Key">Lower-case with hyphens, for example <c>behovskarta</c>. Never changes.</param>
/// <param name="Version">From 1.</param>
/// <param name="EasyRead">The introduction in easy-read Swedish, where the form meets residents.</param>
/// <example><code>
/// new FormDefinition("nollmatning", 1, "Nollmätning", "Hur är det i dag? Det är måttet som effekten jämförs med.",
/// [
///     Field.Text("matt", "Vad mäter ni?", required: true),
///     Field.Number("varde", "Värde i dag", required: true, min: 0),
///     Field.Date("datum", "Mätt den", required: true),
/// ])
/// </code></example>
public sealed record FormDefinition(
    string Key,
    int Version,
    string Title,
    string Intro,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<Computation>? Computations = null,
    string? EasyRead = null)
{
    // What came after the first version is left out of the content hash where it is not used: forms that were already stored keep their hash.

    /// <summary>Decision tables, evaluated in order; a later one and a field's condition may ask for an earlier one's outcome by its key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DecisionTable>? Decisions { get; init; }

    /// <summary>What must hold between answers for the form to be complete, or what to hint at.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AnswerRule>? Rules { get; init; }

    /// <summary>
    /// A reference (address or diary number) with one sentence counts as a complete answer, where a form would be busywork: see <see cref="Answers.Reference"/>.
    /// Not for what is decided on by machine (screening, risk, equality), nor where other forms take required facts from it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByReference { get; init; }

    /// <summary>Everyone may read the answers once the case is closed; saving looks for what points out a person.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Public { get; init; }

    /// <summary>A template to fill in and print outside any case; nothing is stored.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OutsideCase { get; init; }

    /// <summary>Codes of the law that the form rests on (<see cref="Legal.LegalReference"/>), shown below the introduction.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Laws { get; init; }

    /// <summary>The field with this key; null when there is none.</summary>
    public Field? FieldOf(string key) => Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>Keys of the forms that single facts and rows are taken from; what texts are put together from is not among them.</summary>
    public IReadOnlyList<string> Sources() =>
        [.. Fields.SelectMany(field => field.RowFields.Prepend(field)).Select(field => field.From?.Form).Concat(Fields.Select(field => field.RowsFrom?.Form)).OfType<string>().Distinct()];

    /// <summary>The questions under their headings, in order; those before the first heading have none.</summary>
    public IReadOnlyList<FormSection> InSections()
    {
        var sections = new List<FormSection>();
        foreach (var field in Fields)
        {
            if (sections.Count == 0 || (field.Section is { } title && title != sections[^1].Title)) sections.Add(new(field.Section, []));
            sections[^1] = sections[^1] with { Fields = [.. sections[^1].Fields, field] };
        }

        return sections;
    }

    /// <summary>SHA-256 over the content, to see whether a version was changed without a new number.</summary>
    public string ContentHash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, HashOptions)));

    private static readonly JsonSerializerOptions HashOptions = new() { Converters = { new JsonStringEnumConverter() } };
}

/// <summary>A heading of a form with its questions.</summary>
/// <param name="Title">Null for the questions before the first heading.</param>
public sealed record FormSection(string? Title, IReadOnlyList<Field> Fields);
