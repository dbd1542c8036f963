using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Legal;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Workflow;

/// <summary>Times that the law sets (<c>domain.md</c> 1.6). Where it says "as soon as possible" the length is a yardstick, to be decided by the municipality.</summary>
internal static class OwnLegalClocks
{
    public static IReadOnlyList<LegalClockKind> All { get; } =
    [
        new(LegalClocks.CitizenProposal, "Medborgarförslag", "den dag förslaget väcktes i fullmäktige", TimeLimit.Months(12), CaseLaw.CitizenProposal, Roles.IdeaCoach,
            "Ett medborgarförslag ska snart vara berett, så att fullmäktige hinner besluta.", "Medborgarförslagets år är ute. Anmäl till fullmäktige vad som har kommit fram vid beredningen.")
        {
            StartedByRedirect = Redirects.CitizenProposal, DayIsEntered = true, NeverDelegated = true,
        },
        new(LegalClocks.CitizenProposalAtCommittee, "Medborgarförslag som nämnden har fått", "den dag förslaget väcktes i fullmäktige", TimeLimit.Months(12), CaseLaw.CitizenProposalAtCommittee, Roles.IdeaCoach,
            "Ett medborgarförslag ska snart avgöras av nämnden.", "Medborgarförslagets år är ute. Nämnden ska berätta det för fullmäktige.")
        {
            DayIsEntered = true, NeverDelegated = true,
        },
        new(LegalClocks.PublicRecordRequest, "Begäran om allmän handling", "den dag begäran kom in", TimeLimit.WorkingDays(1), CommonLaw.PublicRecordPrompt, Roles.IdeaCoach,
            "En begäran om allmän handling ska besvaras skyndsamt.", "En begäran om allmän handling skulle ha besvarats. Gör det nu.")
        {
            IsYardstick = true, StartedByRedirect = Redirects.PublicRecordRequest,
        },
        new(LegalClocks.AccessibilityRequest, "Begäran om tillgängliggörande", "den dag begäran kom in", TimeLimit.WorkingDays(10), CommonLaw.AccessibleVersion, Roles.AccessibilityAdvisor,
            "En begäran om tillgängliggörande ska snart vara besvarad.", "En begäran om tillgängliggörande skulle ha besvarats. Lämna ut det i tillgänglig form, eller ge ett skriftligt avslag.")
        {
            IsYardstick = true, StartedByRedirect = Redirects.AccessibilityRequest,
        },
        new(LegalClocks.AccessibilityMessage, "Synpunkt om tillgänglighet", "den dag synpunkten kom in", TimeLimit.WorkingDays(10), CommonLaw.AccessibilityAnswer, Roles.AccessibilityAdvisor,
            "En synpunkt om tillgänglighet ska snart vara besvarad.", "En synpunkt om tillgänglighet skulle ha besvarats. Svara nu.")
        {
            IsYardstick = true,
        },
        new(LegalClocks.PartyCase, "Ärende som en part har väckt", "den dag parten väckte ärendet", TimeLimit.Months(6), CommonLaw.Delay, Roles.IdeaCoach,
            "Ett ärende som en part har väckt har snart pågått i sex månader. Berätta om det blir försenat.", "Parten kan nu begära att ärendet avgörs.")
        {
            DayIsEntered = true,
        },
        new(LegalClocks.PartyDemand, "En part har begärt beslut", "den dag begäran kom in", TimeLimit.CalendarDays(28), CommonLaw.DelayAction, Roles.IdeaCoach,
            "En part har begärt beslut. Avgör ärendet, eller avslå begäran i ett särskilt beslut.", "De fyra veckorna är ute. Avgör ärendet, eller avslå begäran i ett särskilt beslut, i dag.")
        {
            DayIsEntered = true,
        },
        new(LegalClocks.PersonalDataRequest, "Begäran om egna personuppgifter", "den dag begäran kom in", TimeLimit.Months(1), CommonLaw.PersonalDataRequest, Roles.DataProtectionOfficer,
            "En begäran om egna personuppgifter ska snart vara besvarad.", "Månaden är ute. Svara på begäran om egna personuppgifter.")
        {
            DayIsEntered = true, Extension = TimeLimit.Months(2),
        },
    ];
}
