using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Plugins.Pitea.Workflows;

/// <summary><c>PITEA_ALDREOMSORG_V1</c>: the default chain with the panel, the councils and the responsible nurse.</summary>
internal static class EldercareWorkflow
{
    // Small ideas stay small: none of this is asked for in the light tracks.
    private static readonly string[] LightTracks = [Tracks.DoNow, Tracks.Small];

    public static WorkflowVariant Variant { get; } = new("PITEA_ALDREOMSORG_V1", 2, "Idéslussen i äldreomsorgen", DefaultWorkflow.Key, PiteaOrganisation.CodesFrom(PiteaOrganisation.Eldercare))
    {
        AddedEvidence = new Dictionary<string, IReadOnlyList<Evidence>>
        {
            [Gates.Need] = [new(PiteaForms.PanelResult, LightTracks, Blocking: false)],
        },
        AddedRequirements = new Dictionary<string, IReadOnlyList<GateRequirement>>
        {
            // Early, while the answer can make a difference; but the councils meet seldom, and a need is not to wait for months.
            [Gates.Need] = [Requirements.Consulted(PiteaCouncils.Pensioners) with { Blocking = false }, Requirements.Consulted(PiteaCouncils.Accessibility) with { Blocking = false }],
            [Gates.Test] = [Requirements.Signed(ConsultationBodies.ResponsibleNurse, FormKeys.RiskAnalysis)],
            [Gates.Implement] = [Requirements.Consulted(PiteaCouncils.Pensioners), Requirements.Consulted(PiteaCouncils.Accessibility)],
        },
        Advice = new Dictionary<string, IReadOnlyList<string>>
        {
            [Gates.Need] = [Roles.AccessibilityAdvisor],
            [Gates.Implement] = [Roles.AccessibilityAdvisor],
        },
    };
}
