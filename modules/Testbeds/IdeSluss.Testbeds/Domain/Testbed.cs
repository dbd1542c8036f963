using IdeSluss.Sdk.Data;
using IdeSluss.Testbeds.Contracts;

namespace IdeSluss.Testbeds.Domain;

/// <summary>An environment where something new can be tried (<c>domain.md</c> 2.2).</summary>
internal sealed class Testbed : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>In addresses; made from the first name and never changed, so that links hold.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }
    public required string ShortDescription { get; set; }
    public string? ShortDescriptionEnglish { get; set; }
    public required Guid AuthorityId { get; set; }
    public Guid? UnitId { get; set; }
    public string? Address { get; set; }
    public double? Latitude { get; set; }
    public double? Longitude { get; set; }
    public string? TravelInformation { get; set; }
    public TestbedKind Kind { get; set; }
    public TestbedAccess Access { get; set; }
    public TestbedStatus Status { get; set; }

    // Codes of terms; order as the taxonomy has them.
    public string[] Capabilities { get; set; } = [];
    public string[] TargetGroups { get; set; } = [];
    public string[] Needs { get; set; } = [];
    public int? AgeFrom { get; set; }
    public int? AgeTo { get; set; }
    public int? Persons { get; set; }
    public int? Rooms { get; set; }
    public int? Devices { get; set; }
    public int? ParallelTests { get; set; }
    public string[] Equipment { get; set; } = [];
    public string[] Connectivity { get; set; } = [];

    /// <summary>Items of accessibility that are there; one that is in neither list is not known.</summary>
    public string[] AccessibilityYes { get; set; } = [];
    public string[] AccessibilityNo { get; set; } = [];
    public string[] Languages { get; set; } = [];
    public string? StaffCompetence { get; set; }
    public string? ContactRole { get; set; }

    /// <summary>Not public.</summary>
    public string? ContactEmail { get; set; }
    public int LeadTimeDays { get; set; }
    public TestbedCost Cost { get; set; }
    public string[] Rules { get; set; } = [];
    public int? MaturityFrom { get; set; }
    public int? MaturityTo { get; set; }
    public string[] Agreements { get; set; } = [];
    public string? EthicsRole { get; set; }
    public string? DataProtectionRole { get; set; }
    public bool PublishOpenData { get; set; }

    // Secrecy and insurance are not public.
    public SecrecyContext? Secrecy { get; set; }
    public bool OwnLiability { get; set; }
    public bool PartnerLiability { get; set; }
    public bool ProductLiability { get; set; }
    public string? PolicyNumber { get; set; }
    public DateOnly? InsuredUntil { get; set; }

    /// <summary>Last day that the description is meant to hold.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>When somebody who knows the place last said that the description is right.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>From when everyone may see it; null while only the office does.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Invented, and marked so wherever it is shown.</summary>
    public bool IsExample { get; init; }

    /// <summary>What words are searched in: made from the public texts at each save.</summary>
    public string SearchText { get; set; } = "";

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ChangedAt { get; set; }
    public int Version { get; set; }

    /// <summary>Everyone may see it now. The same as <c>Public</c> in <c>TestbedAccessRules</c>.</summary>
    public bool IsPublic(DateTimeOffset now) => PublishedAt <= now && Status != TestbedStatus.Closed;
}

/// <summary>Something that can be booked or lent: a test bed as a whole, a room in it, or equipment that belongs to a unit and to no test bed.</summary>
internal sealed class BookableResource : IVersioned
{
    public required Guid Id { get; init; }

    /// <summary>Null for what belongs to the authority or unit alone.</summary>
    public Guid? TestbedId { get; set; }
    public required Guid AuthorityId { get; set; }
    public Guid? UnitId { get; set; }
    public ResourceKind Kind { get; set; }
    public required string Name { get; set; }
    public string? Description { get; set; }

    /// <summary>How many can be booked at once, from 1.</summary>
    public int Units { get; set; } = 1;

    /// <summary>Minutes that must be free before each booking: to prepare.</summary>
    public int BufferBefore { get; set; }

    /// <summary>Minutes that must be free after each booking: to clean, to charge.</summary>
    public int BufferAfter { get; set; }

    /// <summary>Working days between the request and the first day.</summary>
    public int LeadTimeDays { get; set; }
    public BookingUnit BookedBy { get; set; }
    public ApprovalPolicy Approval { get; set; }

    /// <summary>Roles whose bookings need no approval.</summary>
    public string[] ExemptRoles { get; set; } = [];

    /// <summary>How many coming bookings one person may have of it; null for no limit.</summary>
    public int? MostPerPerson { get; set; }

    /// <summary>False when it can no longer be booked; nothing that has been booked is deleted.</summary>
    public bool Active { get; set; } = true;
    public int Version { get; set; }
}
