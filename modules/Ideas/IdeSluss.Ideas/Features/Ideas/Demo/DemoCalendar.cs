using IdeSluss.Sdk.Time;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>Turns "so many working days ago" into days and times in office hours.</summary>
internal sealed class DemoCalendar
{
    private readonly List<DateOnly> days;
    private readonly DateTimeOffset now;

    public DemoCalendar(DateTimeOffset now, int furthest)
    {
        this.now = now;
        days = [now.StockholmDay()];
        for (var day = days[0].AddDays(-1); days.Count <= furthest; day = day.AddDays(-1))
            if (WorkingDays.IsWorkingDay(day)) days.Add(day);
    }

    public DateOnly Day(int workingDaysAgo) => days[workingDaysAgo];

    /// <param name="minutes">After eight in the morning.</param>
    public DateTimeOffset At(int workingDaysAgo, int minutes)
    {
        var at = days[workingDaysAgo].StartInStockholm().AddHours(8).AddMinutes(minutes);
        // What happened today happened before now, in the same order.
        return at < now ? at : now.AddMinutes(minutes - 600);
    }
}
