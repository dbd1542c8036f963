using IdeSluss.Evaluation.Domain;
using IdeSluss.Evaluation.Features.Evaluation.Judge;
using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.Rounds;

/// <summary>What those who judged came to, as it is shown wherever it is shown: never the score alone.</summary>
internal sealed record RoundPicture(SheetContent Sheet, RoundResult Result, IReadOnlyList<SentJudgement> Sent)
{
    /// <summary>Everything in one sentence.</summary>
    public Text Sentence => Result.Count switch
    {
        0 => (Text)"Ingen har skickat sin bedömning än.",
        1 => new("Poäng {0} av {1}, från en enda bedömning.", EvaluationWords.Score(Result.Score!.Value), SheetContent.Steps),
        _ when Result.Lowest == Result.Highest => new("Poäng {0} av {1}. Alla {2} gav samma poäng.", EvaluationWords.Score(Result.Score!.Value), SheetContent.Steps, Result.Count),
        _ => new("Poäng {0} av {1}. De {2} bedömningarna går från {3} till {4}.", EvaluationWords.Score(Result.Score!.Value), SheetContent.Steps, Result.Count, EvaluationWords.Score(Result.Lowest!.Value), EvaluationWords.Score(Result.Highest!.Value)),
    };
}
