using IdeSluss.Sdk.Time;

namespace IdeSluss.Training.Domain;

/// <summary>Until when an offered seat is held (<c>domain.md</c> 4.1): 48 hours, or noon of the next working day when it starts in less than five days; never longer than until it starts.</summary>
internal static class OfferTime
{
    public const int Hours = 48;
    public const int ShortDays = 5;

    public static DateTimeOffset Until(DateTimeOffset now, DateTimeOffset startsAt)
    {
        var until = startsAt - now < TimeSpan.FromDays(ShortDays) ? WorkingDays.Add(now.StockholmDay(), 1).StartInStockholm().AddHours(12) : now.AddHours(Hours);
        return until < startsAt ? until : startsAt;
    }
}
