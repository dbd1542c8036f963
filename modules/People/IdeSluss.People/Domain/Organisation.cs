using IdeSluss.Sdk.Data;

namespace IdeSluss.People.Domain;

/// <summary>An authority or a unit, where they are treated alike.</summary>
internal interface IPlace : IVersioned
{
    Guid Id { get; }
    string Code { get; }
    string Name { get; set; }
    DateOnly ValidFrom { get; }
    DateOnly? ValidTo { get; set; }
}

/// <summary>A nämnd: its own authority under the law (TF 2 kap.). Closed with a date, never deleted, because old cases belong to it.</summary>
internal sealed class Authority : IPlace
{
    public Guid Id { get; init; }

    /// <summary>Prefix of its register, for example <c>SN</c>; never changes.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day, inclusive; null until further notice.</summary>
    public DateOnly? ValidTo { get; set; }

    public int Version { get; set; }
}

/// <summary>A förvaltning, avdelning or enhet below an authority.</summary>
internal sealed class OrgUnit : IPlace
{
    public Guid Id { get; init; }

    public Guid AuthorityId { get; init; }

    /// <summary>Null directly below the authority.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Unique in the municipality; never changes.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public DateOnly ValidFrom { get; init; }

    /// <inheritdoc cref="Authority.ValidTo"/>
    public DateOnly? ValidTo { get; set; }

    public int Version { get; set; }
}

internal static class Validity
{
    public static bool HoldsOn(this IPlace place, DateOnly day) => place.ValidFrom <= day && (place.ValidTo is null || place.ValidTo >= day);
}
