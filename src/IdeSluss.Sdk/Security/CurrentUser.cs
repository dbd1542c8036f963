namespace IdeSluss.Sdk.Security;

/// <summary>
/// Who acts in this request or handler. Scoped. Empty (anonymous) until the owner of accounts has filled it, which happens after authentication
/// and before authorization; in jobs and event handlers it stays empty, and what they write says that the system did it.
/// </summary>
public sealed class CurrentUser
{
    private IReadOnlyDictionary<string, PermissionScope> grants = new Dictionary<string, PermissionScope>();

    /// <summary>Null when nobody is logged in.</summary>
    public Guid? Id { get; private set; }

    public string? DisplayName { get; private set; }

    public string? Email { get; private set; }

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public bool IsAuthenticated => Id is not null;

    /// <summary>The logged-in person's id, for code that runs only behind a permission.</summary>
    /// <exception cref="InvalidOperationException">Nobody is logged in.</exception>
    public Guid RequiredId => Id ?? throw new InvalidOperationException("This needs a logged-in person; the endpoint must declare a permission.");

    public bool Has(string permission) => !Scope(permission).IsNone;

    public bool HasRole(string role) => Roles.Contains(role);

    /// <summary>Where the permission holds. Put it in the query, never after it.</summary>
    public PermissionScope Scope(string permission) => grants.GetValueOrDefault(permission, PermissionScope.None);

    /// <summary>Called once per request by the owner of accounts.</summary>
    public void Become(Guid id, string displayName, string email, IReadOnlyList<string> roles, IReadOnlyDictionary<string, PermissionScope> grants)
    {
        Id = id;
        DisplayName = displayName;
        Email = email;
        Roles = roles;
        this.grants = grants;
    }
}

/// <summary>Where a permission holds: nowhere, everywhere, or in named authorities and units (units already expanded with all below them).</summary>
public sealed record PermissionScope(bool Everything, IReadOnlyList<Guid> Authorities, IReadOnlyList<Guid> Units)
{
    public static PermissionScope None { get; } = new(false, [], []);

    public static PermissionScope All { get; } = new(true, [], []);

    public bool IsNone => !Everything && Authorities.Count == 0 && Units.Count == 0;

    public bool Covers(Guid authority, Guid? unit) =>
        Everything || Authorities.Contains(authority) || (unit is { } id && Units.Contains(id));

    public PermissionScope With(PermissionScope other) =>
        Everything || other.Everything
            ? All
            : new(false, [.. Authorities.Union(other.Authorities)], [.. Units.Union(other.Units)]);
}

/// <summary>Fills <see cref="CurrentUser"/> from the authenticated principal; the module that owns accounts registers it.</summary>
public interface ICurrentUserLoader
{
    /// <returns>False when the account is gone, deactivated or its session ended: the request goes on as anonymous and the cookie is cleared.</returns>
    Task<bool> LoadAsync(System.Security.Claims.ClaimsPrincipal principal, CurrentUser user, CancellationToken cancellationToken);
}
