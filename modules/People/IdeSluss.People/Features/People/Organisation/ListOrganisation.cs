using IdeSluss.People.Data;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Time;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.People.Features.Organisation;

/// <param name="Kind"><c>authority</c> or <c>unit</c>.</param>
/// <param name="Depth">0 for an authority, 1 directly below it.</param>
/// <param name="ValidTo">Last day, inclusive.</param>
/// <param name="IsOpen">Valid today or later.</param>
internal sealed record Place(Guid Id, string Kind, Guid? Below, string Code, string Name, int Depth, DateOnly ValidFrom, DateOnly? ValidTo, bool IsOpen, int Version);

/// <summary>The organisation as an administrator edits it: read from the database, so that one's own change and its version are there at once.</summary>
internal sealed class ListOrganisation(PeopleDbContext db, TimeProvider time)
{
    public async Task<IReadOnlyList<Place>> HandleAsync(CancellationToken cancellationToken)
    {
        var tree = await ReadAsync(cancellationToken);
        var today = time.StockholmToday();
        return
        [
            .. tree.Authorities.SelectMany(authority => tree.UnitsOf(authority.Id)
                .Select(step => Of(step.Unit, step.Depth + 1, today))
                .Prepend(Of(authority, 0, today))),
        ];
    }

    public async Task<Place?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await HandleAsync(cancellationToken)).FirstOrDefault(place => place.Id == id);

    private async Task<OrganisationTree> ReadAsync(CancellationToken cancellationToken) =>
        new(await db.Authorities.AsNoTracking().ToListAsync(cancellationToken), await db.Units.AsNoTracking().ToListAsync(cancellationToken));

    private static Place Of(IPlace place, int depth, DateOnly today) => new(
        place.Id,
        place is Authority ? "authority" : "unit",
        place is OrgUnit unit ? unit.ParentId ?? unit.AuthorityId : null,
        place.Code, place.Name, depth, place.ValidFrom, place.ValidTo,
        place.ValidTo is null || place.ValidTo >= today,
        place.Version);
}
