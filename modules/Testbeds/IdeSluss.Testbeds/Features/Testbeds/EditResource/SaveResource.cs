using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Data;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Inventory;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.EditResource;

/// <summary>Something to book in a test bed, as it is typed.</summary>
internal sealed class ResourceInput
{
    public string? Name { get; set; }
    public ResourceKind? Kind { get; set; }
    public int? Units { get; set; } = 1;
    public string? Description { get; set; }

    /// <summary>Minutes.</summary>
    public int? BufferBefore { get; set; }

    /// <summary>Minutes.</summary>
    public int? BufferAfter { get; set; }
    public int? LeadTimeDays { get; set; }
    public BookingUnit? BookedBy { get; set; } = BookingUnit.Days;
    public ApprovalPolicy? Approval { get; set; } = ApprovalPolicy.Always;

    /// <summary>Codes of roles whose bookings need no approval.</summary>
    public List<string>? ExemptRoles { get; set; } = [];

    /// <summary>Most coming bookings of it that one person may have; null for no limit.</summary>
    public int? MostPerPerson { get; set; }
    public bool Active { get; set; } = true;

    /// <summary>Only for what belongs to no test bed: code of the unit or authority that has it.</summary>
    public string? Unit { get; set; }

    /// <summary>Set by the page that describes what belongs to no test bed.</summary>
    internal bool Alone { get; set; }

    public static ResourceInput Of(OfficeResource resource) => new()
    {
        Name = resource.Name, Kind = resource.Kind, Units = resource.Units, Description = resource.Description, BufferBefore = resource.BufferBefore, BufferAfter = resource.BufferAfter,
        LeadTimeDays = resource.LeadTimeDays, BookedBy = resource.BookedBy, Approval = resource.Approval, ExemptRoles = [.. resource.ExemptRoles], MostPerPerson = resource.MostPerPerson, Active = resource.Active,
    };
}

internal sealed record SavedResource(Guid Id, int Version);

/// <summary>Adds or changes what can be booked, in a test bed or a unit's own. Nothing is deleted: what is no longer to be had is made inactive, and what has been booked stays.</summary>
internal sealed class SaveResource(TestbedsDbContext db, IOrganisation organisation, ComingBookings coming, CurrentUser me)
{
    public static readonly Problem NoSuchThing = Problem.NotFound("Det här går inte att boka, eller så sköter du det inte.");
    private const int MostInOnePlace = 200;
    private const int LongestBuffer = 7 * 24 * 60;

    /// <param name="id">Null for a new one.</param>
    public async Task<Outcome<SavedResource>> HandleAsync(string slug, Guid? id, ResourceInput input, int? version, CancellationToken cancellationToken) =>
        await db.Testbeds.AsNoTracking().Within(me.Scope(TestbedsPermissions.Manage)).FirstOrDefaultAsync(one => one.Slug == slug, cancellationToken) is { } testbed
            ? await SaveAsync(testbed.Id, new(testbed.AuthorityId, testbed.UnitId), id, input, version, cancellationToken)
            : OfficeTestbeds.NoSuchTestbed;

    /// <summary>What belongs to a unit and to no test bed.</summary>
    /// <param name="id">Null for a new one.</param>
    public async Task<Outcome<SavedResource>> AloneAsync(Guid? id, ResourceInput input, int? version, CancellationToken cancellationToken)
    {
        var scope = me.Scope(TestbedsPermissions.Manage);
        if (id is { } known && !await db.Resources.Within(scope).AnyAsync(one => one.Id == known && one.TestbedId == null, cancellationToken)) return NoSuchThing;
        if (await organisation.PlaceAsync(input.Unit, cancellationToken) is not { } place || !scope.Covers(place.Authority, place.Unit))
            return Problem.Invalid([.. Check(input), new("unit", "Nämnd eller enhet: välj ett av alternativen.")]);
        if (input.Kind is { } kind && !ResourceChoices.BelongsToNoPlace(kind)) return Problem.Invalid(new FieldError("kind", "Vad är det: bara utrustning och fordon kan vara utan testbädd."));
        return await SaveAsync(null, place, id, input, version, cancellationToken);
    }

