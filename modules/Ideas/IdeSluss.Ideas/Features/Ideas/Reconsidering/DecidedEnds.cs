using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Ideas.Features.Ideas.Reconsidering;

/// <summary>Ends that somebody has decided of the idea itself. Withdrawn, redirected, merged and unanswered ones say nothing of it. Pure.</summary>
internal static class DecidedEnds
{
    private static readonly string[] Reasons =
        [CloseReasons.Implemented, CloseReasons.DeclinedOutOfScope, CloseReasons.DeclinedAlreadyExists, CloseReasons.DeclinedNotLegal, CloseReasons.DeclinedCostBenefit, CloseReasons.StoppedAfterTest];

    /// <summary>An idea in use has reached its end for the submitter, though it is measured for a year.</summary>
    public static bool Is(string stage, string? closeReason) => stage == Stages.Benefit || Reasons.Contains(closeReason);
}
