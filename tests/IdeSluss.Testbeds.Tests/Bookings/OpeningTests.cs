using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Tests.Bookings;

public class OpeningTests
{
    private static readonly Gen<DateTimeOffset> Instant = from minute in Gen.Choose(0, 60 * 24 * 900) select new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);

    private static readonly Gen<List<OpeningHours>> Week = Gen.ListOf(from day in Gen.Choose(1, 7) from start in Gen.Choose(0, 1300) from length in Gen.Choose(1, 600) select Hours(day, start, Math.Min(1440, start + length))).Select(list => list.DistinctBy(one => one.Weekday).ToList());

    [Theory]
    [InlineData("08.00–12.00, 13.00–17.00", "08.00–12.00, 13.00–17.00")]
    [InlineData("13-17; 8-12", "08.00–12.00, 13.00–17.00")]
    [InlineData("8:00-12:30,12:30-16", "08.00–16.00")]
    [InlineData("0-24", "00.00–24.00")]
    [InlineData("", "")]
    public void Opening_hours_are_read_as_people_write_them(string typed, string kept) => Assert.Equal(kept, Opening.Write(Opening.Parse(typed)!));

    [Theory]
    [InlineData("8-12, 11-13")]
    [InlineData("12-8")]
    [InlineData("8-8")]
    [InlineData("8")]
    [InlineData("8-25")]
    [InlineData("8.60-9")]
    [InlineData("öppet")]
    public void Hours_that_overlap_end_before_they_begin_or_are_no_hours_are_refused(string typed) => Assert.Null(Opening.Parse(typed));

    [Fact]
    public void What_is_written_is_read_back_as_it_was() => Prop.ForAll(Week.ToArbitrary(), week => week.TrueForAll(one => Opening.Parse(Opening.Write([new(one.FromMinute, one.ToMinute)])) is [var span] && span == new Span(one.FromMinute, one.ToMinute)))
        .QuickCheckThrowOnFailure();

    /// <summary>Against the plain way: every minute of the booking is open by the clock on the wall.</summary>
    [Fact]
    public void A_booking_by_the_hour_is_open_when_each_of_its_minutes_is() => Prop.ForAll(Week.ToArbitrary(), Instant.ToArbitrary(), Gen.Choose(1, 60 * 30).ToArbitrary(), (week, from, length) =>
    {
        var period = BookingPeriod.Hours(from, from.AddMinutes(length));
        var open = week.Count == 0 || Enumerable.Range(0, length).All(minute => IsOpen(week, from.AddMinutes(minute)));
        // In the night when the clocks change a booking can be open by the minute and reach over hours that nobody sees: then the rule is the stricter.
        return Opening.Covers(week, period) == open || (open && Enumerable.Range(0, period.LastDay.DayNumber - period.FirstDay.DayNumber + 1).Any(day => HoursOf(period.FirstDay.AddDays(day)) != 24));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_loan_over_a_closed_weekend_needs_its_first_and_last_day_open()
    {
        List<OpeningHours> weekdays = [.. Enumerable.Range(1, 5).Select(day => Hours(day, 480, 1020))];
        Assert.True(Opening.Covers(weekdays, BookingPeriod.Days(new(2027, 3, 5), new(2027, 3, 8))));
        Assert.False(Opening.Covers(weekdays, BookingPeriod.Days(new(2027, 3, 5), new(2027, 3, 7))));
        Assert.True(Opening.Covers([], BookingPeriod.Days(new(2027, 3, 7), new(2027, 3, 7))));
    }

    private static bool IsOpen(List<OpeningHours> week, DateTimeOffset at) =>
        week.Exists(one => one.Weekday == Opening.Weekday(at.StockholmDay()) && one.FromMinute <= at.StockholmMinute() && at.StockholmMinute() < one.ToMinute);

    private static double HoursOf(DateOnly day) => (day.AddDays(1).StartInStockholm() - day.StartInStockholm()).TotalHours;

    private static OpeningHours Hours(int weekday, int from, int to) => new() { Id = Guid.CreateVersion7(), TestbedId = Guid.Empty, Weekday = weekday, FromMinute = from, ToMinute = to };
}
