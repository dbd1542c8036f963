using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Ideas;

/// <summary>What one may be allowed to do with ideas, and the roles that may. Scope comes with the role's assignment.</summary>
internal static class IdeasPermissions
{
    /// <summary>The inbox, and reading cases with their original text.</summary>
    public const string Work = "ideas.work";
    public const string Sort = "ideas.sort";
    public const string RegisterOnBehalf = "ideas.register-on-behalf";
    public const string Assign = "ideas.assign";

    /// <summary>To read in a file of ideas.</summary>
    public const string Import = "ideas.import";

    /// <summary>To see what waits for one's decision, and to decide where the gate names one's role.</summary>
    public const string Decide = "ideas.decide";

    /// <summary>To fill in evidence of a case.</summary>
    public const string Evidence = "ideas.evidence";

    /// <summary>To read the whole idékort: everything a case's forms say.</summary>
    public const string ReadEvidence = "ideas.evidence.read";
    public const string Advise = "ideas.advise";

    /// <summary>To ask for what a decision needs beside the forms: a receiver, consultations.</summary>
    public const string Prepare = "ideas.prepare";

    /// <summary>The times that laws set, apart from the promises.</summary>
    public const string LegalTime = "ideas.legal-time";
    public const string ReadCommittee = "ideas.committee.read";
    public const string EnterCommitteeDecision = "ideas.committee.enter-decision";

    /// <summary>To receive possible serious irregularities (lex Sarah).</summary>
    public const string ReceiveIrregularities = "ideas.irregularities.receive";

    /// <summary>The overdue list of an authority.</summary>
    public const string SeeOverdue = "ideas.overdue.read";

    /// <summary>To look at workflows, try changes and move cases between versions: sums, never the cases themselves.</summary>
    public const string ManageWorkflows = "ideas.workflows.manage";

    /// <summary>The sluice as a whole: numbers within one's scope, and the lists behind them.</summary>
    public const string SeeSluice = "ideas.sluice.read";

    /// <summary>To search cases: in full where one also has <see cref="Work"/>, otherwise in what the coach has written.</summary>
    public const string SearchCases = "ideas.cases.search";

    /// <summary>A manager's week: what waits, what is late and what is under way in one's units.</summary>
    public const string SeeOwnUnit = "ideas.unit.read";

    /// <summary>To keep the words that mean the same when similar ideas are looked for.</summary>
    public const string ManageSynonyms = "ideas.synonyms.manage";

    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(Work, "Läsa inkorgen och ärenden", [Roles.IdeaCoach, Roles.IntakeOfficer]),
        new(Sort, "Sortera idéer", [Roles.IdeaCoach]),
        new(RegisterOnBehalf, "Registrera åt någon annan", [Roles.IdeaCoach, Roles.IntakeOfficer]),
        new(Import, "Läsa in idéer från fil", [Roles.IdeaCoach, Roles.IntakeOfficer]),
        new(Assign, "Fördela ärenden", [Roles.IdeaCoach, Roles.IntakeOfficer]),
        new(Decide, "Besluta vid beslutspunkter", [Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.IdeaBoard, Roles.BenefitOwner, Roles.QualityOfficer, Roles.CommitteeSecretary, Roles.Archivist]),
        new(Evidence, "Fylla i underlag", [Roles.IdeaCoach, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.TestLead, Roles.BenefitOwner, Roles.QualityOfficer, Roles.DataProtectionOfficer, Roles.EqualityAdvisor, Roles.AccessibilityAdvisor]),
        new(ReadEvidence, "Läsa idékort och underlag", [Roles.IdeaCoach, Roles.IntakeOfficer, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.IdeaBoard, Roles.TestLead, Roles.BenefitOwner, Roles.QualityOfficer, Roles.DataProtectionOfficer, Roles.EqualityAdvisor, Roles.AccessibilityAdvisor, Roles.CommitteeSecretary, Roles.Archivist]),
        new(Advise, "Lämna råd före beslut", [Roles.IdeaBoard, Roles.QualityOfficer, Roles.DataProtectionOfficer, Roles.EqualityAdvisor, Roles.AccessibilityAdvisor]),
        new(Prepare, "Föreslå mottagare och begära samråd", [Roles.IdeaCoach]),
        new(LegalTime, "Se och sköta tider som lagar sätter", [Roles.IdeaCoach, Roles.IntakeOfficer, Roles.CommitteeSecretary, Roles.DelegatedDecisionMaker, Roles.DataProtectionOfficer, Roles.AccessibilityAdvisor]),
        new(ReadCommittee, "Läsa nämndens underlag", [Roles.Committee, Roles.CommitteeSecretary]),
        new(EnterCommitteeDecision, "Skriva in nämndens beslut", [Roles.CommitteeSecretary]),
        new(ReceiveIrregularities, "Ta emot möjliga missförhållanden", [Roles.QualityOfficer]),
        new(SeeOverdue, "Se försenade ärenden", [Roles.IdeaCoach, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.QualityOfficer]),
        new(ManageWorkflows, "Sköta arbetsgångar", [Roles.SystemAdmin]),
        new(ManageSynonyms, "Sköta synonymer", [Roles.SystemAdmin]),
        new(SearchCases, "Söka bland ärenden", [Roles.IdeaCoach, Roles.IntakeOfficer, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.IdeaBoard, Roles.BenefitOwner, Roles.QualityOfficer, Roles.CommitteeSecretary]),
        new(SeeOwnUnit, "Se sin enhets vecka", [Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.BenefitOwner]),
        new(SeeSluice, "Se slussen som helhet", [Roles.IdeaCoach, Roles.IntakeOfficer, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.IdeaBoard, Roles.BenefitOwner, Roles.QualityOfficer]),
    ];
}
