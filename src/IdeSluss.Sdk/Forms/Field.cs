using System.Text.Json.Serialization;

namespace IdeSluss.Sdk.Forms;

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

    /// <summary>Taken from another form of the same case (<see cref="Field.From"/>): shown as already answered, never asked or stored twice.</summary>
    Carried,

    /// <summary>A text put together from what other forms already say (<see cref="Field.Parts"/>); nothing is asked.</summary>
    Assembled,
}

/// <summary>One question. Built with the factory methods; what few questions need is added with <see cref="Under"/>, <see cref="Easy"/> and the like.</summary>
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

    /// <summary>Asked only when this holds; otherwise neither shown, required nor stored. In a row it looks at the row's earlier columns.</summary>
    public Condition? When { get; init; }

    /// <summary>An answer that sends the case back, with the reason to give.</summary>
    public ReturnRule? Returns { get; init; }
    public IReadOnlyList<Field> RowFields { get; init; } = [];
    public int MinRows { get; init; }
    public int MaxRows { get; init; } = 20;

    /// <summary>Heading above this question and those that follow, up to the next section.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Section { get; init; }

    /// <summary>Characters that an answer needs at least, so that a motivation is more than a dash.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MinLength { get; init; }

    /// <summary>The options are the steps of a scale: their values stand before the words, so that one knows how far up one is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsScale { get; init; }

    /// <summary>Filled in on the page until someone answers otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suggested { get; init; }

    /// <summary>For <see cref="FieldKind.Carried"/>: where the value is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FactSource? From { get; init; }

    /// <summary>For <see cref="FieldKind.Assembled"/>: what it is put together from, in order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FactSource>? Parts { get; init; }

    /// <summary>For rows: one row for each row of another form, with some of its columns carried.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RowSource? RowsFrom { get; init; }

    /// <summary>For rows: results per row, of its columns.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Computation>? RowComputations { get; init; }

    /// <summary>For rows: what each row must meet. The texts take the row's number as <c>{0}</c> and <see cref="AnswerRule.Shows"/> as <c>{1}</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AnswerRule>? RowRules { get; init; }

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

    /// <summary>A fact that another form of the case already has; in a row, a column of the row with the same <see cref="RowSource.Key"/>.</summary>
    /// <param name="from">For a column: <c>rows.column</c> of the other form.</param>
    /// <param name="required">The form is not complete until the other form says it.</param>
    /// <example><code>Field.Carried("deltar", "Rör testet människor?", FormKeys.Screening, "manniskor", required: true)</code></example>
    public static Field Carried(string key, string label, string form, string from, bool required = false, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.Carried, Label = label, From = new(form, from), Required = required, When = when };

    /// <summary>A part of a longer text that other forms have already written.</summary>
    /// <example><code>Field.Assembled("ekonomi", "Ekonomi", [new(FormKeys.BenefitCalculation, "netto"), new(FormKeys.BenefitCalculation, "jamfort")])</code></example>
    public static Field Assembled(string key, string label, IReadOnlyList<FactSource> parts, string? help = null, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.Assembled, Label = label, Help = help, Parts = parts, When = when };

    /// <summary>One row for each row of another form: the measures of the baseline get their results, the planned benefits what became of them.</summary>
    /// <example><code>Field.RowsOf("resultat", "Resultat", new(FormKeys.Baseline, "matt", "matt"),
    /// [
    ///     Field.Carried("matt", "Mått", FormKeys.Baseline, "matt.matt"),
    ///     Field.Number("resultat", "Resultat", required: true),
    /// ])</code></example>
    public static Field RowsOf(string key, string label, RowSource source, IReadOnlyList<Field> rowFields, string? help = null, Condition? when = null) =>
        new() { Key = key, Kind = FieldKind.Rows, Label = label, Help = help, RowFields = rowFields, RowsFrom = source, MinRows = 1, MaxRows = 100, Required = true, When = when };

    public Field Under(string section) => this with { Section = section };

    public Field AsScale() => this with { IsScale = true };

    public Field Easy(string easyRead) => this with { EasyRead = easyRead };

    public Field Suggesting(string value) => this with { Suggested = value };

    /// <summary>A motivation: at least a few words.</summary>
    public Field AtLeastWords(int characters = 15) => this with { MinLength = characters };

    /// <summary>With one answer that returns the case.</summary>
    public Field ReturnedBy(string answer, string step, string reason) => this with { Returns = new(answer, reason) { Step = step } };

    public Field EachRow(IReadOnlyList<AnswerRule> rules, params IReadOnlyList<Computation> computed) =>
        this with { RowRules = rules, RowComputations = computed.Count > 0 ? computed : null };
}

public sealed record Option(string Value, string Label);

/// <summary>Holds when the answer to <paramref name="Field"/> is (or contains) one of <paramref name="AnyOf"/>.</summary>
/// <param name="Field">Key of an earlier field, or of a decision table over earlier fields: then its outcome is looked at.</param>
public sealed record Condition(string Field, IReadOnlyList<string> AnyOf)
{
    public static Condition Is(string field, params string[] anyOf) => new(field, anyOf);
}

/// <summary>This answer returns the case; <paramref name="Reason"/> says what to do about it.</summary>
public sealed record ReturnRule(string Answer, string Reason)
{
    /// <summary>The step of a method that the answer belongs to: named when the case is returned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Step { get; init; }
}

/// <summary>A fact of another form of the same case.</summary>
/// <param name="Form">The form's key.</param>
/// <param name="Fact">Key of a field, a computation or a decision table of it; for a column of rows <c>rows.column</c>.</param>
public sealed record FactSource(string Form, string Fact);

/// <summary>Rows of another form that this form's rows follow, one for one.</summary>
/// <param name="Rows">The other form's rows.</param>
/// <param name="Key">The column that tells rows apart, called the same in both; a row whose source is gone stays, and can be read.</param>
public sealed record RowSource(string Form, string Rows, string Key);
