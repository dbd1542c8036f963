using System.Text.Json.Serialization;

namespace IdeSluss.Sdk.Forms;

public enum CriterionKind
{
    /// <summary>The answer is, or contains, one of <see cref="Criterion.Values"/>.</summary>
    Is,

    /// <summary>There is an answer. Never used to let something pass: no answer is then simply no.</summary>
    Filled,

    /// <summary>The number (an answer or a computed result) is within the limits.</summary>
    Number,

    /// <summary>How many of the answers have one of <see cref="Criterion.Values"/> is within the limits.</summary>
    Count,

    /// <summary>The days from the first date to the second are within the limits.</summary>
    Days,

    /// <summary>The text holds one of <see cref="Criterion.Values"/> as a word.</summary>
    Mentions,

    /// <summary>The column's answers follow the order of <see cref="Criterion.Values"/>, row by row.</summary>
    Ordered,
    All,
    Any,
    Not,
}

/// <summary>
/// A condition over answers, as data. It is judged with three answers: yes, no, and <i>not known yet</i> while something it looks at is unanswered. So nothing
/// is ever decided on a gap. A question that is not asked counts as no.
/// </summary>
/// <example><code>
/// Criterion.Count(2, ["dpia-kriterier"], "utsatta", "ny-teknik", "kansliga")       // two or more of these
/// Criterion.All(Criterion.Is("ce", "ja"), Criterion.Is("ce-anvisning", "nej"))
/// Criterion.Days("start", "slut", atLeast: 1, atMost: 180)
/// </code></example>
public sealed record Criterion(CriterionKind Kind)
{
    /// <summary>Fields, decision tables, computations or <c>rows.column</c>, by kind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Of { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Values { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? AtLeast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? AtMost { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Criterion>? Criteria { get; init; }

    /// <summary>Every field, table, computation and column that this looks at, at any depth.</summary>
    [JsonIgnore]
    public IEnumerable<string> Paths => (Of ?? []).Concat((Criteria ?? []).SelectMany(inner => inner.Paths));

    public static Criterion Is(string field, params IReadOnlyList<string> anyOf) => new(CriterionKind.Is) { Of = [field], Values = anyOf };

    public static Criterion Filled(string field) => new(CriterionKind.Filled) { Of = [field] };

    public static Criterion AtLeastNumber(string path, decimal least) => new(CriterionKind.Number) { Of = [path], AtLeast = least };

    public static Criterion AtMostNumber(string path, decimal most) => new(CriterionKind.Number) { Of = [path], AtMost = most };

    /// <param name="of">Several questions with one answer each, or one with several answers, or <c>rows.column</c>.</param>
    public static Criterion Count(int atLeast, IReadOnlyList<string> of, params IReadOnlyList<string> anyOf) => new(CriterionKind.Count) { Of = of, Values = anyOf, AtLeast = atLeast };

    public static Criterion Days(string from, string to, int? atLeast = null, int? atMost = null) => new(CriterionKind.Days) { Of = [from, to], AtLeast = atLeast, AtMost = atMost };

    public static Criterion Mentions(string field, params IReadOnlyList<string> words) => new(CriterionKind.Mentions) { Of = [field], Values = words };

    public static Criterion Ordered(string column, params IReadOnlyList<string> order) => new(CriterionKind.Ordered) { Of = [column], Values = order };

    public static Criterion All(params IReadOnlyList<Criterion> criteria) => new(CriterionKind.All) { Criteria = criteria };

    public static Criterion Any(params IReadOnlyList<Criterion> criteria) => new(CriterionKind.Any) { Criteria = criteria };

    public static Criterion Not(Criterion criterion) => new(CriterionKind.Not) { Criteria = [criterion] };
}

/// <summary>Something that must hold between answers, or within a row, for the form to be complete.</summary>
/// <param name="Field">Where to go to mend it: a field, or a column of the row.</param>
/// <param name="Otherwise">What to do. Below a title ("Riskanalys: …"), so it begins with a small letter. Takes <see cref="Shows"/> as <c>{0}</c>; in a row the row's number is <c>{0}</c> and <see cref="Shows"/> is <c>{1}</c>.</param>
/// <example><code>
/// new AnswerRule("atgard", Criterion.Filled("atgard"), "rad {0} har risktal {1}. Skriv en åtgärd som sänker det.")
/// {
///     When = Criterion.AtLeastNumber("risktal", 12), Shows = "risktal",
/// }
/// </code></example>
public sealed record AnswerRule(string Field, Criterion Must, string Otherwise)
{
    /// <summary>Asked of only when this holds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Criterion? When { get; init; }

    /// <summary>Key of a number to say in the text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Shows { get; init; }

    /// <summary>Advice only: said, but the form is complete without it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Hint { get; init; }
}
