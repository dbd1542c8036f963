using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Workflow;

/// <summary>The requirements whose state this module knows; the rules are in <c>Features/Ideas/Decide/RequirementRules.cs</c>.</summary>
internal static class RequirementKinds
{
    public static IReadOnlyList<RequirementDefinition> All { get; } =
    [
        new(Requirements.ReceiverCommitment, "Mottagarens åtagande"),
        new(Requirements.Advice, "Råd", NeedsSubject: true),
        new(Requirements.ConsultationsAnswered, "Svar på samråd"),
        new(Requirements.BodyConsulted, "Samråd", NeedsSubject: true),
        new(Requirements.FormSigned, "Signatur", NeedsSubject: true, NeedsForm: true),
    ];
}
