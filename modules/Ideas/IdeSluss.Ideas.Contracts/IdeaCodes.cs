namespace IdeSluss.Ideas.Contracts;

/// <summary>Stage codes of <see cref="DefaultWorkflow"/> (<c>domain.md</c> 1.5). A draft (<c>DRAFT</c>) is not yet a case and lies outside the chain.</summary>
public static class Stages
{
    public const string Draft = "DRAFT";
    public const string Received = "RECEIVED";
    public const string Triage = "TRIAGE";
    public const string Need = "NEED";
    public const string Concept = "CONCEPT";
    public const string Test = "TEST";
    public const string DecisionBasis = "DECISION_BASIS";
    public const string Implementation = "IMPLEMENTATION";
    public const string Benefit = "BENEFIT";
    public const string Closed = "CLOSED";
    public const string Archived = "ARCHIVED";
}

public static class Gates
{
    public const string Intake = "G0_INTAKE";
    public const string Triage = "G1_TRIAGE";
    public const string Need = "G2_NEED";
    public const string Test = "G3_TEST";
    public const string Evaluate = "G4_EVALUATE";
    public const string Implement = "G5_IMPLEMENT";
    public const string Handover = "G6_HANDOVER";
    public const string Benefit = "G7_BENEFIT";

    /// <summary>From closed to archived, when the case has been delivered to the archive.</summary>
    public const string Archive = "G8_ARCHIVE";
}

/// <summary>Tracks keep a small idea small (<c>service.md</c>).</summary>
public static class Tracks
{
    public const string DoNow = "GOR_NU";
    public const string Small = "LITEN";
    public const string Full = "FULL";
}

public static class CloseReasons
{
    public const string Implemented = "IMPLEMENTED";
    public const string DeclinedOutOfScope = "DECLINED_OUT_OF_SCOPE";
    public const string DeclinedAlreadyExists = "DECLINED_ALREADY_EXISTS";
    public const string DeclinedNotLegal = "DECLINED_NOT_LEGAL";
    public const string DeclinedCostBenefit = "DECLINED_COST_BENEFIT";
    public const string StoppedAfterTest = "STOPPED_AFTER_TEST";
    public const string Merged = "MERGED";
    public const string Redirected = "REDIRECTED";
    public const string Withdrawn = "WITHDRAWN";
    public const string Expired = "EXPIRED";
    public const string Spam = "SPAM";
}

public static class Redirects
{
    public const string LexSarah = "LEX_SARAH";
    public const string LexMariaDeviation = "LEX_MARIA_DEVIATION";
    public const string Complaint = "COMPLAINT";
    public const string FaultReport = "FAULT_REPORT";
    public const string IndividualCase = "INDIVIDUAL_CASE";
    public const string CitizenProposal = "CITIZEN_PROPOSAL";
    public const string PublicRecordRequest = "PUBLIC_RECORD_REQUEST";
    public const string AccessibilityRequest = "ACCESSIBILITY_REQUEST";
    public const string Whistleblowing = "WHISTLEBLOWING";
    public const string OtherAuthority = "OTHER_AUTHORITY";
    public const string OtherMunicipality = "OTHER_MUNICIPALITY";
    public const string Partner = "PARTNER";
}
