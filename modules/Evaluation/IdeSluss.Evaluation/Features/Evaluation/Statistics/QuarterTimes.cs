using IdeSluss.Evaluation.Features.Evaluation.Benefits;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>Half of them had at most the first number, nine of ten at most the second.</summary>
/// <param name="Parts">None for all of them together.</param>
internal sealed record Middle(string What, IReadOnlyList<FigurePart> Parts, int Count, int Median, int Ninth);

/// <summary>Times and other numbers of a quarter that are told by their middle: pure. Fewer than ten are not told; a middle of ten or more tells nothing of one.</summary>
internal static class QuarterTimes
{
    /// <summary>Where next to nothing was promised a share says nothing more.</summary>
    private const int MostPercent = 1_000;

    /// <param name="groups">How long ideas rested of those who have answered for themselves: <see cref="Profiles.CountProfiles.GroupOf"/>.</param>
    public static IReadOnlyList<Middle> Of(
        IReadOnlyList<StageDays> stages, IReadOnlyList<GroupDays> groups, IReadOnlyList<AreaNumber> implemented, IReadOnlyList<AreaNumber> talks, IReadOnlyList<BarrierCount> barriers, IReadOnlyList<FollowedUp> followUps) =>
    [
        .. Divided(Indicator.LeadTime, stages, one => [new(Dimensions.Stage, one.Stage)], one => (one.Days, one.Count)),
        .. Divided(Indicator.LeadTime, stages, one => [new(Dimensions.Stage, one.Stage), new(Dimensions.Area, one.Area ?? Dimensions.None)], one => (one.Days, one.Count)),
        .. Divided(Indicator.LeadTime, groups.Where(one => Profiles.CountProfiles.SexOf(one.Group) != Dimensions.Unsaid), one => [new(Dimensions.Stage, one.Stage), new(Dimensions.Sex, Profiles.CountProfiles.SexOf(one.Group))], one => (one.Days, one.Count)),
        .. ByArea(Indicator.ImplementedDays, implemented),
        .. ByArea(Indicator.NeedTalks, talks),
        .. Told(Indicator.BarrierDays, [], barriers.Where(one => one.Days is not null).Select(one => (one.Days!.Value, one.Count))),
        .. Percent(followUps, null, []),
        // What is not counted in kronor has no sum.
        .. QuarterTables.BenefitKinds.Where(kind => kind.Value != BenefitKind.Quality).SelectMany(kind => Percent(followUps, kind.Value, [new(Dimensions.Benefit, kind.Key)])),
    ];

    /// <summary>Measured kronor of those promised, in whole percent. Nothing promised in kronor is nothing to compare with.</summary>
    private static IEnumerable<Middle> Percent(IReadOnlyList<FollowedUp> followUps, BenefitKind? kind, IReadOnlyList<FigurePart> parts)
    {
        var both = followUps.Select(one => one.Kronor(kind)).OfType<(decimal Realised, decimal Planned)>().ToList();
        if (both.Count < PrivacyLevel.FewestForShare) yield break;
        var percent = (int)Math.Clamp(Math.Round(100 * both.Sum(one => one.Realised) / both.Sum(one => one.Planned), MidpointRounding.AwayFromZero), -MostPercent, MostPercent);
        yield return new(Indicator.BenefitPercent, parts, both.Count, percent, percent);
    }

    private static IEnumerable<Middle> ByArea(string what, IReadOnlyList<AreaNumber> numbers) =>
        Divided(what, numbers, _ => [], one => (one.Number, one.Count)).Concat(Divided(what, numbers, one => [new(Dimensions.Area, one.Area ?? Dimensions.None)], one => (one.Number, one.Count)));

    private static IEnumerable<Middle> Divided<T>(string what, IEnumerable<T> all, Func<T, IReadOnlyList<FigurePart>> parts, Func<T, (int Number, int Count)> number) =>
        all.GroupBy(one => string.Join('|', parts(one).Select(part => part.Part))).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group => Told(what, parts(group.First()), group.Select(number)));

    private static IEnumerable<Middle> Told(string what, IReadOnlyList<FigurePart> parts, IEnumerable<(int Number, int Count)> numbers)
    {
        var ordered = numbers.OrderBy(one => one.Number).ToList();
        var count = ordered.Sum(one => one.Count);
        if (count >= PrivacyLevel.FewestForShare) yield return new(what, parts, count, At(ordered, count, 0.5), At(ordered, count, 0.9));
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
