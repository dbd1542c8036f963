namespace IdeSluss.Training.Contracts;

/// <summary>Whom a course is for. A track is also a way to learn: its courses stand in an order, each required or recommended.</summary>
public enum RoleTrack
{
    /// <summary>Elected members of nämnder, boards and the council.</summary>
    ElectedMember,

    /// <summary>Line managers, those who decide by delegation, and those who answer for a benefit.</summary>
    Manager,

    /// <summary>Those who receive, sort and follow ideas.</summary>
    IdeaCoach,

    /// <summary>Everyone who works in the municipality.</summary>
    Staff,

    /// <summary>Those who judge ideas: the idea board and the advisors.</summary>
    Reviewer,

    /// <summary>Those who lead tests in test beds.</summary>
    TestLeader,

    /// <summary>Everyone who lives or is active in the municipality.</summary>
    Resident,
}
