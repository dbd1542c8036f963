using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using IdeSluss.Sdk.Web;
using IdeSluss.Testbeds.Contracts;
using IdeSluss.Testbeds.Data;
using IdeSluss.Testbeds.Domain;
using IdeSluss.Testbeds.Features.Testbeds.Bookings;
using IdeSluss.Testbeds.Features.Testbeds.Calendar;
using IdeSluss.Testbeds.Features.Testbeds.EditResource;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Testbeds.Features.Testbeds.Equipment;

/// <param name="Hours">Empty when it can be booked at any time.</param>
/// <param name="Place">Name of the unit or authority that has it.</param>
internal sealed record EquipmentLine(Guid Id, string Name, ResourceKind Kind, int Units, string? Description, string Place, bool Active, IReadOnlyList<CalendarHours> Hours);

/// <summary>What a unit lends out without having a test bed around it.</summary>
internal sealed class ListEquipment(TestbedsDbContext db, IOrganisation organisation, CurrentUser me)
{
    public const int PageSize = 50;

    /// <summary>As everyone may see it.</summary>
    public Task<Page<EquipmentLine>> PublicAsync(string? after, CancellationToken cancellationToken) => PageAsync(Alone.Where(one => one.Active), after, cancellationToken);

    /// <summary>What one may describe, also what cannot be booked now.</summary>
    public Task<Page<EquipmentLine>> OwnAsync(string? after, CancellationToken cancellationToken) => PageAsync(Alone.Within(me.Scope(TestbedsPermissions.Manage)), after, cancellationToken);

    /// <summary>To be changed; the version beside.</summary>
    public async Task<Outcome<(ResourceInput Input, int Version)>> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await Alone.Within(me.Scope(TestbedsPermissions.Manage)).FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } thing) return SaveResource.NoSuchThing;
        var unit = thing.UnitId is { } within ? (await organisation.UnitAsync(within, cancellationToken))?.Code : (await organisation.AuthorityAsync(thing.AuthorityId, cancellationToken))?.Code;
        return (new ResourceInput
        {
            Name = thing.Name, Kind = thing.Kind, Units = thing.Units, Description = thing.Description, BufferBefore = thing.BufferBefore, BufferAfter = thing.BufferAfter, LeadTimeDays = thing.LeadTimeDays,
            BookedBy = thing.BookedBy, Approval = thing.Approval, ExemptRoles = [.. thing.ExemptRoles], MostPerPerson = thing.MostPerPerson, Active = thing.Active, Unit = unit,
        }, thing.Version);
    }

    private IQueryable<BookableResource> Alone => db.Resources.AsNoTracking().Where(one => one.TestbedId == null);

    private async Task<Page<EquipmentLine>> PageAsync(IQueryable<BookableResource> things, string? after, CancellationToken cancellationToken)
    {
        if (Guid.TryParseExact(after, "N", out var last))
            things = things.Where(thing => db.Resources.Any(one => one.Id == last && EF.Functions.GreaterThan(ValueTuple.Create(thing.Name, thing.Id), ValueTuple.Create(one.Name, one.Id))));
        var rows = await things.OrderBy(one => one.Name).ThenBy(one => one.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(row => (Guid?)row.Id);
        var hours = (await db.OpeningHours.AsNoTracking().Where(one => ids.Contains(one.ResourceId)).ToListAsync(cancellationToken)).ToLookup(one => one.ResourceId);
        var lines = new List<EquipmentLine>();
        foreach (var row in rows.Take(PageSize))
            lines.Add(new(row.Id, row.Name, row.Kind, row.Units, row.Description, await organisation.PlaceNameAsync(row.AuthorityId, row.UnitId, cancellationToken), row.Active, CalendarHours.Of(hours[row.Id])));
        return new(lines, rows.Count > PageSize ? rows[PageSize - 1].Id.ToString("N") : null);
    }
}
