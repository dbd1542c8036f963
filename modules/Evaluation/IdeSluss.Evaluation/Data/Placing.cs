using IdeSluss.Sdk.Security;

namespace IdeSluss.Evaluation.Data;

/// <summary>Belongs to an authority, and perhaps to one of its units.</summary>
internal interface IPlaced
{
    Guid AuthorityId { get; }

    Guid? UnitId { get; }
}

internal static class Placing
{
    /// <summary>Scope as part of the query: what is not the reader's does not exist for them.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, PermissionScope scope) where T : class, IPlaced
    {
        if (scope.Everything) return rows;
        var (authorities, units) = (scope.Authorities, scope.Units);
        return rows.Where(row => authorities.Contains(row.AuthorityId) || (row.UnitId != null && units.Contains(row.UnitId.Value)));
    }
}

/// <summary>Belongs to an authority and perhaps to a unit, and is received by a unit that may be another's.</summary>
internal interface IReceived
{
    Guid AuthorityId { get; }

    Guid? UnitId { get; }

    Guid? ReceivingUnitId { get; }
}

internal static class Receiving
{
    /// <summary>As <see cref="Placing.Within{T}"/>: where it belongs or is received.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, PermissionScope scope) where T : class, IReceived
    {
        if (scope.Everything) return rows;
        var (authorities, units) = (scope.Authorities, scope.Units);
        return rows.Where(row => authorities.Contains(row.AuthorityId) || (row.UnitId != null && units.Contains(row.UnitId.Value)) || (row.ReceivingUnitId != null && units.Contains(row.ReceivingUnitId.Value)));
    }
}
