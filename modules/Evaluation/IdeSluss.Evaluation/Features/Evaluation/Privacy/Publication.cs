namespace IdeSluss.Evaluation.Features.Evaluation.Privacy;

/// <summary>How many people a number may be about at the least, for whom (<c>domain.md</c> 3.7).</summary>
/// <param name="FewestInCell">1 to one less are not told: 5 for everyone, 10 in exports for research; a municipality may set up to 20.</param>
/// <param name="MostDimensions">Ways to divide at the same time, time not counted.</param>
internal sealed record PrivacyLevel(int FewestInCell, int MostDimensions)
{
    public const int LowestFewest = 5;
    public const int HighestFewest = 20;

    /// <summary>Fewest in each group for a share, a mean, a median or a difference.</summary>
    public const int FewestForShare = 10;

    public static PrivacyLevel Public { get; } = new(LowestFewest, 2);

    public static PrivacyLevel Research { get; } = new(10, 3);
}

/// <summary>A number of people, told or not.</summary>
internal enum CellState
{
    Shown,

    /// <summary>From 1 up to one less than the fewest: shown as "färre än 5".</summary>
    Few,

    /// <summary>Not shown, since a <see cref="Few"/> could be worked out from it.</summary>
    Withheld,
}

/// <param name="Count">Null unless shown.</param>
internal sealed record PublishedCell(CellState State, int? Count);

/// <summary>A number and what it is called among all that are published: the same number in two tables has one name.</summary>
/// <param name="Out">What was said of it in an earlier publication, which cannot be taken back; null when it is new.</param>
internal sealed record StatCell(string Name, int Count, CellState? Out = null);

/// <summary>One number is the sum of others, and everyone knows it.</summary>
internal sealed record StatSum(string Total, IReadOnlyList<string> Parts);

/// <summary>
/// Decides what of a set of numbers may be told. The one way out for every statistic about people. Few are never told; then numbers are withheld, the smallest first, until nobody can work out any of the few from all that is told together, knowing
/// every sum, that no number is negative, and the fewest that are told. Zero is a number like others: it is withheld where it would give another away.
/// </summary>
internal static class Publication
{
    /// <summary>How far apart the smallest and the largest possible value of a number that is not told must lie: at least three values stay possible.</summary>
    public const int Doubt = 2;

    /// <param name="cells">Every number, new and old; those that are out keep what was said.</param>
    public static IReadOnlyDictionary<string, PublishedCell> Of(IReadOnlyCollection<StatCell> cells, IReadOnlyCollection<StatSum> sums, PrivacyLevel level)
    {
        if (level.FewestInCell is < PrivacyLevel.LowestFewest or > PrivacyLevel.HighestFewest) throw new ArgumentOutOfRangeException(nameof(level), level.FewestInCell, "Between 5 and 20.");
        var run = new Run(cells, sums, level.FewestInCell);
        run.Protect();
        return cells.ToDictionary(cell => cell.Name, cell => new PublishedCell(run.StateOf(cell.Name), run.StateOf(cell.Name) == CellState.Shown ? cell.Count : null));
    }

    private sealed class Run
    {
        private readonly int fewest;
        private readonly Dictionary<string, StatCell> cells;
        private readonly Dictionary<string, CellState> states;
        private readonly ILookup<string, StatSum> sumsOf;
        private readonly IReadOnlyCollection<StatSum> sums;

        /// <summary>For what hangs together as long as nothing more is withheld.</summary>
        private readonly Dictionary<string, (LinearBounds Of, Dictionary<string, int> Place)> known = [];

        /// <summary>What could be true when less was withheld could be true still: what each has been in solutions met so far.</summary>
        private readonly Dictionary<string, (double Lowest, double Highest)> seen = [];

        public Run(IReadOnlyCollection<StatCell> cells, IReadOnlyCollection<StatSum> sums, int fewest)
        {
            this.fewest = fewest;
            this.sums = sums;
            this.cells = cells.ToDictionary(cell => cell.Name);
            states = cells.ToDictionary(cell => cell.Name, cell => cell.Out ?? (cell.Count > 0 && cell.Count < fewest ? CellState.Few : CellState.Shown));
            sumsOf = sums.SelectMany(sum => sum.Parts.Append(sum.Total).Select(name => (name, sum))).ToLookup(pair => pair.name, pair => pair.sum);
        }

        public CellState StateOf(string name) => states[name];

        public void Protect()
        {
            var few = states.Where(pair => pair.Value == CellState.Few).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
            // That a sum of three few is few itself says that each is hardly more than one: then it is not said that it is, or all else would be withheld in vain.
            foreach (var name in few.Where(name => cells[name].Out is null && sumsOf[name].Any(sum => sum.Total == name && fewest - 1 - sum.Parts.Count(part => states[part] == CellState.Few) < Doubt))) states[name] = CellState.Withheld;
            // Most of it needs nothing but subtraction to find, which is done at once; what is left is for the linear programme.
            var lost = new HashSet<string>();
            while (Subtracted(lost) is { } name)
                if (!WithholdNear(name)) lost.Add(name);
            // What is withheld for one may have been enough for another that came before: go round until nothing changes.
            for (var changed = true; changed;)
            {
                changed = false;
                foreach (var name in few)
                    while (CanBeWorkedOut(name) && WithholdNear(name)) changed = true;
            }
        }

