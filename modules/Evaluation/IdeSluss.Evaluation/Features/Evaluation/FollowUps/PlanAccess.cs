using IdeSluss.Sdk.Results;

namespace IdeSluss.Evaluation.Features.Evaluation.FollowUps;

internal static class PlanAccess
{
    public static readonly Problem NoPlan = Problem.NotFound("Idén följs inte upp än, eller så är den inte din.");
}
