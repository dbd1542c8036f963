using System.Globalization;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Calendar;

/// <param name="Month">Its first day.</param>
/// <param name="Days">Those on which something is booked or closed.</param>
/// <param name="Hours">Opening hours of the test bed; empty when it is always open.</param>
internal sealed record TestbedCalendar(Guid Id, string Slug, string Name, DateOnly Month, IReadOnlyList<CalendarDay> Days, IReadOnlyList<CalendarHours> Hours);

internal sealed record CalendarDay(DateOnly Day, IReadOnlyList<CalendarEntry> Entries);

/// <summary>What is taken of a thing on a day. Nothing of who has it or for what.</summary>
/// <param name="ThingId">Null for the test bed as a whole, and so is <paramref name="Thing"/>.</param>
/// <param name="Taken">How many of its units; 0 where it is closed.</param>
/// <param name="Closed">Why it is closed; null where it is booked.</param>
internal sealed record CalendarEntry(Guid? ThingId, string? Thing, DateTimeOffset From, DateTimeOffset To, bool WholeDays, int Taken, int Units, string? Closed);

/// <param name="Weekday">1 for Monday.</param>
internal sealed record CalendarHours(int Weekday, string Open)
{
    public static IReadOnlyList<CalendarHours> Of(IEnumerable<OpeningHours> hours) =>
        [.. hours.GroupBy(one => one.Weekday).OrderBy(day => day.Key).Select(day => new CalendarHours(day.Key, Opening.Write(day.Select(one => new Span(one.FromMinute, one.ToMinute)))))];
}

/// <summary>A month of a test bed, for everyone.</summary>
internal sealed class ReadCalendar(TestbedsDbContext db, TimeProvider time)
{
    /// <summary>A month of two hundred things that change hands every hour is more than this; then the last days are left out of the page.</summary>
    private const int MostEntries = 5_000;

    public async Task<Outcome<TestbedCalendar>> HandleAsync(string slug, string? month, CancellationToken cancellationToken)
    {
        if (slug.Length > TestbedRecord.LongestName || await db.Testbeds.AsNoTracking().Public(time.GetUtcNow()).FirstOrDefaultAsync(one => one.Slug == slug, cancellationToken) is not { } testbed) return ReadTestbed.ReadTestbed.NoSuchTestbed;
        var first = MonthOf(month, time.StockholmToday());
        var (begin, end) = (first.StartInStockholm(), first.AddMonths(1).StartInStockholm());
        var taken = await (
            from item in db.BookingItems.AsNoTracking()
            join resource in db.Resources on item.ResourceId equals resource.Id
            where resource.TestbedId == testbed.Id && item.From < end && item.To > begin && item.State != BookingState.Returned && BookingStates.Holding.Contains(item.State)
            group item by new { resource.Id, resource.Name, resource.Units, item.From, item.To, Whole = resource.BookedBy == BookingUnit.Days } into same
            orderby same.Key.From, same.Key.Name, same.Key.Id
            select new CalendarEntry(same.Key.Id, same.Key.Name, same.Key.From, same.Key.To, same.Key.Whole, same.Count(), same.Key.Units, null)).Take(MostEntries).ToListAsync(cancellationToken);
        var closed = await db.Blackouts.AsNoTracking().Where(one => one.TestbedId == testbed.Id && one.From < end && one.To > begin).OrderBy(one => one.From).Take(MostEntries)
            .Select(one => new CalendarEntry(one.ResourceId, db.Resources.Where(resource => resource.Id == one.ResourceId).Select(resource => resource.Name).FirstOrDefault(), one.From, one.To, false, 0, 0, one.Reason)).ToListAsync(cancellationToken);
        var hours = await db.OpeningHours.AsNoTracking().Where(one => one.TestbedId == testbed.Id && one.ResourceId == null).ToListAsync(cancellationToken);
        return new TestbedCalendar(testbed.Id, testbed.Slug, testbed.Name, first, [.. DaysOf(first, [.. closed, .. taken])], CalendarHours.Of(hours));
    }

    /// <summary>What is not a month shows this one: a broken link is no error.</summary>
    private static DateOnly MonthOf(string? typed, DateOnly today) =>
        DateOnly.TryParseExact(typed, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 2000 and <= 2200 ? month : new(today.Year, today.Month, 1);

    private static IEnumerable<CalendarDay> DaysOf(DateOnly first, IReadOnlyList<CalendarEntry> entries)
    {
        for (var day = first; day < first.AddMonths(1); day = day.AddDays(1))
        {
            var (from, to) = (day.StartInStockholm(), day.AddDays(1).StartInStockholm());
            var today = entries.Where(entry => entry.From < to && entry.To > from).ToList();
            if (today.Count > 0) yield return new(day, [.. Summed(today)]);
        }
    }

    /// <summary>Those who have the same thing all day are one line.</summary>
    private static IEnumerable<CalendarEntry> Summed(IReadOnlyList<CalendarEntry> entries) =>
        entries.GroupBy(entry => entry.WholeDays ? (entry.ThingId, null) : (entry.ThingId, (CalendarEntry?)entry)).Select(same => same.First() with { Taken = same.Sum(entry => entry.Taken) });
}