        /// <summary>One of the few that stands alone in a sum, or does when others that stand alone are known; null when there is none.</summary>
        /// <param name="but">Those for which no more can be done.</param>
        private string? Subtracted(HashSet<string> but)
        {
            var told = states.Where(pair => pair.Value == CellState.Shown).Select(pair => pair.Key).ToHashSet();
            for (var changed = true; changed;)
            {
                changed = false;
                foreach (var sum in sums)
                {
                    string? alone = null;
                    var unknown = 0;
                    foreach (var name in sum.Parts.Append(sum.Total))
                        if (!told.Contains(name) && ++unknown == 1) alone = name;
                    if (unknown != 1) continue;
                    if (states[alone!] == CellState.Few && !but.Contains(alone!)) return alone;
                    told.Add(alone!);
                    changed = true;
                }
            }

            return null;
        }

        private bool CanBeWorkedOut(string name)
        {
            if (seen.TryGetValue(name, out var so) && InDoubt(so)) return false;
            if (!known.TryGetValue(name, out var bounds))
            {
                bounds = BoundsAround(name);
                foreach (var one in bounds.Place.Keys) known[one] = bounds;
            }

            var range = bounds.Of.Of(bounds.Place[name]);
            foreach (var (one, at) in bounds.Place)
            {
                var (lowest, highest) = bounds.Of.Seen(at);
                seen[one] = seen.TryGetValue(one, out var before) ? (Math.Min(lowest, before.Lowest), Math.Max(highest, before.Highest)) : (lowest, highest);
            }

            return !InDoubt(range);
        }

        private static bool InDoubt((double Lowest, double Highest) range) => Math.Floor(range.Highest + 1e-6) - Math.Ceiling(range.Lowest - 1e-6) >= Doubt;

        private (LinearBounds Of, Dictionary<string, int> Place) BoundsAround(string name)
        {
            var (unknown, sums) = Around(name);
            var place = unknown.Select((one, at) => (one, at)).ToDictionary(pair => pair.one, pair => pair.at);
            var equations = sums.Select(sum =>
            {
                var terms = sum.Parts.Select(part => (Name: part, Factor: 1)).Append((Name: sum.Total, Factor: -1)).ToList();
                return new LinearSum([.. terms.Where(term => place.ContainsKey(term.Name)).Select(term => (place[term.Name], term.Factor))], -terms.Where(term => !place.ContainsKey(term.Name)).Sum(term => term.Factor * cells[term.Name].Count));
            }).ToList();
            return (new([.. unknown.Select(one => states[one] == CellState.Few ? (1d, fewest - 1d) : (0d, double.PositiveInfinity))], equations), place);
        }

        /// <summary>Everything not told that hangs together with it by sums, and those sums.</summary>
        private (List<string> Unknown, List<StatSum> Sums) Around(string name)
        {
            var (unknown, sums) = (new List<string> { name }, new List<StatSum>());
            for (var at = 0; at < unknown.Count; at++)
                foreach (var sum in sumsOf[unknown[at]].Where(sum => !sums.Contains(sum)).ToList())
                {
                    sums.Add(sum);
                    unknown.AddRange(sum.Parts.Append(sum.Total).Where(one => states[one] != CellState.Shown && !unknown.Contains(one)));
                }

            return (unknown, sums);
        }

        /// <summary>
        /// Withholds the smallest new number next to it; where there is none, next to what hangs together with it. Where all of those are withheld, a new sum that is few says no longer that it is: that a sum is at
        /// most four tells of its parts.
        /// </summary>
        /// <returns>False when all that is new is withheld: no more can be done, and nothing new tells.</returns>
        private bool WithholdNear(string name)
        {
            var (unknown, _) = Around(name);
            foreach (var near in unknown)
            {
                var next = sumsOf[near].SelectMany(sum => sum.Parts.Select(part => (Name: part, IsTotal: false)).Append((Name: sum.Total, IsTotal: true)))
                    .Where(one => states[one.Name] == CellState.Shown && cells[one.Name].Out is null)
                    // A number that is none hides little: it is taken last of the parts. Totals are what people look for: they go last of all.
                    .OrderBy(one => one.IsTotal).ThenBy(one => cells[one.Name].Count == 0).ThenBy(one => cells[one.Name].Count).ThenBy(one => one.Name, StringComparer.Ordinal).Select(one => one.Name).FirstOrDefault();
                if (next is not null) return Withhold(next);
            }

            return unknown.Where(one => states[one] == CellState.Few && cells[one].Out is null).OrderByDescending(one => sumsOf[one].Any(sum => sum.Total == one)).FirstOrDefault() is { } few && Withhold(few);
        }

        private bool Withhold(string name)
        {
            states[name] = CellState.Withheld;
            known.Clear();
            return true;
        }
    }
}
