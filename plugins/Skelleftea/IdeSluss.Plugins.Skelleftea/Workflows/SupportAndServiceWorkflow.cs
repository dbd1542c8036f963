using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Forms;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Plugins.Skelleftea.Workflows;

/// <summary><c>SKELLEFTEA_STOD_SERVICE_V1</c>: the default chain with a log of how people with disabilities took part, consent they can understand, and the councils.</summary>
internal static class SupportAndServiceWorkflow
{
    // Small ideas stay small: none of this is asked for in the light tracks.
    private static readonly string[] LightTracks = [Tracks.DoNow, Tracks.Small];

    /// <summary>Need and concept in one working week, with the evidence and the decisions of the full track. The coach chooses it when the group is gathered.</summary>
    public const string Sprint = "SPRINT";

    private static GateRequirement Minority { get; } = Requirements.Consulted(SkellefteaCouncils.Minority) with
    {
        When = new(SkellefteaForms.ParticipationLog, Condition.Is(SkellefteaForms.MinorityLanguage, "ja")),
    };

    /// <summary>With the one before the sprint, which its running cases keep.</summary>
    public static IReadOnlyList<WorkflowVariant> All => [Variant with { Version = 2, AddedTracks = [] }, Variant];

    private static WorkflowVariant Variant { get; } = new("SKELLEFTEA_STOD_SERVICE_V1", 3, "Idéslussen i stöd och service", DefaultWorkflow.Key, SkellefteaOrganisation.CodesFrom(SkellefteaOrganisation.SupportAndService))
    {
        AddedTracks =
        [
            new(new(Sprint, "Sprint", "Behov och koncept tas fram tillsammans på fem arbetsdagar. Underlag och beslut är desamma som i Full.", null)
            {
                Together = new([Stages.Need, Stages.Concept], TimeLimit.WorkingDays(5)),
            }, Like: Tracks.Full),
        ],
        AddedEvidence = new Dictionary<string, IReadOnlyList<Evidence>>
        {
            [Gates.Need] = [new(SkellefteaForms.ParticipationLog, LightTracks)],
            [Gates.Test] = [new(SkellefteaForms.EasyConsent, LightTracks)],
        },
        AddedRequirements = new Dictionary<string, IReadOnlyList<GateRequirement>>
        {
            // Early, while the answer can make a difference; but the councils meet seldom, and a need is not to wait for months.
            [Gates.Need] = [Requirements.Consulted(SkellefteaCouncils.Disability) with { Blocking = false }, Minority with { Blocking = false }],
            [Gates.Implement] = [Requirements.Consulted(SkellefteaCouncils.Disability), Minority],
        },
        Advice = new Dictionary<string, IReadOnlyList<string>>
        {
            [Gates.Need] = [Roles.AccessibilityAdvisor],
            [Gates.Test] = [Roles.AccessibilityAdvisor],
            [Gates.Implement] = [Roles.AccessibilityAdvisor],
        },
    };
}
