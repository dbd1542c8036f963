using IdeSluss.Ideas.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Statistics;

/// <summary>One who decided and has told their sex: at the decision and in the authority where they decided most often, so that each is in one part of every table and the parts add up.</summary>
internal sealed record Decider(string Sex, string Gate, Guid Authority)
{
    /// <param name="sexes">Person → what they have said.</param>
    public static IReadOnlyList<Decider> Of(IReadOnlyList<GateDecider> decided, IReadOnlyDictionary<Guid, string> sexes) =>
    [
        .. decided.Where(one => sexes.ContainsKey(one.PersonId)).GroupBy(one => one.PersonId).Select(person => new Decider(
            sexes[person.Key],
            person.GroupBy(one => one.Gate).OrderByDescending(gate => gate.Sum(one => one.Decisions)).ThenBy(gate => gate.Key, StringComparer.Ordinal).First().Key,
            person.GroupBy(one => one.Authority).OrderByDescending(authority => authority.Sum(one => one.Decisions)).ThenBy(authority => authority.Key).First().Key)),
    ];
}
