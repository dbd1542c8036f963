using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Plugins.Skelleftea.Workflows;

/// <summary><c>SKELLEFTEA_STOD_SERVICE_V1</c>: the default chain with a log of how people with disabilities took part, consent they can understand, and the councils.</summary>
internal static class SupportAndServiceWorkflow
{
    // Small ideas stay small: none of this is asked for in the light tracks.
    private static readonly string[] LightTracks = [Tracks.DoNow, Tracks.Small];

    public static WorkflowVariant Variant { get; } = new("SKELLEFTEA_STOD_SERVICE_V1", 1, "Idéslussen i stöd och service", DefaultWorkflow.Key, SkellefteaOrganisation.CodesFrom(SkellefteaOrganisation.SupportAndService))
    {
        AddedEvidence = new Dictionary<string, IReadOnlyList<Evidence>>
        {
            [Gates.Need] = [new(SkellefteaForms.ParticipationLog, LightTracks), new(SkellefteaForms.CouncilHearing, LightTracks, Blocking: false)],
            [Gates.Test] = [new(SkellefteaForms.EasyConsent, LightTracks)],
            [Gates.Implement] = [new(SkellefteaForms.CouncilHearing, LightTracks, Blocking: false)],
        },
        Advice = new Dictionary<string, IReadOnlyList<string>>
        {
            [Gates.Need] = [Roles.AccessibilityAdvisor],
            [Gates.Test] = [Roles.AccessibilityAdvisor],
            [Gates.Implement] = [Roles.AccessibilityAdvisor],
        },
    };
}
