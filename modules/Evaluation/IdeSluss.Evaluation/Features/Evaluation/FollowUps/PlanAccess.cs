using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

/// <summary>Which plans someone may see or change, as part of the query: where the idea belongs or is received.</summary>
internal static class PlanAccess
{
    public static readonly Problem NoPlan = Problem.NotFound("Idén följs inte upp än, eller så är den inte din.");

    public static IQueryable<BenefitPlan> Within(this IQueryable<BenefitPlan> plans, PermissionScope scope)
    {
        if (scope.Everything) return plans;
        var (authorities, units) = (scope.Authorities, scope.Units);
        return plans.Where(plan => authorities.Contains(plan.AuthorityId) || (plan.UnitId != null && units.Contains(plan.UnitId.Value)) || (plan.ReceivingUnitId != null && units.Contains(plan.ReceivingUnitId.Value)));
    }
}
