using IdeSluss.People.Contracts;
using IdeSluss.People.Domain;
using IdeSluss.Sdk.Composition;
using IdeSluss.Sdk.Time;

namespace IdeSluss.People.Organisation;

/// <summary>What other modules see of the organisation.</summary>
internal sealed class CurrentOrganisation(OrganisationCache cache, InstanceInfo instance, TimeProvider time) : IOrganisation
{
    public async Task<IReadOnlyList<AuthorityInfo>> AuthoritiesAsync(CancellationToken cancellationToken)
    {
        var tree = await cache.TreeAsync(cancellationToken);
        var today = time.StockholmToday();
        return [.. tree.Authorities.Where(authority => authority.HoldsOn(today)).Select(OrganisationTree.Info)];
    }

    public async Task<IReadOnlyList<UnitInfo>> UnitsAsync(CancellationToken cancellationToken)
    {
        var tree = await cache.TreeAsync(cancellationToken);
        var today = time.StockholmToday();
        return
        [
            .. tree.Authorities.Where(authority => authority.HoldsOn(today))
                .SelectMany(authority => tree.UnitsOf(authority.Id))
                .Where(step => step.Unit.HoldsOn(today))
                .Select(step => OrganisationTree.Info(step.Unit, step.Depth)),
        ];
    }

    public async Task<AuthorityInfo?> AuthorityAsync(Guid id, CancellationToken cancellationToken)
    {
        var tree = await cache.TreeAsync(cancellationToken);
        return tree.Authority(id) is { } authority ? OrganisationTree.Info(authority) : null;
    }

    public async Task<UnitInfo?> UnitAsync(Guid id, CancellationToken cancellationToken)
    {
        var tree = await cache.TreeAsync(cancellationToken);
        return tree.Unit(id) is { } unit ? OrganisationTree.Info(unit, tree.DepthOf(id)) : null;
    }

    public async Task<AuthorityInfo> ReceivingAuthorityAsync(CancellationToken cancellationToken)
    {
        var tree = await cache.TreeAsync(cancellationToken);
        var code = instance.Municipality.ReceivingAuthority;
        return tree.AuthorityWithCode(code) is { } authority
            ? OrganisationTree.Info(authority)
            : throw new InvalidOperationException($"The municipality's receiving authority {code} is not in the organisation; its plugin must seed it.");
    }
}
