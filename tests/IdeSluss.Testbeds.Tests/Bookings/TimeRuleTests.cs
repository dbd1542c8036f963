using FsCheck;
using FsCheck.Fluent;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Domain;

namespace IdeSluss.Testbeds.Tests.Bookings;

public class TimeRuleTests
{
    private static readonly Gen<DateOnly> AnyDay = from number in Gen.Choose(0, 365 * 15) select new DateOnly(2025, 1, 1).AddDays(number);

    /// <summary>Half of them in the nights when the clocks change.</summary>
    private static readonly Gen<DateOnly> Day = Gen.OneOf(AnyDay, from year in Gen.Choose(2025, 2040) from spring in Gen.Elements(true, false) select LastSunday(year, spring ? 3 : 10));

    private static readonly Gen<TimeOnly> Time = from minute in Gen.Choose(0, 24 * 60 - 1) select TimeOnly.MinValue.AddMinutes(minute);

    [Fact]
    public void A_clock_time_is_the_instant_that_shows_it_refused_where_it_does_not_exist_and_asked_about_where_it_comes_twice() => Prop.ForAll(Day.ToArbitrary(), Time.ToArbitrary(), (day, time) =>
    {
        var local = day.ToDateTime(time);
        var (plain, first, second) = (Instant(day, time, null), Instant(day, time, Turn.First), Instant(day, time, Turn.Second));
        if (StockholmTime.Zone.IsInvalidTime(local)) return FieldOf(plain) == "time" && FieldOf(first) == "time" && FieldOf(second) == "time";
        if (StockholmTime.Zone.IsAmbiguousTime(local)) return FieldOf(plain) == "turn" && second.Value - first.Value == TimeSpan.FromHours(1) && first.Value.ToStockholm().DateTime == local && second.Value.ToStockholm().DateTime == local;
        return plain.Value == first.Value && plain.Value == second.Value && plain.Value.ToStockholm().DateTime == local && plain.Value.Offset == TimeSpan.Zero;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2027-03-28", "02:30", "2027-03-28", "04:00", "fromTime")]
    [InlineData("2027-10-31", "02:30", "2027-10-31", "04:00", "fromTurn")]
    [InlineData("2027-10-31", "01:00", "2027-10-31", "02.30", "toTurn")]
    [InlineData("2027-05-02", "10:00", "2027-05-02", "10:00", "toTime")]
    [InlineData("2027-05-02", "10:00", "2027-05-01", "11:00", "toDay")]
    [InlineData("2027-05-02", "10:00", "2027-05-02", "", "toTime")]
    [InlineData("2027-05-02", "kl 10", "2027-05-02", "11", "fromTime")]
    [InlineData("", null, null, null, "fromDay")]
    [InlineData("2027-02-30", null, null, null, "fromDay")]
    [InlineData("2027-01-01", null, "2028-01-01", null, "toDay")]
    public void What_is_no_time_is_said_at_its_field(string? fromDay, string? fromTime, string? toDay, string? toTime, string field) =>
        Assert.Equal(field, FieldOf(BookingPeriod.Of(new(fromDay, fromTime, toDay, toTime))));

    [Fact]
    public void The_hour_that_comes_twice_can_be_booked_from_its_first_to_its_second_turn()
    {
        var period = BookingPeriod.Of(new("2027-10-31", "02.30", "2027-10-31", "02.30", Turn.First, Turn.Second)).Value!;
        Assert.Equal(TimeSpan.FromHours(1), period.To - period.From);
    }

    [Fact]
    public void Whole_days_follow_the_clock_and_a_day_may_have_23_or_25_hours()
    {
        Assert.Equal(23, Length("2027-03-28"));
        Assert.Equal(25, Length("2027-10-31"));
        Assert.Equal(24, Length("2027-05-02"));

        static double Length(string day) => BookingPeriod.Of(new(day)).Value is { } period ? (period.To - period.From).TotalHours : 0;
    }

    /// <summary>What is kept is From and To alone; the days come back from them, whatever the clock did.</summary>
    [Fact]
    public void A_booking_that_is_kept_comes_back_as_it_was() => Prop.ForAll(Day.ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (first, days) =>
    {
        var period = BookingPeriod.Days(first, first.AddDays(days));
        var hours = BookingPeriod.Hours(period.From.AddMinutes(61), period.To.AddMinutes(-61));
        return BookingPeriod.Between(period.From, period.To, true) == period && BookingPeriod.Between(hours.From, hours.To, false) == hours && hours.By(BookingUnit.Days) == period && hours.By(BookingUnit.Hours) == hours;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_bookings_that_do_not_meet_with_their_buffers_have_both_buffers_between_them() => Prop.ForAll(
        Gen.Choose(0, 3000).ToArbitrary(), (from gap in Gen.Choose(0, 400) from before in Gen.Choose(0, 200) from after in Gen.Choose(0, 200) select (gap, before, after)).ToArbitrary(), (start, at) =>
        {
            var begin = new DateTimeOffset(2027, 3, 27, 0, 0, 0, TimeSpan.Zero).AddMinutes(start);
            var first = BookingPeriod.Hours(begin, begin.AddMinutes(60));
            var second = BookingPeriod.Hours(first.To.AddMinutes(at.gap), first.To.AddMinutes(at.gap + 60));
            var (_, firstEnd) = Buffers.Around(first, at.before, at.after);
            var (secondStart, _) = Buffers.Around(second, at.before, at.after);
            return firstEnd <= secondStart == (at.gap >= at.before + at.after);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Between_whole_days_an_hour_of_cleaning_takes_no_day_and_a_day_of_it_takes_one()
    {
        var day = BookingPeriod.Days(new(2027, 3, 28), new(2027, 3, 28));
        Assert.Equal((day.From, day.To), Buffers.Around(day, 60, 60));
        Assert.Equal(BookingPeriod.Days(new(2027, 3, 27), new(2027, 3, 30)) is var wide ? (wide.From, wide.To) : default, Buffers.Around(day, 1440, 2880));
    }

    [Fact]
    public void The_lead_time_is_working_days_and_the_first_possible_day_is_the_one_that_is_told() => Prop.ForAll(AnyDay.ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(0, 80).ToArbitrary(), (asked, lead, ahead) =>
        WorkingDays.Between(asked, asked.AddDays(ahead)) >= lead == asked.AddDays(ahead) >= WorkingDays.Add(asked, lead)).QuickCheckThrowOnFailure();

    private static DateOnly LastSunday(int year, int month)
    {
        var day = new DateOnly(year, month, 31);
        return day.AddDays(-(int)day.DayOfWeek);
    }

    private static Outcome<DateTimeOffset> Instant(DateOnly day, TimeOnly time, Turn? turn) => LocalTimes.Instant(day, time, turn, "time", "turn");

    private static string? FieldOf<T>(Outcome<T> outcome) => outcome.Problem?.Errors[0].Field;
}
