namespace IdeSluss.Testbeds.Contracts;

/// <summary>
/// The inventory record of a test bed (<c>domain.md</c> 2.2) as it is typed, imported, exported and seeded. Everything may be missing; the rules say what is. Codes are
/// those of the taxonomy, which an administrator edits.
/// </summary>
public sealed class TestbedRecord
{
    public const int LongestName = 120;
    public const int LongestText = 4_000;
    public const int LongestLine = 200;
    public const int MostLines = 50;

    public string? Name { get; set; }

    /// <summary>What it is and what one can try there, in a few sentences; Swedish.</summary>
    public string? ShortDescription { get; set; }

    public string? ShortDescriptionEnglish { get; set; }

    /// <summary>Code of the authority (nämnd).</summary>
    public string? Authority { get; set; }

    /// <summary>Code of the unit; null when it is the authority's own.</summary>
    public string? Unit { get; set; }

    public string? Address { get; set; }

    /// <summary>Degrees, WGS 84.</summary>
    public double? Latitude { get; set; }

    /// <inheritdoc cref="Latitude"/>
    public double? Longitude { get; set; }

    /// <summary>How one gets there, and where one enters.</summary>
    public string? TravelInformation { get; set; }

    public TestbedKind? Kind { get; set; }

    public TestbedAccess? Access { get; set; }

    public TestbedStatus? Status { get; set; }

    /// <summary>What can be tried there.</summary>
    public List<string> Capabilities { get; set; } = [];

    public List<string> TargetGroups { get; set; } = [];

    /// <summary>Needs of the target groups: seeing, hearing, moving.</summary>
    public List<string> Needs { get; set; } = [];

    /// <summary>Years.</summary>
    public int? AgeFrom { get; set; }

    /// <inheritdoc cref="AgeFrom"/>
    public int? AgeTo { get; set; }

    /// <summary>How many people can take part at once.</summary>
    public int? Persons { get; set; }

    public int? Rooms { get; set; }

    public int? Devices { get; set; }

    public int? ParallelTests { get; set; }

    /// <summary>What is there, one thing a line.</summary>
    public List<string> Equipment { get; set; } = [];

    public List<string> Connectivity { get; set; } = [];

    /// <summary>Accessibility of the place by item: yes, no, or null for not known. An item that is not there is not known.</summary>
    public Dictionary<string, bool?> Accessibility { get; set; } = [];

    public List<string> Languages { get; set; } = [];

    public string? StaffCompetence { get; set; }

    /// <summary>Who one turns to, as a role: shown to everyone.</summary>
    public string? ContactRole { get; set; }

    /// <summary>Where questions about the test bed are sent. Never shown outside the office, never exported.</summary>
    public string? ContactEmail { get; set; }

    /// <summary>Working days between the question and the first day.</summary>
    public int? LeadTimeDays { get; set; }

    public TestbedCost? Cost { get; set; }

    /// <summary>Rules that usually apply there.</summary>
    public List<string> Rules { get; set; } = [];

    /// <summary>Lowest level of the technical readiness scale (1 to 9) that can be tried there.</summary>
    public int? MaturityFrom { get; set; }

    public int? MaturityTo { get; set; }

    /// <summary>Agreements that a test needs.</summary>
    public List<string> Agreements { get; set; } = [];

    /// <summary>Who answers for ethics, as a role.</summary>
    public string? EthicsRole { get; set; }

    /// <summary>Who answers for data protection, as a role.</summary>
    public string? DataProtectionRole { get; set; }

    /// <summary>The public part may be published as open data.</summary>
    public bool PublishOpenData { get; set; }

    /// <summary>The last day that the description is meant to hold.</summary>
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Never shown outside the office; null when nobody has said.</summary>
    public SecrecyContext? Secrecy { get; set; }

    /// <summary>Insurance of the municipality's own liability. Never shown outside the office, as all of the insurance.</summary>
    public bool OwnLiability { get; set; }

    public bool PartnerLiability { get; set; }

    public bool ProductLiability { get; set; }

    public string? PolicyNumber { get; set; }

    public DateOnly? InsuredUntil { get; set; }
}
