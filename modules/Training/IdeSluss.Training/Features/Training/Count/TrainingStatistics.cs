using IdeSluss.People.Contracts;
using IdeSluss.Training.Contracts;
using IdeSluss.Training.Data;
using IdeSluss.Training.Features.Training.Tracks;
using Microsoft.EntityFrameworkCore;

namespace IdeSluss.Training.Features.Training.Count;

/// <summary>Sums of those who have learnt something, by what their roles or a list say that they are.</summary>
internal sealed class TrainingStatistics(TrainingDbContext db, IPeopleDirectory people) : ITrainingStatistics
{
    public async Task<IReadOnlyList<CertifiedCount>> CertifiedAsync(IReadOnlyDictionary<Guid, string> groups, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var learners = await db.Learners.AsNoTracking()
            .Where(learner => db.Certificates.Any(one => one.LearnerId == learner.Id && one.RevokedAt == null && one.CompletedOn >= from && one.CompletedOn < to)
                && !db.Certificates.Any(one => one.LearnerId == learner.Id && one.RevokedAt == null && one.CompletedOn < from))
            .Select(learner => new { learner.PersonId, learner.Tracks }).ToListAsync(cancellationToken);
        // Asked of these alone: those who hold a role may be more than are listed at once.
        var ids = learners.Select(learner => learner.PersonId).OfType<Guid>().ToList();
        var managers = await people.AmongHoldersAsync(ids, TracksOfRoles.RolesIn(RoleTrack.Manager), cancellationToken);
        var elected = await people.AmongHoldersAsync(ids, TracksOfRoles.RolesIn(RoleTrack.ElectedMember), cancellationToken);
        return
        [
            .. learners.GroupBy(learner => (
                    Track: Is(learner.PersonId, learner.Tracks, RoleTrack.Manager, managers) ? RoleTrack.Manager : Is(learner.PersonId, learner.Tracks, RoleTrack.ElectedMember, elected) ? RoleTrack.ElectedMember : (RoleTrack?)null,
                    Group: learner.PersonId is { } id ? groups.GetValueOrDefault(id) : null))
                .Select(group => new CertifiedCount(group.Key.Track, group.Key.Group, group.Count())),
        ];
    }

    private static bool Is(Guid? person, IEnumerable<RoleTrack> listed, RoleTrack track, IReadOnlySet<Guid> holders) => listed.Contains(track) || (person is { } id && holders.Contains(id));
}
