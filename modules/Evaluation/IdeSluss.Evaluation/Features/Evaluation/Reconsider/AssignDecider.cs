using IdeSluss.Evaluation.Data;
using IdeSluss.Evaluation.Domain;
using IdeSluss.Ideas.Contracts;
using IdeSluss.People.Contracts;

namespace IdeSluss.Evaluation.Features.Evaluation.Reconsider;

/// <summary>Asks somebody to reconsider a decision, with the next save. Where nobody can, the coach of the case is told; each morning it is tried again.</summary>
internal sealed class AssignDecider(DeciderPool pool, IJudgedCases cases, IPeopleDirectory people, ReconsiderationMail mail)
{
    /// <param name="one">Tracked.</param>
    /// <param name="tellCoach">False when the coach knows already that there is nobody.</param>
    public async Task HandleAsync(Reconsideration one, bool tellCoach, CancellationToken cancellationToken)
    {
        if (await pool.ChooseAsync(one, cancellationToken) is { } chosen)
        {
            one.DeciderId = chosen.Person.Id;
            mail.Ask(one, chosen.Person);
            return;
        }

        one.DeciderId = null;
        if (!tellCoach || (await cases.FindManyAsync([one.IdeaId], cancellationToken)).GetValueOrDefault(one.IdeaId)?.CoachId is not { } coach) return;
        if (await people.FindAsync(coach, cancellationToken) is { } person) mail.Nobody(one, person);
    }
}
