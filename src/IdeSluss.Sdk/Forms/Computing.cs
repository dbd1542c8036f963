namespace IdeSluss.Sdk.Forms;

/// <summary>Computes the results of a form or of one row, in the order they are declared. A result that cannot be computed yet is left out.</summary>
internal static class Computing
{
    private const int MostYears = 100;

    public static IReadOnlyList<ComputedValue> All(IReadOnlyList<Computation>? computations, AnswerScope scope)
    {
        scope.Computed.Clear();
        var results = new List<ComputedValue>();
        foreach (var computation in computations ?? [])
        {
            if (Value(computation, scope) is not { } value) continue;
            scope.Computed[computation.Key] = value;
            results.Add(new(computation, value));
        }

        return results;
    }

    private static decimal? Value(Computation computation, AnswerScope scope)
    {
        try
        {
            return computation.Kind switch
            {
                ComputationKind.Product => Single(computation, scope) is { } factors ? factors.Aggregate(1m, (product, number) => product * number) : null,
                ComputationKind.Sum => Numbers(computation, scope).Sum(),
                ComputationKind.Sizes => Numbers(computation, scope).Sum(Math.Abs) * (computation.Factor ?? 1),
                ComputationKind.Total => Single(computation, scope)?.Sum(),
                ComputationKind.Count => computation.Of.Sum(path => CountOf(path, computation, scope)),
                ComputationKind.Max => Numbers(computation, scope).Cast<decimal?>().Max(),
                ComputationKind.Difference => Single(computation, scope) is { } terms ? terms.Skip(1).Aggregate(terms[0], (left, number) => left - number) : null,
                ComputationKind.Percent => Single(computation, scope) is [var part, var whole] && whole != 0 ? Math.Round(part / whole * 100, 1) : null,
                ComputationKind.Scaled => Single(computation, scope) is [var number] ? number * (computation.Factor ?? 1) : null,
                ComputationKind.PresentValue => Single(computation, scope) is [var yearly, var years, var rate] ? PresentValue(yearly, years, rate) : null,
                _ => throw new ArgumentOutOfRangeException(nameof(computation), computation.Kind, "Unknown computation."),
            };
        }
        // Numbers that nobody means: no result is better than a wrong one or a page that fails.
        catch (OverflowException)
        {
            return null;
        }
    }

    private static IEnumerable<decimal> Numbers(Computation computation, AnswerScope scope) => computation.Of.SelectMany(path => scope.Numbers(path, computation.Where));

    /// <summary>One number for each operand; null while one is missing.</summary>
    private static List<decimal>? Single(Computation computation, AnswerScope scope)
    {
        var numbers = computation.Of.Select(scope.Number).OfType<decimal>().ToList();
        return numbers.Count == computation.Of.Count ? numbers : null;
    }

    private static decimal CountOf(string path, Computation computation, AnswerScope scope)
    {
        bool Matches(IReadOnlyList<string> values) => computation.Answers is { } wanted ? values.Any(wanted.Contains) : values.Count > 0;
        return path.Split('.') is [var rows, var column]
            ? (scope.Rows.GetValueOrDefault(rows) ?? []).Count(row => (computation.Where is null || row.Meets(computation.Where) == true) && Matches(row.Values(column)))
            : Matches(scope.Values(path)) ? 1 : 0;
    }

    private static decimal? PresentValue(decimal yearly, decimal years, decimal percent)
    {
        if (years < 0 || percent <= -100) return null;
        var factor = 0m;
        var discount = 1m;
        for (var year = 1; year <= Math.Min((int)Math.Min(years, MostYears), MostYears); year++)
        {
            discount /= 1 + (percent / 100);
            factor += discount;
        }

        return Math.Round(yearly * factor, 2);
    }
}
