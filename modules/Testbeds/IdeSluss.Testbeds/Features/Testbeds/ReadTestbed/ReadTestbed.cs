using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Pictures;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.ReadTestbed;

/// <summary>A test bed as everyone may read it: without people, insurance and secrecy.</summary>
internal sealed record PublicTestbed(
    Guid Id, string Slug, string Name, string Description, string? DescriptionEnglish, string Authority, string? Unit, string? Address, double? Latitude, double? Longitude, string? TravelInformation,
    TestbedKind Kind, TestbedAccess Access, TestbedStatus Status, IReadOnlyList<string> Capabilities, IReadOnlyList<string> TargetGroups, IReadOnlyList<string> Needs, int? AgeFrom, int? AgeTo,
    int? Persons, int? Rooms, int? Devices, int? ParallelTests, IReadOnlyList<string> Equipment, IReadOnlyList<string> Connectivity, IReadOnlyList<string> AccessibilityYes, IReadOnlyList<string> AccessibilityNo,
    IReadOnlyList<string> Languages, string? StaffCompetence, string? ContactRole, int LeadTimeDays, TestbedCost Cost, IReadOnlyList<string> Rules, int? MaturityFrom, int? MaturityTo,
    IReadOnlyList<string> Agreements, string? EthicsRole, string? DataProtectionRole, DateTimeOffset? ConfirmedAt, bool IsExample, IReadOnlyList<PublicResource> Resources, IReadOnlyList<PublicPicture> Pictures, int Version)
{
    public static PublicTestbed Of(Testbed testbed, string authority, string? unit, IReadOnlyList<PublicResource> resources, IReadOnlyList<PublicPicture> pictures) => new(
        testbed.Id, testbed.Slug, testbed.Name, testbed.ShortDescription, testbed.ShortDescriptionEnglish, authority, unit, testbed.Address, testbed.Latitude, testbed.Longitude, testbed.TravelInformation,
        testbed.Kind, testbed.Access, testbed.Status, testbed.Capabilities, testbed.TargetGroups, testbed.Needs, testbed.AgeFrom, testbed.AgeTo,
        testbed.Persons, testbed.Rooms, testbed.Devices, testbed.ParallelTests, testbed.Equipment, testbed.Connectivity, testbed.AccessibilityYes, testbed.AccessibilityNo,
        testbed.Languages, testbed.StaffCompetence, testbed.ContactRole, testbed.LeadTimeDays, testbed.Cost, testbed.Rules, testbed.MaturityFrom, testbed.MaturityTo,
        testbed.Agreements, testbed.EthicsRole, testbed.DataProtectionRole, testbed.ConfirmedAt, testbed.IsExample, resources, pictures, testbed.Version);
}

internal sealed record PublicResource(Guid Id, string Name, ResourceKind Kind, int Units, string? Description);

internal sealed class ReadTestbed(TestbedsDbContext db, IOrganisation organisation, ExamplePictures drawn, TimeProvider time)
{
    /// <summary>The same for what never was, is not shown yet, and is archived: the answer must not tell which.</summary>
    public static readonly Problem NoSuchTestbed = Problem.NotFound("Testbädden finns inte, eller så visas den inte öppet.");

    public async Task<Outcome<PublicTestbed>> HandleAsync(string slug, CancellationToken cancellationToken)
    {
        if (slug.Length > TestbedRecord.LongestName) return NoSuchTestbed;
        if (await db.Testbeds.AsNoTracking().Public(time.GetUtcNow()).FirstOrDefaultAsync(one => one.Slug == slug, cancellationToken) is not { } testbed) return NoSuchTestbed;
        var resources = await db.Resources.AsNoTracking().Where(resource => resource.TestbedId == testbed.Id && resource.Active).OrderBy(resource => resource.Name).ThenBy(resource => resource.Id)
            .Select(resource => new PublicResource(resource.Id, resource.Name, resource.Kind, resource.Units, resource.Description)).Take(100).ToListAsync(cancellationToken);
        var pictures = await db.Pictures.AsNoTracking().Where(one => one.TestbedId == testbed.Id).OrderBy(one => one.Place).ThenBy(one => one.Id).Take(TestbedPicture.MostPerTestbed)
            .Select(one => PublicPicture.Of(testbed.Slug, one.Id, one.Description, one.Width, one.Height)).ToListAsync(cancellationToken);
        if (pictures.Count == 0 && drawn.Of(testbed.Slug, testbed.IsExample) is { } example) pictures.Add(example);
        return PublicTestbed.Of(testbed,
            (await organisation.AuthorityAsync(testbed.AuthorityId, cancellationToken))?.Name ?? "", testbed.UnitId is { } unit ? (await organisation.UnitAsync(unit, cancellationToken))?.Name : null, resources, pictures);
    }
}
