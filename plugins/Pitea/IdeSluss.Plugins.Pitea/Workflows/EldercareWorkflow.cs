using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Plugins.Pitea.Workflows;

/// <summary><c>PITEA_ALDREOMSORG_V1</c>: the default chain with the panel, the councils and the responsible nurse.</summary>
internal static class EldercareWorkflow
{
    // Small ideas stay small: none of this is asked for in the light tracks.
    private static readonly string[] LightTracks = [Tracks.DoNow, Tracks.Small];

    public static WorkflowVariant Variant { get; } = new("PITEA_ALDREOMSORG_V1", 1, "Idéslussen i äldreomsorgen", DefaultWorkflow.Key, PiteaOrganisation.CodesFrom(PiteaOrganisation.Eldercare))
    {
        AddedEvidence = new Dictionary<string, IReadOnlyList<Evidence>>
        {
            [Gates.Need] = [new(PiteaForms.PanelResult, LightTracks, Blocking: false), new(PiteaForms.CouncilHearing, LightTracks, Blocking: false)],
            [Gates.Test] = [new(PiteaForms.NurseSignature, LightTracks)],
            [Gates.Implement] = [new(PiteaForms.CouncilHearing, LightTracks, Blocking: false)],
        },
        Advice = new Dictionary<string, IReadOnlyList<string>>
        {
            [Gates.Need] = [Roles.AccessibilityAdvisor],
            [Gates.Test] = [Roles.QualityOfficer],
            [Gates.Implement] = [Roles.AccessibilityAdvisor],
        },
    };
}
