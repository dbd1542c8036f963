using IdeSluss.Evaluation.Features.Evaluation.Privacy;

namespace IdeSluss.Evaluation.Tests.Privacy;

/// <summary>
/// Someone who has all that was published and tries to work out the rest, by other means than the product: every sum is an equation over whole numbers; bounds are narrowed by each equation, and a value is tried by narrowing further and branching.
/// </summary>
internal sealed class Outsider
{
    private const int Fewest = 5;
    private const int MostTold = 1_000;

    private readonly List<string> unknown = [];
    private readonly Dictionary<string, int> told = [];
    private readonly Dictionary<string, (int Lowest, int Highest)> bounds = [];
    private readonly List<(string Total, List<string> Parts)> sums = [];

    /// <summary>Reads tables as one reads them: which numbers are sums of which follows from their headings.</summary>
    public static Outsider Reading(IReadOnlyList<PublishedTable> tables)
    {
        var outsider = new Outsider();
        foreach (var table in tables)
            foreach (var count in table.Counts) outsider.Learn(StatTables.NameOf(table.What, table.Period, table.Dimensions, count.Parts), count.Cell);
        foreach (var table in tables)
            foreach (var total in table.Counts)
            {
                for (var at = 0; at < table.Dimensions.Count; at++)
                {
                    if (total.Parts[at] is not null) continue;
                    var parts = table.Counts.Where(one => one.Parts[at] is not null && one.Parts.Where((_, other) => other != at).SequenceEqual(total.Parts.Where((_, other) => other != at)));
                    outsider.sums.Add((Name(table, table.Period, total), [.. parts.Select(one => Name(table, table.Period, one))]));
                }

                if (table.Period.Length == 4)
                    outsider.sums.Add((Name(table, table.Period, total), [.. Enumerable.Range(1, 4).Select(quarter => Name(table, $"{table.Period}Q{quarter}", total)).Where(name => outsider.told.ContainsKey(name) || outsider.bounds.ContainsKey(name))]));
            }

        // What a unit is called says which authority it is of.
        foreach (var table in tables.Where(one => one.Dimensions.Contains("unit")))
        {
            var at = table.Dimensions.ToList().IndexOf("unit");
            IReadOnlyList<string> above = [.. table.Dimensions.Select(one => one == "unit" ? "authority" : one)];
            foreach (var units in table.Counts.Where(one => one.Parts[at] is not null).GroupBy(one => StatTables.NameOf(table.What, table.Period, above, [.. one.Parts.Select((part, place) => place == at ? part!.Split('/')[0] : part)])))
                if (outsider.told.ContainsKey(units.Key) || outsider.bounds.ContainsKey(units.Key)) outsider.sums.Add((units.Key, [.. units.Select(one => Name(table, table.Period, one))]));
        }

        // What has a colon is a part of what stands before it.
        foreach (var whole in tables)
            foreach (var total in whole.Counts)
                if (tables.Where(one => one.Period == whole.Period && one.What.StartsWith(whole.What + ":", StringComparison.Ordinal)).Select(one => StatTables.NameOf(one.What, whole.Period, whole.Dimensions, total.Parts)).Distinct().ToList() is { Count: > 0 } parts
                    && parts.TrueForAll(name => outsider.told.ContainsKey(name) || outsider.bounds.ContainsKey(name)))
                    outsider.sums.Add((Name(whole, whole.Period, total), parts));
        return outsider;
    }

    /// <returns>The name of a number of one to four that can be only one; null when each can be at least two.</returns>
    public string? FirstWorkedOut() => unknown.Where(name => bounds[name] == (1, Fewest - 1)).FirstOrDefault(name => Enumerable.Range(1, Fewest - 1).Count(value => Fits(bounds, name, value)) < 2);

    private void Learn(string name, PublishedCell cell)
    {
        if (cell.Count is { } count)
        {
            told[name] = count;
            return;
        }

        if (!bounds.ContainsKey(name)) unknown.Add(name);
        bounds[name] = cell.State == CellState.Few ? (1, Fewest - 1) : (0, MostTold);
    }

    private bool Fits(Dictionary<string, (int Lowest, int Highest)> known, string name, int value)
    {
        var next = new Dictionary<string, (int Lowest, int Highest)>(known) { [name] = (value, value) };
        if (!Narrow(next)) return false;
        // The one with fewest values left is tried next.
        var open = next.Where(pair => pair.Value.Lowest < pair.Value.Highest).OrderBy(pair => pair.Value.Highest - pair.Value.Lowest).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).FirstOrDefault();
        if (open is null) return true;
        for (var tried = next[open].Lowest; tried <= Math.Min(next[open].Highest, next[open].Lowest + 60); tried++)
            if (Fits(next, open, tried)) return true;
        return false;
    }

    private bool Narrow(Dictionary<string, (int Lowest, int Highest)> known)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (total, parts) in sums)
            {
                var (low, high) = (parts.Sum(part => Of(known, part).Lowest), parts.Sum(part => Of(known, part).Highest));
                if (!Set(known, total, low, high, ref changed)) return false;
                var all = Of(known, total);
                foreach (var part in parts)
                {
                    var own = Of(known, part);
                    if (!Set(known, part, all.Lowest - (high - own.Highest), all.Highest - (low - own.Lowest), ref changed)) return false;
                    var now = Of(known, part);
                    (low, high) = (low + now.Lowest - own.Lowest, high + now.Highest - own.Highest);
                }
            }
        }

        return true;
    }

    private (int Lowest, int Highest) Of(Dictionary<string, (int Lowest, int Highest)> known, string name) => told.TryGetValue(name, out var count) ? (count, count) : known[name];

    private bool Set(Dictionary<string, (int Lowest, int Highest)> known, string name, int lowest, int highest, ref bool changed)
    {
        var before = Of(known, name);
        var after = (Math.Max(before.Lowest, lowest), Math.Min(before.Highest, highest));
        if (after.Item1 > after.Item2) return false;
        if (told.ContainsKey(name) || after == before) return true;
        known[name] = after;
        return changed = true;
    }

    private static string Name(PublishedTable table, string period, PublishedCount count) => StatTables.NameOf(table.What, period, table.Dimensions, count.Parts);
}
