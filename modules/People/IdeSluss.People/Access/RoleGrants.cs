using IdeSluss.People.Contracts;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Security;

namespace IdeSluss.People.Access;

/// <summary>One role held somewhere; no authority and no unit means everywhere.</summary>
internal sealed record HeldRole(string Role, Guid? AuthorityId, Guid? UnitId)
{
    public PermissionScope Scope(OrganisationTree tree) => this switch
    {
        { UnitId: { } unit } => new(false, [], [.. tree.WithAllBelow(unit)]),
        { AuthorityId: { } authority } => new(false, [authority], []),
        _ => PermissionScope.All,
    };
}

/// <summary>From roles to permissions. Everyone with an account is an idea submitter, for their own things.</summary>
internal sealed class RoleGrants(IPermissionCatalogue catalogue)
{
    private readonly ILookup<string, string> permissionsOf = catalogue.All
        .SelectMany(permission => permission.GrantedTo.Select(role => (role, permission.Code)))
        .ToLookup(grant => grant.role, grant => grant.Code);

    public IReadOnlyDictionary<string, PermissionScope> Of(IReadOnlyCollection<HeldRole> roles, OrganisationTree tree)
    {
        var grants = new Dictionary<string, PermissionScope>();
        foreach (var held in roles.Append(new(Roles.IdeaSubmitter, null, null)))
        {
            var scope = held.Scope(tree);
            foreach (var permission in permissionsOf[held.Role])
                grants[permission] = grants.TryGetValue(permission, out var before) ? before.With(scope) : scope;
        }

        return grants;
    }
}
