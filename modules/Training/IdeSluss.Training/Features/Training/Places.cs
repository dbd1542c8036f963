using IdeSluss.People.Contracts;
using IdeSluss.Ui.Inputs;

namespace IdeSluss.Training.Features.Training;

/// <summary>Where somebody works.</summary>
internal sealed record Place(Guid Authority, Guid? Unit);

internal static class Places
{
    /// <summary>By the code of a unit or of an authority; null when there is none with it today.</summary>
    public static async Task<Place?> PlaceAsync(this IOrganisation organisation, string? code, CancellationToken cancellationToken)
    {
        if ((await organisation.UnitsAsync(cancellationToken)).FirstOrDefault(unit => unit.Code == code) is { } unit) return new(unit.AuthorityId, unit.Id);
        return (await organisation.AuthoritiesAsync(cancellationToken)).FirstOrDefault(authority => authority.Code == code) is { } authority ? new(authority.Id, null) : null;
    }

    /// <summary>What people call it.</summary>
    public static async Task<string> PlaceNameAsync(this IOrganisation organisation, Guid? authority, Guid? unit, CancellationToken cancellationToken) =>
        (unit is { } id ? (await organisation.UnitAsync(id, cancellationToken))?.Name : null) ?? (authority is { } whole ? (await organisation.AuthorityAsync(whole, cancellationToken))?.Name : null) ?? "";

    /// <summary>Authorities with their units, by code, so that one sees what lies below what.</summary>
    public static async Task<IReadOnlyList<Choice>> ChoicesAsync(this IOrganisation organisation, CancellationToken cancellationToken)
    {
        var units = (await organisation.UnitsAsync(cancellationToken)).ToLookup(unit => unit.AuthorityId);
        return [.. (await organisation.AuthoritiesAsync(cancellationToken)).SelectMany(authority => units[authority.Id].Select(unit => new Choice(unit.Code, new string('\u00a0', (unit.Depth + 1) * 3) + unit.Name)).Prepend(new(authority.Code, authority.Name)))];
    }
}
