namespace IdeSluss.Testbeds.Contracts;

/// <summary>What a line of a test's log is about.</summary>
public enum TrialLogKind
{
    Note,

    /// <summary>Something that was not to happen; must be cleared up before the test is closed.</summary>
    Deviation,

    /// <summary>How easy it was for someone to use, 1 to 7.</summary>
    Usability,

    /// <summary>What made it hard for someone, or shut someone out.</summary>
    Accessibility,

    /// <summary>Kronor.</summary>
    Cost,
}

/// <summary>What the result of a test says of what was thought.</summary>
public enum TrialVerdict
{
    Supports,
    Rejects,
    Inconclusive,
}

/// <summary>What those who tested recommend; the decision is somebody else's.</summary>
public enum TrialRecommendation
{
    Stop,
    Retest,
    GoOn,
}
