using System.Globalization;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Time;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Ui.Pages;
using Microsoft.AspNetCore.Mvc;

namespace IdeSluss.Testbeds.Features.Testbeds.Calendar;

[OpenToAll("when something is taken is for everyone; who has it is not shown")]
internal sealed class CalendarPageModel(ReadCalendar read, TimeProvider time) : IdeSlussPageModel
{
    public TestbedCalendar Calendar { get; private set; } = null!;

    public string MonthName => Calendar.Month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>As a heading.</summary>
    public string MonthTitle => char.ToUpper(MonthName[0], CultureInfo.CurrentCulture) + MonthName[1..];

    public string Before => Calendar.Month.AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public string After => Calendar.Month.AddMonths(1).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Weeks from Monday; null for the days of other months.</summary>
    public IEnumerable<(int Week, DateOnly?[] Days)> Weeks
    {
        get
        {
            var monday = Calendar.Month.AddDays(1 - Opening.Weekday(Calendar.Month));
            for (; monday < Calendar.Month.AddMonths(1); monday = monday.AddDays(7))
                yield return (ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue)), [.. Enumerable.Range(0, 7).Select(monday.AddDays).Select(day => day.Month == Calendar.Month.Month ? (DateOnly?)day : null)]);
        }
    }

    public static IEnumerable<string> WeekdayNames(bool full) => Enumerable.Range(1, 7).Select(day => full ? NameOf(day) : CultureInfo.CurrentCulture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)(day % 7)));

    public static string NameOf(int weekday) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)(weekday % 7));

    /// <summary>Days after each other on which the same is taken in the same way are said once.</summary>
    public IReadOnlyList<(DateOnly First, DateOnly Last, IReadOnlyList<CalendarEntry> Entries)> Runs
    {
        get
        {
            var runs = new List<(DateOnly First, DateOnly Last, IReadOnlyList<CalendarEntry> Entries)>();
            foreach (var day in Calendar.Days)
            {
                if (runs is [.., var run] && run.Last.AddDays(1) == day.Day && Said(run.Entries, run.Last).SequenceEqual(Said(day.Entries, day.Day))) runs[^1] = run with { Last = day.Day };
                else runs.Add((day.Day, day.Day, day.Entries));
            }

            return runs;

            IEnumerable<string> Said(IReadOnlyList<CalendarEntry> entries, DateOnly day) => entries.Select(entry => $"{entry.ThingId} {entry.Taken} {entry.Closed} {Texts.Say(When(entry, day))}");
        }
    }

    public CalendarDay? On(DateOnly day) => Calendar.Days.FirstOrDefault(one => one.Day == day);

    /// <summary>The hours of an entry within a day.</summary>
    public static Text When(CalendarEntry entry, DateOnly day)
    {
        var (from, to) = (day.StartInStockholm(), day.AddDays(1).StartInStockholm());
        if (entry.WholeDays || (entry.From <= from && entry.To >= to)) return "hela dagen";
        return new("kl. {0}–{1}", entry.From < from ? Clock(from) : Clock(entry.From), entry.To >= to ? (CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "sv" ? "24.00" : "24:00") : Clock(entry.To));
    }

    public Text Span(DateOnly first, DateOnly last) => BookingWords.Of(BookingPeriod.Days(first, last), time.StockholmToday());

    public bool IsToday(DateOnly day) => day == time.StockholmToday();

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "manad")] string? month, CancellationToken cancellationToken)
    {
        if ((await read.HandleAsync(slug, month, cancellationToken)).Failed(out var problem, out var calendar)) return ShowProblem(problem);
        Calendar = calendar;
        return Page();
    }

    private static string Clock(DateTimeOffset at) => TimeOnly.FromDateTime(at.ToStockholm().DateTime).ForPeople();
}
