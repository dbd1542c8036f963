using IdeSluss.People.Contracts;
using IdeSluss.Sdk.Security;
using IdeSluss.Ui.Inputs;

namespace IdeSluss.Testbeds.Features.Testbeds;

internal static class PlaceChoices
{
    /// <summary>Authorities with their units, by code, so that one sees what lies below what.</summary>
    /// <param name="within">Only those that the scope covers.</param>
    public static async Task<IReadOnlyList<Choice>> OfAsync(IOrganisation organisation, CancellationToken cancellationToken, PermissionScope? within = null)
    {
        var units = (await organisation.UnitsAsync(cancellationToken)).ToLookup(unit => unit.AuthorityId);
        var choices = new List<Choice>();
        foreach (var authority in await organisation.AuthoritiesAsync(cancellationToken))
        {
            if (within is null || within.Covers(authority.Id, null)) choices.Add(new(authority.Code, authority.Name));
            choices.AddRange(units[authority.Id].Where(unit => within is null || within.Covers(unit.AuthorityId, unit.Id)).Select(unit => new Choice(unit.Code, new string('\u00a0', (unit.Depth + 1) * 3) + unit.Name)));
        }

        return choices;
    }
}
