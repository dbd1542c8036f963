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

    public async Task<IReadOnlyList<ReachCount>> ReachAsync(IReadOnlyDictionary<Guid, string> groups, DateOnly day, CancellationToken cancellationToken)
    {
        var managers = await people.HeldByAsync(TracksOfRoles.RolesIn(RoleTrack.Manager), day, cancellationToken);
        var elected = await people.HeldByAsync(TracksOfRoles.RolesIn(RoleTrack.ElectedMember), day, cancellationToken);
        RoleTrack[] both = [RoleTrack.Manager, RoleTrack.ElectedMember];
        var learners = await db.Learners.AsNoTracking()
            .Select(learner => new { learner.PersonId, Listed = learner.Listed && learner.Tracks.Any(track => both.Contains(track)), learner.Tracks, Certified = db.Certificates.Any(one => one.LearnerId == learner.Id && one.RevokedAt == null && one.CompletedOn <= day) })
            .Where(learner => learner.Listed || (learner.PersonId != null && learner.Certified)).ToListAsync(cancellationToken);
        var certified = learners.Where(learner => learner.Certified).Select(learner => learner.PersonId).OfType<Guid>().ToHashSet();
        var listed = learners.Where(learner => learner.Listed).ToList();
        var accounts = managers.Concat(elected).Concat(listed.Select(learner => learner.PersonId).OfType<Guid>()).ToHashSet();
        var listedManagers = listed.Where(learner => learner.Tracks.Contains(RoleTrack.Manager)).Select(learner => learner.PersonId).OfType<Guid>().ToHashSet();
        return
        [
            .. accounts.Select(id => (Track: managers.Contains(id) || listedManagers.Contains(id) ? RoleTrack.Manager : RoleTrack.ElectedMember, Group: groups.GetValueOrDefault(id), Certified: certified.Contains(id)))
                .Concat(listed.Where(learner => learner.PersonId is null).Select(learner => (Track: learner.Tracks.Contains(RoleTrack.Manager) ? RoleTrack.Manager : RoleTrack.ElectedMember, Group: (string?)null, learner.Certified)))
                .GroupBy(one => one).Select(group => new ReachCount(group.Key.Track, group.Key.Group, group.Key.Certified, group.Count())),
        ];
    }

    private static bool Is(Guid? person, IEnumerable<RoleTrack> listed, RoleTrack track, IReadOnlySet<Guid> holders) => listed.Contains(track) || (person is { } id && holders.Contains(id));
}
