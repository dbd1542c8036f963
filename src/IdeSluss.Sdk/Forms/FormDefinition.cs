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
    /// <summary>SHA-256 over the content, to see whether a version was changed without a new number.</summary>
    public string ContentHash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, HashOptions)));

    private static readonly JsonSerializerOptions HashOptions = new() { Converters = { new JsonStringEnumConverter() } };
}

public enum FieldKind
{
    Text,
    LongText,
    Choice,
    MultiChoice,

    /// <summary>Ja or nej, stored as <c>ja</c> and <c>nej</c>.</summary>
    YesNo,

    /// <summary>Ja, nej or vet inte, stored as <c>ja</c>, <c>nej</c>, <c>vet-inte</c>.</summary>
    YesNoUnsure,
    Number,
    Date,

    /// <summary>An address on the web, or where a file or register entry is found; counts as an answer where a form would be busywork.</summary>
    Link,

    /// <summary>A table that grows; <see cref="Field.RowFields"/> are its columns.</summary>
    Rows,
}

/// <summary>One question. Built with the factory methods.</summary>
public sealed record Field
{
    public required string Key { get; init; }
    public required FieldKind Kind { get; init; }
    public required string Label { get; init; }
    public string? Help { get; init; }
    public string? EasyRead { get; init; }
    public bool Required { get; init; }

    /// <summary>Characters, for texts and links.</summary>
    public int MaxLength { get; init; } = 4_000;
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Asked only when this holds; otherwise neither shown, required nor stored.</summary>
    public Condition? When { get; init; }

    /// <summary>An answer that sends the case back, with the reason to give.</summary>
    public ReturnRule? Returns { get; init; }
    public IReadOnlyList<Field> RowFields { get; init; } = [];
    public int MinRows { get; init; }
    public int MaxRows { get; init; } = 20;

    public static Field Text(string key, string label, string? help = null, bool required = false, int maxLength = 200, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.Text, Label = label, Help = help, Required = required, MaxLength = maxLength, When = when };

    public static Field LongText(string key, string label, string? help = null, bool required = false, int maxLength = 4_000, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.LongText, Label = label, Help = help, Required = required, MaxLength = maxLength, When = when };

    public static Field Choice(string key, string label, IReadOnlyList<Option> options, string? help = null, bool required = false, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.Choice, Label = label, Help = help, Required = required, Options = options, When = when };

    public static Field MultiChoice(string key, string label, IReadOnlyList<Option> options, string? help = null, bool required = false, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.MultiChoice, Label = label, Help = help, Required = required, Options = options, When = when };

    public static Field YesNo(string key, string label, string? help = null, bool required = false, Condition? when = null, ReturnRule? returns = null) =>
        new() { Key = key, Kind = FieldKind.YesNo, Label = label, Help = help, Required = required, Options = [new("ja", "Ja"), new("nej", "Nej")], When = when, Returns = returns };

    public static Field YesNoUnsure(string key, string label, string? help = null, bool required = false, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.YesNoUnsure, Label = label, Help = help, Required = required, Options = [new("ja", "Ja"), new("nej", "Nej"), new("vet-inte", "Vet inte")], When = when };

    public static Field Number(string key, string label, string? help = null, bool required = false, decimal? min = null, decimal? max = null, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.Number, Label = label, Help = help, Required = required, Min = min, Max = max, When = when };

    public static Field Date(string key, string label, string? help = null, bool required = false, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.Date, Label = label, Help = help, Required = required, When = when };

    public static Field Link(string key, string label, string? help = null, bool required = false, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.Link, Label = label, Help = help, Required = required, MaxLength = 1_000, When = when };

    public static Field Rows(string key, string label, IReadOnlyList<Field> rowFields, string? help = null, int minRows = 0, int maxRows = 20, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.Rows, Label = label, Help = help, RowFields = rowFields, MinRows = minRows, MaxRows = maxRows, Required = minRows > 0, When = when };
}

public sealed record Option(string Value, string Label);

/// <summary>Holds when the answer to <paramref name="Field"/> is (or contains) one of <paramref name="AnyOf"/>.</summary>
public sealed record Condition(string Field, IReadOnlyList<string> AnyOf)
{
    public static Condition Is(string field, params string[] anyOf) => new(field, anyOf);
}

/// <summary>This answer returns the case; <paramref name="Reason"/> says what to do about it.</summary>
public sealed record ReturnRule(string Answer, string Reason);

public enum ComputationKind
{
    /// <summary>The product of number answers: a risk number.</summary>
    Product,

    /// <summary>The sum of number answers; <c>rows.column</c> sums a column.</summary>
    Sum,

    /// <summary>How many of the fields (or of the rows, as <c>rows.column</c>) have one of <see cref="Computation.Answers"/>; every filled row counts when no answers are named.</summary>
    Count,
}

/// <summary>A result computed from answers, with an optional least value that the form needs to be complete.</summary>
/// <param name="AtLeast">The form is not complete below this; <paramref name="Otherwise"/> tells what to do.</param>
public sealed record Computation(string Key, string Label, ComputationKind Kind, IReadOnlyList<string> Of, IReadOnlyList<string>? Answers = null, decimal? AtLeast = null, string? Otherwise = null);
