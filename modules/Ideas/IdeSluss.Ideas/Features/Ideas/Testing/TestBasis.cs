using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.Ideas.Features.Ideas.Decide;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Testing;

/// <summary>
/// What a decision to test rested on, asked again when the test is to start: an approval may have been taken out, the plan changed, the receiver gone. Pure: the facts are given.
/// </summary>
internal static class TestBasis
{
    /// <summary>Requirements that hold or do not hold by themselves; advice and consultations belonged to the decision.</summary>
    private static readonly string[] Lasting = [Requirements.ReceiverCommitment, Requirements.FormSigned];

    /// <summary>The gate that lets a case of this track into test; null when the workflow has none, or is gone.</summary>
    public static Gate? GateOf(WorkflowDefinition? workflow, string? track) =>
        workflow?.Gates.FirstOrDefault(gate => gate.From != Stages.Test && Into(gate, track) is not null);

    public static IReadOnlyList<TestGap> Missing(Idea idea, Gate gate, FormFacts answers, CaseFacts facts, IFormRegistry forms)
    {
        var into = Into(gate, idea.Track)!;
        return
        [
            .. gate.EvidenceIn(idea.Track, into.Code).Where(evidence => evidence.Blocking).SelectMany(evidence => GateReadiness.MissingIn(evidence.Form, answers, forms)).Select(error => Gap(error, $"/arbete/{idea.CaseNumber}/underlag/{error.Field}")),
            .. gate.RequirementsFor(into, idea.Track).Where(requirement => requirement.Blocking && Lasting.Contains(requirement.Code) && GateReadiness.IsAsked(requirement, answers))
                .SelectMany(requirement => RequirementRules.Missing(requirement, idea, facts).Select(error => Gap(error, RequirementRules.PlaceOf(requirement, idea.CaseNumber)))),
        ];
    }

    private static GateOutcome? Into(Gate gate, string? track) => gate.OutcomesIn(track).FirstOrDefault(outcome => outcome.To == Stages.Test);

    private static TestGap Gap(FieldError error, string? place) => new(error.Field, error.Message, place);
}
