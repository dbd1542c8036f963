using System.Globalization;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Testbeds.Domain;

/// <summary>When something is wanted, as it is typed in Swedish local time.</summary>
/// <param name="FromDay"><c>2026-11-26</c>.</param>
/// <param name="FromTime"><c>08:30</c> or <c>08.30</c>; null, together with <paramref name="ToTime"/>, for whole days.</param>
/// <param name="FromTurn">Which of the two when the clock time comes twice; else without meaning.</param>
/// <param name="ToDay">The last day, itself included; null for the same as the first.</param>
internal sealed record PeriodInput(string? FromDay, string? FromTime = null, string? ToDay = null, string? ToTime = null, Turn? FromTurn = null, Turn? ToTurn = null);

/// <summary>When something is booked.</summary>
/// <param name="From">UTC; for whole days the midnight in Sweden before the first.</param>
/// <param name="To">UTC, not included.</param>
/// <param name="LastDay">The Swedish day of the last minute.</param>
internal sealed record BookingPeriod(DateTimeOffset From, DateTimeOffset To, DateOnly FirstDay, DateOnly LastDay, bool WholeDays)
{
    /// <summary>A test lasts at most this long (<c>domain.md</c> 2.3).</summary>
    public const int MostDays = 180;

    public static BookingPeriod Days(DateOnly first, DateOnly last) => new(first.StartInStockholm(), last.AddDays(1).StartInStockholm(), first, last, WholeDays: true);

    public static BookingPeriod Hours(DateTimeOffset from, DateTimeOffset to) => new(from, to, from.StockholmDay(), to.AddTicks(-1).StockholmDay(), WholeDays: false);

    /// <summary>As it was kept.</summary>
    public static BookingPeriod Between(DateTimeOffset from, DateTimeOffset to, bool wholeDays) => wholeDays ? Days(from.StockholmDay(), to.AddTicks(-1).StockholmDay()) : Hours(from, to);

    /// <summary>As people see it: from midnight to midnight is whole days.</summary>
    public static BookingPeriod Seen(DateTimeOffset from, DateTimeOffset to)
    {
        var hours = Hours(from, to);
        var days = Days(hours.FirstDay, hours.LastDay);
        return days.From == from && days.To == to ? days : hours;
    }

    /// <summary>What is booked by the day takes the days that are touched.</summary>
    public BookingPeriod By(BookingUnit unit) => unit == BookingUnit.Days && !WholeDays ? Days(FirstDay, LastDay) : this;

    public static Outcome<BookingPeriod> Of(PeriodInput input)
    {
        if (Day(input.FromDay) is not { } first) return Problem.Invalid(new FieldError("fromDay", "Från: skriv en dag, till exempel 2027-03-01."));
        if (Day(string.IsNullOrWhiteSpace(input.ToDay) ? input.FromDay : input.ToDay) is not { } last) return Problem.Invalid(new FieldError("toDay", "Till: skriv en dag, till exempel 2027-03-01."));
        if (last < first) return Problem.Invalid(new FieldError("toDay", "Till: dagen är före den första dagen."));
        if (last.DayNumber - first.DayNumber >= MostDays) return Problem.Invalid(new FieldError("toDay", new Text("Till: en bokning kan vara högst {0} dagar.", MostDays)));
        var (fromTyped, toTyped) = (!string.IsNullOrWhiteSpace(input.FromTime), !string.IsNullOrWhiteSpace(input.ToTime));
        if (!fromTyped && !toTyped) return Days(first, last);
        if (Time(input.FromTime) is not { } fromTime) return Problem.Invalid(new FieldError("fromTime", fromTyped ? "Från klockan: skriv en tid, till exempel 08.30." : "Från klockan: fyll i, eller lämna båda tiderna tomma för hela dagar."));
        if (Time(input.ToTime) is not { } toTime) return Problem.Invalid(new FieldError("toTime", toTyped ? "Till klockan: skriv en tid, till exempel 16.30." : "Till klockan: fyll i, eller lämna båda tiderna tomma för hela dagar."));
        if (LocalTimes.Instant(first, fromTime, input.FromTurn, "fromTime", "fromTurn").Failed(out var noFrom, out var from)) return noFrom;
        if (LocalTimes.Instant(last, toTime, input.ToTurn, "toTime", "toTurn").Failed(out var noTo, out var to)) return noTo;
        return to <= from ? Problem.Invalid(new FieldError("toTime", "Till klockan: tiden måste vara efter den första tiden.")) : Hours(from, to);
    }

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2200 ? day : null;

    private static TimeOnly? Time(string? typed) =>
        TimeOnly.TryParseExact(typed?.Trim(), ["HH:mm", "H:mm", "HH.mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>What a booking holds beside its own time.</summary>
internal static class Buffers
{
    private const int MinutesOfADay = 24 * 60;

    /// <summary>
    /// The time with what must be free around it. Between whole days only whole days count: what takes an hour is done in the evening, and the next day can still be booked.
    /// </summary>
    public static (DateTimeOffset From, DateTimeOffset To) Around(BookingPeriod period, int before, int after) => period.WholeDays
        ? (period.FirstDay.AddDays(-(before / MinutesOfADay)).StartInStockholm(), period.LastDay.AddDays(1 + after / MinutesOfADay).StartInStockholm())
        : (period.From.AddMinutes(-before), period.To.AddMinutes(after));
}
