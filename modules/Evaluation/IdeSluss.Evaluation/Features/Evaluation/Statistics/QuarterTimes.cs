using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>Half of them had at most the first number, nine of ten at most the second.</summary>
/// <param name="Dimension">Null for all of them together.</param>
internal sealed record Middle(string What, string? Dimension, string Part, int Count, int Median, int Ninth);

/// <summary>Times and other numbers of a quarter that are told by their middle: pure. Fewer than ten are not told; a middle of ten or more tells nothing of one.</summary>
internal static class QuarterTimes
{
    public static IReadOnlyList<Middle> Of(IReadOnlyList<StageTime> stages, IReadOnlyList<AreaNumber> implemented, IReadOnlyList<AreaNumber> talks, IReadOnlyList<BarrierCount> barriers, IReadOnlyList<FollowedUp> followUps) =>
    [
        .. stages.Where(one => one.Count >= PrivacyLevel.FewestForShare).Select(one => new Middle(Indicator.LeadTime, Dimensions.Stage, one.Stage, one.Count, one.Median, one.Ninth)),
        .. ByArea(Indicator.ImplementedDays, implemented),
        .. ByArea(Indicator.NeedTalks, talks),
        .. Told(Indicator.BarrierDays, null, "", barriers.Where(one => one.Days is not null).Select(one => (one.Days!.Value, one.Count))),
        .. Percent([.. followUps.Where(one => one.Realised is not null && one.Planned > 0)]),
    ];

    /// <summary>Measured kronor of those promised, in whole percent. Nothing promised in kronor is nothing to compare with.</summary>
    private static IEnumerable<Middle> Percent(IReadOnlyList<FollowedUp> followUps)
    {
        if (followUps.Count < PrivacyLevel.FewestForShare) yield break;
        var percent = (int)Math.Round(100 * followUps.Sum(one => one.Realised!.Value) / followUps.Sum(one => one.Planned), MidpointRounding.AwayFromZero);
        yield return new(Indicator.BenefitPercent, null, "", followUps.Count, percent, percent);
    }

    private static IEnumerable<Middle> ByArea(string what, IReadOnlyList<AreaNumber> numbers) =>
        Told(what, null, "", numbers.Select(one => (one.Number, one.Count)))
            .Concat(numbers.GroupBy(one => one.Area ?? Dimensions.None).OrderBy(area => area.Key, StringComparer.Ordinal).SelectMany(area => Told(what, Dimensions.Area, area.Key, area.Select(one => (one.Number, one.Count)))));

    private static IEnumerable<Middle> Told(string what, string? dimension, string part, IEnumerable<(int Number, int Count)> numbers)
    {
        var ordered = numbers.OrderBy(one => one.Number).ToList();
        var count = ordered.Sum(one => one.Count);
        if (count >= PrivacyLevel.FewestForShare) yield return new(what, dimension, part, count, At(ordered, count, 0.5), At(ordered, count, 0.9));
    }

    /// <summary>The smallest number that the share of them has at most.</summary>
    private static int At(List<(int Number, int Count)> ordered, int count, double share)
    {
        var (needed, seen) = (Math.Ceiling(count * share), 0);
        foreach (var (number, some) in ordered)
            if ((seen += some) >= needed) return number;
        return 0;
    }
}
