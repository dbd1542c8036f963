namespace IdeSluss.Evaluation.Features.Evaluation.Privacy;

/// <summary>One number of a table: for each way of dividing, which part.</summary>
/// <param name="Parts">As many as the table has dimensions, in their order.</param>
internal sealed record StatCount(IReadOnlyList<string> Parts, int Count);

/// <summary>What is counted, divided in one or more ways, in one quarter. Every combination is there, also where nobody is.</summary>
/// <param name="What">What is counted: <c>E01</c>. Tables that count the same people under the same name share their sums; <c>E02</c> is the sum of <c>E02:G1</c>, <c>E02:G2</c> and so on.</param>
/// <param name="Period">A fixed quarter: <c>2026Q3</c>.</param>
/// <param name="AddsUp">Nobody is counted in two quarters, so that the year is their sum.</param>
internal sealed record StatTable(string What, string Period, IReadOnlyList<string> Dimensions, IReadOnlyList<StatCount> Counts, bool AddsUp = true);

/// <param name="Parts">Fewer than the dimensions for a sum: the others are empty.</param>
internal sealed record PublishedCount(IReadOnlyList<string?> Parts, PublishedCell Cell)
{
    /// <summary>The number itself, for the store alone: a later quarter must give nothing of it away.</summary>
    public int Raw { get; init; }
}

/// <param name="Counts">The numbers with all their sums.</param>
internal sealed record PublishedTable(string What, string Period, IReadOnlyList<string> Dimensions, IReadOnlyList<PublishedCount> Counts)
{
    public PublishedCell this[params string?[] parts] => Counts.First(count => count.Parts.SequenceEqual(parts)).Cell;
}

/// <summary>Tables about people on their way out: all of a quarter at once, since what one hides another might tell, with the sums of each year and with what earlier quarters have already told.</summary>
internal static class StatTables
{
    private const char Between = '|';

    /// <param name="already">Names → what was said before, of this set of numbers.</param>
    /// <exception cref="ArgumentException">A table is divided in more ways than the reader may see, or misses a combination.</exception>
    public static IReadOnlyList<PublishedTable> Publish(IReadOnlyList<StatTable> tables, PrivacyLevel level, IReadOnlyDictionary<string, CellState>? already = null)
    {
        foreach (var table in tables)
        {
            if (table.Dimensions.Count > level.MostDimensions) throw new ArgumentException($"{table.What} is divided in {table.Dimensions.Count} ways; {level.MostDimensions} at most.", nameof(tables));
            if (!QuarterName.IsQuarter(table.Period)) throw new ArgumentException($"{table.Period} is no fixed quarter.", nameof(tables));
        }

        IReadOnlyList<StatTable> all = [.. tables, .. Years(tables)];
        var (cells, sums) = CellsOf(all, already ?? new Dictionary<string, CellState>());
        var published = Publication.Of([.. cells.Values], sums, level);
        return [.. all.Select(table => new PublishedTable(table.What, table.Period, table.Dimensions, [.. PatternsOf(table).Select(parts => new PublishedCount(parts, published[NameOf(table.What, table.Period, table.Dimensions, parts)]) { Raw = cells[NameOf(table.What, table.Period, table.Dimensions, parts)].Count })]))];
    }

    /// <summary>The same name for the same people, in whatever table and whatever order they are divided.</summary>
    public static string NameOf(string what, string period, IReadOnlyList<string> dimensions, IReadOnlyList<string?> parts) =>
        string.Join(Between, dimensions.Zip(parts).Where(pair => pair.Second is not null).Select(pair => $"{pair.First}={pair.Second}").Order(StringComparer.Ordinal).Prepend(period).Prepend(what));

    /// <summary>A year is told when its four quarters are there: the sum of what they say.</summary>
    private static IEnumerable<StatTable> Years(IReadOnlyList<StatTable> tables) =>
        from table in tables
        group table by (table.What, Dimensions: string.Join(Between, table.Dimensions), Year: table.Period[..4]) into year
        where year.All(one => one.AddsUp) && year.Select(one => one.Period).Distinct().Count() == 4
        let first = year.First()
        select new StatTable(first.What, year.Key.Year, first.Dimensions, [.. year.SelectMany(one => one.Counts).GroupBy(count => string.Join(Between, count.Parts)).Select(same => new StatCount(same.First().Parts, same.Sum(count => count.Count)))]);

