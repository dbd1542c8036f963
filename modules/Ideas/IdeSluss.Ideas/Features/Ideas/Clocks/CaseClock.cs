using IdeSluss.Sdk.Time;

namespace IdeSluss.Ideas.Features.Ideas.Clocks;

/// <summary>How much of the promised time is used, in working days. Pauses have already moved the promise, so what counts is what is left.</summary>
internal static class CaseClock
{
    public const int Early = 70;
    public const int Full = 100;

    /// <summary>Working days of silence before the submitter is reminded, once.</summary>
    public const int RemindAfter = 15;

    /// <summary>Working days of silence before a coach is asked whether to close. No job closes.</summary>
    public const int ProposeClosingAfter = 30;

    /// <param name="entered">The day the stage was entered.</param>
    /// <param name="promisedAtEntry">The promise given then.</param>
    /// <param name="due">The promise as it is now.</param>
    /// <returns>70, 100, or null while there is time. The last day is 100: all of the time is used when it ends.</returns>
    public static int? Warning(DateOnly entered, DateOnly promisedAtEntry, DateOnly due, DateOnly today)
    {
        if (today >= due) return Full;
        var whole = WorkingDays.Between(entered, promisedAtEntry);
        var left = WorkingDays.Between(today, due);
        return left * 100 <= whole * (100 - Early) ? Early : null;
    }

    public static bool ShouldRemind(DateOnly pausedOn, DateOnly today) => WorkingDays.Between(pausedOn, today) >= RemindAfter;

    public static bool ShouldProposeClosing(DateOnly pausedOn, DateOnly today) => WorkingDays.Between(pausedOn, today) >= ProposeClosingAfter;
}
