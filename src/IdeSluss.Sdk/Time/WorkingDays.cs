namespace IdeSluss.Sdk.Time;

/// <summary>
/// Counts vardagar: Monday to Friday except Swedish public holidays (lag 1989:253 om allmänna helgdagar) and midsommarafton, julafton and nyårsafton,
/// which municipalities keep free.
/// </summary>
/// <example><code>WorkingDays.Add(new DateOnly(2026, 12, 23), 1) // 2026-12-28</code></example>
public static class WorkingDays
{
    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !SwedishHolidays.Of(day.Year).ContainsKey(day);

    /// <summary>The day that lies <paramref name="count"/> working days after <paramref name="from"/>; the first counted day is the next working day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or more than 2,000 working days.</exception>
    public static DateOnly Add(DateOnly from, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 2_000);
        var day = from;
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) count--;
        }

        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; zero when <paramref name="to"/> is not later.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }
}

/// <summary>Swedish free days by year, with their names in Swedish.</summary>
public static class SwedishHolidays
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, IReadOnlyDictionary<DateOnly, string>> Years = new();

    public static IReadOnlyDictionary<DateOnly, string> Of(int year) => Years.GetOrAdd(year, Compute);

    private static IReadOnlyDictionary<DateOnly, string> Compute(int year)
    {
        var easter = EasterSunday(year);
        var midsummer = FirstSaturdayFrom(new DateOnly(year, 6, 20));
        var days = new Dictionary<DateOnly, string>
        {
            [new(year, 1, 1)] = "nyårsdagen",
            [new(year, 1, 6)] = "trettondedag jul",
            [easter.AddDays(-2)] = "långfredagen",
            [easter] = "påskdagen",
            [easter.AddDays(1)] = "annandag påsk",
            [new(year, 6, 6)] = "nationaldagen",
            [midsummer.AddDays(-1)] = "midsommarafton",
            [midsummer] = "midsommardagen",
            [FirstSaturdayFrom(new DateOnly(year, 10, 31))] = "alla helgons dag",
            [new(year, 12, 24)] = "julafton",
            [new(year, 12, 25)] = "juldagen",
            [new(year, 12, 26)] = "annandag jul",
            [new(year, 12, 31)] = "nyårsafton",
        };
        // Movable feasts can fall on fixed ones (Ascension Day on 1 May in 2008): the first name stays.
        days.TryAdd(new(year, 5, 1), "första maj");
        days.TryAdd(easter.AddDays(39), "Kristi himmelsfärdsdag");
        days.TryAdd(easter.AddDays(49), "pingstdagen");
        return days;
    }

    private static DateOnly FirstSaturdayFrom(DateOnly day)
    {
        while (day.DayOfWeek != DayOfWeek.Saturday) day = day.AddDays(1);
        return day;
    }

    /// <summary>Gregorian computus (Meeus, Jones, Butcher).</summary>
    private static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        int l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
