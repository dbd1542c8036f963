using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Statistics;

namespace IdeSluss.Evaluation.Features.Evaluation.Trust;

/// <summary>What submitters answered in a quarter: how many said yes, and the middle. Pure.</summary>
internal static class TrustTables
{
    /// <summary>From this step up it is a yes.</summary>
    public const int Yes = 4;

    /// <summary>All questions are of the same answers: one name, one sum.</summary>
    /// <param name="counts">See <see cref="TrustSum.Counts"/>.</param>
    public static IReadOnlyList<StatTable> Of(string quarter, IReadOnlyList<int> counts) =>
        [.. TrustForm.Questions.Select((question, at) => new StatTable(Indicator.Trust, quarter, [question.Dimension], [new(["ja"], Steps(counts, at).Skip(Yes - 1).Sum()), new(["nej"], Steps(counts, at).Take(Yes - 1).Sum())]))];

    /// <summary>
    /// The step that half of them chose at most, from ten answers up. Nothing but that: of a number of yes or no that is withheld since it is few it tells nothing, for a few are never half of ten. That nine of ten chose a step at most, or a
    /// mean, would.
    /// </summary>
    public static IReadOnlyList<Middle> MiddlesOf(IReadOnlyList<int> counts) =>
        [.. TrustForm.Questions.Select((question, at) => (question.Dimension, Steps: Steps(counts, at))).Where(one => one.Steps.Sum() >= PrivacyLevel.FewestForShare).Select(one => Of(one.Dimension, one.Steps))];

    /// <summary>What the middle of a question is stored as.</summary>
    public static string MiddleOf(string dimension) => $"{Indicator.Trust}.{dimension}";

    private static Middle Of(string dimension, int[] steps)
    {
        var (all, seen, median) = (steps.Sum(), 0, 0);
        while (seen * 2 < all) seen += steps[median++];
        return new(MiddleOf(dimension), [], all, median, median);
    }

    private static int[] Steps(IReadOnlyList<int> counts, int question) => [.. counts.Skip(question * TrustSum.Steps).Take(TrustSum.Steps)];
}
