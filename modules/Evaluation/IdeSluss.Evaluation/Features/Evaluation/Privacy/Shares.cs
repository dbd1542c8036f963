namespace IdeSluss.Evaluation.Features.Evaluation.Privacy;

/// <param name="Lowest">Of the 95 % interval.</param>
internal sealed record Share(decimal Value, decimal Lowest, decimal Highest, int Of);

/// <summary>Shares and differences out of numbers that are already out, so that they tell nothing more; and only where the groups are large enough to mean something.</summary>
internal static class Shares
{
    private const double Z = 1.959964;

    /// <returns>Null when one of the numbers is not told, or the whole is too small.</returns>
    public static Share? Of(PublishedCell part, PublishedCell whole)
    {
        if (part.Count is not { } some || whole.Count is not { } all || all < PrivacyLevel.FewestForShare) return null;
        var (lowest, highest) = Wilson(some, all);
        return new(Percent((double)some / all), Percent(lowest), Percent(highest), all);
    }

    /// <summary>The first less the second, in percentage points, with Newcombe's interval out of the two of Wilson. Null unless both may be told.</summary>
    public static (decimal Value, decimal Lowest, decimal Highest)? Gap(Share? first, Share? second)
    {
        if (first is null || second is null) return null;
        var difference = first.Value - second.Value;
        var below = Math.Sqrt(Math.Pow((double)(first.Value - first.Lowest), 2) + Math.Pow((double)(second.Highest - second.Value), 2));
        var above = Math.Sqrt(Math.Pow((double)(first.Highest - first.Value), 2) + Math.Pow((double)(second.Value - second.Lowest), 2));
        return (difference, Math.Round(difference - (decimal)below, 1), Math.Round(difference + (decimal)above, 1));
    }

    /// <summary>Wilson's interval for a share: it stays within 0 and 1 and holds for small numbers too.</summary>
    public static (double Lowest, double Highest) Wilson(int some, int all)
    {
        var share = (double)some / all;
        var scale = 1 + (Z * Z / all);
        var middle = (share + (Z * Z / (2 * all))) / scale;
        var reach = Z / scale * Math.Sqrt((share * (1 - share) / all) + (Z * Z / (4d * all * all)));
        return (Math.Max(0, middle - reach), Math.Min(1, middle + reach));
    }

    private static decimal Percent(double share) => Math.Round((decimal)(share * 100), 1, MidpointRounding.AwayFromZero);
}
