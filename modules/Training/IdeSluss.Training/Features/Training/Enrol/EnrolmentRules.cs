using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;
using IdeSluss.Training.Domain;

namespace IdeSluss.Training.Features.Training.Enrol;

/// <summary>When one can enrol, and what may be said about it.</summary>
internal static class EnrolmentRules
{
    /// <returns>Null when one can enrol now.</returns>
    public static Problem? Refusal(CourseSession session, DateTimeOffset now) => session switch
    {
        { State: SessionState.Cancelled } => Problem.Conflict("Tillfället är inställt. Välj ett annat."),
        _ when session.StartsAt <= now => Problem.Conflict("Kursen har redan börjat. Välj ett annat tillfälle."),
        _ when now.StockholmDay() < session.EnrolFrom => Problem.Conflict(new Text("Anmälan öppnar {0}.", session.EnrolFrom.ForPeople(now.StockholmDay()))),
        _ when now.StockholmDay() > session.EnrolUntil => Problem.Conflict("Sista anmälningsdagen har varit. Välj ett annat tillfälle."),
        _ => null,
    };

    public static IEnumerable<FieldError> CheckNeeds(string? food, string? access)
    {
        foreach (var (field, label, text) in new[] { ("food", "Mat", food), ("access", "Det här behöver jag för att kunna delta", access) })
            if (text?.Trim().Length > EnrolmentNeeds.Longest) yield return new(field, new Text("{0}: högst {1} tecken.", new Text(label), EnrolmentNeeds.Longest));
    }
}
