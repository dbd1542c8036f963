namespace IdeSluss.People.Contracts;

/// <summary>Who works here, for other modules: names and addresses of active accounts.</summary>
public interface IPeopleDirectory
{
    /// <summary>Also finds deactivated ones (their name stays on their decisions); null when the id is unknown.</summary>
    Task<PersonInfo?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>By the address they log in with, in any case; also finds deactivated ones. Null when nobody has it.</summary>
    Task<PersonInfo?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    Task<IReadOnlyDictionary<Guid, PersonInfo>> FindManyAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Active people who hold <paramref name="role"/> in a scope that covers the authority and unit, those with the narrowest scope first:
    /// the unit's own manager comes before one who holds the role everywhere.
    /// </summary>
    Task<IReadOnlyList<PersonInfo>> InRoleAsync(string role, Guid authorityId, Guid? unitId, CancellationToken cancellationToken);

    /// <summary>Active people who hold any of the roles today and where, by name; at most five hundred assignments.</summary>
    Task<IReadOnlyList<RoleHolder>> HoldersAsync(IReadOnlyCollection<string> roles, CancellationToken cancellationToken);

    /// <summary>Those of <paramref name="ids"/> who are active and hold any of the roles somewhere today.</summary>
    Task<IReadOnlySet<Guid>> AmongHoldersAsync(IReadOnlyCollection<Guid> ids, IReadOnlyCollection<string> roles, CancellationToken cancellationToken);

    /// <summary>
    /// Everyone active who held any of the roles somewhere on the day, for whoever counts them and shows none of them; at most a hundred thousand. An assignment that an administrator took back later held on the day.
    /// </summary>
    /// <param name="day">Swedish.</param>
    Task<IReadOnlySet<Guid>> HeldByAsync(IReadOnlyCollection<string> roles, DateOnly day, CancellationToken cancellationToken);

    /// <summary>How many active people hold each role somewhere today; a role that nobody holds is not there.</summary>
    Task<IReadOnlyDictionary<string, int>> HoldersByRoleAsync(CancellationToken cancellationToken);
}

/// <param name="Language">Preferred interface language as BCP 47.</param>
public sealed record PersonInfo(Guid Id, string DisplayName, string Email, string? Title, bool IsActive, string Language);

/// <summary>Someone's role in a scope: the unit with all below it, else the authority, else the whole municipality.</summary>
public sealed record RoleHolder(PersonInfo Person, string Role, Guid? AuthorityId, Guid? UnitId);
