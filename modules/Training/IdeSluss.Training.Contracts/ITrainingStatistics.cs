namespace IdeSluss.Training.Contracts;

/// <summary>
/// What a module that keeps statistics may count of training: sums only, never a person. They are raw: whoever asks sees to it that nobody can be made out before anything is told.
/// </summary>
/// <example><code>
/// foreach (var group in await training.CertifiedAsync(sexes, from, to, cancellationToken)) total += group.Count;
/// </code></example>
public interface ITrainingStatistics
{
    /// <summary>
    /// Those who got their first certificate, from the first day up to but not including the last, by what they are and by the group that somebody has put them in: each person is counted once in all periods together. Certificates that were taken back are not
    /// counted. Who is both a manager and elected is a manager.
    /// </summary>
    /// <param name="groups">Person → group.</param>
    Task<IReadOnlyList<CertifiedCount>> CertifiedAsync(IReadOnlyDictionary<Guid, string> groups, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>
    /// Everyone who was a manager or elected on the day, by their roles or by a list, and whether they had any certificate by then. Who is both is a manager. Certificates that were taken back are not counted.
    /// </summary>
    /// <param name="groups">Person → group.</param>
    /// <param name="day">Swedish.</param>
    Task<IReadOnlyList<ReachCount>> ReachAsync(IReadOnlyDictionary<Guid, string> groups, DateOnly day, CancellationToken cancellationToken);
}

/// <param name="Track"><see cref="RoleTrack.Manager"/>, <see cref="RoleTrack.ElectedMember"/>, or null for everyone else.</param>
/// <param name="Group">Null for those in none.</param>
public sealed record CertifiedCount(RoleTrack? Track, string? Group, int Count);

/// <param name="Track"><see cref="RoleTrack.Manager"/> or <see cref="RoleTrack.ElectedMember"/>.</param>
/// <param name="Group">Null for those in none.</param>
public sealed record ReachCount(RoleTrack Track, string? Group, bool Certified, int Count);
