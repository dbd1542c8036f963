using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Workflows;

namespace IdeSluss.Ideas.Workflow;

/// <summary>
/// <c>IDESLUSS_DEFAULT_V1</c> (<c>domain.md</c> 1.5 with the tracks of <c>service.md</c>). A running case keeps its version: change content only together with a
/// new version.
/// </summary>
internal static class DefaultWorkflowDefinition
{
    private static readonly string[] Declined =
        [CloseReasons.DeclinedOutOfScope, CloseReasons.DeclinedAlreadyExists, CloseReasons.DeclinedNotLegal, CloseReasons.DeclinedCostBenefit];

    public static WorkflowDefinition Build() => new WorkflowBuilder(DefaultWorkflow.Key, DefaultWorkflow.Version, "Idéslussen")
        .Stage(Stages.Received, "Inkommen", 0, TimeLimit.WorkingDays(2))
        .Stage(Stages.Triage, "Sortering", 1, TimeLimit.WorkingDays(10))
        .Stage(Stages.Need, "Behov", 2, TimeLimit.WorkingDays(30))
        .Stage(Stages.Concept, "Koncept", 2, TimeLimit.WorkingDays(30))
        .Stage(Stages.Test, "Test", 2, TimeLimit.CalendarDays(90))
        .Stage(Stages.DecisionBasis, "Beslutsunderlag", 3, TimeLimit.WorkingDays(40))
        .Stage(Stages.Implementation, "Införande", 3, TimeLimit.CalendarDays(60))
        .Stage(Stages.Benefit, "Effekthemtagning", 4, TimeLimit.Months(12))
        .Stage(Stages.Closed, "Avslutad", 4, end: true)
        .Stage(Stages.Archived, "Arkiverad", 4, end: true)
        .Track(Tracks.DoNow, "Gör nu", "Chefen kan göra det direkt. En mening om vad som gjordes avslutar ärendet.", TimeLimit.WorkingDays(5))
        .Track(Tracks.Small, "Liten", "En enhet, inte vård eller risk. En sida och ett beslut.", TimeLimit.CalendarDays(42))
        .Track(Tracks.Full, "Full", "Alla beslutspunkter, för det som rör vård, risk, personuppgifter, mycket pengar eller flera enheter.", null)
        .Reason(CloseReasons.Implemented, "Genomförd")
        .Reason(CloseReasons.DeclinedOutOfScope, "Inte kommunens uppgift", "Avslutad: inte kommunens uppgift")
        .Reason(CloseReasons.DeclinedAlreadyExists, "Finns redan", "Avslutad: finns redan")
        .Reason(CloseReasons.DeclinedNotLegal, "Lagen tillåter det inte", "Avslutad: lagen tillåter det inte")
        .Reason(CloseReasons.DeclinedCostBenefit, "Nyttan motsvarar inte kostnaden", "Avslutad: nyttan motsvarar inte kostnaden")
        .Reason(CloseReasons.StoppedAfterTest, "Stoppad efter test", "Avslutad efter test – lärdom finns")
        .Reason(CloseReasons.Merged, "Sammanslagen med en annan idé")
        .Reason(CloseReasons.Redirected, "Lämnad dit den hör hemma")
        .Reason(CloseReasons.Withdrawn, "Återtagen av idégivaren")
        .Reason(CloseReasons.Expired, "Avslutad utan svar från idégivaren")
        .Reason(CloseReasons.Spam, "Skräp")
        .Redirect(Redirects.LexSarah, "Missförhållande (lex Sarah)", "Det kan vara ett missförhållande. Kvalitetsansvarig tar emot det genast. Texten visas inte öppet.", Roles.QualityOfficer, restricted: true)
        .Redirect(Redirects.LexMariaDeviation, "Avvikelse i hälso- och sjukvård", "Det gäller en avvikelse i vården. Kvalitetsansvarig tar emot den.", Roles.QualityOfficer, restricted: true)
        .Redirect(Redirects.Complaint, "Synpunkt eller klagomål", "Det är en synpunkt. Den som ansvarar för verksamheten svarar dig.")
        .Redirect(Redirects.FaultReport, "Felanmälan", "Det är något som är trasigt. Vi har lämnat det till felanmälan.")
        .Redirect(Redirects.IndividualCase, "Enskilt ärende", "Det gäller ett eget ärende. Din handläggare tar hand om det.", restricted: true)
        .Redirect(Redirects.CitizenProposal, "Förslag till politiken", "Det är ett förslag som politikerna ska ta ställning till.")
        .Redirect(Redirects.PublicRecordRequest, "Begäran om allmän handling", "Du vill ta del av handlingar. Registrator svarar dig skyndsamt.", Roles.IntakeOfficer)
        .Redirect(Redirects.AccessibilityRequest, "Begäran om tillgängliggörande", "Du vill få något i en form som du kan använda. Vi svarar så snart vi kan.", Roles.AccessibilityAdvisor)
        .Redirect(Redirects.Whistleblowing, "Visselblåsning", "Det hör till visselblåsarfunktionen. Texten visas inte öppet.", restricted: true)
        .Redirect(Redirects.OtherAuthority, "Annan myndighet", "En annan myndighet ansvarar för frågan.")
        .Redirect(Redirects.OtherMunicipality, "Annan kommun", "En annan kommun ansvarar för frågan.")
        .Redirect(Redirects.Partner, "Samarbetspartner", "En samarbetspartner kan hjälpa dig vidare.")
        .Gate(Gates.Intake, "Registrering", Stages.Received, gate => gate
            .DecidedBy(Roles.IntakeOfficer).Automatic()
            .Advance("REGISTER", "Registrera", Stages.Triage, needsEvidence: false)
            .Close("REJECT_SPAM", "Avvisa som skräp", Stages.Closed, [CloseReasons.Spam], negative: true))
        .Gate(Gates.Triage, "Sorteringsbeslut", Stages.Triage, gate => gate
            .DecidedBy(Roles.IdeaCoach)
            .Needs(FormKeys.Sorting)
            .Advance("ADVANCE", "Gå vidare", Stages.Need)
            .Advance("QUICK_FIX", "Gör nu: lämna till chefen", Stages.Need, setsTrack: Tracks.DoNow)
            .ReturnForInfo("RETURN_FOR_INFO", "Fråga idégivaren")
            .Redirect("REDIRECT", "Lämna dit det hör hemma", Stages.Closed)
            .Merge("MERGE", "Slå ihop med en annan idé", Stages.Closed)
            .Close("DECLINE", "Gå inte vidare", Stages.Closed, Declined, negative: true)
            .Close("EXPIRE", "Avsluta: idégivaren har inte svarat", Stages.Closed, [CloseReasons.Expired], negative: true)
            .Close("REJECT_SPAM", "Avvisa som skräp", Stages.Closed, [CloseReasons.Spam], negative: true))
        .Gate(Gates.Need, "Behovsbeslut", Stages.Need, gate => gate
            .DecidedBy(Roles.NeedOwner)
            .Needs(FormKeys.DoNow, Tracks.Small, Tracks.Full)
            .Needs(FormKeys.SmallIdea, Tracks.DoNow, Tracks.Full)
            .Needs(FormKeys.NeedMap, Tracks.DoNow, Tracks.Small)
            .Needs(FormKeys.StakeholderMap, Tracks.DoNow, Tracks.Small)
            .Needs(FormKeys.Focus, Tracks.DoNow, Tracks.Small)
            .Needs(FormKeys.Baseline, Tracks.DoNow, Tracks.Small)
            .Needs(FormKeys.GenderRepresentation, Tracks.DoNow, Tracks.Small)
            .Needs(FormKeys.Commitment, Tracks.DoNow, Tracks.Small)
            // A small idea is received by the manager who decides that it is tried: deciding is accepting.
            .Requires(Requirements.Receiver("TEST_FIRST") with { MetByDeciding = true })
            .Requires(Requirements.ConsultationsAnswered)
            .Close("DONE", "Det är gjort", Stages.Closed, [CloseReasons.Implemented], needsEvidence: true, onlyIn: [Tracks.DoNow])
            .Advance("DO_IT", "Ja, gör det", Stages.Implementation, onlyIn: [Tracks.Small])
            .Advance("TEST_FIRST", "Ja, prova först", Stages.Test, onlyIn: [Tracks.Small])
            .Advance("ADVANCE", "Gå vidare till koncept", Stages.Concept, onlyIn: [Tracks.Full])
            .Back("BACK", "Tillbaka till sortering", Stages.Triage)
            .ReturnForInfo("RETURN_FOR_INFO", "Fråga idégivaren")
            .Park("PARK", "Vänta med den")
            .Close("DECLINE", "Gå inte vidare", Stages.Closed, Declined, negative: true))
        .Gate(Gates.Test, "Testbeslut", Stages.Concept, gate => gate
            .DecidedBy(Roles.DelegatedDecisionMaker).AdviceFrom(Roles.IdeaBoard)
            .Needs(FormKeys.GenericPrefix + "test", Tracks.DoNow, Tracks.Small)
            .Requires(Requirements.Receiver("ADVANCE"))
            .Requires(Requirements.AdviceFrom(Roles.IdeaBoard))
            .Requires(Requirements.ConsultationsAnswered)
            .Advance("ADVANCE", "Gå vidare till test", Stages.Test)
            .Back("BACK", "Tillbaka till behov", Stages.Need)
            .Park("PARK", "Vänta med den")
            .Close("DECLINE", "Gå inte vidare", Stages.Closed, Declined, negative: true))
        .Gate(Gates.Evaluate, "Utvärderingsbeslut", Stages.Test, gate => gate
            .DecidedBy(Roles.IdeaBoard).DecidedInTrack(Tracks.Small, Roles.NeedOwner)
            .Needs(FormKeys.GenericPrefix + "utvardering")
            .Requires(Requirements.Receiver("RETEST"))
            .Advance("ADVANCE", "Gå vidare till beslutsunderlag", Stages.DecisionBasis, onlyIn: [Tracks.Full])
            .Advance("DO_IT", "Det fungerade, gör det", Stages.Implementation, onlyIn: [Tracks.Small])
            .Back("RETEST", "Testa igen", Stages.Test, mostTimes: 2)
            .Close("STOP", "Avsluta efter test", Stages.Closed, [CloseReasons.StoppedAfterTest], negative: true, needsEvidence: true))
        .Gate(Gates.Implement, "Införandebeslut", Stages.DecisionBasis, gate => gate
            .DecidedBy(Roles.DelegatedDecisionMaker, Roles.CommitteeSecretary).AdviceFrom(Roles.IdeaBoard)
            .Needs(FormKeys.GenericPrefix + "inforande")
            .Requires(Requirements.AdviceFrom(Roles.IdeaBoard))
            .Requires(Requirements.ConsultationsAnswered)
            .Advance("APPROVE", "Inför", Stages.Implementation)
            .Advance("APPROVE_WITH_CONDITIONS", "Inför med villkor", Stages.Implementation)
            .Back("RETURN", "Återremiss: komplettera underlaget", Stages.DecisionBasis)
            .Close("REJECT", "Inför inte", Stages.Closed, Declined, negative: true))
        .Gate(Gates.Handover, "Överlämning till linjen", Stages.Implementation, gate => gate
            .DecidedBy(Roles.NeedOwner).AtReceiver()
            .Needs(FormKeys.GenericPrefix + "overlamning")
            .Advance("ACCEPT", "Ta emot", Stages.Benefit)
            .Back("BACK", "Tillbaka till beslutsunderlag", Stages.DecisionBasis, onlyIn: [Tracks.Full])
            .Back("BACK_TO_NEED", "Tillbaka till behov", Stages.Need, onlyIn: [Tracks.Small]))
        .Gate(Gates.Benefit, "Effektbeslut", Stages.Benefit, gate => gate
            .DecidedBy(Roles.BenefitOwner, Roles.QualityOfficer).DecidedInTrack(Tracks.Small, Roles.NeedOwner, Roles.BenefitOwner)
            .Needs(FormKeys.GenericPrefix + "effekt")
            .Close("CLOSE", "Avsluta som genomförd", Stages.Closed, [CloseReasons.Implemented], needsEvidence: true)
            .Close("SPREAD", "Avsluta och sprid till fler", Stages.Closed, [CloseReasons.Implemented], needsEvidence: true)
            .Back("ADJUST", "Justera och mät en gång till", Stages.Benefit, mostTimes: 1))
        .Gate(Gates.Archive, "Arkivering", Stages.Closed, gate => gate
            .DecidedBy(Roles.Archivist)
            .Advance("ARCHIVE", "Arkivera", Stages.Archived, needsEvidence: false))
        .Build();
}
