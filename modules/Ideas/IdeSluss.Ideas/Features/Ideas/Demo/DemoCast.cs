using IdeSluss.People.Contracts;

namespace IdeSluss.Ideas.Features.Ideas.Demo;

/// <summary>The places and people of the seeded organisation that the invented ideas happen to. Everyone is looked up once.</summary>
internal sealed class DemoCast(IOrganisation organisation, IPeopleDirectory people)
{
    private readonly Dictionary<string, PersonInfo> personas = [];
    private readonly Dictionary<(string, Guid, Guid?), IReadOnlyList<PersonInfo>> holders = [];

    public Task<AuthorityInfo> ReceivingAsync(CancellationToken cancellationToken) => organisation.ReceivingAuthorityAsync(cancellationToken);

    /// <param name="where">
    /// <c>first</c> and <c>second</c> for the units of the two managers among the personas, a unit's code, or a word of a name of a unit or authority; several words with <c>|</c> between
    /// them are tried in turn. A municipality that has none of it gets the first.
    /// </param>
    public async Task<UnitInfo> UnitAsync(string where, CancellationToken cancellationToken)
    {
        var units = await organisation.UnitsAsync(cancellationToken);
        if (where is "first" or "second") return await OfManagerAsync(where == "first" ? "enhetschef" : "enhetschef2", units, cancellationToken);
        var authorities = (await organisation.AuthoritiesAsync(cancellationToken)).ToDictionary(authority => authority.Id);
        foreach (var word in where.Split('|'))
        {
            var found = units.FirstOrDefault(unit => unit.Code == word)
                ?? units.FirstOrDefault(unit => unit.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
                ?? units.FirstOrDefault(unit => authorities[unit.AuthorityId].Name.Contains(word, StringComparison.OrdinalIgnoreCase));
            if (found is not null) return found;
        }

        return await UnitAsync("first", cancellationToken);
    }

    /// <summary>A persona by the name before the @ of the address.</summary>
    public async Task<PersonInfo> PersonaAsync(string key, CancellationToken cancellationToken)
    {
        if (personas.TryGetValue(key, out var known)) return known;
        return personas[key] = await people.FindByEmailAsync($"{key}@demo.example", cancellationToken) ?? throw new InvalidOperationException($"The demo has no persona {key}.");
    }

    /// <summary>Who decides, advises or answers in a role where the case lies; the coach where nobody holds it.</summary>
    public async Task<PersonInfo> HolderAsync(string role, Guid authority, Guid? unit, CancellationToken cancellationToken)
    {
        if (!holders.TryGetValue((role, authority, unit), out var found)) holders[(role, authority, unit)] = found = await people.InRoleAsync(role, authority, unit, cancellationToken);
        return found is [var nearest, ..] ? nearest : await PersonaAsync("coach", cancellationToken);
    }

    private async Task<UnitInfo> OfManagerAsync(string key, IReadOnlyList<UnitInfo> units, CancellationToken cancellationToken)
    {
        var manager = await PersonaAsync(key, cancellationToken);
        foreach (var unit in units)
            if ((await HolderAsync(Roles.NeedOwner, unit.AuthorityId, unit.Id, cancellationToken)).Id == manager.Id) return unit;
        return units[0];
    }
}
