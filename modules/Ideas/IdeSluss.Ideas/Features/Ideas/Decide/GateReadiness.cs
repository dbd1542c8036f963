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
    /// <param name="answers">The answers as they would be with this decision, by form.</param>
    public static IReadOnlyList<FieldError> Missing(Idea idea, Gate gate, GateOutcome outcome, string? track, IReadOnlyDictionary<string, Answers> answers, CaseFacts facts, IFormRegistry forms)
    {
        var missing = new List<FieldError>();
        if (outcome.NeedsEvidence)
        {
            if (gate.Code == Gates.Triage) missing.AddRange(SortingFacts.Missing(idea, outcome, track));
            foreach (var evidence in gate.EvidenceIn(track).Where(evidence => evidence.Blocking))
                if (MissingIn(evidence.Form, answers.GetValueOrDefault(evidence.Form), forms) is { } error) missing.Add(error);
        }

        foreach (var requirement in gate.RequirementsFor(outcome, track).Where(requirement => requirement.Blocking && IsAsked(requirement, answers)))
            missing.AddRange(RequirementRules.Missing(requirement, idea, facts));
        return missing;
    }

    /// <summary>A requirement with a condition is asked for when the answers say so.</summary>
    public static bool IsAsked(GateRequirement requirement, IReadOnlyDictionary<string, Answers> answers) =>
        requirement.When is not { } when || answers.GetValueOrDefault(when.Form)?.Meets(when.Condition) == true;

    /// <summary>Null when the form is complete.</summary>
    public static FieldError? MissingIn(string key, Answers? answers, IFormRegistry forms)
    {
        // A form whose plugin is gone cannot be filled in: the case waits until it is back, and is never let through.
        if (forms.Current(key) is not { } form) return new(key, new Text("Formuläret {0} finns inte. Be systemförvaltaren att titta på tilläggen.", key));
        var title = new Text(form.Title);
        if (answers is null || answers.Json.Count == 0) return new(key, new Text("{0}: fyll i.", title));
        if (FormValidator.Check(form, answers, complete: true) is [var first, ..]) return new(key, new Text("{0}. {1}", title, first.Message));
        return FormValidator.ReturnReasons(form, answers) is [var reason, ..] ? new FieldError(key, new Text("{0}. {1}", title, new Text(reason))) : null;
    }

    /// <summary>What the full way asks for but this track does not, at the gate itself and at those passed over.</summary>
    public static IReadOnlyList<string> EvidenceNotNeeded(WorkflowDefinition workflow, Gate gate, IReadOnlyList<Gate> passedOver, string? track) =>
        track is null || track == Tracks.Full
            ? []
            : [.. passedOver.Prepend(gate).SelectMany(one => one.Evidence
                .Where(evidence => evidence.NeededIn(Tracks.Full) && (one != gate || !evidence.NeededIn(track)))
                .Select(evidence => evidence.Form)).Distinct()];
}
