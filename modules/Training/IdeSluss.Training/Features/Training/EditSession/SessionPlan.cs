using System.Globalization;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Domain;

namespace IdeSluss.Training.Features.Training.EditSession;

/// <summary>A session that holds: read from what was typed, or what is wrong with it.</summary>
internal sealed record SessionPlan(IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Parts, int LeastSeats, int Seats, DateOnly EnrolFrom, DateOnly EnrolUntil, DateOnly CancelUntil, IReadOnlyDictionary<RoleTrack, int> Reserved)
{
    private const int LongestPartHours = 14;

    /// <param name="today">For a window that is not typed: from today until the day before, and free to leave until a week before.</param>
    public static Outcome<SessionPlan> Of(SessionRecord record, DateOnly today)
    {
        var errors = new List<FieldError>();
        var parts = PartsOf(record, errors);
        foreach (var (field, label, text) in new[] { ("place", "Plats", record.Place), ("teachers", "Lärare", record.Teachers) })
            if (text?.Trim().Length > Course.LongestLine) errors.Add(new(field, new Text("{0}: högst {1} tecken.", new Text(label), Course.LongestLine)));
        if (string.IsNullOrWhiteSpace(record.Place) && string.IsNullOrWhiteSpace(record.OnlineAddress)) errors.Add(new("place", "Plats: skriv var det är, eller en länk om det är på webben."));
        if (!string.IsNullOrWhiteSpace(record.OnlineAddress) && (record.OnlineAddress.Trim().Length > 1_000 || !Uri.TryCreate(record.OnlineAddress.Trim(), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)) errors.Add(new("onlineAddress", "Länk: adressen måste börja med https://."));
        if (record.Seats is not (>= 1 and <= CourseSession.MostSeatsAtAll)) errors.Add(new("seats", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Platser"), 1, CourseSession.MostSeatsAtAll)));
        if (record.LeastSeats is < 0 || record.LeastSeats > record.Seats) errors.Add(new("leastSeats", "Minst antal: det kan inte vara mindre än noll eller fler än platserna."));
        var reserved = record.Reserved.Where(one => one.Value is not null and not 0).ToDictionary(one => one.Key, one => one.Value!.Value);
        if (reserved.Values.Any(seats => seats < 0) || reserved.Values.Sum() > record.Seats) errors.Add(new("reserved", "Reserverade platser: tillsammans kan de inte vara fler än platserna."));
        var first = parts.Count > 0 ? parts[0].From.StockholmDay() : today;
        var (from, until, cancel) = (DayOf(record.EnrolFrom, today, "enrolFrom", "Anmälan öppnar", errors), DayOf(record.EnrolUntil, first.AddDays(-1), "enrolUntil", "Sista anmälningsdag", errors), DayOf(record.CancelUntil, first.AddDays(-7), "cancelUntil", "Sista dag för avbokning", errors));
        if (errors.Count == 0 && from > until) errors.Add(new("enrolUntil", "Sista anmälningsdag: den kan inte vara före den dag anmälan öppnar."));
        if (errors.Count == 0 && until > first) errors.Add(new("enrolUntil", "Sista anmälningsdag: den kan inte vara efter att kursen har börjat."));
        if (errors.Count == 0 && cancel > first) errors.Add(new("cancelUntil", "Sista dag för avbokning: den kan inte vara efter att kursen har börjat."));
        return errors.Count > 0 ? Problem.Invalid([.. errors]) : new SessionPlan(parts, record.LeastSeats ?? 0, record.Seats!.Value, from, until, cancel, reserved);
    }

    private static List<(DateTimeOffset From, DateTimeOffset To)> PartsOf(SessionRecord record, List<FieldError> errors)
    {
        var parts = new List<(DateTimeOffset From, DateTimeOffset To)>();
        if (record.Parts.All(part => part.IsEmpty)) errors.Add(new("parts[0].day", "Dag: skriv minst en dag med tider."));
        if (record.Parts.Count > CourseSession.MostParts) errors.Add(new("parts[0].day", new Text("Ett tillfälle kan ha högst {0} delar.", CourseSession.MostParts)));
        for (var at = 0; at < Math.Min(record.Parts.Count, CourseSession.MostParts); at++)
        {
            var part = record.Parts[at];
            if (part.IsEmpty) continue;
            if (!DateOnly.TryParseExact(part.Day?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 2000 or > 2200) errors.Add(new($"parts[{at}].day", "Dag: skriv som 2027-03-14."));
            else if (InstantOf(day, part.From) is not { } from) errors.Add(new($"parts[{at}].from", "Från: skriv en tid som finns, till exempel 09.00."));
            else if (InstantOf(day, part.To) is not { } to) errors.Add(new($"parts[{at}].to", "Till: skriv en tid som finns, till exempel 12.00."));
            else if (to <= from || to - from > TimeSpan.FromHours(LongestPartHours)) errors.Add(new($"parts[{at}].to", "Till: den måste vara senare än från, samma dag."));
            else if (parts.Exists(other => other.From < to && from < other.To)) errors.Add(new($"parts[{at}].from", "Från: två delar kan inte vara samtidigt."));
            else parts.Add((from, to));
        }

        parts.Sort();
        return parts;
    }

    /// <summary>Null for no time, and for one that the clock jumps over. Of one that comes twice, the first.</summary>
    private static DateTimeOffset? InstantOf(DateOnly day, string? text)
    {
        if (!TimeOnly.TryParseExact(text?.Trim().Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)) return null;
        var local = day.ToDateTime(clock);
        if (StockholmTime.Zone.IsInvalidTime(local)) return null;
        var offset = StockholmTime.Zone.IsAmbiguousTime(local) ? StockholmTime.Zone.GetAmbiguousTimeOffsets(local).Max() : StockholmTime.Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateOnly DayOf(string? text, DateOnly otherwise, string field, string label, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text)) return otherwise;
        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        errors.Add(new(field, new Text("{0}: skriv en dag som 2027-03-14.", new Text(label))));
        return otherwise;
    }
}
