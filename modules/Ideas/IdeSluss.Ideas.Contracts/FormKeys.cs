namespace IdeSluss.Ideas.Contracts;

/// <summary>Keys of the forms the Ideas module declares, so that a plugin's variant can ask for them and its forms can take facts from them.</summary>
public static class FormKeys
{
    /// <summary>What is known of the case itself (title, need, text, area); never filled in, other forms take facts from it.</summary>
    public const string Case = "arende";
    public const string Sorting = "sortering";

    // Need (G2)
    public const string IdeaCard = "idekort";
    public const string NeedMap = "behovskarta";
    public const string StakeholderMap = "aktorskarta";
    public const string Focus = "fokus";
    public const string Baseline = "nollmatning";
    public const string GenderRepresentation = "4r-representation-resurser";
    public const string Commitment = "coach-och-tid";

    // Test (G3)
    public const string Screening = "screening";
    public const string Concept = "konceptkort";
    public const string TestPlan = "testplan";
    public const string RiskAnalysis = "riskanalys";
    public const string Consent = "samtycke";
    public const string Maturity = "mognad";

    // Evaluation (G4)
    public const string TestReport = "testrapport";

    /// <summary>Public, one page.</summary>
    public const string Lesson = "lardomsblad";

    // Implementation (G5)
    public const string BenefitCalculation = "nyttokalkyl";
    public const string EffectChain = "effektkedja";
    public const string EqualityCheck = "jamstalldhetskontroll";
    public const string GenderAnalysis = "4r-realia-realisera";
    public const string AccessibilityImpact = "tillganglighetsbedomning";
    public const string ChildrenAndMinorities = "barn-och-minoriteter";
    public const string ImplementationPlan = "inforandeplan";
    public const string DecisionBasis = "beslutsunderlag";
    public const string MaturityAfterTest = "mognad-efter-test";

    // Handover (G6) and benefit (G7)
    public const string Handover = "overlamning";
    public const string SelfCheck = "egenkontroll";
    public const string FollowUpSixMonths = "effekt-6-manader";
    public const string FollowUpTwelveMonths = "effekt-12-manader";

    /// <summary>Six months after the decision to adjust and measure once more.</summary>
    public const string FollowUpAfterAdjusting = "effekt-efter-justering";

    /// <summary>Asked for by no decision: the case is usually closed by then.</summary>
    public const string FollowUpTwentyFourMonths = "effekt-24-manader";
    public const string Spread = "spridning";

    /// <summary>The one page of track Liten, and its one question at each later gate.</summary>
    public const string SmallIdea = "liten";
    public const string SmallTest = "liten-test";
    public const string SmallHandover = "liten-overlamning";
    public const string SmallFollowUp = "liten-uppfoljning";

    /// <summary>The one sentence of track Gör nu.</summary>
    public const string DoNow = "gor-nu";

    /// <summary>Guides for equality, outside any case: JämKAS Bas, JämKAS Plus, and an invitation that everyone can see themselves in.</summary>
    public const string EqualityMapping = "jamkas-bas";
    public const string EqualityAnalysis = "jamkas-plus";
    public const string InclusiveInvitation = "inkluderande-inbjudan";

    /// <summary>Ten questions for a manager to ask, outside any case.</summary>
    public const string ConversationGuide = "samtalsstod";
}
