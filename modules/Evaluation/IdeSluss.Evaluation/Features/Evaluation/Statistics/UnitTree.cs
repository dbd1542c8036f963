using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.People.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>Units by authority. As a part a unit is <c>SN/hemtjansten</c>, and <c>SN/</c> is what of the nämnd is in no unit that is told by itself: so each part lies within one nämnd, and their sum is the nämnd's own number.</summary>
internal sealed class UnitTree(IReadOnlyDictionary<Guid, string> parts, IReadOnlyDictionary<string, string?> parents)
{
    private const char Between = '/';

    public static UnitTree None { get; } = new(new Dictionary<Guid, string>(), new Dictionary<string, string?>());

    /// <param name="units">Parents before children.</param>
    public static UnitTree Of(IReadOnlyList<UnitInfo> units, IReadOnlyDictionary<Guid, string> authorities)
    {
        var parts = units.Where(unit => authorities.ContainsKey(unit.AuthorityId)).ToDictionary(unit => unit.Id, unit => $"{authorities[unit.AuthorityId]}{Between}{unit.Code}");
        return new(parts, units.Where(unit => parts.ContainsKey(unit.Id)).ToDictionary(unit => parts[unit.Id], unit => unit.ParentId is { } above ? parts.GetValueOrDefault(above) : null));
    }

    public static string Rest(string authority) => authority + Between;

    public static string AuthorityOf(string part) => part[..part.IndexOf(Between, StringComparison.Ordinal)];

    public string? PartOf(Guid unit) => parts.GetValueOrDefault(unit);

    /// <summary>The unit itself and those above it, the nearest first; last what is left of the nämnd.</summary>
    public IEnumerable<string> Upwards(string part)
    {
        for (var at = part; at is not null; at = parents.GetValueOrDefault(at)) yield return at;
        yield return Rest(AuthorityOf(part));
    }

    /// <summary>Few are counted with the unit above, until they are five. What is left of a nämnd is there also when it is nobody.</summary>
    public IReadOnlyDictionary<string, (int All, int Yes)> RollUp(IEnumerable<(string Authority, Guid? Unit, bool Yes, int Count)> counts)
    {
        var sums = counts.GroupBy(one => one.Unit is { } unit && parts.GetValueOrDefault(unit) is { } part && AuthorityOf(part) == one.Authority ? part : Rest(one.Authority))
            .ToDictionary(part => part.Key, part => (All: part.Sum(one => one.Count), Yes: part.Where(one => one.Yes).Sum(one => one.Count)));
        var told = new SortedDictionary<string, (int All, int Yes)>(StringComparer.Ordinal);
        foreach (var authority in sums.Keys.Select(AuthorityOf).Distinct())
        {
            var own = sums.Where(pair => AuthorityOf(pair.Key) == authority).ToDictionary(pair => pair.Key, pair => pair.Value.All);
            told[Rest(authority)] = default;
            foreach (var (part, into) in UnitRollUp.Of(own, parents, Rest(authority), PrivacyLevel.LowestFewest))
            {
                var sum = told.GetValueOrDefault(into);
                told[into] = (sum.All + sums[part].All, sum.Yes + sums[part].Yes);
            }
        }

        return told;
    }
}
