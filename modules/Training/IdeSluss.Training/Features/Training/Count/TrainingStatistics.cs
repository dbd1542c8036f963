using IdeSluss.People.Contracts;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Features.Training.Tracks;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Count;

/// <summary>Sums of those who have learnt something, by what their roles or a list say that they are.</summary>
internal sealed class TrainingStatistics(TrainingDbContext db, IPeopleDirectory people) : ITrainingStatistics
{
    private static readonly string[] Wanted = [Roles.Committee, Roles.NeedOwner, Roles.DelegatedDecisionMaker, Roles.BenefitOwner];

    public async Task<IReadOnlyList<CertifiedCount>> CertifiedAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (first, end) = (from, to);
        var learners = await db.Learners.AsNoTracking()
            .Where(learner => db.Certificates.Any(one => one.LearnerId == learner.Id && one.RevokedAt == null && one.CompletedOn >= first && one.CompletedOn < end)
                && !db.Certificates.Any(one => one.LearnerId == learner.Id && one.RevokedAt == null && one.CompletedOn < first))
            .Select(learner => new { learner.PersonId, learner.Tracks }).ToListAsync(cancellationToken);
        var roles = (await people.HoldersAsync(Wanted, cancellationToken)).ToLookup(holder => holder.Person.Id, holder => holder.Role);
        return
        [
            .. learners.Select(learner => learner.Tracks.Union(learner.PersonId is { } id && roles.Contains(id) ? TracksOfRoles.Of(roles[id]) : []).ToList())
                .GroupBy(tracks => tracks.Contains(RoleTrack.Manager) ? RoleTrack.Manager : tracks.Contains(RoleTrack.ElectedMember) ? RoleTrack.ElectedMember : (RoleTrack?)null)
                .Select(group => new CertifiedCount(group.Key, group.Count())),
        ];
    }
}
