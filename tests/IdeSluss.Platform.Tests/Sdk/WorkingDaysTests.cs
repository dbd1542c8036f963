using System.Globalization;
using IdeSluss.Sdk.Time;
using Xunit;

namespace IdeSluss.Platform.Tests.Sdk;

public sealed class WorkingDaysTests
{
    [Theory]
    // Easter Sunday, Ascension Day, midsommarafton and alla helgons dag as printed in the almanac.
    [InlineData(2024, "2024-03-31", "2024-05-09", "2024-06-21", "2024-11-02")]
    [InlineData(2025, "2025-04-20", "2025-05-29", "2025-06-20", "2025-11-01")]
    [InlineData(2026, "2026-04-05", "2026-05-14", "2026-06-19", "2026-10-31")]
    [InlineData(2027, "2027-03-28", "2027-05-06", "2027-06-25", "2027-11-06")]
    [InlineData(2028, "2028-04-16", "2028-05-25", "2028-06-23", "2028-11-04")]
    [InlineData(2029, "2029-04-01", "2029-05-10", "2029-06-22", "2029-11-03")]
    [InlineData(2030, "2030-04-21", "2030-05-30", "2030-06-21", "2030-11-02")]
    public void Movable_feasts_fall_where_the_almanac_has_them(int year, string easter, string ascension, string midsummerEve, string allSaints)
    {
        var days = SwedishHolidays.Of(year);

        Assert.Equal("påskdagen", days[Day(easter)]);
        Assert.Equal("långfredagen", days[Day(easter).AddDays(-2)]);
        Assert.Equal("annandag påsk", days[Day(easter).AddDays(1)]);
        Assert.Equal("Kristi himmelsfärdsdag", days[Day(ascension)]);
        Assert.Equal("midsommarafton", days[Day(midsummerEve)]);
        Assert.Equal("alla helgons dag", days[Day(allSaints)]);
    }

    [Theory]
    [InlineData("2026-01-06", false)]
    [InlineData("2026-05-01", false)]
    [InlineData("2025-06-06", false)]
    [InlineData("2026-12-24", false)]
    [InlineData("2026-12-31", false)]
    [InlineData("2026-06-19", false)]
    [InlineData("2026-12-23", true)]
    [InlineData("2026-12-28", true)]
    [InlineData("2026-04-02", true)]
    [InlineData("2026-03-07", false)]
    public void Working_days_are_weekdays_that_are_not_free(string day, bool working) => Assert.Equal(working, WorkingDays.IsWorkingDay(Day(day)));

    [Theory]
    [InlineData("2026-12-23", 1, "2026-12-28")]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-03-06", 1, "2026-03-09")]
    [InlineData("2026-03-07", 1, "2026-03-09")]
    [InlineData("2026-03-02", 10, "2026-03-16")]
    [InlineData("2026-03-02", 0, "2026-03-02")]
    public void The_first_counted_day_is_the_next_working_day(string from, int count, string expected)
    {
        Assert.Equal(Day(expected), WorkingDays.Add(Day(from), count));
        Assert.Equal(count, WorkingDays.Between(Day(from), Day(expected)));
    }

    [Fact]
    public void Adding_and_counting_are_each_others_opposites()
    {
        for (var start = new DateOnly(2024, 1, 1); start.Year < 2031; start = start.AddDays(17))
            for (var count = 1; count < 60; count += 7)
            {
                var end = WorkingDays.Add(start, count);
                Assert.True(WorkingDays.IsWorkingDay(end));
                Assert.Equal(count, WorkingDays.Between(start, end));
            }
    }

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(new(2026, 1, 1), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingDays.Add(new(2026, 1, 1), 2_001));
        Assert.Equal(0, WorkingDays.Between(new(2026, 3, 2), new(2026, 3, 1)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
