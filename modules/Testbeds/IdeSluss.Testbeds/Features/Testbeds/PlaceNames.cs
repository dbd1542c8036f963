using IdeSluss.People.Contracts;

namespace IdeSluss.Testbeds.Features.Testbeds;

internal static class PlaceNames
{
    /// <summary>What people call where it belongs: the unit, or the authority where there is none.</summary>
    public static async Task<string> PlaceNameAsync(this IOrganisation organisation, Guid authority, Guid? unit, CancellationToken cancellationToken) =>
        (unit is { } id ? (await organisation.UnitAsync(id, cancellationToken))?.Name : null) ?? (await organisation.AuthorityAsync(authority, cancellationToken))?.Name ?? "";
}
