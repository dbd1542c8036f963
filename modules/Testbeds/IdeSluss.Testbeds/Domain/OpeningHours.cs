using System.Globalization;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Testbeds.Domain;

/// <summary>One span of a weekday, every week, in Swedish local time. A resource without any follows its test bed; a test bed without any is always open.</summary>
internal sealed class OpeningHours
{
    public required Guid Id { get; init; }
    /// <summary>Null for equipment of a unit that belongs to no test bed; it is then the resource's.</summary>
    public Guid? TestbedId { get; init; }

    /// <summary>Null for the whole test bed.</summary>
    public Guid? ResourceId { get; init; }

    /// <summary>1 for Monday to 7 for Sunday (ISO 8601).</summary>
    public required int Weekday { get; init; }

    /// <summary>Minutes after midnight.</summary>
    public required int FromMinute { get; init; }

    /// <summary>Minutes after midnight, not included; 1440 is midnight.</summary>
    public required int ToMinute { get; init; }
}

/// <param name="From">Minutes after midnight.</param>
internal readonly record struct Span(int From, int To);

/// <summary>What a period needs of one weekday.</summary>
/// <param name="Needs">Null when it is enough that the day is open at all.</param>
internal readonly record struct NeededOpening(int Weekday, Span? Needs);

/// <summary>Whether it is open when somebody comes, and how opening hours are written.</summary>
internal static class Opening
{
    public const int EndOfDay = 24 * 60;

    /// <summary>Hours must be open throughout. For whole days, the first and the last must be open: one comes, and one leaves.</summary>
    public static IReadOnlyList<NeededOpening> Needed(BookingPeriod period)
    {
        if (period.WholeDays) return [.. new[] { new NeededOpening(Weekday(period.FirstDay), null), new(Weekday(period.LastDay), null) }.Distinct()];
        var needed = new HashSet<NeededOpening>();
        for (var day = period.FirstDay; day <= period.LastDay; day = day.AddDays(1))
        {
            var from = day == period.FirstDay ? period.From.StockholmMinute() : 0;
            var to = day == period.LastDay && period.To.StockholmDay() == day ? period.To.StockholmMinute() : EndOfDay;
            // In the night that has an hour twice, the clock may show less at the end.
            needed.Add(new(Weekday(day), new(Math.Min(from, to), Math.Max(from, to))));
        }

        return [.. needed];
    }

    /// <param name="hours">Of the resource, or of its test bed when it has none of its own.</param>
    public static bool Covers(IReadOnlyCollection<OpeningHours> hours, BookingPeriod period) =>
        hours.Count == 0 || Needed(period).All(need => hours.Any(open => open.Weekday == need.Weekday && (need.Needs is not { } span || (open.FromMinute <= span.From && open.ToMinute >= span.To))));

    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>
    /// Reads <c>08.00–12.00, 13–17</c>, in order and with spans that touch made one: a booking over noon is then within one span. Null when it cannot be read, overlaps itself or ends before it begins.
    /// </summary>
    public static IReadOnlyList<Span>? Parse(string? typed)
    {
        var spans = new List<Span>();
        foreach (var part in (typed ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split(['-', '–', '—'], StringSplitOptions.TrimEntries) is not [var from, var to] || Minute(from) is not { } first || Minute(to) is not { } last || last <= first) return null;
            spans.Add(new(first, last));
        }

        var joined = new List<Span>();
        foreach (var span in spans.OrderBy(span => span.From))
        {
            if (joined.Count > 0 && span.From < joined[^1].To) return null;
            if (joined.Count > 0 && span.From == joined[^1].To) joined[^1] = joined[^1] with { To = span.To };
            else joined.Add(span);
        }

        return joined;
    }

    public static string Write(IEnumerable<Span> spans) => string.Join(", ", spans.OrderBy(span => span.From).Select(span => $"{Clock(span.From)}–{Clock(span.To)}"));

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}.{minute % 60:00}");

    private static int? Minute(string clock)
    {
        var parts = clock.Split('.', ':');
        return parts.Length is 1 or 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 24
            && int.TryParse(parts.Length == 2 ? parts[1] : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60 && hour * 60 + minute <= EndOfDay
            ? hour * 60 + minute
            : null;
    }
}
