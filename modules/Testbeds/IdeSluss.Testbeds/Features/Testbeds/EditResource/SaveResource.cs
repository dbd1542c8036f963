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

    public static ResourceInput Of(OfficeResource resource) => new()
    {
        Name = resource.Name, Kind = resource.Kind, Units = resource.Units, Description = resource.Description, BufferBefore = resource.BufferBefore, BufferAfter = resource.BufferAfter,
        LeadTimeDays = resource.LeadTimeDays, BookedBy = resource.BookedBy, Approval = resource.Approval, ExemptRoles = [.. resource.ExemptRoles], MostPerPerson = resource.MostPerPerson, Active = resource.Active,
    };
}

internal sealed record SavedResource(Guid Id, int Version);

/// <summary>Adds or changes what can be booked in a test bed. Nothing is deleted: what is no longer to be had is made inactive, and what has been booked stays.</summary>
internal sealed class SaveResource(TestbedsDbContext db, ComingBookings coming, CurrentUser me)
{
    private const int MostPerTestbed = 200;
    private const int LongestBuffer = 7 * 24 * 60;

    /// <param name="id">Null for a new one.</param>
    public async Task<Outcome<SavedResource>> HandleAsync(string slug, Guid? id, ResourceInput input, int? version, CancellationToken cancellationToken)
    {
        if (await db.Testbeds.AsNoTracking().Within(me.Scope(TestbedsPermissions.Manage)).FirstOrDefaultAsync(one => one.Slug == slug, cancellationToken) is not { } testbed) return OfficeTestbeds.NoSuchTestbed;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Held, so that nobody books what is being taken away.
        var resource = id is null ? null : (await db.Resources.FromSql($"select * from testbeds.bookable_resource where id = {id} and testbed_id = {testbed.Id} for update").ToListAsync(cancellationToken)).FirstOrDefault();
        if (id is not null && resource is null) return Problem.NotFound("Det här går inte att boka i testbädden.");
        if (version is { } seen && resource is not null && seen != resource.Version) return Problem.Stale();
        if (Check(input).ToArray() is { Length: > 0 } errors) return Problem.Invalid(errors);
        if (resource is not null && await coming.RefusalAsync(resource.Id, input.Active ? input.Units!.Value : 0, cancellationToken) is { } booked) return booked;
        if (resource is null)
        {
            if (await db.Resources.CountAsync(one => one.TestbedId == testbed.Id, cancellationToken) >= MostPerTestbed) return Problem.Conflict(new Text("En testbädd kan ha högst {0} saker att boka.", MostPerTestbed));
            resource = new() { Id = Guid.CreateVersion7(), TestbedId = testbed.Id, AuthorityId = testbed.AuthorityId, UnitId = testbed.UnitId, Name = input.Name! };
            db.Resources.Add(resource);
        }

        (resource.Name, resource.Kind, resource.Units, resource.Description) = (input.Name!.Trim(), input.Kind!.Value, input.Units!.Value, string.IsNullOrWhiteSpace(input.Description) ? null : input.Description.Trim());
        (resource.BufferBefore, resource.BufferAfter, resource.LeadTimeDays) = (input.BufferBefore ?? 0, input.BufferAfter ?? 0, input.LeadTimeDays ?? 0);
        (resource.BookedBy, resource.Approval, resource.Active) = (input.BookedBy ?? BookingUnit.Days, input.Approval ?? ApprovalPolicy.Always, input.Active);
        (resource.ExemptRoles, resource.MostPerPerson) = ([.. (input.ExemptRoles ?? []).Distinct()], input.MostPerPerson);
        db.Audit(new(id is null ? "testbeds.resource-added" : "testbeds.resource-changed", "resource", resource.Id, me.RequiredId, testbed.AuthorityId));
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
