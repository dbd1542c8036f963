using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.Rounds;

/// <summary>What one person answered.</summary>
/// <param name="Steps">By criterion, in the sheet's order.</param>
internal sealed record Judgement(IReadOnlyList<int> Steps, IReadOnlyList<string> Stops)
{
    /// <summary>Answers that are complete.</summary>
    public static Judgement Of(SheetContent content, Answers answers) => new(
        [.. content.Criteria.Select(criterion => SheetForm.StepOf(answers, criterion.Key) ?? throw new InvalidOperationException($"{criterion.Key} is not answered."))],
        [.. content.KnockOuts.Where(one => answers.Text(one.Key) == one.Stops).Select(one => one.Key)]);

    /// <summary>Weighted mean of the steps, in hundredths.</summary>
    /// <param name="weights">By criterion; they need not add up to a hundred.</param>
    public decimal Score(IReadOnlyList<decimal> weights) => Math.Round(Steps.Zip(weights, (step, weight) => step * weight).Sum() / weights.Sum(), 2, MidpointRounding.AwayFromZero);
}

internal sealed record CriterionResult(SheetCriterion Criterion, IReadOnlyList<int> Steps, decimal Mean, bool FarApart)
{
    public int Lowest => Steps.Min();
    public int Highest => Steps.Max();
}

/// <param name="Against">How many answered so that it speaks against the idea.</param>
internal sealed record KnockOutResult(KnockOut KnockOut, int Against, int Count)
{
    public bool FarApart => Against > 0 && Against < Count;
}

/// <summary>
/// What those who judged came to: score, how far apart they are and how many they were, always together. Pure. One criterion that some find good and others bad is as far apart as two scores
/// that differ: two such may hide each other in the score.
/// </summary>
internal sealed record RoundResult(int Count, decimal? Score, decimal? Lowest, decimal? Highest, IReadOnlyList<CriterionResult> Criteria, IReadOnlyList<KnockOutResult> KnockOuts, bool FarApart)
{
    public static RoundResult Of(SheetContent content, IReadOnlyList<Judgement> judgements)
    {
        if (judgements.Count == 0) return new(0, null, null, null, [], [], false);
        var weights = WeightsOf(content);
        var scores = judgements.Select(one => one.Score(weights)).ToList();
        var criteria = content.Criteria.Select((criterion, at) => Of(criterion, [.. judgements.Select(one => one.Steps[at]).Order()])).ToList();
        var knockOuts = content.KnockOuts.Select(one => new KnockOutResult(one, judgements.Count(judgement => judgement.Stops.Contains(one.Key)), judgements.Count)).ToList();
        var apart = scores.Max() - scores.Min() > content.MostSpread || criteria.Exists(one => one.FarApart) || knockOuts.Exists(one => one.FarApart);
        return new(judgements.Count, Math.Round(scores.Average(), 2, MidpointRounding.AwayFromZero), scores.Min(), scores.Max(), criteria, knockOuts, apart);
    }

    public static IReadOnlyList<decimal> WeightsOf(SheetContent content) => [.. content.Criteria.Select(criterion => (decimal)criterion.Weight)];

    private static CriterionResult Of(SheetCriterion criterion, IReadOnlyList<int> steps) =>
        new(criterion, steps, Math.Round((decimal)steps.Average(), 2, MidpointRounding.AwayFromZero), steps[^1] - steps[0] > SheetContent.MostCriterionSpread);
}
