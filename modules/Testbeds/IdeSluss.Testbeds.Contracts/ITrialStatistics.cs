namespace IdeSluss.Testbeds.Contracts;

/// <summary>
/// What a module that keeps statistics may count of tests: sums only, never a test or a participant. They are raw: whoever asks sees to it that nobody can be made out before anything is told.
/// </summary>
/// <example><code>
/// foreach (var group in await trials.ParticipantsAsync(from, to, cancellationToken)) total += group.Count;
/// </code></example>
public interface ITrialStatistics
{
    /// <summary>Those who said yes to taking part in a test, from the first day up to but not including the last, by what they said of sex and age, and by whether they were asked in another way than by ordinary text. Who has
    /// withdrawn since is counted: they were asked and came.</summary>
    Task<IReadOnlyList<ParticipantCount>> ParticipantsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>What tests cost according to their logs, from the first day up to but not including the last, by the idea that was tested. Ideas without costs are not there.</summary>
    Task<IReadOnlyList<TrialCost>> CostsAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}

/// <param name="Group"><c>Women</c>, <c>Men</c> or <c>Other</c> (another, or would not say).</param>
/// <param name="Age"><c>Under18</c>, <c>From18To64</c>, <c>From65To79</c>, <c>From80</c> or <c>Unknown</c>.</param>
/// <param name="Adapted">Asked by easy-read text, pictures, in speech or by sign language.</param>
public sealed record ParticipantCount(string Group, string Age, bool Adapted, int Count);

/// <param name="IdeaId">The idea that was tested.</param>
public sealed record TrialCost(Guid IdeaId, decimal Kronor);
