using IdeSluss.People.Contracts;

namespace IdeSluss.Testbeds.Features.Testbeds;

/// <summary>Where something belongs.</summary>
internal sealed record Place(Guid Authority, Guid? Unit);

internal static class PlaceNames
{
    /// <summary>What people call where it belongs: the unit, or the authority where there is none.</summary>
    public static async Task<string> PlaceNameAsync(this IOrganisation organisation, Guid authority, Guid? unit, CancellationToken cancellationToken) =>
        (unit is { } id ? (await organisation.UnitAsync(id, cancellationToken))?.Name : null) ?? (await organisation.AuthorityAsync(authority, cancellationToken))?.Name ?? "";

    /// <summary>By the code of a unit or of an authority; null when there is none with it today.</summary>
    public static async Task<Place?> PlaceAsync(this IOrganisation organisation, string? code, CancellationToken cancellationToken)
    {
        if ((await organisation.UnitsAsync(cancellationToken)).FirstOrDefault(unit => unit.Code == code) is { } unit) return new(unit.AuthorityId, unit.Id);
        return (await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(authority => authority.Code == code) is { } authority ? new(authority.Id, null) : null;
    }
}
