using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Sdk.Results;
using IdeSluss.Sdk.Security;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Rounds;

/// <summary>Which rounds someone may see or change, as part of the query: what is not theirs does not exist for them.</summary>
internal static class RoundAccess
{
    public static readonly Problem NoSuchRound = Problem.NotFound("Bedömningen finns inte, eller så är den inte din.");
    public static readonly Problem IsClosed = Problem.Conflict("Bedömningen är avslutad.");

    public static IQueryable<Round> Within(this IQueryable<Round> rounds, PermissionScope scope)
    {
        if (scope.Everything) return rounds;
        var (authorities, units) = (scope.Authorities, scope.Units);
        return rounds.Where(round => authorities.Contains(round.AuthorityId) || (round.UnitId != null && units.Contains(round.UnitId.Value)));
    }

    /// <summary>The round, held until the transaction ends: of two who answer last at the same moment one sees the other's answer.</summary>
    public static Task<Round> HeldAsync(this EvaluationDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Rounds.FromSql($"select * from evaluation.round where id = {id} for update").SingleAsync(cancellationToken);
}
