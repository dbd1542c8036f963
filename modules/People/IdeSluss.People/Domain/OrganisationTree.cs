using System.Globalization;
using IdeSluss.People.Contracts;

namespace IdeSluss.People.Domain;

/// <summary>Authorities and units at one moment, closed ones included, with the walks that scopes and lists need. Immutable, so that requests can share it.</summary>
internal sealed class OrganisationTree
{
    private static readonly CompareInfo SwedishOrder = CultureInfo.GetCultureInfo("sv-SE").CompareInfo;

    private readonly Dictionary<Guid, Authority> authorities;
    private readonly Dictionary<Guid, OrgUnit> units;
    private readonly ILookup<Guid, OrgUnit> below;
    private readonly ILookup<Guid, OrgUnit> top;

    public OrganisationTree(IEnumerable<Authority> authorities, IEnumerable<OrgUnit> units)
    {
        this.authorities = authorities.ToDictionary(authority => authority.Id);
        this.units = units.ToDictionary(unit => unit.Id);
        below = this.units.Values.Where(unit => unit.ParentId is not null).ToLookup(unit => unit.ParentId!.Value);
        top = this.units.Values.Where(unit => unit.ParentId is null).ToLookup(unit => unit.AuthorityId);
    }

    public IEnumerable<Authority> Authorities => InOrder(authorities.Values, authority => authority.Name);

    public Authority? Authority(Guid id) => authorities.GetValueOrDefault(id);

    public OrgUnit? Unit(Guid id) => units.GetValueOrDefault(id);

    public Authority? AuthorityWithCode(string code) => authorities.Values.FirstOrDefault(authority => authority.Code == code);

    /// <summary>Units of one authority, parents before children, siblings by name.</summary>
    public IEnumerable<(OrgUnit Unit, int Depth)> UnitsOf(Guid authority) =>
        InOrder(top[authority], unit => unit.Name).SelectMany(unit => Walk(unit, 0));

    /// <summary>The unit and all below it, closed ones too: their cases live on.</summary>
    public IEnumerable<Guid> WithAllBelow(Guid unit) =>
        units.TryGetValue(unit, out var root) ? Walk(root, 0).Select(step => step.Unit.Id) : [];

    /// <summary>The unit first, then what it lies below, nearest first.</summary>
    public IReadOnlyList<Guid> WithAllAbove(Guid unit)
    {
        var path = new List<Guid>();
        for (var next = units.GetValueOrDefault(unit); next is not null; next = next.ParentId is { } parent ? units.GetValueOrDefault(parent) : null)
            path.Add(next.Id);
        return path;
    }

    public int DepthOf(Guid unit) => Math.Max(0, WithAllAbove(unit).Count - 1);

    public static AuthorityInfo Info(Authority authority) => new(authority.Id, authority.Code, authority.Name);

    public static UnitInfo Info(OrgUnit unit, int depth) => new(unit.Id, unit.AuthorityId, unit.ParentId, unit.Code, unit.Name, depth);

    private IEnumerable<(OrgUnit Unit, int Depth)> Walk(OrgUnit unit, int depth) =>
        InOrder(below[unit.Id], child => child.Name).SelectMany(child => Walk(child, depth + 1)).Prepend((unit, depth));

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, string> name) =>
        items.Order(Comparer<T>.Create((a, b) => SwedishOrder.Compare(name(a), name(b))));
}
