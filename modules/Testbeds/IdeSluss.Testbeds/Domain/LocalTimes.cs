using System.Globalization;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Time;

namespace IdeSluss.Testbeds.Domain;

/// <summary>Which of the two, when a clock time comes twice in the night that summer time ends.</summary>
internal enum Turn
{
    First,
    Second,
}

/// <summary>From what the clock on the wall shows to an instant. The hour that is skipped does not exist; the hour that comes twice must be asked about.</summary>
internal static class LocalTimes
{
    /// <param name="field">Where a time that does not exist is said.</param>
    /// <param name="turnField">Where it is asked which of two is meant.</param>
    /// <returns>In UTC.</returns>
    public static Outcome<DateTimeOffset> Instant(DateOnly day, TimeOnly time, Turn? turn, string field, string turnField)
    {
        var local = day.ToDateTime(time);
        if (StockholmTime.Zone.IsInvalidTime(local))
            return Problem.Invalid(new FieldError(field, new Text("Klockan {0} finns inte den {1}, för då ställs klockan fram. Välj en annan tid.", time.ForPeople(), day.ForPeopleShort(day))));
        if (!StockholmTime.Zone.IsAmbiguousTime(local)) return new DateTimeOffset(local, StockholmTime.Zone.GetUtcOffset(local)).ToUniversalTime();
        if (turn is null)
            return Problem.Invalid(new FieldError(turnField, new Text("Klockan {0} kommer två gånger den {1}, för då ställs klockan tillbaka. Välj den första eller den andra.", time.ForPeople(), day.ForPeopleShort(day))));
        // Summer time, with the larger offset, comes first.
        var offsets = StockholmTime.Zone.GetAmbiguousTimeOffsets(local);
        return new DateTimeOffset(local, turn == Turn.First ? offsets.Max() : offsets.Min()).ToUniversalTime();
    }

    /// <summary><c>08.30</c> in Swedish, <c>08:30</c> in English.</summary>
    public static string ForPeople(this TimeOnly time) =>
        time.ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "sv" ? "HH'.'mm" : "HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>Minutes of the Swedish day that the clock shows.</summary>
    public static int StockholmMinute(this DateTimeOffset instant)
    {
        var local = instant.ToStockholm();
        return local.Hour * 60 + local.Minute;
    }
}