    private async Task<Outcome<SavedResource>> SaveAsync(Guid? testbed, Place place, Guid? id, ResourceInput input, int? version, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Held, so that nobody books what is being taken away.
        var resource = id is null ? null : (await db.Resources.FromSql($"select * from testbeds.bookable_resource where id = {id} and testbed_id is not distinct from {testbed} for update").ToListAsync(cancellationToken)).FirstOrDefault();
        if (id is not null && resource is null) return NoSuchThing;
        if (version is { } seen && resource is not null && seen != resource.Version) return Problem.Stale();
        if (Check(input).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        if (resource is not null && await coming.RefusalAsync(resource.Id, input.Active ? input.Units!.Value : 0, cancellationToken) is { } booked) return booked;
        if (resource is null)
        {
            if (await db.Resources.CountAsync(one => one.TestbedId == testbed && one.AuthorityId == place.Authority && one.UnitId == place.Unit, cancellationToken) >= MostInOnePlace)
                return Problem.Conflict(new Text("Högst {0} saker går att boka på samma ställe.", MostInOnePlace));
            resource = new() { Id = Guid.CreateVersion7(), TestbedId = testbed, AuthorityId = place.Authority, Name = input.Name! };
            db.Resources.Add(resource);
        }

        (resource.AuthorityId, resource.UnitId) = (place.Authority, place.Unit);
        (resource.Name, resource.Kind, resource.Units, resource.Description) = (input.Name!.Trim(), input.Kind!.Value, input.Units!.Value, string.IsNullOrWhiteSpace(input.Description) ? null : input.Description.Trim());
        (resource.BufferBefore, resource.BufferAfter, resource.LeadTimeDays) = (input.BufferBefore ?? 0, input.BufferAfter ?? 0, input.LeadTimeDays ?? 0);
        (resource.BookedBy, resource.Approval, resource.Active) = (input.BookedBy ?? BookingUnit.Days, input.Approval ?? ApprovalPolicy.Always, input.Active);
        (resource.ExemptRoles, resource.MostPerPerson) = ([.. (input.ExemptRoles ?? []).Distinct()], input.MostPerPerson);
        db.Audit(new(id is null ? "testbeds.resource-added" : "testbeds.resource-changed", "resource", resource.Id, me.RequiredId, place.Authority));
        if (await db.SaveAsync(cancellationToken) is { } stale) return stale;
        await transaction.CommitAsync(cancellationToken);
        return new SavedResource(resource.Id, resource.Version);
    }

    private static IEnumerable<FieldError> Check(ResourceInput input)
    {
        if (string.IsNullOrWhiteSpace(input.Name)) yield return new("name", "Namn: fyll i.");
        else if (input.Name.Trim().Length > TestbedRecord.LongestName) yield return new("name", new Text("{0}: högst {1} tecken.", new Text("Namn"), TestbedRecord.LongestName));
        if (input.Kind is null) yield return new("kind", "Vad är det: välj ett alternativ.");
        if (input.Units is null or < 1 or > 1_000) yield return new("units", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Hur många"), 1, 1_000));
        if (input.BufferBefore is < 0 or > LongestBuffer) yield return new("bufferBefore", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Minuter före"), 0, LongestBuffer));
        if (input.BufferAfter is < 0 or > LongestBuffer) yield return new("bufferAfter", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Minuter efter"), 0, LongestBuffer));
        if (input.LeadTimeDays is < 0 or > 365) yield return new("leadTimeDays", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Framförhållning"), 0, 365));
        if (input.MostPerPerson is < 1 or > 100) yield return new("mostPerPerson", new Text("{0}: skriv ett tal mellan {1} och {2}.", new Text("Högst antal bokningar per person"), 1, 100));
        if ((input.ExemptRoles ?? []).Exists(code => !Roles.All.Any(role => role.Code == code))) yield return new("exemptRoles", "Behöver inget godkännande: välj bland alternativen.");
        if (input.Description?.Trim().Length > TestbedRecord.LongestText) yield return new("description", new Text("{0}: högst {1} tecken.", new Text("Beskrivning"), TestbedRecord.LongestText));
    }
}
