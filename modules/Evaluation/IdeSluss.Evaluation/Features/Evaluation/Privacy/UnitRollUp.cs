namespace IdeSluss.Evaluation.Features.Evaluation.Privacy;

/// <summary>Units with few people are counted with the unit above them, until there are enough; what is left goes to the whole.</summary>
internal static class UnitRollUp
{
    /// <param name="parents">Unit → the one above; null at the top.</param>
    /// <returns>Each unit that was counted → the unit that it is told with: itself, one above it, or the whole.</returns>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, int> counts, IReadOnlyDictionary<string, string?> parents, string whole, int fewest)
    {
        var (sums, above) = (counts.ToDictionary(), new Dictionary<string, string>());
        // From below: what a unit gets from those beneath it is there before it is looked at.
        foreach (var unit in counts.Keys.SelectMany(unit => Upwards(unit, parents)).Distinct().Where(unit => unit != whole).OrderByDescending(unit => Upwards(unit, parents).Count()).ThenBy(unit => unit, StringComparer.Ordinal).ToList())
        {
            if (sums.GetValueOrDefault(unit) >= fewest) continue;
            above[unit] = parents.GetValueOrDefault(unit) ?? whole;
            sums[above[unit]] = sums.GetValueOrDefault(above[unit]) + sums.GetValueOrDefault(unit);
        }

        return counts.Keys.ToDictionary(unit => unit, unit =>
        {
            while (above.TryGetValue(unit, out var next)) unit = next;
            return unit;
        });
    }

    private static IEnumerable<string> Upwards(string unit, IReadOnlyDictionary<string, string?> parents)
    {
        for (var at = unit; at is not null; at = parents.GetValueOrDefault(at)) yield return at;
    }
}
