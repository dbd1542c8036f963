using IdeSluss.Evaluation.Features.Evaluation.Reconsider;
using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Evaluation;

/// <summary>What one may be allowed to do with evaluation, and the roles that may. Scope comes with the role's assignment.</summary>
internal static class EvaluationPermissions
{
    /// <summary>To judge the ideas that one is asked about.</summary>
    public const string Judge = "evaluation.judge";

    /// <summary>To ask people to judge ideas, and to close a round.</summary>
    public const string Ask = "evaluation.rounds.manage";

    /// <summary>To read what those who judged have said, when they are done.</summary>
    public const string ReadRounds = "evaluation.rounds.read";

    /// <summary>To write the sheets that ideas are judged by, and the rules for whom to ask.</summary>
    public const string ManageSheets = "evaluation.sheets.manage";

    /// <summary>To look once more at a no that somebody else has said.</summary>
    public const string Reconsider = "evaluation.reconsider";

    /// <summary>To read about the municipality's development programmes.</summary>
    public const string ReadProgrammes = "evaluation.programmes.read";

    /// <summary>To lead a programme: its plan, money and reports.</summary>
    public const string ManageProgrammes = "evaluation.programmes.manage";

    /// <summary>To have units assess themselves, and to read what came of it.</summary>
    public const string Assess = "evaluation.assess";

    /// <summary>To read in the questions that units assess themselves by, and the scales that ideas are marked by.</summary>
    public const string ManageQuestions = "evaluation.questions.manage";

    /// <summary>To mark how ready ideas are.</summary>
    public const string MarkReadiness = "evaluation.readiness.mark";

    /// <summary>To read what ideas are to give and cost, and what came of it.</summary>
    public const string ReadBenefits = "evaluation.benefits.read";

    /// <summary>To answer what came of the benefit that one answers for.</summary>
    public const string AnswerFollowUps = "evaluation.follow-ups.answer";

    /// <summary>To say who answers for the benefit of an idea.</summary>
    public const string ManageBenefits = "evaluation.benefits.manage";

    /// <summary>To read self-checks and the yearly report.</summary>
    public const string ReadQuality = "evaluation.quality.read";

    /// <summary>To write in that a self-check was done.</summary>
    public const string RecordQuality = "evaluation.quality.record";

    /// <summary>Roles whose holders may answer for a benefit, the usual one first.</summary>
    public static IReadOnlyList<string> BenefitOwners { get; } = [Roles.BenefitOwner, Roles.NeedOwner, Roles.QualityOfficer, Roles.DelegatedDecisionMaker];

    /// <summary>To say what kind of innovation an idea in use was.</summary>
    public const string AnswerBarometer = "evaluation.barometer.answer";

    /// <summary>To say what kind of solution an idea is.</summary>
    public const string MarkSolutions = "evaluation.solutions.mark";

    /// <summary>To read how it goes where one works, and to say something of oneself who decides.</summary>
    public const string ReadDashboard = "evaluation.dashboard.read";

    /// <summary>To state how many of those who work in an area are women.</summary>
    public const string ManageWorkforce = "evaluation.workforce.manage";

    /// <summary>To take out what an agreement lets one.</summary>
    public const string Research = "evaluation.research.export";

    /// <summary>To make agreements with researchers and to end them.</summary>
    public const string ManageResearch = "evaluation.research.manage";

    /// <summary>Roles whose holders are asked unless somebody says otherwise.</summary>
    public static IReadOnlyList<string> UsualJudges { get; } = [Roles.IdeaBoard, Roles.EqualityAdvisor, Roles.AccessibilityAdvisor];

    /// <summary>Roles whose holders may be asked.</summary>
    public static IReadOnlyList<string> Judges { get; } =
        [.. UsualJudges, Roles.IdeaCoach, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.TestLead, Roles.BenefitOwner, Roles.QualityOfficer, Roles.DataProtectionOfficer];

    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(Judge, "Bedöma idéer", Judges),
        new(Ask, "Be andra bedöma idéer", [Roles.IdeaCoach]),
        new(ReadRounds, "Läsa bedömningar", [Roles.IdeaCoach, Roles.IdeaBoard, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.BenefitOwner, Roles.QualityOfficer, Roles.CommitteeSecretary]),
        new(Reconsider, "Ompröva beslut", ReconsiderationRules.AllDeciders),
        new(ReadProgrammes, "Läsa om program", [Roles.IdeaCoach, Roles.IdeaBoard, Roles.DelegatedDecisionMaker, Roles.Committee, Roles.CommitteeSecretary, Roles.BenefitOwner, Roles.Researcher]),
        new(ManageProgrammes, "Leda program", [Roles.IdeaCoach]),
        new(Assess, "Låta enheter skatta sig själva", [Roles.IdeaCoach, Roles.NeedOwner]),
        new(MarkReadiness, "Skatta idéers mognad", [Roles.IdeaCoach, Roles.NeedOwner, Roles.TestLead]),
        new(ManageQuestions, "Läsa in frågor och skalor", [Roles.IdeaCoach, Roles.SystemAdmin]),
        new(ReadBenefits, "Läsa nytta och uppföljning", [Roles.IdeaCoach, Roles.IdeaBoard, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.BenefitOwner, Roles.QualityOfficer, Roles.CommitteeSecretary]),
        new(AnswerFollowUps, "Svara på uppföljningar", BenefitOwners),
        new(ManageBenefits, "Utse nyttoansvarig", [Roles.IdeaCoach, Roles.NeedOwner, Roles.QualityOfficer]),
        new(ReadQuality, "Läsa kvalitetsarbete", [Roles.QualityOfficer, Roles.IdeaCoach, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.BenefitOwner, Roles.CommitteeSecretary]),
        new(RecordQuality, "Skriva in egenkontroller", [Roles.QualityOfficer, Roles.NeedOwner, Roles.BenefitOwner]),
        new(ManageSheets, "Sköta bedömningsmallar och regler", [Roles.IdeaCoach, Roles.SystemAdmin]),
        new(ReadDashboard, "Läsa statistik för sitt arbete", [Roles.IdeaCoach, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.BenefitOwner, Roles.IdeaBoard, Roles.Committee, Roles.CommitteeSecretary, Roles.QualityOfficer, Roles.EqualityAdvisor]),
        new(AnswerBarometer, "Svara om det nya som är infört", [.. BenefitOwners, Roles.IdeaCoach]),
        new(MarkSolutions, "Säga slag av lösning", [Roles.IdeaCoach]),
        new(ManageWorkforce, "Ange könsfördelningen i områdena", [Roles.EqualityAdvisor, Roles.SystemAdmin]),
        new(Research, "Ta ut statistik för forskning", [Roles.Researcher]),
        new(ManageResearch, "Sköta avtal om forskning", [Roles.SystemAdmin]),
    ];
}
