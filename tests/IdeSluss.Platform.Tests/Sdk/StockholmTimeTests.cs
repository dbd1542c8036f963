using System.Globalization;
using IdeSluss.Sdk.Time;
using Xunit;

namespace IdeSluss.Platform.Tests.Sdk;

public sealed class StockholmTimeTests
{
    [Theory]
    // The clock goes forward at 01:00 UTC on the last Sunday of March and back on the last of October.
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00")]
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00")]
    [InlineData("2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00")]
    [InlineData("2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00")]
    public void Summer_time_begins_and_ends_as_in_Sweden(string utc, string local)
    {
        var converted = Instant(utc).ToStockholm();

        Assert.Equal(Instant(local), converted);
        Assert.Equal(Instant(local).Offset, converted.Offset);
    }

    [Theory]
    [InlineData("2026-01-31T23:30:00Z", "2026-02-01")]
    [InlineData("2026-06-30T22:30:00Z", "2026-07-01")]
    [InlineData("2026-06-30T21:59:59Z", "2026-06-30")]
    public void A_day_is_the_Swedish_one(string utc, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), Instant(utc).StockholmDay());

    [Theory]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z", 23)]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z", 25)]
    [InlineData("2026-07-01", "2026-06-30T22:00:00Z", 24)]
    public void A_Swedish_day_begins_at_its_midnight_and_has_its_hours(string day, string start, int hours)
    {
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Assert.Equal(Instant(start), date.StartInStockholm());
        Assert.Equal(hours, (date.AddDays(1).StartInStockholm() - date.StartInStockholm()).TotalHours);
    }

    [Fact]
    public void People_read_the_day_with_the_year_only_when_it_is_another()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("sv-SE");
        try
        {
            Assert.Equal("onsdag 14 oktober", new DateOnly(2026, 10, 14).ForPeople(new(2026, 3, 1)));
            Assert.Equal("torsdag 14 oktober 2027", new DateOnly(2027, 10, 14).ForPeople(new(2026, 3, 1)));
            Assert.Equal("14 oktober 2026 kl. 14.10", Instant("2026-10-14T12:10:00Z").ForPeople());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
