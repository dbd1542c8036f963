using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Clocks;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Ideas.Features.Ideas.LegalTime;

/// <summary>How a legal time is counted, and what a person may enter about it.</summary>
internal static class ClockRules
{
    /// <summary>A day that someone enters lies at most so far back: older is a slip of the finger.</summary>
    private const int OldestYears = 5;

    /// <summary>70 or 100 when so much of the time has gone; null while there is time. The last day is 100: the law's time is out when it ends.</summary>
    public static int? Percent(DateOnly starts, DateOnly due, DateOnly today)
    {
        if (today >= due) return CaseClock.Full;
        return (today.DayNumber - starts.DayNumber) * 100 >= (due.DayNumber - starts.DayNumber) * CaseClock.Early ? CaseClock.Early : null;
    }

    public static DateOnly Due(LegalClockKind kind, DateOnly starts, bool extended)
    {
        var due = kind.Limit.From(starts);
        return extended && kind.Extension is { } more ? more.From(due) : due;
    }

    public static FieldError? CheckDay(string field, DateOnly? day, DateOnly today) => day switch
    {
        null => new(field, "Skriv vilken dag."),
        { } ahead when ahead > today => new(field, "Dagen kan inte ligga framåt i tiden."),
        { } old when old < today.AddYears(-OldestYears) => new(field, "Dagen ligger mer än fem år bakåt. Kontrollera året."),
        _ => null,
    };

    public static FieldError? CheckNote(string field, string? note, bool required)
    {
        if (required && string.IsNullOrWhiteSpace(note)) return new(field, "Skriv varför.");
        return note?.Length > LegalClock.MostNote ? new FieldError(field, new Text("Texten är {0} tecken, högst {1} får plats.", note.Length, LegalClock.MostNote)) : null;
    }
}

/// <summary>Why a clock stops, in words.</summary>
internal static class StopReasons
{
    /// <summary>What a person may choose.</summary>
    public static IReadOnlyList<(LegalClockStop Stop, string Code, string Name)> All { get; } =
    [
        (LegalClockStop.Done, "DONE", "Beslutat eller besvarat"),
        (LegalClockStop.HandedOver, "HANDED_OVER", "Lämnat till den som ansvarar"),
        (LegalClockStop.Withdrawn, "WITHDRAWN", "Återtaget av den som begärde"),
        (LegalClockStop.NotApplicable, "NOT_APPLICABLE", "Lagen gällde inte det här"),
    ];

    public static LegalClockStop? Parse(string? code) => All.Any(one => one.Code == code) ? All.First(one => one.Code == code).Stop : null;

    public static string NameOf(LegalClockStop stop) => stop == LegalClockStop.TakenBack ? "Beslutet togs tillbaka" : All.First(one => one.Stop == stop).Name;
}
