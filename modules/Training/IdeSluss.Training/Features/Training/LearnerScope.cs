using IdeSluss.Sdk.Security;
using IdeSluss.Training.Domain;

namespace IdeSluss.Training.Features.Training;

internal static class LearnerScope
{
    /// <summary>Those who work in the authorities and units that the permission covers. Whose place nobody has said is in nobody's scope.</summary>
    public static IQueryable<Learner> Within(this IQueryable<Learner> learners, PermissionScope scope)
    {
        if (scope.Everything) return learners.Where(learner => learner.AuthorityId != null);
        var authorities = scope.Authorities;
        var units = scope.Units;
        return learners.Where(learner => learner.AuthorityId != null && (authorities.Contains(learner.AuthorityId.Value) || (learner.UnitId != null && units.Contains(learner.UnitId.Value))));
    }
}
