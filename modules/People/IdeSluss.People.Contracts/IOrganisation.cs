namespace IdeSluss.People.Contracts;

/// <summary>The organisation as it is today: authorities (nämnder) and units. Cached; changes are seen within a minute on every replica.</summary>
public interface IOrganisation
{
    Task<IReadOnlyList<AuthorityInfo>> AuthoritiesAsync(CancellationToken cancellationToken);

    /// <summary>Units valid today, ordered as a tree: parents before children, siblings by name.</summary>
    Task<IReadOnlyList<UnitInfo>> UnitsAsync(CancellationToken cancellationToken);

    /// <summary>Also finds one that is no longer valid, so that old cases keep their names; null when it never existed.</summary>
    Task<AuthorityInfo?> AuthorityAsync(Guid id, CancellationToken cancellationToken);

    /// <inheritdoc cref="AuthorityAsync"/>
    Task<UnitInfo?> UnitAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The authority that new ideas belong to until the first gate.</summary>
    Task<AuthorityInfo> ReceivingAuthorityAsync(CancellationToken cancellationToken);
}

public sealed record AuthorityInfo(Guid Id, string Code, string Name);

/// <param name="Depth">0 directly below the authority.</param>
public sealed record UnitInfo(Guid Id, Guid AuthorityId, Guid? ParentId, string Code, string Name, int Depth);
