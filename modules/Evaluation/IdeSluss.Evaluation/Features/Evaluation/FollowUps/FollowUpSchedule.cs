using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>When it is asked what became of an idea. Pure.</summary>
internal static class FollowUpSchedule
{
    /// <summary>After an adjustment it is measured once more, half a year later (<c>domain.md</c> 1.5, G7).</summary>
    public const int MonthsAfterAdjusting = 6;

    /// <summary>How long the one who is asked has.</summary>
    public const int WorkingDaysToAnswer = 20;

    /// <summary>Working days between the reminders; after the last one the coach is told.</summary>
    public const int WorkingDaysBetween = 10;
    public const int MostReminders = 2;

    /// <summary>A small idea is followed up by one question, once.</summary>
    public static IReadOnlyList<(string Form, DateOnly Due)> Of(string? track, DateOnly wentLive) => track == Tracks.Small
        ? [(FormKeys.SmallFollowUp, wentLive.AddMonths(6))]
        : [(FormKeys.FollowUpSixMonths, wentLive.AddMonths(6)), (FormKeys.FollowUpTwelveMonths, wentLive.AddMonths(12)), (FormKeys.FollowUpTwentyFourMonths, wentLive.AddMonths(24))];

    public static string NameOf(string form) => form switch
    {
        FormKeys.FollowUpSixMonths or FormKeys.SmallFollowUp => "Efter 6 månader",
        FormKeys.FollowUpTwelveMonths => "Efter 12 månader",
        FormKeys.FollowUpTwentyFourMonths => "Efter 24 månader",
        _ => "Efter justeringen",
    };
}
