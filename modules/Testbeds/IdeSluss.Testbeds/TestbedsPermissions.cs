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

    /// <summary>To book what the municipality has, wherever it is: the scope of the role does not limit it.</summary>
    public const string Book = "testbeds.booking.book";

    /// <summary>To answer requests, hand over and take back, within the scope.</summary>
    public const string ManageBookings = "testbeds.booking.manage";

    public static IReadOnlyList<PermissionDefinition> All { get; } =
    [
        new(Read, "Läsa hela förteckningen över testbäddar", [Roles.IdeaCoach, Roles.TestLead, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.QualityOfficer, Roles.DataProtectionOfficer, Roles.AccessibilityAdvisor]),
        new(Manage, "Beskriva testbäddar", [Roles.IdeaCoach, Roles.TestLead, Roles.NeedOwner]),
        new(Book, "Boka testbäddar och utrustning",
        [
            Roles.IdeaCoach, Roles.TestLead, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.BenefitOwner, Roles.IdeaBoard, Roles.QualityOfficer, Roles.DataProtectionOfficer, Roles.AccessibilityAdvisor,
            Roles.EqualityAdvisor, Roles.Researcher,
        ]),
        new(ManageBookings, "Godkänna bokningar, lämna ut och ta tillbaka", [Roles.IdeaCoach, Roles.TestLead, Roles.NeedOwner]),
        new(ManageTaxonomy, "Sköta testbäddarnas ordlistor", [Roles.SystemAdmin]),
    ];
}
