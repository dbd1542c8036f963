using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Features.Ideas.Decide;

/// <summary>Whether what a gate asks for beside forms holds, and in words what to do when it does not. Pure: the facts are given.</summary>
internal static class RequirementRules
{
    /// <summary>The key in lists of what is missing.</summary>
    public static string KeyOf(GateRequirement requirement) => requirement.Code switch
    {
        Requirements.ReceiverCommitment => "mottagare",
        Requirements.Advice => $"rad-{requirement.Subject}",
        _ => requirement.Code,
    };

    public static Text TitleOf(GateRequirement requirement) => requirement.Code switch
    {
        Requirements.ReceiverCommitment => "Mottagare",
        Requirements.Advice => new Text("Råd från {0}", new Text(Adviser(requirement.Subject!))),
        _ => requirement.Code,
    };

    /// <summary>Where a coach sees to it; null where it is somebody else's to do.</summary>
    public static string? PlaceOf(GateRequirement requirement, string caseNumber) => requirement.Code switch
    {
        Requirements.ReceiverCommitment => $"/arbete/{caseNumber}/mottagare",
        _ => null,
    };

    /// <returns>Null when it holds.</returns>
    public static FieldError? Missing(GateRequirement requirement, Idea idea, CaseFacts facts) =>
        Reason(requirement, idea, facts) is { } reason ? new FieldError(KeyOf(requirement), new Text("{0}: {1}", TitleOf(requirement), reason)) : null;

    private static Text? Reason(GateRequirement requirement, Idea idea, CaseFacts facts) => requirement.Code switch
    {
        Requirements.ReceiverCommitment when requirement.MetByDeciding && facts.Receiver?.Holds != true => idea.UnitId is null ? "välj vilken enhet idén gäller. Den tar emot resultatet." : (Text?)null,
        Requirements.ReceiverCommitment => Receiver(facts),
        Requirements.Advice => facts.Advice.Any(advice => advice.Role == requirement.Subject) ? null : (Text)"är inte lämnat än.",
        // A requirement from a plugin that is gone: the case waits until it is back, and is never let through.
        _ => "det går inte att se om det är klart. Be systemförvaltaren att titta på tilläggen.",
    };

    private static string Adviser(string role) => role switch
    {
        Roles.IdeaBoard => "idérådet",
        Roles.QualityOfficer => "den kvalitetsansvariga",
        Roles.DataProtectionOfficer => "dataskyddsombudet",
        Roles.EqualityAdvisor => "jämställdhetsstrategen",
        Roles.AccessibilityAdvisor => "tillgänglighetsrådgivaren",
        _ => Roles.NameOf(role),
    };

    private static Text? Receiver(CaseFacts facts) => facts switch
    {
        { Receiver: null } => "föreslå en enhet som tar emot resultatet.",
        { ReceivingUnit: null } => "enheten finns inte längre. Föreslå en annan.",
        { Receiver.Status: ReceiverStatus.Proposed } => new Text("{0} har inte svarat än.", facts.ReceivingUnit),
        { Receiver.Status: ReceiverStatus.Declined } => new Text("{0} tackade nej. Föreslå en annan enhet.", facts.ReceivingUnit),
        _ => null,
    };
}
