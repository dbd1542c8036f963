using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>Answers that return the case, among what the gate asks for: they become the reason when the decider returns it, so that the record names the step.</summary>
internal static class ReturningAnswers
{
    public static IReadOnlyList<Text> Of(Gate gate, string? track, FormFacts facts) =>
        [.. gate.EvidenceIn(track).Select(evidence => facts.Of(evidence.Form)).OfType<FormEvaluation>().SelectMany(Of)];

    /// <summary>In Swedish, for the history: form and step, or the reason where there are no steps.</summary>
    public static IReadOnlyList<string> StepsOf(FormEvaluation evaluation) => [.. Returning(evaluation).Select(rule => $"{evaluation.Form.Title}: {rule.Step ?? rule.Reason}")];

    private static IEnumerable<Text> Of(FormEvaluation evaluation) => Returning(evaluation).Select(rule => new Text("{0}: {1}", new Text(evaluation.Form.Title), FormEvaluator.ReasonOf(rule)));

    private static IEnumerable<ReturnRule> Returning(FormEvaluation evaluation) =>
        evaluation.Form.Fields.Where(field => evaluation.Asked.GetValueOrDefault(field.Key) == true).Select(field => field.Returns).OfType<ReturnRule>()
            .Where(rule => evaluation.Form.Fields.Any(field => field.Returns == rule && evaluation.Answers.Texts(field.Key).Contains(rule.Answer)));
}
