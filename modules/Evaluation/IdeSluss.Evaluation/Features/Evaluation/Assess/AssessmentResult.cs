using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Privacy;
using IdeSluss.Evaluation.Features.Evaluation.Sheets;
using IdeSluss.Sdk.Forms;

namespace IdeSluss.Evaluation.Features.Evaluation.Assess;

/// <param name="Mean">1 to 5; null when it is not told.</param>
internal sealed record QuestionResult(AssessedQuestion Question, decimal? Mean);

/// <param name="Count">How many have answered; null when they are too few to be told.</param>
/// <param name="Whole">The weighted mean of all questions, 1 to 5; null when it is not told.</param>
internal sealed record AssessmentResult(int? Count, decimal? Whole, IReadOnlyList<QuestionResult> Questions)
{
    /// <summary>
    /// The rules of <c>domain.md</c> 3.7: a number of people from five up, a mean from ten up. How many chose which step is never told beside a mean: together they would give single answers away. What the manager
    /// answers for the unit is the manager's own to tell. Pure.
    /// </summary>
    public static AssessmentResult Of(QuestionContent content, AssessmentKind kind, IReadOnlyList<Answers> answers)
    {
        var meansTold = kind == AssessmentKind.Manager ? answers.Count > 0 : answers.Count >= PrivacyLevel.FewestForShare;
        var questions = content.Questions.Select(question => new QuestionResult(question, meansTold ? Mean(answers.Select(one => SheetForm.StepOf(one, question.Key)).OfType<int>().ToList()) : null)).ToList();
        return new(
            kind == AssessmentKind.Manager || answers.Count >= PrivacyLevel.Public.FewestInCell ? answers.Count : null,
            meansTold ? decimal.Round(questions.Sum(one => one.Mean!.Value * one.Question.Weight) / QuestionContent.AllWeight, 2, MidpointRounding.AwayFromZero) : null, questions);
    }

    /// <summary>Those units together whose own result is told. With the others in it, one year's whole less what is told would tell theirs.</summary>
    /// <param name="units">The answers of each unit's staff.</param>
    public static AssessmentResult OfAll(QuestionContent content, IReadOnlyList<IReadOnlyList<Answers>> units) =>
        Of(content, AssessmentKind.Staff, [.. units.Where(unit => unit.Count >= PrivacyLevel.FewestForShare).SelectMany(unit => unit)]);

    private static decimal Mean(List<int> steps) => decimal.Round((decimal)steps.Sum() / steps.Count, 2, MidpointRounding.AwayFromZero);
}
