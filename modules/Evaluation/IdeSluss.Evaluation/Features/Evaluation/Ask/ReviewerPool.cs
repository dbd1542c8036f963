using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.People.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Evaluation.Features.Evaluation.Ask;

/// <param name="Takes">Is asked when nobody chooses by hand.</param>
internal sealed record PoolMember(Candidate Candidate, bool Takes);

/// <summary>Those who judge here: everyone whose role lets them, with what is known of each.</summary>
internal sealed class ReviewerPool(EvaluationDbContext db, IPeopleDirectory people, TimeProvider time)
{
    /// <param name="ideaId">For ties to this very idea; null for none in particular.</param>
    public async Task<IReadOnlyList<PoolMember>> OfAsync(Guid? ideaId, CancellationToken cancellationToken)
    {
        var holders = (await people.HoldersAsync(EvaluationPermissions.Judges, cancellationToken)).GroupBy(holder => holder.Person.Id).ToList();
        var ids = holders.Select(holder => holder.Key).ToList();
        var lately = time.GetUtcNow().AddMonths(-12);
        var rows = await db.Reviewers.AsNoTracking().Where(one => ids.Contains(one.PersonId)).ToDictionaryAsync(one => one.PersonId, cancellationToken);
        var waiting = await db.Reviews.AsNoTracking().Where(one => ids.Contains(one.ReviewerId) && one.State == ReviewState.Waiting).GroupBy(one => one.ReviewerId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellationToken);
        var sent = await db.Reviews.AsNoTracking().Where(one => ids.Contains(one.ReviewerId) && one.State == ReviewState.Sent && one.SentAt > lately).GroupBy(one => one.ReviewerId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancellationToken);
        var ties = (await db.Ties.AsNoTracking().Where(one => ids.Contains(one.PersonId) && one.EndedAt == null && (one.UnitId != null || one.IdeaId == ideaId)).ToListAsync(cancellationToken)).ToLookup(one => one.PersonId);
        return
        [
            .. holders.Select(holder =>
            {
                var row = rows.GetValueOrDefault(holder.Key);
                return new PoolMember(
                    new(holder.First().Person, row?.UnitId ?? holder.Select(one => one.UnitId).FirstOrDefault(unit => unit is not null), row?.Competences ?? UsualCompetences(holder), waiting.GetValueOrDefault(holder.Key),
                        row?.MostWaiting ?? Reviewer.UsualLoad, sent.GetValueOrDefault(holder.Key), row?.AwayUntil, row?.DeputyId)
                    {
                        Appointed = holder.Any(one => EvaluationPermissions.UsualJudges.Contains(one.Role)), TiedUnits = [.. ties[holder.Key].Select(tie => tie.UnitId).OfType<Guid>()], TiedHere = ties[holder.Key].Any(tie => tie.IdeaId is not null),
                    },
                    row?.Takes ?? holder.Any(one => EvaluationPermissions.UsualJudges.Contains(one.Role)));
            }),
        ];
    }

    /// <summary>Advisers know what they advise on, also before anyone has written it down.</summary>
    private static string[] UsualCompetences(IEnumerable<RoleHolder> held) =>
        [.. held.Select(one => one.Role switch { Roles.EqualityAdvisor => "jamstalldhet", Roles.AccessibilityAdvisor => "tillganglighet", Roles.DataProtectionOfficer => "juridik", _ => null }).OfType<string>().Distinct()];
}
