namespace IdeSluss.Evaluation.Features.Evaluation.Privacy;

/// <summary>Units with few people are counted with the unit above them, until there are enough; what is left goes to the whole.</summary>
internal static class UnitRollUp
{
    /// <param name="parents">Unit → the one above; null at the top.</param>
    /// <returns>Each unit that is told, with those counted in it. A unit's own people are in exactly one.</returns>
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyDictionary<string, int> counts, IReadOnlyDictionary<string, string?> parents, string whole, int fewest)
    {
        var sums = counts.ToDictionary();
        foreach (var unit in counts.Keys.OrderByDescending(unit => Depth(unit, parents)).ThenBy(unit => unit, StringComparer.Ordinal).ToList()) Rise(unit, sums, parents, whole, fewest);
        // A unit above that was not counted itself may have got people.
        for (var small = Small(sums, whole, fewest); small is not null; small = Small(sums, whole, fewest)) Rise(small, sums, parents, whole, fewest);
        return sums.Where(pair => pair.Value > 0).ToDictionary();
    }

    private static string? Small(Dictionary<string, int> sums, string whole, int fewest) => sums.Where(pair => pair.Key != whole && pair.Value > 0 && pair.Value < fewest).Select(pair => pair.Key).Order(StringComparer.Ordinal).FirstOrDefault();

    private static void Rise(string unit, Dictionary<string, int> sums, IReadOnlyDictionary<string, string?> parents, string whole, int fewest)
    {
        if (unit == whole || sums[unit] >= fewest || sums[unit] == 0) return;
        var above = parents.GetValueOrDefault(unit) ?? whole;
        sums[above] = sums.GetValueOrDefault(above) + sums[unit];
        sums[unit] = 0;
    }

    private static int Depth(string unit, IReadOnlyDictionary<string, string?> parents)
    {
        var depth = 0;
        for (var at = parents.GetValueOrDefault(unit); at is not null && depth < 100; at = parents.GetValueOrDefault(at)) depth++;
        return depth;
    }
}