    private static (Dictionary<string, StatCell> Cells, List<StatSum> Sums) CellsOf(IReadOnlyList<StatTable> tables, IReadOnlyDictionary<string, CellState> already)
    {
        var cells = new Dictionary<string, StatCell>();
        var sums = new Dictionary<string, StatSum>();
        foreach (var table in tables)
        {
            foreach (var parts in PatternsOf(table))
            {
                var name = NameOf(table.What, table.Period, table.Dimensions, parts);
                var count = table.Counts.Where(one => Fits(one.Parts, parts)).Sum(one => one.Count);
                if (cells.TryGetValue(name, out var known) && known.Count != count) throw new ArgumentException($"{name} is {known.Count} in one table and {count} in another.", nameof(tables));
                cells[name] = new(name, count, already.TryGetValue(name, out var said) ? said : null);
            }

            foreach (var parts in PatternsOf(table))
                for (var dimension = 0; dimension < table.Dimensions.Count; dimension++)
                {
                    if (parts[dimension] is not null) continue;
                    var total = NameOf(table.What, table.Period, table.Dimensions, parts);
                    sums[$"{total}/{table.Dimensions[dimension]}"] = new(total, [.. CategoriesOf(table, dimension).Select(part => NameOf(table.What, table.Period, table.Dimensions, [.. parts.Select((one, at) => at == dimension ? part : one)]))]);
                }
        }

        foreach (var year in tables.Where(table => !QuarterName.IsQuarter(table.Period)))
            foreach (var parts in PatternsOf(year))
            {
                var total = NameOf(year.What, year.Period, year.Dimensions, parts);
                sums[$"{total}/year"] = new(total, [.. Enumerable.Range(1, 4).Select(quarter => NameOf(year.What, $"{year.Period}Q{quarter}", year.Dimensions, parts)).Where(cells.ContainsKey)]);
            }

        foreach (var sum in tables.SelectMany(WithinAuthorities).Where(sum => cells.ContainsKey(sum.Total))) sums[$"{sum.Total}/units"] = sum;
        foreach (var whole in tables)
        {
            var parts = tables.Where(one => one.Period == whole.Period && one.What.StartsWith(whole.What + ':', StringComparison.Ordinal)).Select(one => one.What).Distinct().ToList();
            if (parts.Count == 0) continue;
            foreach (var pattern in PatternsOf(whole))
                if (parts.ConvertAll(part => NameOf(part, whole.Period, whole.Dimensions, pattern)) is var names && names.TrueForAll(cells.ContainsKey))
                    sums[$"{NameOf(whole.What, whole.Period, whole.Dimensions, pattern)}/parts"] = new(NameOf(whole.What, whole.Period, whole.Dimensions, pattern), names);
        }

        return (cells, [.. sums.Values]);
    }

    /// <summary>Everyone knows which nämnd a unit is of: what is told of its units adds up to what is told of it.</summary>
    private static IEnumerable<StatSum> WithinAuthorities(StatTable table)
    {
        var at = table.Dimensions.ToList().IndexOf(Statistics.Dimensions.Unit);
        if (at < 0) return [];
        IReadOnlyList<string> dimensions = [.. table.Dimensions.Select((dimension, place) => place == at ? Statistics.Dimensions.Authority : dimension)];
        return from parts in PatternsOf(table)
               where parts[at] is not null
               group NameOf(table.What, table.Period, table.Dimensions, parts) by NameOf(table.What, table.Period, dimensions, [.. parts.Select((part, place) => place == at ? Statistics.UnitTree.AuthorityOf(part!) : part)]) into units
               select new StatSum(units.Key, [.. units]);
    }

    private static IEnumerable<string> CategoriesOf(StatTable table, int dimension) => table.Counts.Select(one => one.Parts[dimension]).Distinct();

    /// <summary>Every number and every sum of the table.</summary>
    private static IReadOnlyList<string?[]> PatternsOf(StatTable table)
    {
        IEnumerable<string?[]> patterns = [[]];
        for (var dimension = 0; dimension < table.Dimensions.Count; dimension++)
        {
            var at = dimension;
            patterns = patterns.SelectMany(before => CategoriesOf(table, at).Cast<string?>().Prepend(null).Select(part => before.Append(part).ToArray())).ToList();
        }

        return [.. patterns];
    }

    private static bool Fits(IReadOnlyList<string> parts, IReadOnlyList<string?> pattern) => pattern.Zip(parts).All(pair => pair.First is null || pair.First == pair.Second);
}

/// <summary>Quarters are what statistics are told by: a period that one may choose could be chosen so that two differ by one person.</summary>
internal static class QuarterName
{
    public static string Of(DateOnly day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Year:0000}Q{((day.Month - 1) / 3) + 1}");

    public static bool IsQuarter(string text) => text.Length == 6 && text[4] == 'Q' && text[5] is >= '1' and <= '4' && text[..4].All(char.IsAsciiDigit);

    public static DateOnly First(string quarter) => new(int.Parse(quarter[..4], System.Globalization.CultureInfo.InvariantCulture), ((quarter[5] - '1') * 3) + 1, 1);

    /// <summary>The first day of the next.</summary>
    public static DateOnly End(string quarter) => First(quarter).AddMonths(3);
}
