using IdeSluss.Evaluation.Features.Evaluation.FollowUps;
using IdeSluss.Ideas.Contracts;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;

namespace IdeSluss.Evaluation.Features.Evaluation.Benefits;

/// <param name="Calculation">Null when there is no number that can be trusted; then <paramref name="NoNumber"/> says why.</param>
internal sealed record BenefitsView(Guid IdeaId, string CaseNumber, string? Title, BenefitContent Content, Calculation? Calculation, Text? NoNumber);

/// <summary>What an idea is to give and cost, for those who may read it where the idea belongs or is received.</summary>
internal sealed class ReadBenefits(IJudgedCases cases, ReadPlans plans, CurrentUser me)
{
    public static readonly Problem NoSuchCase = Problem.NotFound("Idén finns inte, eller så är den inte din.");

    public async Task<Outcome<BenefitsView>> FindAsync(string caseNumber, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseNumber, cancellationToken) is not { } idea || !Reaches(me.Scope(EvaluationPermissions.ReadBenefits), idea)) return NoSuchCase;
        // What was promised when it went live, and nothing that was changed afterwards.
        var content = await plans.PromisedAsync(idea.IdeaId, cancellationToken) ?? BenefitContent.Of((await cases.BasisAsync(idea.IdeaId, cancellationToken)).Facts);
        return new BenefitsView(idea.IdeaId, idea.CaseNumber, idea.Title, content, Calculation.Of(content).Failed(out var problem, out var calculation) ? null : calculation, problem?.Message);
    }

    public static bool Reaches(PermissionScope scope, JudgedCase idea) => scope.Covers(idea.AuthorityId, idea.UnitId) || (idea.ReceivingUnitId is { } unit && scope.Units.Contains(unit));
}
