using System.Globalization;

namespace IdeSluss.Sdk.Time;

/// <summary>UTC in the database, Europe/Stockholm on the page.</summary>
public static class StockholmTime
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public static DateTimeOffset ToStockholm(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The Swedish calendar day an instant falls on.</summary>
    public static DateOnly StockholmDay(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToStockholm().DateTime);

    public static DateOnly StockholmToday(this TimeProvider time) => time.GetUtcNow().StockholmDay();

    /// <summary>The instant at which the Swedish day begins, in UTC.</summary>
    public static DateTimeOffset StartInStockholm(this DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>For people, in the current culture: <c>tisdag 14 oktober</c>, with the year when it is not this year.</summary>
    public static string ForPeople(this DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? WithoutYear : WithoutYear + " yyyy", CultureInfo.CurrentCulture);

    /// <summary>For people where there is little room: <c>14 oktober</c>, with the year when it is not this year.</summary>
    public static string ForPeopleShort(this DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>For people, in the current culture: <c>14 oktober 2025</c>, on papers that are read in another year.</summary>
    public static string ForPeopleWithYear(this DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>For people: <c>14 oktober 2025 kl. 14.10</c>.</summary>
    public static string ForPeople(this DateTimeOffset instant) =>
        instant.ToStockholm().ToString(IsSwedish ? "d MMMM yyyy 'kl.' HH.mm" : "d MMMM yyyy 'at' HH:mm", CultureInfo.CurrentCulture);

    private const string WithoutYear = "dddd d MMMM";

    private static bool IsSwedish => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "sv";
}
