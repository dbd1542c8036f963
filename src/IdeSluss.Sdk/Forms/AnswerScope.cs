using System.Globalization;

namespace IdeSluss.Sdk.Forms;

/// <summary>What criteria are judged on: the answers, what is asked at all, and what has been computed and decided from them.</summary>
internal sealed class AnswerScope(Answers answers)
{
    private const int Unbounded = 1_000;
    private readonly Dictionary<string, bool?> asked = [];

    public Answers Answers => answers;

    public Dictionary<string, decimal> Computed { get; } = [];

    /// <summary>Decision table → outcome; null while undecided.</summary>
    public Dictionary<string, string?> Outcomes { get; } = [];

    /// <summary>Rows field → the scopes of its rows.</summary>
    public Dictionary<string, IReadOnlyList<AnswerScope>> Rows { get; } = [];

    /// <summary>Null while the question it depends on is unanswered.</summary>
    public bool? IsAsked(string path) => asked.GetValueOrDefault(path.Split('.')[0], true);

    /// <summary>Enters a question, and whether it is asked.</summary>
    public bool? Ask(Field field) => asked[field.Key] = field.When is { } condition ? Meets(condition) : true;

    public IReadOnlyList<string> Values(string path)
    {
        if (path.Split('.') is [var rows, var column]) return [.. (Rows.GetValueOrDefault(rows) ?? []).SelectMany(row => row.Values(column))];
        if (Outcomes.TryGetValue(path, out var outcome)) return outcome is null ? [] : [outcome];
        return [.. answers.Texts(path).Where(value => !string.IsNullOrWhiteSpace(value))];
    }

    public decimal? Number(string path) => Computed.TryGetValue(path, out var result) ? result : answers.Number(path);

    /// <summary>The numbers of a column, of the rows that meet the condition; or the one number.</summary>
    public IEnumerable<decimal> Numbers(string path, Condition? where) =>
        path.Split('.') is [var rows, var column]
            ? (Rows.GetValueOrDefault(rows) ?? []).Where(row => where is null || row.Meets(where) == true).Select(row => row.Number(column)).OfType<decimal>()
            : Number(path) is { } number ? [number] : [];

    public bool? Meets(Condition condition) => JudgeAsked(condition.Field, () => Values(condition.Field) is { Count: > 0 } values ? values.Any(condition.AnyOf.Contains) : null);

    /// <summary>Yes, no, or null: not known yet.</summary>
    public bool? Judge(Criterion criterion)
    {
        var of = criterion.Of ?? [];
        return criterion.Kind switch
        {
            CriterionKind.Is => Meets(new(of[0], criterion.Values ?? [])),
            CriterionKind.Filled => IsAsked(of[0]) != false && (Values(of[0]).Count > 0 || Rows.GetValueOrDefault(of[0]) is { Count: > 0 }),
            CriterionKind.Number => JudgeAsked(of[0], () => Number(of[0]) is { } number ? Within(number, criterion) : null),
            CriterionKind.Count => JudgeCount(criterion, of),
            CriterionKind.Days => JudgeAsked(of[0], () => JudgeAsked(of[1], () => Day(of[0]) is { } from && Day(of[1]) is { } to ? Within(to.DayNumber - from.DayNumber, criterion) : null)),
            CriterionKind.Mentions => Values(of[0]).Any(text => MentionsAny(text, criterion.Values ?? [])),
            CriterionKind.Ordered => IsOrdered(Values(of[0]), criterion.Values ?? []),
            CriterionKind.All => Together(criterion, against: false),
            CriterionKind.Any => Together(criterion, against: true),
            CriterionKind.Not => !Judge(criterion.Criteria![0]),
            _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion.Kind, "Unknown criterion."),
        };
    }

    /// <summary>A question that is not asked is a no; one that may yet be asked is not known.</summary>
    private bool? JudgeAsked(string path, Func<bool?> judge) => IsAsked(path) switch { false => false, null => null, true => judge() };

    private bool? Together(Criterion criterion, bool against)
    {
        bool? all = !against;
        foreach (var inner in criterion.Criteria ?? [])
        {
            var judged = Judge(inner);
            if (judged == against) return against;
            if (judged is null) all = null;
        }

        return all;
    }

    /// <summary>What is known to count and what could still come to it are compared with the limits, so that two of nine are enough whatever the rest will be.</summary>
    private bool? JudgeCount(Criterion criterion, IReadOnlyList<string> of)
    {
        var wanted = criterion.Values ?? [];
        var (sure, open) = (0, 0);
        foreach (var path in of)
        {
            var isAsked = IsAsked(path);
            if (isAsked == false) continue;
            var values = Values(path);
            if (path.Contains('.', StringComparison.Ordinal)) sure += values.Count(wanted.Contains);
            else if (values.Count == 0 || isAsked is null) open += of.Count == 1 ? Unbounded : 1;
            else sure += of.Count == 1 ? values.Distinct().Count(wanted.Contains) : values.Any(wanted.Contains) ? 1 : 0;
        }

        if (sure > (criterion.AtMost ?? decimal.MaxValue) || sure + open < (criterion.AtLeast ?? 0)) return false;
        return sure >= (criterion.AtLeast ?? 0) && sure + open <= (criterion.AtMost ?? decimal.MaxValue) ? true : null;
    }

    private DateOnly? Day(string path) =>
        Values(path) is [var text, ..] && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool Within(decimal number, Criterion limits) => number >= (limits.AtLeast ?? decimal.MinValue) && number <= (limits.AtMost ?? decimal.MaxValue);

    private static bool MentionsAny(string text, IReadOnlyList<string> words)
    {
        var said = text.Split([.. text.Where(letter => !char.IsLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        return said.Any(word => words.Contains(word, StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsOrdered(IReadOnlyList<string> values, IReadOnlyList<string> order)
    {
        var places = values.Select(value => order.ToList().IndexOf(value)).Where(place => place >= 0).ToList();
        return places.Zip(places.Skip(1)).All(pair => pair.First <= pair.Second);
    }
}
