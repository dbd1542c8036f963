namespace IdeSluss.People.Domain;

/// <summary>
/// A person holds a role: everywhere, in an authority, or in a unit with all below it. Never deleted, only ended, so that one can see who could do what
/// on the day of a decision.
/// </summary>
internal sealed class RoleAssignment
{
    public Guid Id { get; init; }

    public Guid PersonId { get; init; }

    public required string Role { get; init; }

    /// <summary>Null when it holds in the whole municipality; the unit's authority when <see cref="UnitId"/> is set.</summary>
    public Guid? AuthorityId { get; init; }

    public Guid? UnitId { get; init; }

    /// <summary>First day, inclusive, in Sweden.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day, inclusive; null until further notice.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whose absence this covers; such an assignment always has a last day.</summary>
    public Guid? DeputyForId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When an administrator took it back; at once, whatever <see cref="ValidTo"/> says.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool HoldsOn(DateOnly day) => EndedAt is null && ValidFrom <= day && (ValidTo is null || ValidTo >= day);
}
