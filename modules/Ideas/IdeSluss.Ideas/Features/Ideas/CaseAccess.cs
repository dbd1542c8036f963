using IdeSluss.Ideas.Domain;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Ideas.Features.Ideas;

/// <summary>Which cases someone may see, as part of the query: what is not theirs does not exist for them.</summary>
internal static class CaseAccess
{
    /// <summary>Cases of the authorities and units that the permission covers. Restricted ones (lex Sarah) are in nobody's lists; see <see cref="OnlyRestrictedWithin"/>.</summary>
    public static IQueryable<Idea> Within(this IQueryable<Idea> ideas, PermissionScope scope) =>
        ideas.Where(idea => !idea.Restricted).Covered(scope);

    /// <summary>For those who receive restricted matters.</summary>
    public static IQueryable<Idea> OnlyRestrictedWithin(this IQueryable<Idea> ideas, PermissionScope scope) =>
        ideas.Where(idea => idea.Restricted).Covered(scope);

    /// <summary>By scope alone, restricted or not. The caller answers for who sees what.</summary>
    public static IQueryable<Idea> Covered(this IQueryable<Idea> ideas, PermissionScope scope)
    {
        if (scope.Everything) return ideas;
        var authorities = scope.Authorities;
        var units = scope.Units;
        // A unit that has accepted to receive the result works with the case too, wherever it lies, and so does the unit whose coaches share it.
        return ideas.Where(idea => authorities.Contains(idea.AuthorityId) || (idea.UnitId != null && units.Contains(idea.UnitId.Value))
            || (idea.ReceivingUnitId != null && (units.Contains(idea.ReceivingUnitId.Value) || authorities.Contains(idea.ReceivingAuthorityId!.Value)))
            || (idea.PoolUnitId != null && (units.Contains(idea.PoolUnitId.Value) || authorities.Contains(idea.PoolAuthorityId!.Value))));
    }

    /// <summary>What <see cref="Covered"/> leaves out.</summary>
    public static IQueryable<Idea> NotCovered(this IQueryable<Idea> ideas, PermissionScope scope)
    {
        if (scope.Everything) return ideas.Where(_ => false);
        var authorities = scope.Authorities;
        var units = scope.Units;
        return ideas.Where(idea => !(authorities.Contains(idea.AuthorityId) || (idea.UnitId != null && units.Contains(idea.UnitId.Value))
            || (idea.ReceivingUnitId != null && (units.Contains(idea.ReceivingUnitId.Value) || authorities.Contains(idea.ReceivingAuthorityId!.Value)))
            || (idea.PoolUnitId != null && (units.Contains(idea.PoolUnitId.Value) || authorities.Contains(idea.PoolAuthorityId!.Value)))));
    }

    /// <summary>With everyone whose idea it is, those of merged ideas too: what <c>SeparationOfDuties</c> looks at.</summary>
    public static IQueryable<Idea> WithOwners(this IQueryable<Idea> ideas) =>
        ideas.Include(idea => idea.People).Include(idea => idea.Contact)
            .Include(idea => idea.Merged).ThenInclude(other => other.People)
            .Include(idea => idea.Merged).ThenInclude(other => other.Contact).AsSingleQuery();

    /// <summary>As <see cref="Idea.IsOwnOf"/>, for lists: without one's own.</summary>
    public static IQueryable<Idea> NotOwn(this IQueryable<Idea> ideas, Guid person) =>
        ideas.Where(idea => idea.SubmitterId != person && idea.People.All(link => link.PersonId != person)
            && idea.Merged.All(other => other.SubmitterId != person && other.People.All(link => link.PersonId != person)));

    /// <summary>What everyone may see now: let through by a coach, neither restricted nor handed over, and not part of another idea. The same as <see cref="Idea.IsPublic"/>.</summary>
    public static IQueryable<Idea> Public(this IQueryable<Idea> ideas, DateTimeOffset now) =>
        ideas.Where(idea => idea.PublishedAt != null && idea.PublishedAt <= now && !idea.Restricted && idea.RedirectTarget == null && idea.MergedIntoId == null);
}
