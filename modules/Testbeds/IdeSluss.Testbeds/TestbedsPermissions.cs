using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Testbeds;

/// <summary>What one may be allowed to do with test beds, and the roles that may. Scope comes with the role's assignment.</summary>
internal static class TestbedsPermissions
{
    /// <summary>The inventory as the office sees it, with contacts, insurance and secrecy.</summary>
    public const string Read = "testbeds.inventory.read";

    /// <summary>To describe test beds and what can be booked in them, and to invite others to.</summary>
    public const string Manage = "testbeds.inventory.manage";

    /// <summary>The lists that test beds are described by.</summary>
    public const string ManageTaxonomy = "testbeds.taxonomy.manage";

    /// <summary>To ask for what the municipality has, wherever it is. Everyone with an account may; whether somebody must say yes is each thing's policy.</summary>
    public const string Book = "testbeds.booking.book";

    /// <summary>To answer requests, hand over and take back, within the scope.</summary>
    public const string ManageBookings = "testbeds.booking.manage";

    /// <summary>Who answers requests, in the order in which somebody is looked for to tell.</summary>
    public static IReadOnlyList<string> AnsweringRoles { get; } = [Roles.TestLead, Roles.IdeaCoach, Roles.NeedOwner];

    /// <summary>Tests, their log and results; never who takes part.</summary>
    public const string ReadTests = "testbeds.tests.read";

    /// <summary>To lead a test. Who takes part in it is seen by the one who leads that very test.</summary>
    public const string LeadTests = "testbeds.tests.lead";

    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(Read, "Läsa hela förteckningen över testbäddar", [Roles.IdeaCoach, Roles.TestLead, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.QualityOfficer, Roles.DataProtectionOfficer, Roles.AccessibilityAdvisor]),
        new(Manage, "Beskriva testbäddar", [Roles.IdeaCoach, Roles.TestLead, Roles.NeedOwner]),
        new(Book, "Boka testbäddar och utrustning", [Roles.IdeaSubmitter]),
        new(ManageBookings, "Godkänna bokningar, lämna ut och ta tillbaka", AnsweringRoles),
        new(ReadTests, "Läsa tester", [Roles.IdeaCoach, Roles.TestLead, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.IdeaBoard, Roles.BenefitOwner, Roles.QualityOfficer, Roles.DataProtectionOfficer, Roles.EqualityAdvisor, Roles.AccessibilityAdvisor]),
        new(LeadTests, "Leda tester", [Roles.TestLead, Roles.IdeaCoach, Roles.NeedOwner]),
        new(ManageTaxonomy, "Sköta testbäddarnas ordlistor", [Roles.SystemAdmin]),
    ];
}
