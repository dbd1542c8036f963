using IdeSluss.Sdk.Time;
using IdeSluss.Ui.Parts;
using Microsoft.Extensions.Localization;

namespace IdeSluss.Ideas.Features.Ideas.SluiceMap;

/// <summary>How a case stands to what its submitter was promised. The order is that of pages and of the API's arrays.</summary>
internal enum PromiseBand
{
    InTime,

    /// <summary>At most two working days left.</summary>
    Soon,
    Late,

    /// <summary>The clock stands still: asked, or parked.</summary>
    Still,
}

/// <summary>How long a case has lain in its stage.</summary>
internal enum RestBand
{
    Fortnight,
    TwoMonths,
    HalfYear,
    Longer,
}

/// <summary>How long ago an idea came in.</summary>
internal enum AgeBand
{
    Month,
    Quarter,
    Year,
    Older,
}

/// <summary>A band in the words of people and of addresses.</summary>
/// <param name="Code">In addresses: <c>forsenad</c>.</param>
/// <param name="Name">Swedish, also the key of its translation.</param>
internal sealed record Band(string Code, string Name, SluiceWater Water, bool Alarm = false)
{
    public SluiceMapKind Kind(IStringLocalizer texts) => new(texts[Name], Water, Alarm);
}

/// <summary>The limits of the bands, in one place: the counts, the lists they lead to and the words on the page all read them here.</summary>
internal static class SluiceBands
{
    public static IReadOnlyList<Band> Promises { get; } =
    [
        new("i-tid", "Inom löftet", SluiceWater.Calm),
        new("snart", "Snart: högst två vardagar kvar", SluiceWater.Moving),
        new("forsenad", "Försenad", SluiceWater.Troubled, Alarm: true),
        new("star-still", "Tiden står still", SluiceWater.Still),
    ];

    public static IReadOnlyList<Band> Rests { get; } =
    [
        new("tva-veckor", "Högst två veckor", SluiceWater.Calm),
        new("tva-manader", "Högst två månader", SluiceWater.Moving),
        new("ett-halvar", "Högst ett halvår", SluiceWater.Still),
        new("langre", "Mer än ett halvår", SluiceWater.Troubled),
    ];

    public static IReadOnlyList<Band> Ages { get; } =
    [
        new("manad", "Senaste månaden", SluiceWater.Calm),
        new("kvartal", "En till tre månader", SluiceWater.Moving),
        new("ar", "Tre månader till ett år", SluiceWater.Still),
        new("aldre", "Mer än ett år", SluiceWater.Troubled),
    ];

    public static int? IndexOf(IReadOnlyList<Band> bands, string? code)
    {
        for (var index = 0; index < bands.Count; index++)
            if (bands[index].Code == code) return index;
        return null;
    }
}

/// <summary>The instants and days between the bands, seen from now.</summary>
internal sealed record BandLimits(DateOnly Today, DateOnly SoonUntil, DateTimeOffset Fortnight, DateTimeOffset TwoMonths, DateTimeOffset HalfYear, DateTimeOffset Month, DateTimeOffset Quarter, DateTimeOffset Year)
{
    private const int SoonDays = 2;

    public static BandLimits At(DateTimeOffset now)
    {
        var today = now.StockholmDay();
        DateTimeOffset Before(DateOnly day) => day.StartInStockholm();
        return new(today, WorkingDays.Add(today, SoonDays), Before(today.AddDays(-14)), Before(today.AddMonths(-2)), Before(today.AddMonths(-6)), Before(today.AddMonths(-1)), Before(today.AddMonths(-3)), Before(today.AddYears(-1)));
    }
}
