using System.Globalization;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Ideas.Domain;
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
        Requirements.ConsultationsAnswered => "samrad",
        Requirements.BodyConsulted => $"samrad-{requirement.Subject}",
        Requirements.FormSigned => $"signatur-{requirement.Subject}",
        _ => requirement.Code,
    };

    /// <summary>Where a coach sees to it; null where it is somebody else's to do.</summary>
    public static string? PlaceOf(GateRequirement requirement, string caseNumber) => requirement.Code switch
    {
        Requirements.ReceiverCommitment => $"/arbete/{caseNumber}/mottagare",
        Requirements.ConsultationsAnswered => $"/arbete/{caseNumber}/samrad",
        Requirements.BodyConsulted or Requirements.FormSigned => $"/arbete/{caseNumber}/samrad?fraga={requirement.Subject}",
        _ => null,
    };

    /// <returns>Empty when it holds.</returns>
    public static IReadOnlyList<FieldError> Missing(GateRequirement requirement, Idea idea, CaseFacts facts) =>
        [.. Reasons(requirement, idea, facts).Select(reason => new FieldError(KeyOf(requirement), new Text("{0}: {1}", facts.Words.TitleOf(requirement), reason)))];

    private static IEnumerable<Text> Reasons(GateRequirement requirement, Idea idea, CaseFacts facts) => requirement.Code switch
    {
        Requirements.ReceiverCommitment when requirement.MetByDeciding && facts.Receiver?.Holds != true => idea.UnitId is null ? ["välj vilken enhet idén gäller. Den tar emot resultatet."] : [],
        Requirements.ReceiverCommitment => Receiver(facts),
        Requirements.Advice => facts.Advice.Any(advice => advice.Role == requirement.Subject) ? [] : ["är inte lämnat än."],
        Requirements.ConsultationsAnswered => facts.Consultations.Where(one => one.Status == ConsultationStatus.Asked).Select(one => Waiting(one, facts)),
        Requirements.BodyConsulted => Consulted(requirement.Subject!, facts),
        Requirements.FormSigned => Signed(requirement, facts),
        // A requirement from a plugin that is gone: the case waits until it is back, and is never let through.
        _ => ["det går inte att se om det är klart. Be systemförvaltaren att titta på tilläggen."],
    };

    private static IEnumerable<Text> Receiver(CaseFacts facts) => facts switch
    {
        { Receiver: null } => ["föreslå en enhet som tar emot resultatet."],
        { ReceivingUnit: null } => ["enheten finns inte längre. Föreslå en annan."],
        { Receiver.Status: ReceiverStatus.Proposed } => [new Text("{0} har inte svarat än.", facts.ReceivingUnit)],
        { Receiver.Status: ReceiverStatus.Declined } => [new Text("{0} tackade nej. Föreslå en annan enhet.", facts.ReceivingUnit)],
        _ => [],
    };

    /// <summary>Asked at this very gate: what was said before another decision was about that one.</summary>
    private static IEnumerable<Text> Consulted(string body, CaseFacts facts) =>
        facts.Consultations.LastOrDefault(one => one.Body == body && one.Gate == facts.Gate) switch
        {
            null => ["är inte begärt än."],
            { Status: ConsultationStatus.Asked } waiting => [Waiting(waiting, facts)],
            _ => [],
        };

    /// <summary>A signature is a yes to the answers as they were when they were read.</summary>
    private static IEnumerable<Text> Signed(GateRequirement requirement, CaseFacts facts)
    {
        var who = new Text(facts.Words.Body(requirement.Subject!));
        return facts.Consultations.LastOrDefault(one => one.Body == requirement.Subject && one.Form == requirement.Form) switch
        {
            null => [new Text("be {0} signera.", who)],
            { Status: ConsultationStatus.Asked } waiting => [Waiting(waiting, facts)],
            { SaysYes: true } signed when signed.SignedVersion == facts.FormVersions.GetValueOrDefault(requirement.Form!) => [],
            { SaysYes: true } => [new Text("har ändrats sedan {0} läste den. Be {0} läsa igen.", who)],
            { Status: ConsultationStatus.Answered } => [new Text("{0} sa nej. Ändra det som behövs och fråga igen.", who)],
            _ => [new Text("{0} svarade inte i tid. Fråga igen.", who)],
        };
    }

    private static Text Waiting(Consultation one, CaseFacts facts) => one.LastDay < facts.Today
        ? new("{0} har inte svarat i tid. Påminn, eller notera att inget svar kom.", Who(one))
        : new("{0} har inte svarat än. Sista dag är {1}.", Who(one), one.LastDay.ToString("d MMMM", CultureInfo.CurrentCulture));

    private static object Who(Consultation one) => one.Note is { } note ? (object)note : new Text(one.BodyName);
}
