using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Sort;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>What stands between a case and an outcome: the evidence that its track asks for, and at the first gate the facts of the case.</summary>
internal static class GateReadiness
{
    /// <summary>One entry per missing thing. <c>Field</c> is the form's key, or the field of the sorting screen.</summary>
    /// <param name="track">The track that the case is in after the outcome.</param>
    /// <param name="answers">The answers as they would be with this decision.</param>
    public static IReadOnlyList<FieldError> Missing(Idea idea, Gate gate, GateOutcome outcome, string? track, FormFacts answers, CaseFacts facts, IFormRegistry forms)
    {
        var missing = new List<FieldError>();
        if (outcome.NeedsEvidence)
        {
            if (gate.Code == Gates.Triage) missing.AddRange(SortingFacts.Missing(idea, outcome, track));
            foreach (var evidence in gate.EvidenceIn(track, outcome.Code).Where(evidence => evidence.Blocking)) missing.AddRange(MissingIn(evidence.Form, answers, forms));
        }

        foreach (var requirement in gate.RequirementsFor(outcome, track).Where(requirement => requirement.Blocking && IsAsked(requirement, answers)))
            missing.AddRange(RequirementRules.Missing(requirement, idea, facts));
        return missing;
    }

    /// <summary>A requirement with a condition is asked for when the answers say so.</summary>
    public static bool IsAsked(GateRequirement requirement, FormFacts answers) =>
        requirement.When is not { } when || answers.Of(when.Form)?.Answers.Meets(when.Condition) == true;

    /// <summary>What a form still needs before the case may go on: the first gap, or everything in the answers that keeps the case. Empty when there is nothing.</summary>
    public static IReadOnlyList<FieldError> MissingIn(string key, FormFacts answers, IFormRegistry forms)
    {
        // A form whose plugin is gone cannot be filled in: the case waits until it is back, and is never let through.
        if (forms.Current(key) is not { } form) return [new(key, new Text("Formuläret {0} finns inte. Be systemförvaltaren att titta på tilläggen.", key))];
        var title = new Text(form.Title);
        if (!answers.Forms.Contains(key) || answers.AnswersTo(key).Json.Count == 0) return [new(key, new Text("{0}: fyll i.", title))];
        var evaluation = FormEvaluator.Evaluate(form, answers.AnswersTo(key), answers);
        if (evaluation.Findings is [var first, ..])
            return [new(key, answers.FormOf(key)?.Version != form.Version ? new Text("{0}: formuläret har fått nya frågor. Öppna det och svara på dem.", title) : First(title, form, first.Error))];
        return [.. evaluation.Open.Select(open => new FieldError(key, new Text("{0}: {1}", title, open.Message)))];
    }

    /// <summary>A rule's text goes on from the title; a question's own text is a sentence of its own.</summary>
    private static Text First(Text title, FormDefinition form, FieldError error) =>
        Continues(form, error) ? new("{0}: {1}", title, error.Message) : new("{0}. {1}", title, error.Message);

    private static bool Continues(FormDefinition form, FieldError error) =>
        (form.Rules ?? []).Concat(form.Fields.SelectMany(field => field.RowRules ?? [])).Any(rule => rule.Otherwise == error.Message.Key);

    /// <summary>What the full way asks for but this track does not, at the gate itself and at those passed over.</summary>
    public static IReadOnlyList<string> EvidenceNotNeeded(WorkflowDefinition workflow, Gate gate, IReadOnlyList<Gate> passedOver, string? track) =>
        track is null || track == Tracks.Full
            ? []
            : [.. passedOver.Prepend(gate).SelectMany(one => one.Evidence
                .Where(evidence => evidence.NeededIn(Tracks.Full) && (one != gate || !evidence.NeededIn(track)))
                .Select(evidence => evidence.Form)).Distinct()];
}
