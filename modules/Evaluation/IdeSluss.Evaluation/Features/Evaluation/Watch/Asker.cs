using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Watch;

internal static class Asker
{
    /// <summary>Who began the round, or coaches the idea where a rule did.</summary>
    public static async Task<PersonInfo?> OfAsync(Round round, IJudgedCases cases, IPeopleDirectory people, CancellationToken cancellationToken)
    {
        var id = round.StartedById ?? (await cases.FindManyAsync([round.IdeaId], cancellationToken)).GetValueOrDefault(round.IdeaId)?.CoachId;
        return id is { } known ? await people.FindAsync(known, cancellationToken) : null;
    }
}
